"""Tells how well each article answers: parts what was found into classes of equal score.

Articles that hold every word as typed come before those that hold a longer or another one.  In each of the
two, the more of the query stands in the title the better, rare words weighing more; a title that was made
from the first sentence is weaker evidence than one that was read.  It takes a few operations on bitsets,
whatever the number.
"""

import math
from collections.abc import Callable, Sequence

from reader.library.search.catalogue import Catalogue
from reader.library.search.lookup import Lookup
from reader.library.search.wants import Want, Way

_TITLE, _MADE_TITLE, _BODY = 1.0, 0.6, 0.3
_BEGUN = 0.9
_NOT_AS_TYPED = 0.2
_WHOLE = 5
_MOST_CLASSES = 64
Classes = dict[float, int]
"""Sets of articles by score, which is from 0 to 1."""


class Ranker:
    """Ranks articles in one state of the index."""

    def __init__(self, lookup: Lookup, catalogue: Catalogue) -> None:
        self._lookup, self._catalogue = lookup, catalogue

    def classes(self, hits: int, wants: Sequence[Want]) -> Classes:
        """Parts `hits` by score."""
        as_typed = hits
        for want in wants:
            as_typed &= self._as_typed(want)
        parted = self._scored(as_typed, wants)
        if others := hits & ~as_typed:
            for score, bits in self._scored(others, wants).items():
                weaker = score * _NOT_AS_TYPED if as_typed else score
                parted[weaker] = parted.get(weaker, 0) | bits
        return parted

    def _scored(self, hits: int, wants: Sequence[Want]) -> Classes:
        parted: Classes = {0.0: hits} if hits else {}
        total = 0.0
        for want in wants:
            levels = self._levels(want)
            holding = 0
            for _, bits in levels:
                holding |= bits
            weight = math.log(2 + self._catalogue.highest / (1 + holding.bit_count()))
            total += weight
            parted = _parted(parted, [(value * weight, bits) for value, bits in levels])
            if len(parted) > _MOST_CLASSES:
                parted = _regrouped(parted, lambda score: round(score, 1))
        return _regrouped(parted, lambda score: round(score / total, 4)) if total else parted

    def _as_typed(self, want: Want) -> int:
        """The articles that hold a want in the words typed, where it has such; whole words if they seem so."""
        ways = [way for way in want.ways if way.closeness == 1] or want.ways
        found = 0
        for way in ways:
            begun = way.prefix and not self._is_whole(way, want.field)
            found |= self._lookup.words(way.words, want.field, prefix=begun)
        return found

    def _is_whole(self, way: Way, field: str | None) -> bool:
        """Whether the word typed last seems whole: it is a fifth of what begins so, or more."""
        whole = self._lookup.words(way.words, field).bit_count()
        return whole * _WHOLE >= self._lookup.words(way.words, field, prefix=True).bit_count()

    def _levels(self, want: Want) -> list[tuple[float, int]]:
        """How much each article has of a want: (value, articles), the greatest first."""
        found: list[tuple[float, int]] = []
        titled = self._catalogue.titled
        for way in want.ways:
            for prefix in (False, True) if way.prefix else (False,):
                value = way.closeness * (_BEGUN if prefix else 1)
                title = self._lookup.words(way.words, "title", prefix=prefix)
                if title:
                    found.append((_TITLE * value, title & titled))
                    found.append((_MADE_TITLE * value, title & ~titled))
                found.append((_BODY * value, self._lookup.words(way.words, want.field, prefix=prefix)))
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


def _regrouped(parted: Classes, score_of: Callable[[float], float]) -> Classes:
    """The classes by other scores, those together that come to the same one."""
    regrouped: Classes = {}
    for before, bits in parted.items():
        score = score_of(before)
        regrouped[score] = regrouped.get(score, 0) | bits
    return regrouped
