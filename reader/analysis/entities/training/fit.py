"""Fits the conditional random field."""

from collections.abc import Iterable
from pathlib import Path

import pycrfsuite

from reader.analysis.entities.features import FeatureMaker
from reader.analysis.entities.training.labelled import Labelled
from reader.analysis.entities.usage import Usage

PARAMETERS = {"c1": 0.5, "c2": 0.5, "max_iterations": 90, "feature.possible_transitions": True}
"""L1 and L2 regularisation, L-BFGS iterations; transitions never seen are learned to be unlikely."""

Rows = list[list[str]]


def rows_of(maker: FeatureMaker, document: Labelled) -> list[Rows]:
    """The features of each passage of a document."""
    usage = Usage(document.passages)
    return [maker.of(passage, usage) for passage in document.passages]


def fit(
    maker: FeatureMaker,
    documents: Iterable[Labelled],
    file: Path,
) -> None:
    """Trains on `documents` and writes the model to `file`; the same input, the same model."""
    trainer = pycrfsuite.Trainer(verbose=False)
    for document in documents:
        for rows, labels in zip(rows_of(maker, document), document.labels, strict=True):
            trainer.append(rows, labels)
    trainer.set_params(PARAMETERS)
    trainer.train(str(file))
