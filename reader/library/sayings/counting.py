"""Counts the speakers of some articles: the rows of their quotations in memory, gone through by C loops.

The same in SQL takes several times as long, and again at each letter that is typed.
"""

import json
import sqlite3
import threading
from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from heapq import nlargest, nsmallest
from itertools import compress

from reader.corpus.article import PartialDate
from reader.library.interface import SpeakerCount, SpeakerCounts, SpeakerSort

_SHIFT, _LOW = 32, (1 << 32) - 1
_ROWS = """
SELECT voice << 32 | article, voice << 32 | utterance,
    voice << 32 | CAST(replace(substr(ifnull(date, '0000') || '-00-00', 1, 10), '-', '') AS INTEGER), sure
FROM json_each(?) AS wanted JOIN sayings_quotations ON article = wanted.value
WHERE NOT indirect AND voice IS NOT NULL
"""
_SPEAKERS = """
SELECT id, name, named, folded FROM sayings_speakers
WHERE id IN (SELECT value FROM json_each(?)) ORDER BY folded, id
"""


@dataclass(frozen=True, slots=True)
class SpeakerTable:
    """The quotations in signs that have a speaker, of some articles: who, where, which utterance, when, how sure.

    Each is a pair `voice << 32 | number`, so that a set of pairs counts what is different; a date is yyyymmdd,
    with noughts for what is not known.  `speakers`: name, whether named, folded name and its rank, by id.
    """

    in_articles: "array[int]"
    in_utterances: "array[int]"
    on_dates: "array[int]"
    sure: bytes
    speakers: dict[int, tuple[str, bool, str, int]]

    @classmethod
    def of(cls, db: sqlite3.Connection, within: Iterable[int]) -> "SpeakerTable":
        """What the library behind `db` holds now of the articles `within`."""
        rows = db.execute(_ROWS, (json.dumps(list(set(within))),)).fetchall()
        columns = zip(*rows, strict=True) if rows else ((),) * 4
        in_articles, in_utterances, on_dates, sure = (array("q", column) for column in columns)
        voices = json.dumps(list({pair >> _SHIFT for pair in in_articles}))
        speakers = {
            speaker_id: (name, bool(named), folded, rank)
            for rank, (speaker_id, name, named, folded) in enumerate(db.execute(_SPEAKERS, (voices,)))
        }
        return cls(in_articles, in_utterances, on_dates, bytes(sure), speakers)

    def counts(
        self, typed: Sequence[str], sort: SpeakerSort, *, sure_only: bool, limit: int
    ) -> SpeakerCounts:
        """The first `limit` speakers whose folded name holds all of `typed`."""
        told = {pair >> _SHIFT for pair in set(compress(self.in_articles, self.sure))}
        in_articles, in_utterances, on_dates = (
            array("q", compress(pairs, self.sure)) if sure_only else pairs
            for pairs in (self.in_articles, self.in_utterances, self.on_dates)
        )
        quotes, articles, known = _different(in_utterances), _different(in_articles), self.speakers
        found: Iterable[int] = quotes
        for word in typed:
            found = [voice for voice in found if word in known[voice][2]]
        found = list(found)
        latest = _latest(on_dates) if sort is SpeakerSort.DATE else {}
        if sort is SpeakerSort.QUOTES:
            fewest = nlargest(limit, (quotes[one] for one in found))[-1:]
            few = [
                one for one in found if quotes[one] >= fewest[0]
            ]  # most have one quote, and none of the first rows
            order = sorted((-quotes[one], -articles[one], known[one][3], one) for one in few)
        elif sort is SpeakerSort.DATE:
            order = nsmallest(limit, ((-latest[one], -quotes[one], known[one][3], one) for one in found))
        else:
            order = nsmallest(limit, ((0, 0, known[one][3], one) for one in found))
        shown = [one for *_, one in order[:limit]]
        if not latest:
            wanted = set(shown)
            latest = _latest(pair for pair in on_dates if pair >> _SHIFT in wanted)
        rows = []
        for one in shown:
            name, named, _, _ = known[one]
            date = _date(latest.get(one, 0))
            rows.append(SpeakerCount(one, name, named, one in told, quotes[one], articles[one], date))
        return SpeakerCounts(rows, len(found), sum(quotes[one] for one in found))


def _different(pairs: Iterable[int]) -> Counter[int]:
    """How many different pairs each voice has."""
    return Counter(map((_SHIFT).__rrshift__, set(pairs)))


def _latest(pairs: Iterable[int]) -> dict[int, int]:
    """The newest date of each voice."""
    return {pair >> _SHIFT: pair & _LOW for pair in sorted(set(pairs))}


def _date(digits: int) -> PartialDate | None:
    """The date that yyyymmdd stands for."""
    if not digits:
        return None
    return PartialDate(digits // 10_000, digits // 100 % 100, digits % 100)


class KeptTable:
    """The table of the articles that were asked for last, made anew when the library changed.  For any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._of: tuple[int, Sequence[int]] | None = None
        self._table: SpeakerTable | None = None

    def get(self, db: sqlite3.Connection, within: Sequence[int]) -> SpeakerTable:
        """The table of the articles `within`, as of now."""
        asked = db.execute("SELECT number FROM sayings_changes").fetchone()[0], within
        with self._lock:
            if self._table is None or asked != self._of:
                self._table, self._of = SpeakerTable.of(db, within), asked
            return self._table

    def forget(self) -> None:
        """The file is another one now."""
        with self._lock:
            self._table = None
