"""Goes through the quotations of an article in order and decides who says each."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reader.analysis.quotations.candidates import Anchor, Story, anchors
from reader.analysis.quotations.features import anchor_features, reading_features, silence_features
from reader.analysis.quotations.scene import Scene, said_words
from reader.analysis.quotations.shape import shape_of
from reader.analysis.quotations.spans import QuoteSpan
from reader.analysis.quotations.voices import Cast, Voice


@dataclass(frozen=True, slots=True)
class Question:
    """One quotation to attribute: its number, its anchors, and the features of all that may be believed.

    `options`: of each anchor, then of silence; `meanings`: for each anchor, of each of its readings.
    """

    number: int
    anchors: list[Anchor]
    options: list[list[str]]
    meanings: list[list[list[str]]]


@dataclass(frozen=True, slots=True)
class Attribution:
    """What is thought of who says a quotation.

    `voice`: the likeliest, None without any; `chance`: its probability; `silent`: that of nobody; `anchor`:
    the likeliest that means it.
    """

    voice: Voice | None
    chance: float
    silent: float
    anchor: Anchor | None


Shares = Callable[[Sequence[Sequence[str]]], Sequence[float]]
"""Gives each option, by its features, its probability among them."""


def questions_answered(
    scene: Scene, spans: Sequence[QuoteSpan], answer: Callable[[Question], Attribution]
) -> dict[int, Attribution]:
    """The attribution of each top-level quotation, by number; what was decided before weighs on what
    follows."""
    cast, story = Cast(scene), Story()
    found: dict[int, Attribution] = {}
    for number, place in sorted(scene.chain.place_of_quote.items(), key=lambda pair: pair[1]):
        told = answer(_question(scene, cast, spans[number], number, place, story))
        found[number] = told
        if told.voice is not None and told.chance >= told.silent:
            story.tell(
                told.voice, said_words(scene.chain.text, spans[number]), scene.chain.sentence_of[place]
            )
    return found


def _question(scene: Scene, cast: Cast, span: QuoteSpan, number: int, place: int, story: Story) -> Question:
    found = anchors(scene, cast, span, place, story)
    shape = shape_of(scene, span, place)
    options = [anchor_features(scene, one, found, place, shape, story) for one in found]
    options.append(silence_features(scene, found, span, shape, story))
    meanings: list[list[list[str]]] = [
        [
            reading_features(scene, cast, one, choice, reading, place, story)
            for choice, reading in enumerate(one.readings)
        ]
        if len(one.readings) > 1
        else [[]]
        for one in found
    ]
    return Question(number, found, options, meanings)


def attribution(question: Question, shares: Shares) -> Attribution:
    """The likeliest voice of a question, summed over its anchors."""
    chances = shares(question.options)
    voices: dict[int, Voice] = {}
    total: dict[int, float] = {}
    best: dict[int, tuple[float, Anchor]] = {}
    for anchor, chance, meanings in zip(question.anchors, chances, question.meanings, strict=False):
        for (voice, _), share in zip(anchor.readings, shares(meanings), strict=True):
            part = chance * share
            voices[id(voice)] = voice
            total[id(voice)] = total.get(id(voice), 0.0) + part
            if id(voice) not in best or part > best[id(voice)][0]:
                best[id(voice)] = (part, anchor)
    if not total:
        return Attribution(None, 0.0, chances[-1], None)
    likeliest = max(total, key=lambda one: total[one])
    return Attribution(voices[likeliest], total[likeliest], chances[-1], best[likeliest][1])
