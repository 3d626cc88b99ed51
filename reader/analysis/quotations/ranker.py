"""Weighs anchors, and the voices they may mean, against one another and against silence.

Two log-linear models, fitted together: which anchor carries the attribution, and whom that anchor means.  A
voice's probability is summed over all anchors that may mean it.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp


@dataclass(frozen=True, slots=True)
class Ranker:
    """Weights of features by name."""

    weights: Mapping[str, float]

    def shares(self, options: Sequence[Sequence[str]]) -> list[float]:
        """The probability of each option given the names of its features; they add up to 1."""
        if len(options) == 1:
            return [1.0]
        weights = self.weights
        scores = [sum([weights[name] for name in names if name in weights]) for names in options]
        highest = max(scores)
        shares = [exp(score - highest) for score in scores]
        total = sum(shares)
        return [share / total for share in shares]


@cache
def ranker() -> Ranker:
    """The ranker that ships, fitted by `python -m reader.analysis.quotations.training`."""
    text = files("reader.analysis.quotations").joinpath("data", "ranker.json").read_text("utf-8")
    return Ranker(json.loads(text))
