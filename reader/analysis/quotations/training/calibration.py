"""Sets from what probability on a speaker is sure."""

from collections.abc import Sequence

import numpy as np


def sure_from(chances: Sequence[float], right: Sequence[bool], precision: float) -> float:
    """The least probability from which on speakers are right as often as `precision` asks; 1 when from none on."""
    told = np.array(chances)
    order = np.argsort(-told, kind="stable")
    reached = np.cumsum(np.array(right, float)[order]) / np.arange(1, len(order) + 1)
    enough = np.flatnonzero(reached >= precision)
    return float(told[order][enough[-1]]) if len(enough) else 1.0
