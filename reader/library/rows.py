"""Reads articles, analyses and rows of lists out of a library's tables."""

import json
import os
import sqlite3
from collections.abc import Sequence
from typing import Any

from reader.analysis.types import Analysis
from reader.corpus.article import Article, Origin
from reader.library.encoding import unpack_analysis, unpack_blocks, unpack_text
from reader.library.interface import Content, Group, Skipped, Sort, Status, Summary
from reader.library.listing_fields import order_of
from reader.library.orders import order_query
from reader.library.untrusted import checked_date, checked_line, checked_number, checked_origin, checked_path

_AT_A_TIME = 4096
_SUMMARY = (
    "SELECT id, path, title, title_origin, date, source, language, words, lead, content_key, copies "
    "FROM articles WHERE id IN (SELECT value FROM json_each(?))"
)
_ARTICLE = (
    "SELECT path, digest, title, title_origin, date, date_origin, source, source_origin, language, text, "
    "blocks FROM articles JOIN texts USING (id) WHERE id = ?"
)


def read_ids(
    db: sqlite3.Connection, sort: Sort, *, backwards: bool = False, group: Group = Group.NONE
) -> list[int]:
    """The ids of all articles, in an order."""
    return [row[0] for row in db.execute(order_query(sort, backwards=backwards, group=group))]


def read_contents(db: sqlite3.Connection, after: int) -> dict[int, Content]:
    """What the next articles with ids `after` this one are known again by; none once there are no more."""
    query = "SELECT id, content_key, path, digest FROM articles WHERE id > ? ORDER BY id LIMIT ?"
    found = db.execute(query, (after, _AT_A_TIME))
    return {article_id: Content(key, os.fsdecode(path), digest) for article_id, key, path, digest in found}


def read_summaries(db: sqlite3.Connection, ids: Sequence[int]) -> list[Summary]:
    """A row for each of `ids` that is there, in their order."""
    rows = {row[0]: row for row in db.execute(_SUMMARY, (json.dumps(list(ids)),))}
    return [_summary(rows[one]) for one in ids if one in rows]


def read_article(db: sqlite3.Connection, article_id: int) -> Article:
    """The article. Raises KeyError where it is not there, UnreadableRecord."""
    row = db.execute(_ARTICLE, (article_id,)).fetchone()
    if row is None:
        raise KeyError(article_id)
    path, digest, title, title_origin, date, date_origin, source, source_origin, language, packed, blocks = (
        row
    )
    text = unpack_text(packed)
    return Article(
        path=checked_path(path),
        digest=checked_line(digest),
        title=checked_line(title),
        title_origin=checked_origin(title_origin) or Origin.FILE_NAME,
        date=checked_date(date),
        date_origin=checked_origin(date_origin),
        source=None if source is None else checked_line(source),
        source_origin=checked_origin(source_origin),
        language=checked_line(language),
        text=text,
        blocks=unpack_blocks(blocks, len(text)),
    )


def read_analysis(db: sqlite3.Connection, article_id: int, length: int) -> Analysis | None:
    """The stored analysis of an article whose text has `length` code points; None where there is none yet.

    One that failed is empty.  Raises UnreadableRecord.
    """
    row = db.execute("SELECT data FROM analyses WHERE id = ?", (article_id,)).fetchone()
    if row is None:
        return None
    return Analysis((), ()) if row[0] is None else unpack_analysis(row[0], length)


def read_problem(db: sqlite3.Connection, article_id: int) -> str | None:
    """Why the analysis of an article failed; None where it did not. Raises UnreadableRecord."""
    query = "SELECT problem FROM analyses WHERE id = ? AND data IS NULL"
    row = db.execute(query, (article_id,)).fetchone()
    return None if row is None or row[0] is None else checked_line(row[0])


def read_skipped(db: sqlite3.Connection) -> list[Skipped]:
    """The files left out, by path. Raises UnreadableRecord."""
    query = "SELECT path, reason FROM skipped ORDER BY path"
    return [Skipped(checked_path(path), checked_line(reason)) for path, reason in db.execute(query)]


_FEW = 50
"""Of so many articles one must have a date to call them dated; the same for sources."""
_KNOWN = """SELECT (SELECT count(*) FROM (SELECT 1 FROM articles WHERE date > '' LIMIT :least)) >= :least,
    (SELECT count(*) FROM (SELECT 1 FROM articles WHERE source_order < :unknown LIMIT :least)) >= :least"""


def read_status(db: sqlite3.Connection) -> Status:
    """How far the library is. Raises UnreadableRecord."""
    counts = dict(db.execute("SELECT name, value FROM counts"))
    skipped = dict(db.execute("SELECT reason, number FROM skipped_counts ORDER BY number DESC, reason"))
    found, stored, analysed = (checked_number(counts.get(name)) for name in ("found", "stored", "analysed"))
    reasons = {checked_line(reason): checked_number(number) for reason, number in skipped.items()}
    known = db.execute(_KNOWN, {"least": -(-stored // _FEW), "unknown": order_of(None)}).fetchone()
    return Status(found, stored, analysed, reasons, *map(bool, known))


def _summary(row: Sequence[Any]) -> Summary:
    article_id, path, title, title_origin, date, source, language, words, lead, content_key, copies = row
    return Summary(
        id=article_id,
        path=checked_path(path),
        title=checked_line(title),
        title_origin=checked_origin(title_origin) or Origin.FILE_NAME,
        date=checked_date(date),
        source=None if source is None else checked_line(source),
        language=checked_line(language),
        words=checked_number(words),
        lead=checked_line(lead),
        content_key=checked_line(content_key),
        copies=checked_number(copies),
    )
