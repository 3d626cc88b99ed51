"""Trains the model of names anew and scores it on articles that it has not learned from.

    python -m benchmarks.entities_crossval DATA [--set year] [--system "without clusters"] [--folds 3]

A table for each set: rules alone, a plain CRF (shape, affixes and words, two to each side), the model, and
the model with each of its parts switched off.  The press learned from is that of press_dev and, as the outlet
`orangesum`, the articles of OrangeSum labelled for this project.  Sets:

year   learns from WiNER 2016, scored on 2017
press  learns from WiNER and the press of the outlets of other folds, scored on press_dev of its own fold, so that
       no outlet is both learned from and scored; outlets marked `shut` are left out
shut   learns from WiNER and the other press, scored on the outlets marked `shut`
uner   English: learns from WikiGold and UNER EWT dev, scored on UNER EWT test

Some minutes a row; one core.
"""

import argparse
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.entities import Document, load, scored
from benchmarks.entities_scoring import HEADER, KIND_OF_TYPE, Counts, Gold, compare, table_row
from benchmarks.entities_trials import SYSTEMS, Trial
from reader.analysis.entities.training import labelled, standoff
from reader.analysis.entities.training.labelled import Labelled

Split = tuple[list[Labelled], list[Document]]
"""What is learned from, and what is scored."""


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


def _winer(data: Path, *years: str) -> list[Labelled]:
    return list(labelled.winer(data / "data/winer_fr_2016-2017.jsonl.gz", years))


def _press(data: Path) -> list[Labelled]:
    """The open press of press_dev."""
    return list(labelled.press(data / "gold/press_dev.json", data / "data/press_dev", ("dev",)))


def _labelled_here(data: Path) -> list[Labelled]:
    """The press labelled for this project."""
    return list(standoff.orangesum(data / "data/orangesum_fr.tar.xz"))


def by_outlet(data: Path, number: int) -> Iterator[Split]:
    """The folds of press_dev by outlet."""
    documents, press, winer = list(load(data, "press_dev")), _press(data), _winer(data)
    outlets = {document.name: document.group for document in press}
    learned = [*press, *_labelled_here(data)]
    for fold in folds(documents, outlets, number):
        others = [document for document in learned if document.group not in fold]
        yield (
            [*winer, *others],
            [document for document in documents if outlets[document.article.path] in fold],
        )


def by_year(data: Path, _number: int) -> Iterator[Split]:
    """WiNER 2016 and 2017."""
    found = labelled.winer_articles(data / "data/winer_fr_2016-2017.jsonl.gz", ("2017",))
    yield _winer(data, "2016"), [_document(text, name, spans) for name, text, spans in found]


def shut(data: Path, _number: int) -> Iterator[Split]:
    """All of WiNER, the open outlets and the press labelled here, and the shut outlets."""
    yield [*_winer(data), *_press(data), *_labelled_here(data)], list(load(data, "press_shut"))


def english(data: Path, _number: int) -> Iterator[Split]:
    """English texts of encyclopaedia and web, and others of the web."""
    files = [data / "data" / name for name in ("wikigold_en.conllu.gz", "uner_ewt_dev.iob2.gz")]
    tested = labelled.conll(data / "data/uner_ewt_test.iob2.gz")
    yield (
        list(labelled.english(*files)),
        [_document(text, f"test-{number}", spans) for number, (text, spans) in enumerate(tested)],
    )


SETS = {"year": by_year, "press": by_outlet, "shut": shut, "uner": english}


def _document(text: str, name: str, spans: Sequence[labelled.Span]) -> Document:
    gold = tuple(Gold(start, end, (KIND_OF_TYPE[kind],)) for start, end, kind in spans)
    return Document(labelled.plain_article(text, name), gold, len(text))


def counts_of(system: str, splits: Sequence[Split], folder: Path) -> list[Counts]:
    """The counts of every document scored, each by a model that has not seen it.

    Kinds that the annotators of a set did not mark (English: works, products, events) are not scored.
    """
    counts: list[Counts] = []
    for learned, documents in splits:
        trial = Trial(system)
        trial.fit(learned, folder / "trial.crf")
        kinds = {kind for document in documents for name in document.gold for kind in name.kinds}
        counts += [
            compare(
                document.gold,
                [name for name in scored(document, trial.mentions(document.article)) if name[2] in kinds],
            )
            for document in documents
        ]
    return counts


def main() -> None:
    """Prints the tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path)
    parser.add_argument("--folds", type=int, default=3)
    parser.add_argument("--set", action="append", choices=tuple(SETS), dest="sets", help="default: all")
    parser.add_argument("--system", action="append", choices=SYSTEMS, dest="systems", help="default: all")
    options = parser.parse_args()
    for name in options.sets or SETS:
        splits = list(SETS[name](options.data, options.folds))
        print(f"{name}: {sum(len(documents) for _, documents in splits)} articles", HEADER, sep="\n")
        for system in options.systems or SYSTEMS:
            with tempfile.TemporaryDirectory() as folder:
                print(table_row(system, counts_of(system, splits, Path(folder))), flush=True)


if __name__ == "__main__":
    main()
