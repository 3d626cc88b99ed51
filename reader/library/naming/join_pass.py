"""Joins all names of a library anew, and writes down who they are and why."""

import json
import sqlite3
from collections import defaultdict

from reader.analysis.types import EntityKind
from reader.library.naming.company import CompanyOf
from reader.library.naming.corrections import Corrections
from reader.library.naming.groups import Groups, Named
from reader.library.naming.join_rules import (
    Forms,
    join_acronyms,
    join_as_told,
    join_kinds,
    join_spellings,
    join_surnames,
    join_transliterations,
)
from reader.library.naming.spelling import key_of

_NAMES = "SELECT id, name, kind, key, articles, mentions FROM naming_names WHERE articles > 0 ORDER BY id"
_FORMS = "SELECT name, words, articles FROM naming_words WHERE sort = 0 AND articles > 0"
_MOST_KEYS = 12
_DISTINCT = "SELECT count(DISTINCT article) FROM naming_in WHERE name IN (SELECT value FROM json_each(?))"


def join_all(db: sqlite3.Connection, corrections: Corrections) -> None:
    """Rewrites entities and reasons, in the caller's transaction."""
    db.execute("DELETE FROM naming_words WHERE articles = 0")
    db.execute("DELETE FROM naming_names WHERE articles = 0")
    names = [
        Named(number, name, EntityKind(kind), key, articles, mentions)
        for number, name, kind, key, articles, mentions in db.execute(_NAMES)
    ]
    groups = Groups(names, corrections)
    forms = _forms(db, groups)
    articles = db.execute("SELECT count(*) FROM naming_articles").fetchone()[0]
    company = CompanyOf(db, {named.id: named.articles for named in names}, articles)
    join_as_told(groups, corrections)
    join_spellings(groups)
    join_transliterations(groups, company)
    join_surnames(groups, forms, company)
    join_acronyms(groups, forms, company)
    join_kinds(groups, company)
    _write(db, groups, corrections)


def _forms(db: sqlite3.Connection, groups: Groups) -> Forms:
    forms: defaultdict[int, list[tuple[str, int]]] = defaultdict(list)
    for name, words, articles in db.execute(_FORMS):
        if name in groups.names:
            forms[name].append((words, articles))
    return forms


def _write(db: sqlite3.Connection, groups: Groups, corrections: Corrections) -> None:
    shown, kinds = dict(corrections.shown), dict(corrections.kinds)
    joined = [(number, groups.head(number)) for number in groups.names]
    db.executemany("UPDATE naming_names SET entity = ?2 WHERE id = ?1 AND entity IS NOT ?2", joined)
    db.execute("DELETE FROM naming_entities")
    rows = []
    for head, named in groups.names.items():
        if groups.head(head) != head:
            continue
        members = [groups.names[one] for one in groups.members(head)]
        name, kind = _representative(members, shown, kinds)
        number, mentions = named.articles, named.mentions
        if len(members) > 1:
            ids = json.dumps([one.id for one in members])
            number = db.execute(_DISTINCT, (ids,)).fetchone()[0]
            mentions = sum(one.mentions for one in members)
        rows.append((head, name, kind.value, _folded(name, members), number, mentions))
    db.executemany("INSERT INTO naming_entities VALUES (?, ?, ?, ?, ?, ?)", rows)
    db.execute("DELETE FROM naming_joins")
    reasons = [(a, b, reason, 1) for a, b, reason in groups.reasons]
    reasons += [(a, b, reason, 0) for a, b, reason in groups.refused]
    db.executemany("INSERT INTO naming_joins VALUES (?, ?, ?, ?)", reasons)


def _folded(name: str, members: list[Named]) -> str:
    """What typed words are looked for in: the keys of the name that is shown, and of those it was joined from."""
    keys = dict.fromkeys([key_of(name), *(one.key for one in members)])
    return " / ".join(list(keys)[:_MOST_KEYS])


def _representative(
    members: list[Named], shown: dict[str, str], kinds: dict[str, EntityKind]
) -> tuple[str, EntityKind]:
    """The name to show and the kind: as the user says, else the most used; of people a full name."""
    told = next((shown[one.key] for one in members if one.key in shown), None)
    kind = next((kinds[one.key] for one in members if one.key in kinds), None)
    by_kind: defaultdict[EntityKind, int] = defaultdict(int)
    for one in members:
        by_kind[one.kind] += one.articles
    kind = kind or max(by_kind, key=lambda which: (by_kind[which], which))
    best = max(
        members,
        key=lambda one: (
            kind is EntityKind.PERSON and " " in one.key,
            not (one.name.isupper() and len(one.name) > 5),
            one.articles,
            -one.id,
        ),
    )
    return told or best.name, kind
