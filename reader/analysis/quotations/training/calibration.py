"""Fits how surely a speaker is right, and sets from what probability on it is told as sure."""

from collections.abc import Sequence

import numpy as np
from sklearn.linear_model import LogisticRegression

from reader.analysis.quotations.ballots import Attribution
from reader.analysis.quotations.confidence import Confidence, odds_of


def confidence_fitted(told: Sequence[tuple[Attribution, bool]]) -> Confidence:
    """The confidence fitted on what trees of other outlets tell, and whether it was right."""
    model = LogisticRegression(max_iter=1000)
    model.fit([odds_of(one) for one, _ in told], [right for _, right in told])
    return Confidence(
        round(float(model.intercept_[0]), 4), [round(float(weight), 4) for weight in model.coef_[0]]
    )


def sure_from(chances: Sequence[float], right: Sequence[bool], precision: float) -> float:
    """The least probability from which on speakers are right as often as `precision` asks; 1 when from none on."""
    told = np.array(chances)
    order = np.argsort(-told, kind="stable")
    reached = np.cumsum(np.array(right, float)[order]) / np.arange(1, len(order) + 1)
    enough = np.flatnonzero(reached >= precision)
    return float(told[order][enough[-1]]) if len(enough) else 1.0
