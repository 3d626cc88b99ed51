"""Decides who says each quotation of an article: a first reading in order, then a second look at all of them."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from reader.analysis.quotations.attribution import questions_answered
from reader.analysis.quotations.ballots import Attribution, attribution
from reader.analysis.quotations.confidence import Confidence
from reader.analysis.quotations.forest import Forest, forest
from reader.analysis.quotations.ranker import Ranker, ranker
from reader.analysis.quotations.scene import Scene
from reader.analysis.quotations.second_look import SecondLook
from reader.analysis.quotations.spans import QuoteSpan
from reader.analysis.quotations.voices import Cast


@dataclass(frozen=True, slots=True)
class Judge:
    """A ranker for the first reading, trees for the second look, what both are worth, and probabilities.

    `sure`: from which a speaker is sure; `silent`: that nobody speaks, from which a few words are a term.
    """

    ranker: Ranker
    forest: Forest
    confidence: Confidence
    sure: float
    silent: float

    def tell(self, scene: Scene, spans: Sequence[QuoteSpan]) -> dict[int, Attribution]:
        """What is thought of who says each top-level quotation, by number."""
        if not spans:
            return {}
        cast = Cast(scene)
        told = questions_answered(
            scene, cast, spans, lambda question: attribution(question, self.ranker.shares)
        )
        return self.forest.judged(SecondLook(scene, cast, spans, told))

    def is_sure(self, told: Attribution) -> bool:
        """Whether the likeliest voice is told as sure."""
        return self.confidence.of(told) >= self.sure


@cache
def judge() -> Judge:
    """The judge that ships, fitted by `python -m reader.analysis.quotations.training`."""
    text = files("reader.analysis.quotations").joinpath("data", "judge.json").read_text("utf-8")
    bounds = json.loads(text)
    confidence = Confidence(bounds["bias"], bounds["weights"])
    return Judge(ranker(), forest(), confidence, bounds["sure"], bounds["silent"])
