"""Which stretches of a page carry which styles: names, quotations, hits, the cursor."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from reader.analysis.types import Analysis, Entity

DEEPEST = 24
"""How many stretches that began before a line are looked at; hostile nesting shows no more."""


class Density(StrEnum):
    """Which names are marked: all, the later ones quietly; the first of each only; none."""

    ALL = "all"
    FIRST = "first"
    NONE = "none"


AGAIN = "again-"
"""Stands before the kind in the style of a name that was met before in the article."""


class Stretch(NamedTuple):
    """Code points of the text with a style."""

    start: int
    end: int
    style: str


class Layer:
    """Stretches of one sort, found by place."""

    def __init__(self, stretches: Iterable[Stretch]) -> None:
        self._stretches = sorted(stretches)
        self._starts = [stretch.start for stretch in self._stretches]
        self._reach: list[int] = []  # furthest end so far: what bounds the look back
        furthest = 0
        for stretch in self._stretches:
            furthest = max(furthest, stretch.end)
            self._reach.append(furthest)

    def within(self, start: int, end: int) -> Iterator[Stretch]:
        """The stretches that overlap [start, end), at most `DEEPEST` of those that began before it."""
        last = bisect_left(self._starts, end)
        first = max(bisect_right(self._reach, start), bisect_left(self._starts, start) - DEEPEST, 0)
        for stretch in self._stretches[first:last]:
            if stretch.end > start:
                yield stretch


def analysis_layers(analysis: Analysis, density: Density = Density.ALL) -> tuple[Layer, Layer]:
    """Quotations below, names above."""
    quotes = Layer(Stretch(quote.start, quote.end, quote.kind.value) for quote in analysis.quotations)
    return quotes, Layer(_names(analysis, density))


def _names(analysis: Analysis, density: Density) -> Iterator[Stretch]:
    met: set[Entity] = set()
    for name in analysis.mentions if density is not Density.NONE else ():
        kind = name.entity.kind.value
        if name.entity not in met:
            met.add(name.entity)
            yield Stretch(name.start, name.end, kind)
        elif density is Density.ALL:
            yield Stretch(name.start, name.end, AGAIN + kind)


def cut(
    start: int, end: int, layers: Sequence[Iterable[Stretch]]
) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """[start, end) in pieces that carry the same styles, with the styles from the lowest layer up."""
    found = [stretch for layer in layers for stretch in layer]
    edges = {start, end}
    for stretch in found:
        edges.add(max(start, stretch.start))
        edges.add(min(end, stretch.end))
    places = sorted(edges)
    for first, last in pairwise(places):
        yield first, last, tuple(s.style for s in found if s.start <= first and s.end >= last)
