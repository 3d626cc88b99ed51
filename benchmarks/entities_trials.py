"""Trains models of names for measuring: all of it, a plain one, or without some of its parts."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pycrfsuite

from reader.analysis.entities.clusters import Clusters
from reader.analysis.entities.features import FeatureMaker
from reader.analysis.entities.model import CLUSTERS, MODEL_FOLDER, TypedSpan, spans_of
from reader.analysis.entities.passages import passages
from reader.analysis.entities.recognise import find_mentions_by_rules, mentions_of_spans
from reader.analysis.entities.training.fit import PARAMETERS, Rows, rows_of
from reader.analysis.entities.training.labelled import Labelled
from reader.analysis.entities.usage import Usage
from reader.analysis.types import Mention
from reader.corpus.article import Article

PARTS = {
    "clusters": r"(?:[-+][12])?[~_]?[u-z]\d+$|(?:[-+][12])?b\d*=|b-1\|0|b0\|1|(?:rb|rf|rl|qb)[u-z]\d",
    "lists": r"(?:[-+][12])?(?:list|given$|demonym$|title$)",
    "frames": r"(?:rn|rb|ra|rf|rl|rp|q|qb|qp)(?:=|[u-z]\d)|acronym|expanded",
    "usage": r"(?:di|dl|dil|db|da)=|once$|joined ",
}
"""The features of each part that can be switched off, as patterns."""
RULES_AFTER = "rules after"
"""The part that corrects and adds to what the model found."""
PLAIN, RULES, ALL = "plain CRF", "rules alone", "model"
SYSTEMS = (RULES, PLAIN, ALL, *(f"without {part}" for part in (*PARTS, RULES_AFTER)))


@dataclass(slots=True)
class Trial:
    """A system to measure: one of `SYSTEMS`, trained anew by `fit`."""

    system: str
    _maker: FeatureMaker = field(init=False)
    _off: "re.Pattern[str]" = field(init=False)
    _corrects: bool = field(init=False)
    _tagger: pycrfsuite.Tagger | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        self._maker = FeatureMaker(Clusters.of_table((MODEL_FOLDER / CLUSTERS).read_bytes()))
        without = {*PARTS, RULES_AFTER} if self.system == PLAIN else {self.system.removeprefix("without ")}
        self._off = re.compile("|".join(PARTS[part] for part in PARTS if part in without) or r"(?!)")
        self._corrects = RULES_AFTER not in without

    def fit(self, documents: Sequence[Labelled], file: Path) -> None:
        """Trains on `documents`; the model stands in `file`.  Rules alone learn nothing."""
        if self.system == RULES:
            return
        trainer = pycrfsuite.Trainer(verbose=False)
        for document in documents:
            for rows, labels in zip(rows_of(self._maker, document), document.labels, strict=True):
                trainer.append(self._kept(rows), labels)
        trainer.set_params(PARAMETERS)
        trainer.train(str(file))
        self._tagger = pycrfsuite.Tagger()
        self._tagger.open(str(file))

    def mentions(self, article: Article) -> Sequence[Mention]:
        """What the system names in an article."""
        if self._tagger is None:
            return find_mentions_by_rules(article)
        found = tuple(passages(article))
        usage = Usage(found)
        spans: list[list[TypedSpan]] = [
            list(spans_of(self._tagger.tag(self._kept(self._maker.of(passage, usage))))) for passage in found
        ]
        return mentions_of_spans(article, spans, correct=self._corrects)

    def _kept(self, rows: Rows) -> Rows:
        """The features without the parts that are off."""
        return [[feature for feature in row if not self._off.match(feature)] for row in rows]
