"""Fits what tells speakers, on quotations labelled by hand, and writes it where it ships from.

    python -m reader.analysis.quotations.training DATA_FOLDER [--names FOLDER]

Needs the extra `train`.  DATA_FOLDER holds `gold/` and `data/`; only their `dev` parts are read, and the articles that
the project labels (`standoff.py`) and writes (`written.py`) itself.  Prints what all of it is worth on outlets that
nothing was fitted on, and writes `ranker.json`, `forest.json` and `judge.json` to `data` in the package.  An article of
the `dev` parts comes three times: with the names that rules find, with those of a model of names that did not learn
from its outlet, and with those of its labels; the others with the second of these.
About 25 minutes of one core, 12 with the models of names kept in FOLDER.
"""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

from reader.analysis.quotations.kinds import kind_of
from reader.analysis.quotations.ranker import Ranker
from reader.analysis.quotations.training.by_outlet import BLANK, ROUNDS, Judged, cross_fitted, judged
from reader.analysis.quotations.training.calibration import confidence_fitted, sure_from
from reader.analysis.quotations.training.likelihood import fit
from reader.analysis.quotations.training.names import names_by_others
from reader.analysis.quotations.training.samples import Prepared, material, samples
from reader.analysis.quotations.training.trees import grow
from reader.analysis.types import QuotationKind

PRECISION = 0.925
"""What share of the sure speakers shall be right, where somebody speaks and nothing was learned from the outlet.

Half a point above the 92 % that are asked for, as the bound is set on the articles that it is measured on.  It leaves
72 % sure, and 67 % sure and right, where 65 % are asked for.
"""
SILENT = 0.5
"""Probability that nobody speaks from which a few words are a term, if no voice has a higher one."""
_LEAST = 0.015
"""Smaller weights are left out."""
_DATA = Path(__file__).parents[1] / "data"


def fit_ranker(prepared: Sequence[Prepared]) -> dict[str, float]:
    """The weights of the ranker that ships."""
    model = BLANK
    for _ in range(ROUNDS):
        model = Ranker(fit(samples(prepared, {one.gold.outlet: model for one in prepared})))
    return {name: round(weight, 3) for name, weight in sorted(model.weights.items()) if abs(weight) >= _LEAST}


def _is_term(one: Judged) -> bool:
    """Whether the quotation is shown as a term, without a speaker."""
    text, span = one.prepared.scene.chain.text, one.prepared.spans[one.number]
    return kind_of(text, span, silent=one.told.says_nobody(SILENT)) == QuotationKind.TERM


def _report(told: Sequence[tuple[float, bool]], sure: float) -> None:
    kept = [right for chance, right in told if chance >= sure]
    print(f"{len(told)} quotations with a speaker; right {sum(right for _, right in told) / len(told):.3f}")
    print(f"sure from {sure:.3f}: {len(kept) / len(told):.3f}, right {sum(kept) / max(1, len(kept)):.3f}")


def _write(name: str, content: object, *, indent: int | None) -> None:
    (_DATA / name).write_text(json.dumps(content, ensure_ascii=False, indent=indent) + "\n", "utf-8")


def main() -> None:
    """Cross-validates, fits on everything, writes ranker, trees and bounds."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path)
    parser.add_argument("--names", type=Path, help="a folder for the models of names of other outlets")
    options = parser.parse_args()
    others = names_by_others(options.data, options.names)
    learned = material(options.data, others)
    fitted = cross_fitted(learned)
    told = [
        one for one in judged(fitted.readings, fitted.forests) if one.label.speakers and one.told.standings
    ]
    confidence = confidence_fitted([(one.told, one.right) for one in told])
    as_read = [
        (
            0.0 if _is_term(one) else fitted.confidences[one.outlet].of(one.told),
            one.right,
        )
        for one in told
        if one.prepared.names == "others"
    ]
    sure = sure_from([chance for chance, _ in as_read], [right for _, right in as_read], PRECISION)
    _report(as_read, sure)
    trees = grow(fitted.rows, fitted.trust)
    _write("ranker.json", fit_ranker(learned.whole), indent=0)
    _write("forest.json", {"start": trees.start, "trust": trees.trust, "trees": trees.trees}, indent=None)
    bounds = {"sure": round(sure, 3), "silent": SILENT}
    _write("judge.json", {**bounds, "bias": confidence.bias, "weights": confidence.weights}, indent=0)


if __name__ == "__main__":
    main()
