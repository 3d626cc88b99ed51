"""Counts the speakers of some articles: the rows of all quotations in memory, gone through by C loops.

Going through an index of SQLite for 10,000 articles takes ten times as long.
"""

import sqlite3
import threading
from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import compress
from operator import and_

from reader.corpus.article import PartialDate
from reader.library.interface import SpeakerCount, SpeakerCounts, SpeakerSort

_ROWS = (
    "SELECT voice, article, utterance, sure, date FROM sayings_quotations INDEXED BY sayings_by_date "
    "WHERE NOT indirect AND voice IS NOT NULL ORDER BY date"
)
_SPEAKERS = "SELECT id, name, named, folded FROM sayings_speakers WHERE quotes > 0 ORDER BY folded, id"
_SHIFT = 32


@dataclass(frozen=True, slots=True)
class SpeakerTable:
    """The quotations in signs that have a speaker, in order of date: who, where, which utterance, how sure.

    A pair is `voice << 32 | number`, so that a set of pairs counts what is different.  `speakers`: name, whether
    named, folded name and its rank among them, by id.
    """

    voices: Sequence[int]
    articles: Sequence[int]
    sure: bytes
    dates: Sequence[str | None]
    in_articles: Sequence[int]
    in_utterances: Sequence[int]
    speakers: dict[int, tuple[str, bool, str, int]]

    @classmethod
    def of(cls, db: sqlite3.Connection) -> "SpeakerTable":
        """What the library behind `db` holds now."""
        rows = db.execute(_ROWS).fetchall()
        voices, articles, utterances, sure, dates = zip(*rows, strict=True) if rows else ((), (), (), (), ())
        speakers = {
            speaker_id: (name, bool(named), folded, rank)
            for rank, (speaker_id, name, named, folded) in enumerate(db.execute(_SPEAKERS))
        }
        return cls(
            array("q", voices), array("q", articles), bytes(sure), dates,
            array("q", (voice << _SHIFT | article for voice, article in zip(voices, articles, strict=True))),
            array("q", (voice << _SHIFT | one for voice, one in zip(voices, utterances, strict=True))),
            speakers,
        )  # fmt: skip

    def counts(
        self, typed: Sequence[str], sort: SpeakerSort, *, sure_only: bool, within: Sequence[int], limit: int
    ) -> SpeakerCounts:
        """The first `limit` speakers of the articles `within` whose folded name holds all of `typed`."""
        chosen = self._chosen(within)
        told = bytes(map(and_, chosen, self.sure))
        if sure_only:
            chosen = told
        quotes = _different(compress(self.in_utterances, chosen))
        articles = _different(compress(self.in_articles, chosen))
        sure = set(compress(self.voices, told))
        latest = dict(zip(compress(self.voices, chosen), compress(self.dates, chosen), strict=True))
        known = self.speakers
        found = [voice for voice in quotes if voice in known]
        for word in typed:
            found = [voice for voice in found if word in known[voice][2]]
        if sort is SpeakerSort.QUOTES:
            found.sort(key=lambda one: (-quotes[one], -articles[one], known[one][3]))
        else:
            found.sort(key=lambda one: known[one][3])
        if sort is SpeakerSort.DATE:
            found.sort(key=lambda one: (latest[one] or "", quotes[one]), reverse=True)
        rows = []
        for one in found[:limit]:
            name, named, _, _ = known[one]
            date = PartialDate.parse(latest[one] or "") if latest[one] else None
            rows.append(SpeakerCount(one, name, named, one in sure, quotes[one], articles[one], date))
        return SpeakerCounts(rows, len(found), sum(quotes[one] for one in found))

    def _chosen(self, within: Sequence[int]) -> bytes:
        """1 for each row of one of the articles."""
        wanted = bytearray(max(self.articles, default=0) + 1)
        for article in within:
            if 0 <= article < len(wanted):
                wanted[article] = 1
        return bytes(map(wanted.__getitem__, self.articles))


def _different(pairs: Iterable[int]) -> Counter[int]:
    """How many different pairs each voice has."""
    return Counter(map((_SHIFT).__rrshift__, set(pairs)))


class KeptTable:
    """The table of a library, made anew when the counts of its speakers have changed.  For any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._number: int | None = None
        self._table: SpeakerTable | None = None

    def get(self, db: sqlite3.Connection) -> SpeakerTable:
        """The table as of now."""
        number = db.execute("SELECT number FROM sayings_changes").fetchone()[0]
        with self._lock:
            if self._table is None or number != self._number:
                self._table, self._number = SpeakerTable.of(db), number
            return self._table

    def forget(self) -> None:
        """The file is another one now."""
        with self._lock:
            self._table = None
