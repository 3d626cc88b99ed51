"""Fits the ranker on quotations labelled by hand: `python -m reader.analysis.quotations.training DATA_FOLDER`.

Needs the extra `train` (numpy, scipy).  `DATA_FOLDER` holds `gold/` and `data/`.  Reads the `dev` parts only, prints
what the ranker is worth on outlets that it was not fitted on, and writes `data/ranker.json` in the package.  Each
article comes twice, with the names that rules find and with those labelled by hand: what the model of names finds in
press that it never saw lies between.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from reader.analysis.entities.recognise import find_mentions_by_rules
from reader.analysis.quotations.attribution import Attribution, Question, attribution, questions_answered
from reader.analysis.quotations.gold import GoldArticle, GoldQuotation, orangesum, press, same_speaker
from reader.analysis.quotations.ranker import Ranker
from reader.analysis.quotations.scene import Scene, scene_of
from reader.analysis.quotations.spans import QuoteSpan, quote_spans

FOLDS = 7
"""Parts of the outlets for cross-validation."""
ROUNDS = 2
"""Times the ranker is fitted: what it decides changes what it sees of later quotations."""
PENALTY = 24.0
"""Weight of the squares of the weights."""
RAREST = 4
"""Features that stand less often are left out."""
PRECISION = 0.92
"""What share of the sure speakers shall be right."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A labelled article made ready, its labels by span."""

    gold: GoldArticle
    spans: list[QuoteSpan]
    scene: Scene
    labels: dict[tuple[int, int], GoldQuotation]


@dataclass(frozen=True, slots=True)
class Sample:
    """A labelled question: which readings are right, or that silence is."""

    outlet: str
    gold: GoldQuotation
    question: Question
    told: Attribution

    @property
    def right(self) -> list[list[bool]]:
        """For each anchor, whether each of its readings is right."""
        return [
            [bool(self.gold.speakers) and same_speaker(self.gold, voice.name) for voice, _ in anchor.readings]
            for anchor in self.question.anchors
        ]


def prepare(articles: Iterable[GoldArticle]) -> list[Prepared]:
    """Reads the articles into scenes, each with the names that rules find and, where there are, those of the labels."""
    made = []
    for gold in articles:
        article = gold.article()
        spans = quote_spans(article)
        labels = {(one.start, one.end): one for one in gold.quotations}
        both = [find_mentions_by_rules(article), *([gold.names] if gold.names else [])]
        made += [Prepared(gold, spans, scene_of(article, spans, names), labels) for names in both]
    return made


def samples(prepared: Iterable[Prepared], models: dict[str, Ranker]) -> list[Sample]:
    """The labelled questions as they come up when the ranker of each outlet decides."""
    found: list[Sample] = []
    for one in prepared:
        model = models[one.gold.outlet]

        def answer(question: Question, one: Prepared = one, model: Ranker = model) -> Attribution:
            told = attribution(question, model.shares)
            span = one.spans[question.number]
            label = one.labels.get((span.start, span.end))
            if label is not None:
                found.append(Sample(one.gold.outlet, label, question, told))
            return told

        questions_answered(one.scene, one.spans, answer)
    return found


def fit(found: Sequence[Sample]) -> dict[str, float]:
    """The weights that make the right readings of `found` likeliest: maximum likelihood over anchors unseen.

    Which anchor carries the attribution is not labelled: the likelihood sums over those that mean the right
    voice.
    """
    options: list[list[str]] = []
    option_group: list[int] = []
    meanings: list[list[str]] = []
    meaning_group: list[int] = []
    right: list[bool] = []
    alone: list[list[str]] = [[]]
    questions = 0
    for sample in found:
        labels = sample.right
        silent = not sample.gold.speakers
        if not silent and not any(any(row) for row in labels):
            continue
        for names, readings, row in zip(
            sample.question.options, [*sample.question.meanings, alone], [*labels, [silent]], strict=True
        ):
            for reading, good in zip(readings, row, strict=True):
                meanings.append(reading)
                meaning_group.append(len(options))
                right.append(good)
            options.append(names)
            option_group.append(questions)
        questions += 1
    counts = Counter(name for names in [*options, *meanings] for name in names)
    index = {name: place for place, name in enumerate(sorted(n for n, c in counts.items() if c >= RAREST))}
    model = _Likelihood(options, option_group, meanings, meaning_group, right, index)
    best = minimize(model, np.zeros(len(index)), jac=True, method="L-BFGS-B", options={"maxiter": 150})
    return {name: float(best.x[place]) for name, place in index.items()}


