"""Looks up what the articles name: the index of entities, an entity's page, the reasons of joins."""

# ruff: noqa: S608 - what is put into queries are constants and the names of columns
import json
import sqlite3
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from reader.analysis.types import EntityKind
from reader.library.naming.spelling import key_of
from reader.library.naming.types import Company, EntityPage, Join, NamedEntity, NamedIn, Wording

_MOST_COMPANY = 12
_MOST_WORDS = 40
_COMPANY_OF = 6000
"""The newest articles of an entity that its company is counted in: what 100 ms allow."""
_TITLES_OF, _AT_ONCE = 2000, 100
"""The newest articles of an entity that a title is looked for in, and how many are read at once."""
_IN = "(SELECT value FROM json_each(?))"
_ENTITY = "SELECT id, name, kind, articles, mentions FROM naming_entities "
_ALSO = (
    "WHERE id IN (SELECT entity FROM naming_names WHERE key = ?) AND id <> ? AND articles > 0 "
    "ORDER BY articles DESC, id LIMIT 4"
)
_WORDS = (
    "SELECT words, sum(mentions), sum(articles) FROM naming_words "
    f"WHERE name IN {_IN} AND sort = ? AND articles > 0 "
    "GROUP BY words ORDER BY 2 DESC, words LIMIT ?"
)
_PLACES = (
    "SELECT article, sum(mentions), sum(quotations), date FROM naming_in "
    "LEFT JOIN articles ON articles.id = naming_in.article "
    f"WHERE name IN {_IN} GROUP BY article ORDER BY date DESC, article"
)


def entity_ids(db: sqlite3.Connection, typed: str, kind: EntityKind | None) -> list[int]:
    """The entities whose name holds all typed words, the most named first; of one kind or of all."""
    conditions, values = ["articles > 0"], []
    if kind is not None:
        conditions.append("kind = ?")
        values.append(kind.value)
    for word in key_of(typed[:200]).split()[:8]:
        conditions.append("instr(folded, ?)")
        values.append(word)
    query = (
        "SELECT id FROM naming_entities INDEXED BY naming_entities_by_use "
        f"WHERE {' AND '.join(conditions)} ORDER BY articles DESC, mentions DESC, folded"
    )
    return [row[0] for row in db.execute(query, values)]


def entities(db: sqlite3.Connection, ids: Sequence[int]) -> list[NamedEntity]:
    """Those of `ids` that are there, in their order."""
    rows = {
        row[0]: _entity(row) for row in db.execute(f"{_ENTITY} WHERE id IN {_IN}", (json.dumps(list(ids)),))
    }
    return [rows[one] for one in ids if one in rows]


def entity_named(db: sqlite3.Connection, name: str, kind: EntityKind | None) -> int | None:
    """The entity of a name as an analysis or a person writes it; without a kind, the most named one."""
    ofkind, values = ("AND naming_names.kind = ?", [kind.value]) if kind is not None else ("", [])
    for column, value in (("name", name[:200]), ("key", key_of(name[:200]))):
        query = (
            "SELECT entity FROM naming_names JOIN naming_entities ON naming_entities.id = entity "
            f"WHERE naming_names.{column} = ? AND naming_entities.articles > 0 {ofkind} "
            "ORDER BY naming_names.articles DESC, entity LIMIT 1"
        )
        row = db.execute(query, (value, *values)).fetchone()
        if row is not None:
            return int(row[0])
    return None


def names_of(db: sqlite3.Connection, entity_id: int) -> dict[int, tuple[str, EntityKind]]:
    """The names that were joined to an entity, as analyses write them, by id."""
    query = "SELECT id, name, kind FROM naming_names WHERE entity = ?"
    return {number: (name, EntityKind(kind)) for number, name, kind in db.execute(query, (entity_id,))}


