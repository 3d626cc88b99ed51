"""Keeps the last few things that were asked for."""

import threading
from collections import OrderedDict
from collections.abc import Callable
from typing import Generic, TypeVar

_T = TypeVar("_T")


class Recent(Generic[_T]):
    """The `most` things asked for last, by id; may be used from any thread.

    `heaviest`: what they may weigh together, as `weigh` tells; the last one is kept whatever it weighs.
    """

    def __init__(self, most: int, heaviest: int = 0, weigh: Callable[[_T], int] = lambda _: 0) -> None:
        self._most, self._heaviest, self._weigh = most, heaviest, weigh
        self._weight = 0
        self._lock = threading.Lock()
        self._kept: OrderedDict[int, _T] = OrderedDict()

    def get(self, key: int) -> _T | None:
        """What was kept under `key`, if it still is."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
            return self._kept.get(key)

    def put(self, key: int, value: _T) -> None:
        """Keeps `value`, in place of what was not asked for the longest."""
        with self._lock:
            if (old := self._kept.pop(key, None)) is not None:
                self._weight -= self._weigh(old)
            self._kept[key] = value
            self._weight += self._weigh(value)
            while len(self._kept) > 1 and (len(self._kept) > self._most or self._weight > self._heaviest):
                _, old = self._kept.popitem(last=False)
                self._weight -= self._weigh(old)

    def clear(self) -> None:
        """Keeps nothing any more."""
        with self._lock:
            self._kept.clear()
            self._weight = 0
