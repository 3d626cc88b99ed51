"""Labelled articles made ready for training, and the questions that come up in them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial

from reader.analysis.entities.recognise import find_mentions_by_rules
from reader.analysis.quotations.attribution import questions_answered
from reader.analysis.quotations.ballots import Attribution, Question, attribution
from reader.analysis.quotations.gold import GoldArticle, GoldQuotation, same_speaker
from reader.analysis.quotations.ranker import Ranker
from reader.analysis.quotations.scene import Scene, scene_of
from reader.analysis.quotations.second_look import SecondLook
from reader.analysis.quotations.spans import QuoteSpan, quote_spans
from reader.analysis.quotations.voices import Cast, Voice


@dataclass(frozen=True, slots=True)
class Prepared:
    """A labelled article made ready, its labels by span; `found_names`: whether its names are those that rules
    find, not those of the labels."""

    gold: GoldArticle
    spans: list[QuoteSpan]
    scene: Scene
    labels: dict[tuple[int, int], GoldQuotation]
    found_names: bool

    def label(self, number: int) -> GoldQuotation | None:
        """The label of a quotation."""
        span = self.spans[number]
        return self.labels.get((span.start, span.end))


@dataclass(frozen=True, slots=True)
class Sample:
    """A labelled question: which readings are right, or that silence is."""

    outlet: str
    gold: GoldQuotation
    question: Question

    @property
    def right(self) -> list[list[bool]]:
        """For each anchor, whether each of its readings is right."""
        return [[is_right(self.gold, voice) for voice, _ in one.readings] for one in self.question.anchors]


@dataclass(frozen=True, slots=True)
class Reading:
    """A prepared article after its first reading."""

    prepared: Prepared
    told: Mapping[int, Attribution]
    look: SecondLook


def is_right(gold: GoldQuotation, voice: Voice | None) -> bool:
    """Whether a voice is a right speaker."""
    return voice is not None and bool(gold.speakers) and same_speaker(gold, voice.name)


def prepare(articles: Iterable[GoldArticle]) -> list[Prepared]:
    """Reads the articles into scenes: each with the names that rules find and, where there are, those of the labels.

    What the model of names finds in press that it never saw lies between the two.
    """
    made = []
    for gold in articles:
        article = gold.article()
        spans = quote_spans(article)
        labels = {(one.start, one.end): one for one in gold.quotations}
        scene = scene_of(article, spans, find_mentions_by_rules(article))
        made.append(Prepared(gold, spans, scene, labels, found_names=True))
        if gold.names:
            scene = scene_of(article, spans, gold.names)
            made.append(Prepared(gold, spans, scene, labels, found_names=False))
    return made


def samples(prepared: Iterable[Prepared], models: Mapping[str, Ranker]) -> list[Sample]:
    """The labelled questions as they come up when the ranker of each outlet decides."""
    found: list[Sample] = []
    for one in prepared:
        model = models[one.gold.outlet]

        def answer(question: Question, one: Prepared = one, model: Ranker = model) -> Attribution:
            label = one.label(question.number)
            if label is not None:
                found.append(Sample(one.gold.outlet, label, question))
            return attribution(question, model.shares)

        questions_answered(one.scene, Cast(one.scene), one.spans, answer)
    return found


def read_once(prepared: Iterable[Prepared], models: Mapping[str, Ranker]) -> list[Reading]:
    """The first reading of each article by the ranker of its outlet."""
    found: list[Reading] = []
    for one in prepared:
        model = models[one.gold.outlet]
        cast = Cast(one.scene)
        told = questions_answered(one.scene, cast, one.spans, partial(attribution, shares=model.shares))
        if told:
            found.append(Reading(one, told, SecondLook(one.scene, cast, one.spans, told)))
    return found
