"""Fits what tells speakers, on quotations labelled by hand, and writes it where it ships from.

    python -m reader.analysis.quotations.training DATA_FOLDER

Needs the extra `train`.  DATA_FOLDER holds `gold/` and `data/`; only their `dev` parts are read.  Prints what ranker
and trees are worth on outlets that they were not fitted on, and writes `ranker.json`, `forest.json` and `judge.json`
to `data` in the package.  Each article comes twice, with the names that rules find and with those of its labels.
About 2 minutes of one core.
"""

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from reader.analysis.quotations.ballots import Attribution
from reader.analysis.quotations.gold import GoldQuotation, orangesum, press
from reader.analysis.quotations.ranker import Ranker
from reader.analysis.quotations.training.by_outlet import BLANK, ROUNDS, CrossFitted, cross_fitted
from reader.analysis.quotations.training.calibration import sure_from
from reader.analysis.quotations.training.likelihood import fit
from reader.analysis.quotations.training.samples import Prepared, is_right, prepare, samples
from reader.analysis.quotations.training.trees import grow

PRECISION = 0.925
"""What share of the sure speakers shall be right, where somebody speaks and nothing was learned from the outlet."""
SILENT = 0.5
"""Probability that nobody speaks from which a few words are a term, if no voice has a higher one."""
_LEAST = 0.015
"""Smaller weights are left out."""
_DATA = Path(__file__).parents[1] / "data"


def judged_by_others(fitted: CrossFitted) -> Iterator[tuple[GoldQuotation, Attribution]]:
    """The labelled quotations, each told by trees of other outlets."""
    for reading in fitted.readings:
        for number, told in fitted.forests[reading.prepared.gold.outlet].judged(reading.look).items():
            label = reading.prepared.label(number)
            if label is not None:
                yield label, told


def fit_ranker(prepared: Sequence[Prepared]) -> dict[str, float]:
    """The weights of the ranker that ships."""
    model = BLANK
    for _ in range(ROUNDS):
        model = Ranker(fit(samples(prepared, {one.gold.outlet: model for one in prepared})))
    return {name: round(weight, 3) for name, weight in sorted(model.weights.items()) if abs(weight) >= _LEAST}


def _write(name: str, content: object, *, indent: int | None) -> None:
    (_DATA / name).write_text(json.dumps(content, ensure_ascii=False, indent=indent) + "\n", "utf-8")


def main() -> None:
    """Cross-validates, fits on everything, writes ranker, trees and bounds."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path)
    options = parser.parse_args()
    prepared = prepare([*press(options.data, "dev"), *orangesum(options.data, "dev")])
    fitted = cross_fitted(prepared)
    spoken = [(label, told) for label, told in judged_by_others(fitted) if label.speakers and told.standings]
    right = [is_right(label, told.voice) for label, told in spoken]
    sure = sure_from([told.chance for _, told in spoken], right, PRECISION)
    kept = [good for good, (_, told) in zip(right, spoken, strict=True) if told.chance >= sure]
    print(f"{len(spoken)} quotations with a speaker; right {sum(right) / len(spoken):.3f}")
    print(f"sure from {sure:.3f}: {len(kept) / len(spoken):.3f}, right {sum(kept) / max(1, len(kept)):.3f}")
    trees = grow(fitted.rows, fitted.trust)
    _write("ranker.json", fit_ranker(prepared), indent=0)
    _write("forest.json", {"start": trees.start, "trust": trees.trust, "trees": trees.trees}, indent=None)
    _write("judge.json", {"sure": round(sure, 3), "silent": SILENT}, indent=0)


if __name__ == "__main__":
    main()
