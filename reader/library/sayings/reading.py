"""Answers who speaks, what one speaker says, and who else reports the same words."""

import json
import os
import sqlite3
from collections.abc import Sequence
from dataclasses import replace

from reader.corpus.article import PartialDate
from reader.library.interface import Report, Saying, SpeakerCount, SpeakerCounts, SpeakerSort
from reader.library.search.folding import words

_MOST_WORDS = 8
_ORDERS = {
    SpeakerSort.QUOTES: "quotes DESC, articles DESC, folded",
    SpeakerSort.NAME: "folded",
    SpeakerSort.DATE: "latest DESC, quotes DESC, folded",
}
_IN_CORPUS = (
    "SELECT *, sure_quotes > 0 AS is_sure FROM sayings_speakers",
    "SELECT id, name, named, folded, latest, 1 AS is_sure, sure_quotes AS quotes, sure_articles AS articles "
    "FROM sayings_speakers",
)
_IN_ARTICLES = """
SELECT speakers.id, name, named, folded, newest AS latest, is_sure, counts.quotes, counts.articles
FROM (
    SELECT voice, max(date) AS newest, max(sure) AS is_sure,
        count(DISTINCT saying) AS quotes, count(DISTINCT article) AS articles
    FROM json_each(:within) AS chosen CROSS JOIN sayings_quotations AS quotations
        ON quotations.article = chosen.value
    WHERE sure >= :sure AND voice IS NOT NULL GROUP BY voice
) AS counts JOIN sayings_speakers AS speakers ON speakers.id = counts.voice
"""
_OF_SPEAKER = """
SELECT saying, article, start, end, sure, quotations.date, source, text
FROM sayings_quotations AS quotations JOIN articles ON articles.id = quotations.article
WHERE voice = ? AND sure >= ? ORDER BY saying, quotations.words DESC, quotations.id
"""
_CARRIED_BY = (
    "SELECT saying, count(DISTINCT article) FROM sayings_quotations "
    "WHERE saying IN (SELECT saying FROM sayings_quotations WHERE voice = ?) GROUP BY saying"
)
_REPORTS = """
SELECT quotations.article, start, end, text, speakers.name, sure, articles.date, source,
    path, title
FROM sayings_quotations AS quotations JOIN articles ON articles.id = quotations.article
LEFT JOIN sayings_speakers AS speakers ON speakers.id = quotations.speaker
WHERE saying = (SELECT saying FROM sayings_quotations WHERE article = ?1 AND start = ?2)
ORDER BY articles.date IS NULL, articles.date, quotations.article, start
"""


def read_speakers(
    db: sqlite3.Connection, typed: str, sort: SpeakerSort, *, sure_only: bool, within: Sequence[int] | None,
    limit: int,
) -> SpeakerCounts:  # fmt: skip
    """The first `limit` speakers whose name holds all words of `typed`, and how many there are of them."""
    source = _IN_CORPUS[sure_only] if within is None else _IN_ARTICLES
    values: dict[str, object] = {"limit": limit, "sure": int(sure_only)}
    if within is not None:
        values["within"] = json.dumps(list(within))
    conditions = ["quotes > 0"]
    for number, word in enumerate(words(typed)[:_MOST_WORDS]):
        values[f"word{number}"] = word
        conditions.append(f"instr(folded, :word{number}) > 0")
    found = f"WITH found AS MATERIALIZED ({source}) " if within is not None else f"WITH found AS ({source}) "
    where = f"FROM found WHERE {' AND '.join(conditions)}"
    counted = f"{found} SELECT count(*), ifnull(sum(quotes), 0) {where}"
    chosen = f"{found} SELECT id, name, named, is_sure, quotes, articles, latest {where}"
    chosen += f" ORDER BY {_ORDERS[sort]} LIMIT :limit"
    rows = [
        SpeakerCount(speaker_id, name, bool(named), bool(sure), quotes, articles, _date(latest))
        for speaker_id, name, named, sure, quotes, articles, latest in db.execute(chosen, values)
    ]
    if within is not None and len(rows) < limit:
        return SpeakerCounts(rows, len(rows), sum(row.quotes for row in rows))
    speakers, quotes = db.execute(counted, values).fetchone()
    return SpeakerCounts(rows, speakers, quotes)


def read_sayings(
    db: sqlite3.Connection, speaker_id: int, *, sure_only: bool, within: Sequence[int] | None
) -> list[Saying]:
    """What a speaker said, each saying once, in its longest form; newest first, undated last."""
    chosen = None if within is None else frozenset(within)
    carried = dict(db.execute(_CARRIED_BY, (speaker_id,)))
    found: dict[int, Saying] = {}
    rows = db.execute(_OF_SPEAKER, (speaker_id, sure_only))
    for saying, article, start, end, sure, date, source, text in rows:
        if chosen is not None and article not in chosen:
            continue
        known = found.get(saying)
        if known is None:
            found[saying] = Saying(
                text, article, start, end, carried[saying], _date(date), source, bool(sure)
            )
        elif sure and not known.sure:
            found[saying] = replace(known, sure=True)
    dated = sorted((one for one in found.values() if one.date), key=lambda one: str(one.date), reverse=True)
    return [*dated, *(one for one in found.values() if not one.date)]


def read_reports(db: sqlite3.Connection, article_id: int, start: int) -> list[Report]:
    """Every place that has the words of the quotation at `start` of an article, itself among them."""
    return [
        Report(
            article, start, end, text, name, bool(sure), _date(date),
            source, os.fsdecode(path), title,
        )
        for article, start, end, text, name, sure, date, source, path, title in db.execute(
            _REPORTS, (article_id, start)
        )
    ]  # fmt: skip


def _date(text: str | None) -> PartialDate | None:
    return PartialDate.parse(text) if text else None
