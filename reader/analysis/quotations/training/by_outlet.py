"""Rankers, trees and confidences for outlets that they never learned from."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from reader.analysis.quotations.ballots import Attribution
from reader.analysis.quotations.confidence import Confidence
from reader.analysis.quotations.forest import Forest
from reader.analysis.quotations.gold import GoldQuotation
from reader.analysis.quotations.ranker import Ranker
from reader.analysis.quotations.training.calibration import confidence_fitted
from reader.analysis.quotations.training.likelihood import fit
from reader.analysis.quotations.training.outlets import folds
from reader.analysis.quotations.training.samples import (
    Material,
    Prepared,
    Reading,
    is_right,
    read_once,
    samples,
)
from reader.analysis.quotations.training.trees import Rows, grow, rows_of, trust_in

FOLDS = 7
"""Parts of the outlets for cross-validation."""
ROUNDS = 2
"""Times the ranker is fitted: what it decides changes what it sees of later quotations."""
BLANK = Ranker({"first": 3.0, "~0": 2.0})
"""What decides before anything was learned: the first rule that speaks."""


@dataclass(frozen=True, slots=True)
class CrossFitted:
    """For each outlet, a ranker, trees and a confidence that never saw it; and what the trees learned from."""

    parts: list[list[str]]
    rankers: dict[str, Ranker]
    forests: dict[str, Forest]
    confidences: dict[str, Confidence]
    readings: list[Reading]
    rows: Rows
    trust: dict[str, float]


@dataclass(frozen=True, slots=True)
class Judged:
    """A labelled quotation, and what is thought of it where nothing was learned from its outlet."""

    prepared: Prepared
    number: int
    label: GoldQuotation
    told: Attribution

    @property
    def outlet(self) -> str:
        """The outlet of its article."""
        return self.prepared.gold.outlet

    @property
    def right(self) -> bool:
        """Whether the likeliest voice is a right speaker."""
        return is_right(self.label, self.told.voice)


def fold_rankers(prepared: Sequence[Prepared], parts: Sequence[Sequence[str]]) -> dict[str, Ranker]:
    """For each outlet, a ranker fitted on the outlets of the other parts."""
    models = {outlet: BLANK for part in parts for outlet in part}
    for _ in range(ROUNDS):
        found = samples(prepared, models)
        for part in parts:
            models |= dict.fromkeys(part, Ranker(fit([one for one in found if one.outlet not in part])))
    return models


def cross_fitted(material: Material, number: int = FOLDS) -> CrossFitted:
    """Fits rankers, trees and confidences for each outlet of the press on the others, in `number` parts.

    The trees learn from first readings by the rankers of each outlet, so that they see them as unsure as they are on
    press that nobody saw.  The outlets of written articles are in the parts too, for the same reason.
    """
    parts = folds((one.gold.outlet for one in material.press for _ in one.gold.quotations), number)
    for at, outlet in enumerate(sorted({one.gold.outlet for one in material.written})):
        parts[at % len(parts)].append(outlet)
    rankers = fold_rankers(material.whole, parts)
    readings = read_once(material.press, rankers)
    trust = trust_in(readings)
    rows = rows_of([*readings, *read_once(material.written, rankers)], trust)
    forests = forests_of(rows, trust, parts)
    confidences = confidences_of(readings, forests, parts)
    return CrossFitted(parts, rankers, forests, confidences, readings, rows, trust)


def forests_of(
    rows: Rows, trust: dict[str, float], parts: Sequence[Sequence[str]], *, without: Iterable[int] = ()
) -> dict[str, Forest]:
    """For each outlet, trees grown on the other parts, `without` some of the numbers."""
    numbers = rows.numbers.copy()
    numbers[:, list(without)] = 0.0
    forests: dict[str, Forest] = {}
    for part in parts:
        others = ~np.isin(rows.outlets, part)
        trees = grow(
            Rows(numbers[others], rows.right[others], rows.outlets[others], rows.weights[others]), trust
        )
        forests |= dict.fromkeys(part, trees)
    return forests


def judged(readings: Iterable[Reading], forests: dict[str, Forest]) -> Iterator[Judged]:
    """The labelled quotations, each with what trees that never saw its outlet tell."""
    for reading in readings:
        one = reading.prepared
        for number, told in forests[one.gold.outlet].judged(reading.look).items():
            label = one.label(number)
            if label is not None:
                yield Judged(one, number, label, told)


def confidences_of(
    readings: Iterable[Reading], forests: dict[str, Forest], parts: Sequence[Sequence[str]]
) -> dict[str, Confidence]:
    """For each outlet, a confidence fitted on what the trees tell of the other parts."""
    told = [one for one in judged(readings, forests) if one.label.speakers and one.told.standings]
    found: dict[str, Confidence] = {}
    for part in parts:
        others = [(one.told, one.right) for one in told if one.outlet not in part]
        found |= dict.fromkeys(part, confidence_fitted(others))
    return found
