"""Writes what the articles name, as their analyses come, and takes it back as they go."""

import sqlite3
from array import array
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from reader import places
from reader.analysis.types import COUNTED, Analysis, Entity, EntityKind
from reader.corpus.article import Article
from reader.library.naming.corrections import Corrections, read_corrections
from reader.library.naming.join_pass import join_all
from reader.library.naming.spelling import key_of
from reader.library.naming.titles import title_before
from reader.library.naming.types import KINDS

FORM, TITLE = 0, 1
_LONGEST = 200
_FIRST_JOIN = 250
_ADD_NAME = (
    "INSERT INTO naming_names (name, kind, key, articles, mentions) VALUES (?, ?, ?, 1, ?) "
    "ON CONFLICT (name, kind) DO UPDATE SET articles = articles + 1, mentions = mentions + excluded.mentions "
    "RETURNING id, entity"
)
_ADD_WORDS = (
    "INSERT INTO naming_words (name, sort, words, articles, mentions) VALUES (?, ?, ?, 1, ?) "
    "ON CONFLICT (name, sort, words) DO UPDATE SET "
    "articles = articles + 1, mentions = mentions + excluded.mentions RETURNING id"
)


class NamingWriter:
    """Writes in the caller's transaction.

    Names that share a spelling are joined at once; all else by `finish`, and whenever the articles have
    doubled, so that a reader sees joined names while a large corpus is still being analysed.
    """

    def __init__(self, db: sqlite3.Connection, corrections_file: Path | None = None) -> None:
        self._db = db
        self._file = corrections_file

    def add(self, article_id: int, article: Article, analysis: Analysis) -> None:
        """Counts what `article` names; a second time changes nothing."""
        if self._db.execute("SELECT 1 FROM naming_articles WHERE id = ?", (article_id,)).fetchone():
            return
        mentions, words = _counted(article, analysis)
        said = _quotations(analysis)
        ids: dict[Entity, int] = {}
        entities: Counter[int] = Counter()
        names: dict[int, Entity] = {}
        for entity, number in mentions.items():
            name_id, joined = self._add_name(entity, number)
            ids[entity] = name_id
            entities[joined] += number
            names[joined] = entity
            row = (name_id, article_id, number, said.get(entity.name, 0))
            self._db.execute("INSERT INTO naming_in VALUES (?, ?, ?, ?)", row)
        for joined, number in entities.items():
            self._count_entity(joined, names[joined], number)
        numbers = array("q")
        for (entity, sort, form), number in words.items():
            row_id = self._db.execute(_ADD_WORDS, (ids[entity], sort, form, number)).fetchone()[0]
            numbers.extend((row_id, number))
        packed = (article_id, array("q", ids.values()).tobytes(), numbers.tobytes())
        self._db.execute("INSERT INTO naming_articles VALUES (?, ?, ?)", packed)
        self._note_change()

    def remove(self, article_id: int) -> None:
        """Takes back what an article added, if it did."""
        row = self._db.execute(
            "SELECT names, words FROM naming_articles WHERE id = ?", (article_id,)
        ).fetchone()
        if row is None:
            return
        names, words = array("q"), array("q")
        names.frombytes(row[0])
        words.frombytes(row[1])
        entities: Counter[int] = Counter()
        for name_id in names:
            key = (name_id, article_id)
            number = self._db.execute(
                "SELECT mentions FROM naming_in WHERE name = ? AND article = ?", key
            ).fetchone()[0]
            entity = self._db.execute(
                "UPDATE naming_names SET articles = articles - 1, mentions = mentions - ? WHERE id = ? "
                "RETURNING entity",
                (number, name_id),
            ).fetchone()[0]
            entities[entity] += number
            self._db.execute("DELETE FROM naming_in WHERE name = ? AND article = ?", key)
        self._db.executemany(
            "UPDATE naming_entities SET articles = articles - 1, mentions = mentions - ? WHERE id = ?",
            [(number, entity) for entity, number in entities.items()],
        )
        pairs = zip(words[::2], words[1::2], strict=True)
        self._db.executemany(
            "UPDATE naming_words SET articles = articles - 1, mentions = mentions - ? WHERE id = ?",
            [(number, word) for word, number in pairs],
        )
        self._db.execute("DELETE FROM naming_articles WHERE id = ?", (article_id,))
        self._note_change()

    def finish(self) -> None:
        """Joins the names anew where articles or the user's corrections have changed since the last time."""
        if self.is_due():
            self._join(self._corrections())

    def is_due(self) -> bool:
        """Whether `finish` has anything to do."""
        fingerprint = self._corrections().fingerprint
        return self._state("changed") not in (None, "0") or (self._state("corrections") or "") != fingerprint

    def _join(self, corrections: Corrections) -> None:
        join_all(self._db, corrections)
        joined = self._db.execute("SELECT count(*) FROM naming_articles").fetchone()[0]
        for name, value in (("changed", "0"), ("corrections", corrections.fingerprint), ("joined", joined)):
            self._db.execute("INSERT OR REPLACE INTO naming_state VALUES (?, ?)", (name, str(value)))

    def _note_change(self) -> None:
        self._db.execute(
            "INSERT INTO naming_state VALUES ('changed', '1') ON CONFLICT DO UPDATE SET value = value + 1"
        )
        joined = int(self._state("joined") or 0)
        if int(self._state("changed") or 0) >= max(_FIRST_JOIN, joined):
            self._join(self._corrections())

    def _corrections(self) -> Corrections:
        return read_corrections(self._file or places.names_file())

    def _state(self, name: str) -> str | None:
        row = self._db.execute("SELECT value FROM naming_state WHERE name = ?", (name,)).fetchone()
        return None if row is None else str(row[0])

    def _add_name(self, entity: Entity, number: int) -> tuple[int, int]:
        """The ids of the name and of its entity; a new name goes to the one that is spelt alike."""
        key = key_of(entity.name)
        row = self._db.execute(_ADD_NAME, (entity.name, entity.kind.value, key, number)).fetchone()
        name_id, joined = int(row[0]), row[1]
        if joined is None:
            alike = self._db.execute(
                "SELECT entity FROM naming_names WHERE key = ? AND kind = ? AND entity IS NOT NULL LIMIT 1",
                (key, entity.kind.value),
            ).fetchone()
            joined = name_id if alike is None else alike[0]
            self._db.execute("UPDATE naming_names SET entity = ? WHERE id = ?", (joined, name_id))
        return name_id, int(joined)

    def _count_entity(self, entity_id: int, named: Entity, number: int) -> None:
        counted = self._db.execute(
            "UPDATE naming_entities SET articles = articles + 1, mentions = mentions + ? WHERE id = ?",
            (number, entity_id),
        )
        if not counted.rowcount:
            row = (entity_id, named.name, named.kind.value, key_of(named.name), number)
            self._db.execute("INSERT INTO naming_entities VALUES (?, ?, ?, ?, 1, ?)", row)


def _counted(
    article: Article, analysis: Analysis
) -> tuple[Counter[Entity], Counter[tuple[Entity, int, str]]]:
    """How often each entity is named, and each form of its name and title before it stands."""
    mentions: Counter[Entity] = Counter()
    words: Counter[tuple[Entity, int, str]] = Counter()
    for mention in analysis.mentions:
        entity = mention.entity
        if entity.kind not in KINDS or not entity.name.strip():
            continue
        if len(entity.name) > _LONGEST:
            entity = Entity(entity.name[:_LONGEST], entity.kind)
        mentions[entity] += 1
        form = " ".join(article.text[mention.start : min(mention.end, mention.start + _LONGEST)].split())
        words[entity, FORM, form] += 1
        if entity.kind is EntityKind.PERSON:
            title = title_before(article.text, mention.start)
            if title:
                words[entity, TITLE, title] += 1
    return mentions, words


def _quotations(analysis: Analysis) -> Counter[str]:
    """How many quotations each named speaker is the speaker of."""
    speakers: Iterable[str] = (
        quotation.speaker.name
        for quotation in analysis.quotations
        if quotation.speaker is not None and quotation.speaker.named and quotation.kind in COUNTED
    )
    return Counter(speakers)
