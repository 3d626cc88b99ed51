"""Sets from what probability on a speaker is sure."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from scipy.optimize import minimize


def sure_from(chances: Sequence[float], right: Sequence[bool], precision: float) -> float:
    """The least probability from which speakers are right as often as `precision` asks; 1 when none is.

    What is right at each probability is smoothed by a logistic curve, since single counts are few.
    """
    told = np.clip(np.array(chances), 1e-3, 1 - 1e-3)
    good = np.array(right, float)
    odds = np.log(told / (1 - told))

    def loss(line: Any) -> float:
        return float(np.sum(np.logaddexp(0, line[0] + line[1] * odds) - good * (line[0] + line[1] * odds)))

    line = minimize(loss, np.array([0.0, 1.0])).x
    order = np.argsort(-told)
    expected = 1 / (1 + np.exp(-(line[0] + line[1] * odds[order])))
    reached = np.cumsum(expected) / np.arange(1, len(order) + 1)
    enough = np.flatnonzero(reached >= precision)
    return float(told[order][enough[-1]]) if len(enough) else 1.0
