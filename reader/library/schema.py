"""The tables of a library, and how a file shows that it is one.

`articles` is what lists, sorts and filters scan, and so holds no text; texts and analyses stand beside it.
`path` and `folder` are `os.fsencode`d; `date` is ISO 8601, reduced, or NULL.  `title_order` and
`source_order` are what lists sort by: folded, an unknown source last.  `skipped.size` is only known where
the file had to be read. A NULL in `analyses.data` stands for an analysis that failed: `problem` says how.
"""

import sqlite3

APPLICATION_ID = 0x52656164
"""Marks an SQLite file as a library (`Read`)."""
VERSION = 10
"""What `user_version` holds; a library of an earlier one is made again, as it is only a cache."""

_TABLES = """
CREATE TABLE articles (
    id INTEGER PRIMARY KEY AUTOINCREMENT, path BLOB NOT NULL UNIQUE,
    size INTEGER NOT NULL, mtime_ns INTEGER NOT NULL, digest TEXT NOT NULL, content_key TEXT NOT NULL,
    title TEXT NOT NULL, title_origin TEXT NOT NULL, date TEXT, date_origin TEXT,
    source TEXT, source_origin TEXT, language TEXT NOT NULL,
    words INTEGER NOT NULL, lead TEXT NOT NULL, copies INTEGER NOT NULL DEFAULT 0,
    title_order TEXT NOT NULL, source_order TEXT NOT NULL
);
CREATE INDEX articles_by_date ON articles(date DESC);
CREATE INDEX articles_by_source ON articles(source_order, date DESC);
CREATE INDEX articles_by_title ON articles(title_order);
CREATE INDEX articles_by_content ON articles(content_key);
CREATE INDEX articles_by_digest ON articles(digest);
CREATE TABLE texts (id INTEGER PRIMARY KEY, text BLOB NOT NULL, blocks BLOB NOT NULL);
CREATE TABLE analyses (id INTEGER PRIMARY KEY, data BLOB, problem TEXT);
CREATE TABLE skipped (
    path BLOB PRIMARY KEY, reason TEXT NOT NULL, size INTEGER, mtime_ns INTEGER
) WITHOUT ROWID;
CREATE TABLE counts (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE skipped_counts (reason TEXT PRIMARY KEY, number INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE origin (folder BLOB NOT NULL);
INSERT INTO counts VALUES ('found', 0), ('stored', 0), ('analysed', 0);
"""


def create_tables(db: sqlite3.Connection, folder: bytes) -> None:
    """Makes an empty library of the corpus `folder` in an empty file, in one transaction."""
    from reader.library.naming.tables import create_tables as create_naming_tables
    from reader.library.sayings.tables import create_tables as create_sayings_tables
    from reader.library.search.index import create_tables as create_search_tables

    db.execute("BEGIN IMMEDIATE")
    try:
        for statement in _TABLES.split(";"):
            if statement.strip():
                db.execute(statement)
        db.execute("INSERT INTO origin VALUES (?)", (folder,))
        create_search_tables(db)
        create_naming_tables(db)
        create_sayings_tables(db)
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute(f"PRAGMA user_version = {VERSION}")
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise
