"""Models of names for press that they never saw: what speakers are learned from and measured with.

    python -m reader.analysis.entities.training.by_outlet DATA_FOLDER OUT [--folds 3]

Fits one model on a third of WiNER and the `dev` press of each fold's other outlets, and one on all `dev` press for all outlets
else; writes them to OUT with `folds.json`, which says what outlets each is for.  Without self-labelled text; some
minutes a fold, and none of it ships.
"""

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pycrfsuite

from reader.analysis.entities.clusters import Clusters
from reader.analysis.entities.features import FeatureMaker
from reader.analysis.entities.model import CLUSTERS, MODEL_FOLDER, spans_of
from reader.analysis.entities.passages import passages
from reader.analysis.entities.recognise import mentions_of_spans
from reader.analysis.entities.training import labelled
from reader.analysis.entities.training.fit import fit
from reader.analysis.entities.usage import Usage
from reader.analysis.types import Mention
from reader.corpus.article import Article

_FOLDS = "folds.json"
_REST = "rest"
_EVERY = 3
"""Of so many WiNER articles one is learned from: enough for the names of press, and a third of the time."""


class UnseenNames:
    """Finds the names of an article by the model that never saw its outlet."""

    def __init__(self, folder: Path) -> None:
        """Reads what `by_outlet` wrote to `folder`."""
        self._folder = folder
        self._fold_of: dict[str, str] = json.loads((folder / _FOLDS).read_text("utf-8"))
        self._maker = _maker()
        self._taggers: dict[str, pycrfsuite.Tagger] = {}

    def find(self, article: Article, outlet: str) -> tuple[Mention, ...]:
        """The mentions of `article`, which is of `outlet`."""
        found = tuple(passages(article))
        tagger = self._tagger(self._fold_of.get(outlet, _REST))
        usage = Usage(found)
        spans = [list(spans_of(tagger.tag(self._maker.of(passage, usage)))) for passage in found]
        return mentions_of_spans(article, spans)

    def _tagger(self, fold: str) -> pycrfsuite.Tagger:
        if fold not in self._taggers:
            self._taggers[fold] = pycrfsuite.Tagger()
            self._taggers[fold].open(str(self._folder / f"{fold}.crf"))
        return self._taggers[fold]


@cache
def _maker() -> FeatureMaker:
    return FeatureMaker(Clusters((MODEL_FOLDER / CLUSTERS).read_text(encoding="utf-8").splitlines()))


def outlet_folds(outlets: Sequence[str], number: int) -> dict[str, str]:
    """The fold of each outlet, folds of about equal numbers of articles, the largest outlets first."""
    sizes = dict.fromkeys(map(str, range(number)), 0)
    fold_of: dict[str, str] = {}
    for outlet, articles in sorted(Counter(outlets).items(), key=lambda pair: (-pair[1], pair[0])):
        smallest = min(sizes, key=lambda fold: sizes[fold])
        fold_of[outlet] = smallest
        sizes[smallest] += articles
    return fold_of


def main() -> None:
    """Fits a model a fold, and one for the outlets of none."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--folds", type=int, default=3)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    gold, folder = options.data / "gold" / "press_dev.json", options.data / "data" / "press_dev"
    press = list(labelled.press(gold, folder, ("dev",)))
    winer = list(labelled.winer(options.data / "data" / "winer_fr_2016-2017.jsonl.gz"))[::_EVERY]
    fold_of = outlet_folds([document.group for document in press], options.folds)
    (options.out / _FOLDS).write_text(json.dumps(fold_of, indent=1), "utf-8")
    for fold in [*sorted(set(fold_of.values())), _REST]:
        others = [document for document in press if fold_of[document.group] != fold]
        fit(_maker(), [*winer, *others], options.out / f"{fold}.crf")
        print(f"{fold}: {len(others)} articles of other outlets", flush=True)


if __name__ == "__main__":
    main()
