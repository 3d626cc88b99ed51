"""The ids of what was found, best first, taken out of their classes only as far as somebody looks."""

from collections.abc import Iterable, Iterator, Sequence
from threading import Lock
from typing import overload

from reader.library.search.catalogue import Catalogue
from reader.library.search.ranking import Classes


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
    """(id, score) of all articles of the classes, the newest of a class first."""
    for score in sorted(parted, reverse=True):
        for article_id in catalogue.newest_first(parted[score]):
            yield article_id, score


def with_near_copies(
    order: Iterable[tuple[int, float]], hits: int, catalogue: Catalogue
) -> Iterator[tuple[int, float]]:
    """`order`, all of the set `hits`, with each article's near copies directly behind it."""
    shown: set[int] = set()
    for article_id, score in order:
        kin = catalogue.kin(article_id)
        if not kin:
            yield article_id, score
        elif article_id not in shown:
            shown.update(kin)
            yield article_id, score
            for other in kin:
                if other != article_id and hits >> other & 1:
                    yield other, score
