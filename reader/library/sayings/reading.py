"""Answers who speaks, what one speaker says, and who else reports the same words."""

import os
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from reader.corpus.article import PartialDate
from reader.library.interface import Report, Saying, SpeakerCount, SpeakerCounts, SpeakerSort
from reader.library.sayings.counting import KeptTable, SpeakerTable
from reader.library.search.folding import words

_MOST_WORDS = 8
_PARTED = " […] "
"""Stands between the parts of an utterance."""
_ORDERS = {
    SpeakerSort.QUOTES: (
        "quotes DESC, articles DESC, folded",
        "sure_quotes DESC, sure_articles DESC, folded",
    ),
    SpeakerSort.NAME: ("folded",) * 2,
    SpeakerSort.DATE: ("latest DESC, quotes DESC, folded", "latest DESC, sure_quotes DESC, folded"),
}
_COLUMNS = ("quotes, articles", "sure_quotes, sure_articles")
_OF_SPEAKER = """
SELECT utterance, indirect, article, start, end, sure, quotations.date, source, relay, quotations.words, text
FROM sayings_quotations AS quotations JOIN articles ON articles.id = quotations.article
WHERE voice = ? AND sure >= ? ORDER BY utterance, article, start
"""
_CARRIED_BY = (
    "SELECT saying, count(DISTINCT article) FROM sayings_quotations "
    "WHERE saying IN (SELECT utterance FROM sayings_quotations WHERE voice = ?) GROUP BY saying"
)
_REPORTS = """
SELECT quotations.article, start, end, text, speakers.name, sure, articles.date, source,
    path, title, relay
FROM sayings_quotations AS quotations JOIN articles ON articles.id = quotations.article
LEFT JOIN sayings_speakers AS speakers ON speakers.id = quotations.speaker
WHERE saying = (SELECT saying FROM sayings_quotations WHERE article = ?1 AND start = ?2)
ORDER BY articles.date IS NULL, articles.date, quotations.article, start
"""


def read_speakers(
    db: sqlite3.Connection, typed: str, sort: SpeakerSort, *, sure_only: bool, within: Sequence[int] | None,
    limit: int, kept: KeptTable | None = None,
) -> SpeakerCounts:  # fmt: skip
    """The first `limit` speakers whose name holds all words of `typed`, and how many there are of them."""
    wanted = words(typed)[:_MOST_WORDS]
    if within is not None:
        table = SpeakerTable.of(db, within) if kept is None else kept.get(db, within)
        return table.counts(wanted, sort, sure_only=sure_only, limit=limit)
    values: list[object] = list(wanted)
    columns = _COLUMNS[sure_only]
    number = columns.partition(",")[0]
    where = f"FROM sayings_speakers WHERE {number} > 0" + " AND instr(folded, ?) > 0" * len(wanted)
    chosen = f"SELECT id, name, named, sure_quotes > 0, {columns}, latest, reported {where}"
    chosen += f" ORDER BY {_ORDERS[sort][sure_only]} LIMIT ?"
    rows = [
        SpeakerCount(speaker_id, name, bool(named), bool(sure), quotes, articles, _date(latest), reported)
        for speaker_id, name, named, sure, quotes, articles, latest, reported in db.execute(
            chosen, (*values, limit)
        )
    ]
    if len(rows) < limit:
        return SpeakerCounts(rows, len(rows), sum(row.quotes for row in rows))
    counted = f"SELECT count(*), ifnull(sum({number}), 0) {where}"
    speakers, quotes = db.execute(counted, values).fetchone()
    return SpeakerCounts(rows, speakers, quotes)


@dataclass(slots=True)
class _Told:
    """One utterance as one article has it."""

    article: int
    start: int
    end: int
    date: str | None
    source: str | None
    relay: str | None
    words: int
    parts: list[str]


def read_sayings(
    db: sqlite3.Connection, speaker_id: int, *, sure_only: bool, within: Sequence[int] | None
) -> list[Saying]:
    """What a speaker said, each utterance once, in its longest form; newest first, undated last.

    What is only reported follows, in the same order.
    """
    chosen = None if within is None else frozenset(within)
    carried = dict(db.execute(_CARRIED_BY, (speaker_id,)))
    longest: dict[tuple[int, int], _Told] = {}
    sure_ones: set[tuple[int, int]] = set()
    here: _Told | None = None
    before = (-1, -1, -1)
    rows = db.execute(_OF_SPEAKER, (speaker_id, sure_only))
    for utterance, indirect, article, start, end, sure, date, source, relay, length, text in rows:
        if chosen is not None and article not in chosen:
            continue
        key = (utterance, indirect)
        if sure:
            sure_ones.add(key)
        if here is None or before != (*key, article) or text in here.parts:
            before = (*key, article)
            here = _Told(article, start, end, date, source, relay, length, [text])
        else:
            here.words += length
            here.parts.append(text)
        known = longest.get(key)
        if known is None or here.words > known.words:
            longest[key] = here
    found = [
        Saying(
            _PARTED.join(one.parts), one.article, one.start, one.end, carried[key[0]], _date(one.date), one.source,
            key in sure_ones, bool(key[1]), one.relay,
        )
        for key, one in longest.items()
    ]  # fmt: skip
    dated = sorted((one for one in found if one.date), key=lambda one: str(one.date), reverse=True)
    return sorted([*dated, *(one for one in found if not one.date)], key=lambda one: one.indirect)


def read_reports(db: sqlite3.Connection, article_id: int, start: int) -> list[Report]:
    """Every place that has the words of the quotation at `start` of an article, itself among them."""
    return [
        Report(
            article, start, end, text, name, bool(sure), _date(date),
            source, os.fsdecode(path), title, relay,
        )
        for article, start, end, text, name, sure, date, source, path, title, relay in db.execute(
            _REPORTS, (article_id, start)
        )
    ]  # fmt: skip


def _date(text: str | None) -> PartialDate | None:
    return PartialDate.parse(text) if text else None
