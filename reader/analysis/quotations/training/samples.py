"""Labelled articles made ready for training, and the questions that come up in them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Literal

from reader.analysis.entities.recognise import find_mentions_by_rules
from reader.analysis.quotations.attribution import questions_answered
from reader.analysis.quotations.ballots import Attribution, Question, attribution
from reader.analysis.quotations.gold import GoldArticle, GoldQuotation, orangesum, press, same_speaker
from reader.analysis.quotations.ranker import Ranker
from reader.analysis.quotations.scene import Scene, scene_of
from reader.analysis.quotations.second_look import SecondLook
from reader.analysis.quotations.spans import QuoteSpan, quote_spans
from reader.analysis.quotations.training.names import NamesByOthers
from reader.analysis.quotations.training.standoff import orangesum_labelled
from reader.analysis.quotations.training.written import written
from reader.analysis.quotations.voices import Cast, Voice
from reader.analysis.types import Mention
from reader.corpus.article import Article

NamesOf = Literal["rules", "others", "labels"]
"""Who tells the names of an article: the rules, a model that did not learn from its outlet, or its labels."""
ALL: Sequence[NamesOf] = ("rules", "others", "labels")


@dataclass(frozen=True, slots=True)
class Prepared:
    """A labelled article made ready, its labels by span; `names`: who told its names."""

    gold: GoldArticle
    spans: list[QuoteSpan]
    scene: Scene
    labels: dict[tuple[int, int], GoldQuotation]
    names: NamesOf

    def label(self, number: int) -> GoldQuotation | None:
        """The label of a quotation."""
        span = self.spans[number]
        return self.labels.get((span.start, span.end))


@dataclass(frozen=True, slots=True)
class Material:
    """Articles to learn from.

    `press`: what confidences are fitted on and all is measured on, too.  `written`, for this project: rankers and trees
    learn from them.  `labelled`, for this project: rankers alone do, as trees that learned from them told fewer
    speakers of the press as surely (68.0 % against 70.1 % at 92 % right, with 400 of them, by outlet).
    """

    press: list[Prepared]
    written: list[Prepared]
    labelled: list[Prepared]

    @property
    def whole(self) -> list[Prepared]:
        """All of them."""
        return [*self.press, *self.written, *self.labelled]


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


def prepare(
    articles: Iterable[GoldArticle], others: NamesByOthers, tellers: Sequence[NamesOf] = ALL
) -> list[Prepared]:
    """Reads the articles into scenes, each by itself with the names of each of those who tell them.

    What is fitted meets names in press that no model saw; the rules miss more of them, the labels none.
    """
    made = []
    for gold in articles:
        article = gold.article()
        spans = quote_spans(article)
        labels = {(one.start, one.end): one for one in gold.quotations}
        for by in tellers:
            names = _names(gold, article, by, others)
            if names or by != "labels":
                made.append(Prepared(gold, spans, scene_of(article, spans, names), labels, by))
    return made


def _names(
    gold: GoldArticle, article: Article, teller: NamesOf, others: NamesByOthers
) -> tuple[Mention, ...]:
    if teller == "labels":
        return gold.names
    return find_mentions_by_rules(article) if teller == "rules" else others.mentions(article, gold.outlet)


def material(data: Path, others: NamesByOthers) -> Material:
    """The articles of the `dev` parts in `data`, and those labelled and written for this project."""
    return Material(
        prepare([*press(data, "dev"), *orangesum(data, "dev")], others),
        prepare(written(), others, ("others",)),
        prepare(orangesum_labelled(data / "data" / "orangesum_fr.tar.xz"), others, ("others",)),
    )


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
