"""Rankers and trees for outlets that they never learned from."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from reader.analysis.quotations.forest import Forest
from reader.analysis.quotations.ranker import Ranker
from reader.analysis.quotations.training.likelihood import fit
from reader.analysis.quotations.training.samples import Prepared, Reading, read_once, samples
from reader.analysis.quotations.training.trees import Rows, grow, rows_of, trust_in

FOLDS = 7
"""Parts of the outlets for cross-validation."""
ROUNDS = 2
"""Times the ranker is fitted: what it decides changes what it sees of later quotations."""
BLANK = Ranker({"first": 3.0, "~0": 2.0})
"""What decides before anything was learned: the first rule that speaks."""


@dataclass(frozen=True, slots=True)
class CrossFitted:
    """For each outlet, a ranker and trees that never saw it; and what the trees learned from."""

    parts: list[list[str]]
    rankers: dict[str, Ranker]
    forests: dict[str, Forest]
    readings: list[Reading]
    rows: Rows
    trust: dict[str, float]


def folds(outlets: Iterable[str]) -> list[list[str]]:
    """The outlets parted into folds of about as many labelled quotations each, the largest alone."""
    parts: list[tuple[int, list[str]]] = [(0, []) for _ in range(FOLDS)]
    for outlet, number in Counter(outlets).most_common():
        parts.sort(key=lambda part: part[0])
        parts[0] = (parts[0][0] + number, [*parts[0][1], outlet])
    return [outlets for _, outlets in parts if outlets]


def fold_rankers(prepared: Sequence[Prepared], parts: Sequence[Sequence[str]]) -> dict[str, Ranker]:
    """For each outlet, a ranker fitted on the outlets of the other parts."""
    models = {outlet: BLANK for part in parts for outlet in part}
    for _ in range(ROUNDS):
        found = samples(prepared, models)
        for part in parts:
            models |= dict.fromkeys(part, Ranker(fit([one for one in found if one.outlet not in part])))
    return models


def cross_fitted(prepared: Sequence[Prepared]) -> CrossFitted:
    """Fits rankers and trees for each outlet of `prepared` on the others.

    The trees learn from first readings by the rankers of each outlet, so that they see them as unsure as they
    are on press that nobody saw.
    """
    parts = folds(one.gold.outlet for one in prepared for _ in one.gold.quotations)
    rankers = fold_rankers(prepared, parts)
    readings = read_once(prepared, rankers)
    trust = trust_in(readings)
    rows = rows_of(readings, trust)
    forests = forests_of(rows, trust, parts)
    return CrossFitted(parts, rankers, forests, readings, rows, trust)


def forests_of(
    rows: Rows, trust: dict[str, float], parts: Sequence[Sequence[str]], *, without: Iterable[int] = ()
) -> dict[str, Forest]:
    """For each outlet, trees grown on the other parts, `without` some of the numbers."""
    numbers = rows.numbers.copy()
    numbers[:, list(without)] = 0.0
    forests: dict[str, Forest] = {}
    for part in parts:
        others = ~np.isin(rows.outlets, part)
        trees = grow(Rows(numbers[others], rows.right[others], rows.outlets[others]), trust)
        forests |= dict.fromkeys(part, trees)
    return forests
