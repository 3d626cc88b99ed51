"""What a search must know of every article at once: whether it is there, its date, its near copies.

Kept in memory (about 10 MB for 100,000 articles) and brought up to date by what is new in the tables.
"""

import sqlite3
from array import array
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from reader.library.search.bitsets import HIGHEST_ID, from_ids, ids_of
from reader.library.untrusted import UnreadableRecord

_UNDATED = 0
_LONGEST_SPAN = 366
_SORTED_AT_ONCE = 1500


class Catalogue:
    """The articles of one library.  Ids index the arrays; 0 stands where there is none.

    `alive`: those that are there; `titled`: those whose title was read in the text, not made from it.
    """

    def __init__(self) -> None:
        self.alive = 0
        self.titled = 0
        self.highest = 0
        self._removed: set[int] = set()
        self._first = array("i", [0])
        self._last = array("i", [0])
        self._family = array("i", [0])
        self._age = array("q", [0])  # ascending from the newest: `2024-05-01`, then `2024-05`, then `2024`
        self._kin: dict[int, list[int]] = {}
        self._ids_of_month: defaultdict[int, list[int]] = defaultdict(list)
        self._bounds_of_month: dict[
            int, tuple[int, int, int, int]
        ] = {}  # of its first days, of its last days
        self._clear()

    def refresh(self, db: sqlite3.Connection) -> None:
        """Takes in the articles added and removed since the last time."""
        removed = {row[0] for row in db.execute("SELECT id FROM search_removed")}
        before = self.highest
        titled = []
        rows = db.execute(
            "SELECT id, first, last, titled, family FROM search_articles WHERE id > ?", (before,)
        )
        for article_id, first, last, is_titled, family in rows:
            self._add(article_id, first, last, family)
            if is_titled:
                titled.append(article_id)
        if self.highest == before and removed == self._removed:
            return
        self.alive |= from_ids(
            [number for number in range(before + 1, self.highest + 1) if self._family[number]]
        )
        self.titled |= from_ids(titled)
        self._removed = removed
        self.alive &= ~from_ids(removed)
        self._clear()

    def newest_first(self, bits: int) -> Iterator[int]:
        """The ids of a set by date, newest first; less precise dates after the precise ones, undated last."""
        if bits.bit_count() <= _SORTED_AT_ONCE:
            yield from sorted(ids_of(bits), key=self._age.__getitem__)
            return
        for month in self._months:
            if part := bits & self._bits_of_month(month):
                yield from sorted(ids_of(part), key=self._age.__getitem__)

    def undated(self) -> int:
        """The articles without a date."""
        return self._bits_of_month(_UNDATED) if _UNDATED in self._ids_of_month else 0

    def dated(self, first: date | None, last: date | None) -> int:
        """The articles whose date may lie between two days, both included."""
        return self._dated(
            first.toordinal() if first else 1, last.toordinal() if last else date.max.toordinal()
        )

    def kin(self, article_id: int) -> list[int]:
        """The near copies of an article, itself among them, or nothing if it has none."""
        return self._kin.get(self._family[article_id], [])

    def _add(self, article_id: int, first: int | None, last: int | None, family: int) -> None:
        if not 0 < article_id <= HIGHEST_ID or not 0 < family <= HIGHEST_ID:
            raise UnreadableRecord("an article's number is out of bounds")
        if first is not None and not 0 < first <= (last or 0) <= min(
            first + _LONGEST_SPAN, date.max.toordinal()
        ):
            raise UnreadableRecord("a date that is none")
        for column in (self._first, self._last, self._family, self._age):
            column.extend([0] * (article_id + 1 - len(column)))
        self._first[article_id], self._last[article_id] = first or 0, last or 0
        self._family[article_id] = family
        precision = _LONGEST_SPAN - ((last or 0) - (first or 0))
        self._age[article_id] = -((((first or 0) * (_LONGEST_SPAN + 1) + precision) << 32) + article_id)
        if family != article_id:
            self._kin.setdefault(family, [family]).append(article_id)
        self._add_to_month(article_id, self._first[article_id], self._last[article_id])
        self.highest = max(self.highest, article_id)

    def _add_to_month(self, article_id: int, first: int, last: int) -> None:
        month = date.fromordinal(first).replace(day=1).toordinal() if first else _UNDATED
        self._ids_of_month[month].append(article_id)
        bounds = self._bounds_of_month.get(month, (first, first, last, last))
        self._bounds_of_month[month] = (
            min(bounds[0], first), max(bounds[1], first), min(bounds[2], last), max(bounds[3], last)
        )  # fmt: skip

    def _clear(self) -> None:
        self._months = sorted(self._ids_of_month, reverse=True)
        self._bits_of_month = lru_cache(None)(self._read_month)
        self._dated = lru_cache(64)(self._read_dated)

    def _read_month(self, month: int) -> int:
        return from_ids(self._ids_of_month[month])

    def _read_dated(self, first: int, last: int) -> int:
        found = 0
        for month in self._months:
            earliest_first, latest_first, earliest_last, latest_last = self._bounds_of_month[month]
            if month == _UNDATED or earliest_first > last or latest_last < first:
                continue
            if latest_first <= last and earliest_last >= first:
                found |= self._bits_of_month(month)
                continue
            ids = self._ids_of_month[month]
            found |= from_ids(
                [number for number in ids if self._first[number] <= last and self._last[number] >= first]
            )
        return found
