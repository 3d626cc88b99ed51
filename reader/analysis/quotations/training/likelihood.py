"""Fits the weights of the ranker: maximum likelihood, by L-BFGS."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from reader.analysis.quotations.training.samples import Sample

PENALTY = 24.0
"""Weight of the squares of the weights."""
RAREST = 4
"""Features that stand less often are left out."""


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
