"""Cross-validates the model of names by outlet, with each of its parts switched off.

    python -m benchmarks.entities_crossval SHARED [--folds 3] [--without clusters] [--year-split]

Each fold trains on WiNER and on the press_dev outlets of the other folds, and finds names in its own, so that
no outlet is both learned from and scored.  Outlets marked `shut` are left out.  `--year-split` trains on WiNER
2016 and scores 2017 instead.  Without self-labelled text; some minutes a fold.
"""

import argparse
import re
import tempfile
from collections.abc import Sequence
from pathlib import Path

import pycrfsuite

from benchmarks.entities import Document, load, scored
from benchmarks.entities_scoring import HEADER, KIND_OF_TYPE, Counts, Gold, compare, table_row
from reader.analysis.entities.clusters import Clusters
from reader.analysis.entities.features import FeatureMaker
from reader.analysis.entities.model import CLUSTERS, MODEL_FOLDER, TypedSpan, spans_of
from reader.analysis.entities.passages import Passage, passages
from reader.analysis.entities.recognise import mentions_of_spans
from reader.analysis.entities.training import labelled
from reader.analysis.entities.training.fit import PARAMETERS, Rows, rows_of
from reader.analysis.entities.training.labelled import Labelled
from reader.analysis.entities.usage import Usage

PARTS = {
    "clusters": r"(?:[-+][12])?[~_]?[u-z]\d+$|(?:[-+][12])?b\d*=|b-1\|0|b0\|1|(?:rb|rf|rl|qb)[u-z]\d",
    "lists": r"(?:[-+][12])?(?:list|given$|demonym$|title$)",
    "frames": r"(?:rn|rb|ra|rf|rl|rp|q|qb|qp)(?:=|[u-z]\d)|acronym|expanded",
    "usage": r"(?:di|dl|dil|db|da)=|once$|joined ",
}
"""The features of each part that can be switched off, as patterns."""


class Trial:
    """Trains and scores without some parts."""

    def __init__(self, without: Sequence[str]) -> None:
        table = (MODEL_FOLDER / CLUSTERS).read_text(encoding="utf-8").splitlines()
        self._maker = FeatureMaker(Clusters(table))
        self._off = re.compile("|".join(PARTS[part] for part in without) or r"(?!)")
        self.corrected = "rules after" not in without

    def kept(self, rows: Rows) -> Rows:
        """The features without the parts that are off."""
        return [[feature for feature in row if not self._off.match(feature)] for row in rows]

    def fit(self, documents: Sequence[Labelled], file: Path) -> pycrfsuite.Tagger:
        """A tagger trained on `documents`."""
        trainer = pycrfsuite.Trainer(verbose=False)
        for document in documents:
            for rows, labels in zip(rows_of(self._maker, document), document.labels, strict=True):
                trainer.append(self.kept(rows), labels)
        trainer.set_params(PARAMETERS)
        trainer.train(str(file))
        tagger = pycrfsuite.Tagger()
        tagger.open(str(file))
        return tagger

    def spans(self, tagger: pycrfsuite.Tagger, found: Sequence[Passage]) -> list[list[TypedSpan]]:
        """The names the tagger finds."""
        usage = Usage(found)
        return [list(spans_of(tagger.tag(self.kept(self._maker.of(passage, usage))))) for passage in found]


def folds(documents: Sequence[Document], outlets: dict[str, str], number: int) -> list[set[str]]:
    """Outlets in folds of about equal numbers of articles, the greatest first."""
    sizes: dict[str, int] = {}
    for document in documents:
        outlet = outlets[document.article.path]
        sizes[outlet] = sizes.get(outlet, 0) + 1
    parts: list[set[str]] = [set() for _ in range(number)]
    for outlet in sorted(sizes, key=lambda name: (-sizes[name], name)):
        min(parts, key=lambda part: sum(sizes[name] for name in part)).add(outlet)
    return parts


def by_outlet(shared: Path, trial: Trial, number: int, folder: Path) -> list[Counts]:
    """The counts of every press_dev article of the `dev` part."""
    documents = list(load(shared, "press_dev"))
    learned = list(labelled.press(shared / "gold/press_dev.json", shared / "data/press_dev", ("dev",)))
    winer = list(labelled.winer(shared / "data/winer_fr_2016-2017.jsonl.gz"))
    outlets = {document.name: document.group for document in learned}
    counts: list[Counts] = []
    for fold in folds(documents, outlets, number):
        others = [document for document in learned if document.group not in fold]
        tagger = trial.fit([*winer, *others], folder / "fold.crf")
        for document in documents:
            if outlets[document.article.path] in fold:
                spans = trial.spans(tagger, tuple(passages(document.article)))
                mentions = mentions_of_spans(document.article, spans, correct=trial.corrected)
                counts.append(compare(document.gold, scored(document, mentions)))
    return counts


def by_year(shared: Path, trial: Trial, folder: Path) -> list[Counts]:
    """The counts of WiNER 2017, learned from 2016 only."""
    file = shared / "data/winer_fr_2016-2017.jsonl.gz"
    tagger = trial.fit(list(labelled.winer(file, ("2016",))), folder / "year.crf")
    counts: list[Counts] = []
    for document in labelled.winer(file, ("2017",)):
        gold = [
            Gold(passage.tokens[start].start, passage.tokens[end - 1].end, (KIND_OF_TYPE[kind],))
            for passage, labels in zip(document.passages, document.labels, strict=True)
            for start, end, kind in spans_of(labels)
        ]
        spans = trial.spans(tagger, document.passages)
        found = [
            (passage.tokens[start].start, passage.tokens[end - 1].end, KIND_OF_TYPE[kind])
            for passage, row in zip(document.passages, spans, strict=True)
            for start, end, kind in row
        ]
        counts.append(compare(gold, found))
    return counts


def main() -> None:
    """Prints a row for all parts and, with `--without`, a row for what is left."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("shared", type=Path)
    parser.add_argument("--folds", type=int, default=3)
    parser.add_argument("--without", action="append", choices=[*PARTS, "rules after"], default=[])
    parser.add_argument("--year-split", action="store_true")
    options = parser.parse_args()
    trial = Trial(options.without)
    print(HEADER)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        counts = (
            by_year(options.shared, trial, folder)
            if options.year_split
            else by_outlet(options.shared, trial, options.folds, folder)
        )
    print(table_row("without " + ", ".join(options.without) if options.without else "everything", counts))


if __name__ == "__main__":
    main()
