"""How surely a quotation is the likeliest voice's: what is thought of that voice, of its rival, and of nobody."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, log

from reader.analysis.quotations.ballots import Attribution

_LEAST = 1e-4
"""A probability nearer to 0 or 1 is taken for this near, so that none outweighs all the others."""


def odds_of(told: Attribution) -> list[float]:
    """The logarithms of the odds of the likeliest voice, of the one after it (0 when alone), and of nobody."""
    rival = told.standings[1].chance if len(told.standings) > 1 else 0.0
    return [_log_odds(chance) for chance in (told.chance, rival, told.silent)]


@dataclass(frozen=True, slots=True)
class Confidence:
    """A logistic function of `odds_of`: the trees judge each voice by itself, and so do not know of its rivals."""

    bias: float
    weights: Sequence[float]

    def of(self, told: Attribution) -> float:
        """The probability that the likeliest voice is right; 0 when there is none."""
        if told.voice is None:
            return 0.0
        odds = self.bias + sum(weight * one for weight, one in zip(self.weights, odds_of(told), strict=True))
        return 1 / (1 + exp(-odds))


def _log_odds(chance: float) -> float:
    kept = min(max(chance, _LEAST), 1 - _LEAST)
    return log(kept / (1 - kept))
