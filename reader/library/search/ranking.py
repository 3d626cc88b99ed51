"""Orders what was found: by how much of the query stands in titles, rare words weighing more; newest first
among equals.

The hits are parted into classes of equal score by a few operations on bitsets, and ids are only taken out of
a class when somebody looks so far.  Near copies of an article follow it directly.
"""

import math
from collections.abc import Iterator, Sequence
from threading import Lock
from typing import overload

from reader.library.search.catalogue import Catalogue
from reader.library.search.lookup import Lookup
from reader.library.search.wants import Want

_TITLE, _TITLE_BEGUN, _BODY, _BODY_BEGUN = 1.0, 0.9, 0.3, 0.25
_MOST_CLASSES = 64
Classes = dict[float, int]
"""Sets of articles by score."""


def classes(hits: int, wants: Sequence[Want], lookup: Lookup, articles: int) -> Classes:
    """Parts `hits` by score, from 0 to 1."""
    parted: Classes = {0.0: hits}
    total = 0.0
    for want in wants:
        levels = _levels(want, lookup)
        holding = 0
        for _, bits in levels:
            holding |= bits
        weight = math.log(2 + articles / (1 + holding.bit_count()))
        total += weight
        parted = _parted(parted, [(value * weight, bits) for value, bits in levels])
        if len(parted) > _MOST_CLASSES:
            parted = _merged(parted, 1)
    return {round(score / total, 4): bits for score, bits in parted.items()} if total else parted


def _levels(want: Want, lookup: Lookup) -> list[tuple[float, int]]:
    """How much each article has of a want: (value, articles), the greatest first."""
    found: list[tuple[float, int]] = []
    for way in want.ways:
        kinds = (("title", _TITLE, _TITLE_BEGUN), (want.field, _BODY, _BODY_BEGUN))
        for field, whole, begun in kinds:
            found.append((whole * way.closeness, lookup.words(way.words, field)))
            if way.prefix:
                found.append((begun * way.closeness, lookup.words(way.words, field, prefix=True)))
    return sorted(found, key=lambda level: -level[0])


def _parted(before: Classes, levels: list[tuple[float, int]]) -> Classes:
    after: Classes = {}
    for score, members in before.items():
        rest = members
        for value, bits in levels:
            part = rest & bits
            if part:
                key = round(score + value, 3)
                after[key] = after.get(key, 0) | part
                rest &= ~part
                if not rest:
                    break
        if rest:
            after[score] = after.get(score, 0) | rest
    return after


def _merged(parted: Classes, digits: int) -> Classes:
    merged: Classes = {}
    for score, bits in parted.items():
        merged[round(score, digits)] = merged.get(round(score, digits), 0) | bits
    return merged


class Ranked(Sequence[int]):
    """The ids of what was found, best first, taken out as far as they are looked at; any thread may look."""

    def __init__(self, total: int, order: Iterator[tuple[int, float]]) -> None:
        self._total, self._order = total, order
        self._ids: list[int] = []
        self._scores: list[float] = []
        self._lock = Lock()

    def __len__(self) -> int:
        return self._total

    @overload
    def __getitem__(self, index: int) -> int: ...
    @overload
    def __getitem__(self, index: slice) -> list[int]: ...
    def __getitem__(self, index: int | slice) -> int | list[int]:
        if isinstance(index, slice):
            self._reach(self._total if (index.stop is None or index.stop < 0) else index.stop)
        else:
            self._reach(self._total if index < 0 else index + 1)
        return self._ids[index]

    def __iter__(self) -> Iterator[int]:
        place = 0
        while place < self._total:
            self._reach(place + 64)
            yield from self._ids[place : place + 64]
            place += 64

    @property
    def scores(self) -> Sequence[float]:
        """The score of each id, taken out no further than they are looked at."""
        return _Scores(self)

    def first_scores(self, count: int) -> list[float]:
        """The scores of the first `count`."""
        self._reach(count)
        return self._scores[:count]

    def _reach(self, count: int) -> None:
        with self._lock:
            while len(self._ids) < min(count, self._total):
                article_id, score = next(self._order)
                self._ids.append(article_id)
                self._scores.append(score)


class _Scores(Sequence[float]):
    """The scores of a `Ranked`, in its order."""

    def __init__(self, ranked: Ranked) -> None:
        self._ranked = ranked

    def __len__(self) -> int:
        return len(self._ranked)

    @overload
    def __getitem__(self, index: int) -> float: ...
    @overload
    def __getitem__(self, index: slice) -> list[float]: ...
    def __getitem__(self, index: int | slice) -> float | list[float]:
        stop = index.stop if isinstance(index, slice) else index + 1
        whole = stop is None or stop <= 0
        return self._ranked.first_scores(len(self) if whole else stop)[index]


def best_first(parted: Classes, catalogue: Catalogue) -> Iterator[tuple[int, float]]:
    """(id, score) of all articles of the classes, each one's near copies directly behind it."""
    hits = 0
    for bits in parted.values():
        hits |= bits
    shown: set[int] = set()
    for score in sorted(parted, reverse=True):
        for article_id in catalogue.newest_first(parted[score]):
            kin = catalogue.kin(article_id)
            if not kin:
                yield article_id, score
            elif article_id not in shown:
                shown.update(kin)
                yield article_id, score
                for other in kin:
                    if other != article_id and hits >> other & 1:
                        yield other, score