class _Likelihood:
    """The negative log-likelihood with its gradient."""

    def __init__(
        self,
        options: list[list[str]],
        option_group: list[int],
        meanings: list[list[str]],
        meaning_group: list[int],
        right: list[bool],
        index: dict[str, int],
    ) -> None:
        self.options = _matrix(options, index)
        self.meanings = _matrix(meanings, index)
        self.option_group = np.array(option_group)
        self.meaning_group = np.array(meaning_group)
        self.right = np.array(right, float)
        self.option_starts = np.r_[0, np.flatnonzero(np.diff(self.option_group)) + 1]
        self.meaning_starts = np.r_[0, np.flatnonzero(np.diff(self.meaning_group)) + 1]

    def __call__(self, weights: Any) -> tuple[float, Any]:
        share = _softmax(self.meanings @ weights, self.meaning_starts, self.meaning_group)
        good = np.add.reduceat(share * self.right, self.meaning_starts)
        chance = _softmax(self.options @ weights, self.option_starts, self.option_group)
        held = np.add.reduceat(chance * good, self.option_starts)
        blame = chance * good / np.maximum(held[self.option_group], 1e-12)
        within = share * self.right / np.maximum(good[self.meaning_group], 1e-12)
        slope = self.options.T @ (chance - blame)
        slope += self.meanings.T @ (blame[self.meaning_group] * (share - within))
        loss = -np.sum(np.log(np.maximum(held, 1e-12))) + PENALTY / 2 * weights @ weights
        return loss, slope + PENALTY * weights


def _matrix(rows: list[list[str]], index: dict[str, int]) -> Any:
    columns: list[int] = []
    edges = [0]
    for names in rows:
        columns += [index[name] for name in names if name in index]
        edges.append(len(columns))
    return csr_matrix((np.ones(len(columns)), columns, edges), shape=(len(rows), len(index)))


def _softmax(scores: Any, starts: Any, group: Any) -> Any:
    powers = np.exp(scores - np.maximum.reduceat(scores, starts)[group])
    return powers / np.add.reduceat(powers, starts)[group]


def folds(outlets: Iterable[str]) -> list[list[str]]:
    """The outlets parted into folds of about as many labelled quotations each, the largest alone."""
    parts: list[tuple[int, list[str]]] = [(0, []) for _ in range(FOLDS)]
    for outlet, number in Counter(outlets).most_common():
        parts.sort(key=lambda part: part[0])
        parts[0] = (parts[0][0] + number, [*parts[0][1], outlet])
    return [outlets for _, outlets in parts if outlets]


def fold_rankers(prepared: list[Prepared], parts: list[list[str]]) -> dict[str, Ranker]:
    """For each outlet, a ranker fitted on the outlets of the other parts."""
    models = {outlet: BLANK for part in parts for outlet in part}
    for _ in range(ROUNDS):
        found = samples(prepared, models)
        for part in parts:
            fitted = Ranker(fit([one for one in found if one.outlet not in part]), 0.0, 1.0)
            models |= dict.fromkeys(part, fitted)
    return models


BLANK = Ranker({"first": 3.0, "~0": 2.0}, 0.0, 1.0)
"""What decides before anything was learned: the first rule that speaks."""


def sure_threshold(found: Sequence[Sample]) -> float:
    """The least probability from which speakers are right as often as PRECISION asks, nobody's words counted.

    What is right at each probability is smoothed by a logistic curve, since single counts are few.
    """
    told = [one for one in found if one.told.voice is not None]
    chances = np.array([min(max(one.told.chance, 1e-3), 1 - 1e-3) for one in told])
    right = np.array([_is_right(one) for one in told], float)
    odds = np.log(chances / (1 - chances))

    def loss(line: Any) -> float:
        return float(np.sum(np.logaddexp(0, line[0] + line[1] * odds) - right * (line[0] + line[1] * odds)))

    line = minimize(loss, np.array([0.0, 1.0])).x
    order = np.argsort(-chances)
    expected = 1 / (1 + np.exp(-(line[0] + line[1] * odds[order])))
    precision = np.cumsum(expected) / np.arange(1, len(order) + 1)
    enough = np.flatnonzero(precision >= PRECISION)
    return float(chances[order][enough[-1]]) if len(enough) else 1.0


def _is_right(one: Sample) -> bool:
    return (
        bool(one.gold.speakers) and one.told.voice is not None and same_speaker(one.gold, one.told.voice.name)
    )


def main(folder: Path) -> None:
    """Cross-validates, fits on everything, writes the ranker."""
    prepared = prepare([*press(folder, "dev"), *orangesum(folder, "dev")])
    parts = folds(one.gold.outlet for one in prepared for _ in one.gold.quotations)
    found = samples(prepared, fold_rankers(prepared, parts))
    spoken = [one for one in found if one.gold.speakers]
    sure = sure_threshold(found)
    kept = [one for one in spoken if one.told.chance >= sure]
    covered = len(kept) / len(spoken)
    print(f"{len(spoken)} quotations with a speaker; right {sum(map(_is_right, spoken)) / len(spoken):.3f}")
    print(f"sure from {sure:.2f}: {covered:.3f}, right {sum(map(_is_right, kept)) / len(kept):.3f}")
    model = BLANK
    for _ in range(ROUNDS):
        everything = samples(prepared, {one.gold.outlet: model for one in prepared})
        model = Ranker(fit(everything), 0.0, 1.0)
    weights = {
        name: round(weight, 3) for name, weight in sorted(model.weights.items()) if abs(weight) >= 0.015
    }
    path = Path(__file__).parent / "data" / "ranker.json"
    content = {"told": 0.2, "sure": round(sure, 3), "weights": weights}
    path.write_text(json.dumps(content, ensure_ascii=False, indent=0), "utf-8")
    print(f"{len(weights)} weights in {path}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
