"""Grows the trees of the second look, on what first readings by rankers of other outlets tell."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from math import log
from typing import Any

import numpy as np
from sklearn.ensemble import GradientBoostingClassifier

from reader.analysis.quotations.bearings import tie_of
from reader.analysis.quotations.forest import DEPTH, Forest, Tree
from reader.analysis.quotations.training.samples import Reading, is_right
from reader.analysis.quotations.training.written import SPLIT

PARAMETERS = {
    "n_estimators": 200,
    "max_depth": DEPTH,
    "learning_rate": 0.04,
    "subsample": 0.5,
    "max_features": 0.3,
    "min_samples_leaf": 20,
    "random_state": 1,
}
_WRITTEN = 0.5
"""What a candidate in an article written for this project counts, beside one of the press.

By outlet, two seeds of the trees: 82.5 % right and 75.7 % sure at 92 % right with 1, 82.4 and 75.5 with 0.5, where the
logarithm of the probability of what is so is better by 0.005.
"""


@dataclass(frozen=True, slots=True)
class Rows:
    """Candidates of labelled quotations: their numbers, whether each is right, of what outlet it is, what it counts."""

    numbers: Any
    right: Any
    outlets: Any
    weights: Any


def trust_in(readings: Sequence[Reading]) -> dict[str, float]:
    """How often the voices were right that each rule, and each way of reading a phrase, pointed to."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for reading in readings:
        for number, told in reading.told.items():
            label = reading.prepared.label(number)
            if label is None or not label.speakers:
                continue
            for standing in told.standings:
                anchor = standing.anchor
                if anchor is None:
                    continue
                phrase = anchor.phrase
                sort = anchor.sort
                how = anchor.readings[standing.choice][1]
                tied = phrase is not None and phrase.head
                tie = tie_of(reading.look.cast, phrase, standing.voice) if phrase is not None and tied else ""
                right = is_right(label, standing.voice)
                for key in {f"{how}|{sort}", f"{how}|{sort}|{tie}", *(vote.rule for vote in anchor.votes)}:
                    counts[key][0] += right
                    counts[key][1] += 1
    return {key: round((right + 1) / (seen + 5), 3) for key, (right, seen) in sorted(counts.items())}


def rows_of(readings: Sequence[Reading], trust: dict[str, float]) -> Rows:
    """The candidates of all labelled quotations; nobody is right where the label names no speaker."""
    numbers: list[list[float]] = []
    right: list[bool] = []
    outlets: list[str] = []
    weights: list[float] = []
    for reading in readings:
        for number, candidates in reading.look.candidates(trust):
            label = reading.prepared.label(number)
            if label is None:
                continue
            for one in candidates:
                numbers.append(one.numbers)
                outlets.append(reading.prepared.gold.outlet)
                weights.append(_WRITTEN if reading.prepared.gold.split == SPLIT else 1.0)
                right.append(is_right(label, one.standing.voice) if one.standing else not label.speakers)
    return Rows(np.array(numbers, np.float32), np.array(right), np.array(outlets), np.array(weights))


def grow(rows: Rows, trust: dict[str, float]) -> Forest:
    """Boosted trees fitted on `rows`; the same rows give the same trees."""
    model = GradientBoostingClassifier(**PARAMETERS).fit(rows.numbers, rows.right, sample_weight=rows.weights)
    share = float(np.average(rows.right, weights=rows.weights))
    rate = float(PARAMETERS["learning_rate"])
    trees = [_nested(stage[0].tree_, 0, rate) for stage in model.estimators_]
    return Forest(round(log(share / (1 - share)), 5), trees, trust)


def _nested(tree: Any, node: int, rate: float) -> Tree:
    if tree.children_left[node] < 0:
        return round(float(tree.value[node][0][0]) * rate, 5)
    return [
        int(tree.feature[node]),
        round(float(tree.threshold[node]), 6),
        _nested(tree, int(tree.children_left[node]), rate),
        _nested(tree, int(tree.children_right[node]), rate),
    ]