def entity_page(db: sqlite3.Connection, entity_id: int) -> EntityPage:
    """The page of an entity. Raises KeyError where it is no longer there."""
    row = db.execute(f"{_ENTITY} WHERE id = ? AND articles > 0", (entity_id,)).fetchone()
    if row is None:
        raise KeyError(entity_id)
    names = names_of(db, entity_id)
    ids = json.dumps(list(names))
    places = db.execute(_PLACES, (ids,)).fetchall()
    articles = [place[0] for place in places[:_COMPANY_OF]]
    months = Counter(date[:7] for *_, date in places if date and len(date) >= 7)
    key = key_of(row[1])
    also = db.execute(f"{_ENTITY} {_ALSO}", (key, entity_id))
    return EntityPage(
        entity=_entity(row),
        forms=_wordings(db, ids, 0),
        titles=_titles(db, ids, [place[0] for place in places[:_TITLES_OF]]),
        months=tuple(sorted(months.items())),
        company=_company(db, articles, names),
        company_of=len(articles),
        also=tuple(map(_entity, also)),
        places=tuple(NamedIn(article, mentions, quotations) for article, mentions, quotations, _ in places),
    )


def joins_of(db: sqlite3.Connection, entity_id: int) -> list[Join]:
    """Which names were joined to an entity and why, then which near ones were kept apart."""
    query = (
        "SELECT DISTINCT one.name, other.name, reason, joined FROM naming_joins "
        "JOIN naming_names AS one ON one.id = a JOIN naming_names AS other ON other.id = b "
        "WHERE (a IN (SELECT id FROM naming_names WHERE entity = ?1) "
        "OR b IN (SELECT id FROM naming_names WHERE entity = ?1)) "
        "ORDER BY joined DESC, reason, other.name, one.name"
    )
    return [
        Join(left, right, reason, bool(joined))
        for left, right, reason, joined in db.execute(query, (entity_id,))
    ]


def _wordings(db: sqlite3.Connection, names: str, sort: int) -> tuple[Wording, ...]:
    return tuple(Wording(*row) for row in db.execute(_WORDS, (names, sort, _MOST_WORDS)))


def _titles(db: sqlite3.Connection, names: str, articles: Sequence[int]) -> tuple[Wording, ...]:
    """The titles, each with the first of `articles` that gives it."""
    titles = _wordings(db, names, 1)
    query = f"SELECT id, words FROM naming_words WHERE name IN {_IN} AND sort = 1 AND articles > 0"
    shown = {title.words for title in titles}
    words_of = {number: words for number, words in db.execute(query, (names,)) if words in shown}
    found: dict[str, int] = {}
    for start in range(0, len(articles), _AT_ONCE):
        if len(found) == len(titles):
            break
        some = articles[start : start + _AT_ONCE]
        query = f"SELECT id, words FROM naming_articles WHERE id IN {_IN}"
        packed = dict(db.execute(query, (json.dumps(some),)))
        for article in some:
            numbers = array("q")
            numbers.frombytes(packed.get(article) or b"")
            for number in words_of.keys() & set(numbers[::2]):
                found.setdefault(words_of[number], article)
    return tuple(replace(title, article_id=found.get(title.words)) for title in titles)


def _company(db: sqlite3.Connection, articles: Sequence[int], own: Iterable[int]) -> tuple[Company, ...]:
    """Who else the articles name, counted by name and then put together by entity."""
    counts: Counter[int] = Counter()
    query = f"SELECT names FROM naming_articles WHERE id IN {_IN}"
    for (packed,) in db.execute(query, (json.dumps(list(articles)),)):
        found = array("q")
        found.frombytes(packed)
        counts.update(found)
    for name in own:
        counts.pop(name, None)
    likely = dict(counts.most_common(8 * _MOST_COMPANY))
    query = f"SELECT id, entity FROM naming_names WHERE id IN {_IN}"
    together: defaultdict[int, int] = defaultdict(int)
    for name, entity in db.execute(query, (json.dumps(list(likely)),)):
        together[entity] += likely[name]
    most = sorted(together, key=lambda entity: (-together[entity], entity))[:_MOST_COMPANY]
    return tuple(Company(entity, together[entity.id]) for entity in entities(db, most))


def _entity(row: Sequence[object]) -> NamedEntity:
    number, name, kind, articles, mentions = row
    assert isinstance(number, int)
    assert isinstance(articles, int)
    assert isinstance(mentions, int)
    return NamedEntity(number, str(name), EntityKind(str(kind)), articles, mentions)
