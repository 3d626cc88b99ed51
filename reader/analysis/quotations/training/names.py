"""Names for training: those that models of names find in press of outlets they did not learn from."""

import json
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pycrfsuite

from reader.analysis.entities.clusters import Clusters
from reader.analysis.entities.features import FeatureMaker
from reader.analysis.entities.model import CLUSTERS, MODEL_FOLDER, spans_of
from reader.analysis.entities.passages import passages
from reader.analysis.entities.recognise import find_mentions, mentions_of_spans
from reader.analysis.entities.training import labelled, standoff
from reader.analysis.entities.training.fit import fit
from reader.analysis.entities.usage import Usage
from reader.analysis.quotations.training.outlets import folds
from reader.analysis.types import Mention
from reader.corpus.article import Article

FOLDS = 3
"""Models of names, each without a third of the articles."""
_OUTLETS = "outlets.json"


@dataclass(frozen=True, slots=True)
class NamesByOthers:
    """Finds names in the press by models of other outlets, in articles of no outlet by the model that ships."""

    maker: FeatureMaker
    taggers: dict[str, pycrfsuite.Tagger]

    def mentions(self, article: Article, outlet: str) -> tuple[Mention, ...]:
        """What `article` names, told by a model that did not learn from `outlet`."""
        tagger = self.taggers.get(outlet)
        if tagger is None:
            return find_mentions(article)
        found = tuple(passages(article))
        usage = Usage(found)
        rows = [self.maker.of(passage, usage) for passage in found]
        return mentions_of_spans(article, [list(spans_of(tagger.tag(row))) for row in rows])


def names_by_others(data: Path, kept: Path | None = None) -> NamesByOthers:
    """Models of names, each fitted on WiNER and, by outlet, on two thirds of the labelled press that is not `shut`.

    Some minutes of one core.  `kept`: a folder for the models, where those of an earlier call are taken from.
    """
    maker = FeatureMaker(Clusters.of_table((MODEL_FOLDER / CLUSTERS).read_bytes()))
    if kept is not None:
        return NamesByOthers(maker, _opened(_fitted(data, kept, maker), kept))
    with tempfile.TemporaryDirectory() as folder:
        return NamesByOthers(maker, _opened(_fitted(data, Path(folder), maker), Path(folder)))


def _fitted(data: Path, folder: Path, maker: FeatureMaker) -> Sequence[Sequence[str]]:
    """The outlets that each of the models in `folder` did not learn from."""
    written = folder / _OUTLETS
    if written.exists():
        known: list[list[str]] = json.loads(written.read_text("utf-8"))
        return known
    press = list(labelled.press(data / "gold" / "press_dev.json", data / "data" / "press_dev", ("dev",)))
    press += standoff.orangesum(data / "data" / "orangesum_fr.tar.xz")
    winer = list(labelled.winer(data / "data" / "winer_fr_2016-2017.jsonl.gz"))
    parts = folds((one.group for one in press), FOLDS)
    folder.mkdir(parents=True, exist_ok=True)
    for number, part in enumerate(parts):
        fit(maker, [*winer, *(one for one in press if one.group not in part)], _file(folder, number))
    written.write_text(json.dumps(parts), "utf-8")
    return parts


def _opened(parts: Sequence[Sequence[str]], folder: Path) -> dict[str, pycrfsuite.Tagger]:
    taggers: dict[str, pycrfsuite.Tagger] = {}
    for number, part in enumerate(parts):
        tagger = pycrfsuite.Tagger()
        tagger.open(str(_file(folder, number)))
        taggers |= dict.fromkeys(part, tagger)
    return taggers


def _file(folder: Path, number: int) -> Path:
    return folder / f"names-{number}.crf"
