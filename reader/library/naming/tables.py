"""The tables of what is named.

`naming_names`: what analyses call an entity (`Entity`: name and kind), and the entity of the corpus it was joined to.
`naming_in`: which name stands in which article, how often, and how many quotations it is the speaker of.
`naming_words`: the forms (sort 0) of a name in the text, and the titles before it (sort 1).
`naming_articles`: of each article, the ids of its names and the (id, mentions) of its words, as packed numbers:
what company is read from, and what is taken back when the article goes.
`naming_entities`: one row for each entity, which bears the id of one of its names.
`naming_joins`: why names were joined, or kept apart.
"""

import sqlite3

_TABLES = (
    "CREATE TABLE IF NOT EXISTS naming_names ("
    "id INTEGER PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, key TEXT NOT NULL, entity INTEGER, "
    "articles INTEGER NOT NULL, mentions INTEGER NOT NULL)",
    "CREATE UNIQUE INDEX IF NOT EXISTS naming_names_by_name ON naming_names (name, kind)",
    "CREATE INDEX IF NOT EXISTS naming_names_by_key ON naming_names (key, kind)",
    "CREATE INDEX IF NOT EXISTS naming_names_by_entity ON naming_names (entity)",
    "CREATE TABLE IF NOT EXISTS naming_in ("
    "name INTEGER, article INTEGER, mentions INTEGER NOT NULL, quotations INTEGER NOT NULL, "
    "PRIMARY KEY (name, article)) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS naming_words ("
    "id INTEGER PRIMARY KEY, name INTEGER NOT NULL, sort INTEGER NOT NULL, words TEXT NOT NULL, "
    "articles INTEGER NOT NULL, mentions INTEGER NOT NULL)",
    "CREATE UNIQUE INDEX IF NOT EXISTS naming_words_by_name ON naming_words (name, sort, words)",
    "CREATE TABLE IF NOT EXISTS naming_articles (id INTEGER PRIMARY KEY, names BLOB, words BLOB)",
    "CREATE TABLE IF NOT EXISTS naming_entities ("
    "id INTEGER PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, folded TEXT NOT NULL, "
    "articles INTEGER NOT NULL, mentions INTEGER NOT NULL)",
    "CREATE INDEX IF NOT EXISTS naming_entities_by_use ON naming_entities "
    "(articles DESC, mentions DESC, folded, kind)",
    "CREATE TABLE IF NOT EXISTS naming_joins ("
    "a INTEGER NOT NULL, b INTEGER NOT NULL, reason TEXT NOT NULL, joined INTEGER NOT NULL)",
    "CREATE INDEX IF NOT EXISTS naming_joins_by_a ON naming_joins (a)",
    "CREATE INDEX IF NOT EXISTS naming_joins_by_b ON naming_joins (b)",
    "CREATE TABLE IF NOT EXISTS naming_state (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID",
)


def create_tables(db: sqlite3.Connection) -> None:
    """Makes the tables of naming where they are not there yet."""
    for statement in _TABLES:
        db.execute(statement)
