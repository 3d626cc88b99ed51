"""Boosted trees that judge a voice by the numbers of `second_look`: how probably it says the quotation."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from math import exp
from typing import Any

from reader.analysis.quotations.ballots import Attribution, Standing
from reader.analysis.quotations.second_look import SecondLook

Tree = Any
"""A leaf's number, or a list: the place of a number, a bound, the tree up to the bound, the tree above it."""

DEPTH = 4
"""Bounds on the way to a leaf, at most."""


@dataclass(frozen=True, slots=True)
class Forest:
    """Trees whose leaves add up, from `start` on, to the logarithm of the odds.

    `trust`: how often rules and readings were right, as `SecondLook.candidates` wants it.
    """

    start: float
    trees: Sequence[Tree]
    trust: Mapping[str, float]
    _full: Sequence[Tree] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Fills up the trees, so that none need be asked whether it goes on: nearly half the time."""
        object.__setattr__(self, "_full", [_full(tree, DEPTH) for tree in self.trees])

    def chance(self, numbers: Sequence[float]) -> float:
        """The probability that a candidate of these numbers is right."""
        odds = self.start
        for at, bound, low, high in self._full:
            at, bound, low, high = low if numbers[at] <= bound else high
            at, bound, low, high = low if numbers[at] <= bound else high
            at, bound, low, high = low if numbers[at] <= bound else high
            odds += low if numbers[at] <= bound else high
        return 1 / (1 + exp(-odds))

    def judged(self, look: SecondLook) -> dict[int, Attribution]:
        """The attribution of each quotation of an article, by number, in order.

        Each voice is judged by itself: the probabilities of one quotation need not add up to 1.
        """
        found: dict[int, Attribution] = {}
        for number, candidates in look.candidates(self.trust):
            chances = [self.chance(one.numbers) for one in candidates]
            standings = [
                Standing(old.voice, chance, old.anchor, old.choice, old.anchors)
                for one, chance in zip(candidates, chances, strict=True)
                if (old := one.standing) is not None
            ]
            standings.sort(key=lambda one: -one.chance)
            found[number] = Attribution(tuple(standings), chances[-1])
        return found


def _full(tree: Tree, depth: int) -> Tree:
    """`tree` with `depth` bounds on every way; those added lead to the same leaf."""
    if depth == 0:
        return tree
    at, bound, low, high = tree if isinstance(tree, list) else (0, 0.0, tree, tree)
    return at, bound, _full(low, depth - 1), _full(high, depth - 1)


@cache
def forest() -> Forest:
    """The trees that ship, fitted by `python -m reader.analysis.quotations.training`."""
    text = files("reader.analysis.quotations").joinpath("data", "forest.json").read_text("utf-8")
    model = json.loads(text)
    return Forest(model["start"], model["trees"], model["trust"])
