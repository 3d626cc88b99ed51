"""Reads articles, analyses and rows of lists out of a library's tables."""

import json
import os
import sqlite3
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from reader.analysis.types import Analysis
from reader.corpus.article import Article, Origin, PartialDate
from reader.library.encoding import UnreadableRecord, unpack_analysis, unpack_blocks, unpack_text
from reader.library.interface import Sort, Status, Summary

_IDS = {
    Sort.RELEVANCE: "SELECT id FROM articles ORDER BY date DESC, id",
    Sort.DATE: "SELECT id FROM articles ORDER BY date DESC, id",
    Sort.SOURCE: "SELECT id FROM articles ORDER BY source_order, date DESC, id",
    Sort.TITLE: "SELECT id FROM articles ORDER BY title_order, id",
    Sort.PATH: "SELECT id FROM articles ORDER BY path",
}
_SUMMARY = (
    "SELECT id, path, title, title_origin, date, source, language, words, lead, content_key, copies "
    "FROM articles WHERE id IN (SELECT value FROM json_each(?))"
)
_ARTICLE = (
    "SELECT path, digest, title, title_origin, date, date_origin, source, source_origin, language, text, "
    "blocks FROM articles JOIN texts USING (id) WHERE id = ?"
)


def read_ids(db: sqlite3.Connection, sort: Sort) -> list[int]:
    """The ids of all articles, in the order of `sort`."""
    return [row[0] for row in db.execute(_IDS[sort])]


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
        path=_path(path),
        digest=digest,
        title=title,
        title_origin=_origin(title_origin) or Origin.FILE_NAME,
        date=_date(date),
        date_origin=_origin(date_origin),
        source=source,
        source_origin=_origin(source_origin),
        language=language,
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


def read_status(db: sqlite3.Connection) -> Status:
    """How far the library is."""
    counts = dict(db.execute("SELECT name, value FROM counts"))
    skipped = dict(db.execute("SELECT reason, number FROM skipped_counts ORDER BY number DESC, reason"))
    return Status(counts["found"], counts["stored"], counts["analysed"], skipped)


def _summary(row: Sequence[Any]) -> Summary:
    article_id, path, title, title_origin, date, source, language, words, lead, content_key, copies = row
    return Summary(
        article_id, _path(path), title, _origin(title_origin) or Origin.FILE_NAME, _date(date), source,
        language, words, lead, content_key, copies,
    )  # fmt: skip


def _path(path: object) -> str:
    if not isinstance(path, bytes):
        raise UnreadableRecord("a path that is none")
    return os.fsdecode(path)


@lru_cache(maxsize=16)
def _origin(name: str | None) -> Origin | None:
    try:
        return None if name is None else Origin(name)
    except ValueError as error:
        raise UnreadableRecord(str(error)) from error


@lru_cache(maxsize=4096)
def _date(text: str | None) -> PartialDate | None:
    try:
        return PartialDate.parse(text) if text else None
    except ValueError as error:
        raise UnreadableRecord(str(error)) from error
