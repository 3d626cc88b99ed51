"""Writes articles, their texts and analyses into a library, and keeps its counts right.

Everything happens in the caller's transaction, so that counts, tables and search never disagree.
"""

import json
import os
import sqlite3
from collections.abc import Iterable

from reader.analysis.types import Analysis
from reader.corpus.article import Article
from reader.library.encoding import pack_blocks, pack_text
from reader.library.listing_fields import count_words, lead_of, order_of
from reader.library.naming.writer import NamingWriter
from reader.library.sayings.writer import SayingsWriter
from reader.library.search.index import IndexWriter

_COLUMNS = (
    "path", "size", "mtime_ns", "digest", "content_key", "title", "title_origin", "date", "date_origin",
    "source", "source_origin", "language", "words", "lead", "copies", "title_order", "source_order",
)  # fmt: skip
_PLACES = ", ".join("?" * len(_COLUMNS))
_COUNT_COPIES = """UPDATE articles
SET copies = (SELECT count(*) - 1 FROM articles AS same WHERE same.content_key = articles.content_key)
WHERE content_key IN (SELECT value FROM json_each(?))"""
_INSERT = f"INSERT INTO articles ({', '.join(_COLUMNS)}) VALUES ({_PLACES})"  # noqa: S608 - names of ours


class Store:
    """The writing side of one library."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._search = IndexWriter(db)
        self._sayings = SayingsWriter(db)
        self._naming = NamingWriter(db)
        self._changes: dict[str, int] = {}
        self._copied: set[str] = set()
        self._skips_changed = False

    def add(self, article: Article, size: int, mtime_ns: int) -> int:
        """Stores `article`, read from a file of `size` and `mtime_ns`; returns its id, never used before."""
        key = article.content_key
        copies = self._copies(key)
        row = (
            os.fsencode(article.path), size, mtime_ns, article.digest, key, article.title,
            article.title_origin, article.date and str(article.date), article.date_origin,
            article.source, article.source_origin, article.language, count_words(article), lead_of(article),
            copies, order_of(article.title), order_of(article.source),
        )  # fmt: skip
        article_id = self._db.execute(_INSERT, row).lastrowid
        assert article_id is not None
        self._db.execute(
            "INSERT INTO texts VALUES (?, ?, ?)",
            (article_id, pack_text(article.text), pack_blocks(article.blocks)),
        )
        if copies:
            self._copied.add(key)
        self._search.add(article_id, article)
        self._change("stored", 1)
        return article_id

    def remove(self, article_id: int) -> None:
        """Takes out an article, with its text and analysis."""
        row = self._db.execute("SELECT content_key FROM articles WHERE id = ?", (article_id,)).fetchone()
        if row is None:
            return
        self._db.execute("DELETE FROM articles WHERE id = ?", (article_id,))
        self._db.execute("DELETE FROM texts WHERE id = ?", (article_id,))
        self._change(
            "analysed", -self._db.execute("DELETE FROM analyses WHERE id = ?", (article_id,)).rowcount
        )
        self._copied.add(row[0])
        self._search.remove(article_id)
        self._sayings.remove(article_id)
        self._naming.remove(article_id)
        self._change("stored", -1)

    def touch(self, article_id: int, size: int, mtime_ns: int) -> None:
        """Notes that the file of an article has new times, but the same bytes."""
        self._db.execute(
            "UPDATE articles SET size = ?, mtime_ns = ? WHERE id = ?", (size, mtime_ns, article_id)
        )

    def move(self, article_id: int, path: str, size: int, mtime_ns: int) -> None:
        """Notes that the file of an article now stands at `path`."""
        self._db.execute(
            "UPDATE articles SET path = ?, size = ?, mtime_ns = ? WHERE id = ?",
            (os.fsencode(path), size, mtime_ns, article_id),
        )

    def add_analysis(self, article_id: int, article: Article, analysis: Analysis, packed: bytes) -> None:
        """Stores the analysis of an article; `packed`: as `encoding.pack_analysis` makes it."""
        self._put_analysis(article_id, packed, None)
        self._search.add_analysis(article_id, article, analysis)
        self._sayings.add(article_id, article, analysis)
        self._naming.add(article_id, article, analysis)

    def fail_analysis(self, article_id: int, problem: str) -> None:
        """Notes that an article cannot be analysed, and why, so that it is not tried again."""
        self._put_analysis(article_id, None, problem)

    def skip(self, path: str, reason: str, size: int | None = None, mtime_ns: int | None = None) -> None:
        """Notes that a file is left out; its size and time only where it had to be read to know."""
        self._skips_changed = True
        self._db.execute(
            "INSERT OR REPLACE INTO skipped VALUES (?, ?, ?, ?)", (os.fsencode(path), reason, size, mtime_ns)
        )

    def forget_skipped(self, paths: Iterable[bytes]) -> None:
        """Takes files off the list of those left out."""
        self._skips_changed = True
        self._db.executemany("DELETE FROM skipped WHERE path = ?", ((path,) for path in paths))

    def write_counts(self, found: int | None = None) -> None:
        """Adds what was done since the last call to the counts; `found`: files to read, where now known."""
        self._sayings.write_counts()
        if self._copied:  # once a batch: each statement on many rows has FTS5 write a segment
            self._db.execute(_COUNT_COPIES, (json.dumps(list(self._copied)),))
            self._copied.clear()
        for name, change in self._changes.items():
            self._db.execute("UPDATE counts SET value = value + ? WHERE name = ?", (change, name))
        self._changes.clear()
        if found is not None:
            self._db.execute("UPDATE counts SET value = ? WHERE name = 'found'", (found,))
        if self._skips_changed:
            self._skips_changed = False
            self._db.execute("DELETE FROM skipped_counts")
            self._db.execute(
                "INSERT INTO skipped_counts SELECT reason, count(*) FROM skipped GROUP BY reason"
            )

    def note_unfinished(self) -> None:
        """Notes that `finish_search` is due, so that an interruption does not leave it undone for good."""
        self._db.execute("INSERT OR REPLACE INTO counts VALUES ('unfinished', 1)")

    def is_unfinished(self) -> bool:
        """Whether `finish_search` is due."""
        query = "SELECT 1 FROM counts WHERE name = 'unfinished' AND value = 1"
        return self._db.execute(query).fetchone() is not None

    def set_shares_private(self, shares: bool) -> None:  # noqa: FBT001 - reads as a sentence where it is called
        """Notes whether the library holds what not all who may read it may read in the folder."""
        self._db.execute("INSERT OR REPLACE INTO counts VALUES ('shares_private', ?)", (int(shares),))

    def shares_private(self) -> bool:
        """What was noted so last; at first False."""
        query = "SELECT 1 FROM counts WHERE name = 'shares_private' AND value = 1"
        return self._db.execute(query).fetchone() is not None

    def finish_search(self) -> None:
        """Puts the index of search in its fastest form, and joins the speakers that are the same."""
        self._search.finish()
        self._sayings.finish()
        self._db.execute("INSERT OR REPLACE INTO counts VALUES ('unfinished', 0)")

    def naming_is_due(self) -> bool:
        """Whether articles, or what the user says of names, changed since `finish_naming`."""
        return self._naming.is_due()

    def finish_naming(self) -> None:
        """Joins the names that are the same."""
        self._naming.finish()

    def forget_changes(self) -> None:
        """Drops the counting of what was rolled back."""
        self._changes.clear()
        self._copied.clear()
        self._sayings.forget()
        self._skips_changed = True

    def _put_analysis(self, article_id: int, data: bytes | None, problem: str | None) -> None:
        added = self._db.execute(
            "INSERT OR IGNORE INTO analyses VALUES (?, ?, ?)", (article_id, data, problem)
        ).rowcount
        self._change("analysed", added)

    def _copies(self, content_key: str) -> int:
        query = "SELECT count(*) FROM articles WHERE content_key = ?"
        number: int = self._db.execute(query, (content_key,)).fetchone()[0]
        return number

    def _change(self, name: str, by: int) -> None:
        if by:
            self._changes[name] = self._changes.get(name, 0) + by
