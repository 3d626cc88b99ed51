"""Goes through the quotations of an article in order and decides who says each."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from reader.analysis.quotations.resolution import readings
from reader.analysis.quotations.rules import Proposal, proposals
from reader.analysis.quotations.scene import Scene
from reader.analysis.quotations.spans import QuoteSpan
from reader.analysis.quotations.voices import Cast, Voice
from reader.analysis.types import QuotationKind


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says a quotation, by which rule; `first`–`last` and `cue` are items of the scene's chain."""

    voice: Voice
    rule: str
    how: str
    first: int
    last: int
    cue: tuple[int, int] | None
    score: float


@dataclass(slots=True)
class Story:
    """What was attributed so far: the voices in order of speaking, and the sentence of the last quotation."""

    speakers: list[Voice] = field(default_factory=list)
    sentence: int = -1
    block: int = -1


def attribute(
    scene: Scene, cast: Cast, spans: Sequence[QuoteSpan], kinds: Sequence[QuotationKind]
) -> dict[int, Attribution]:
    """The attribution of each quotation of `spans`, by number; those that nobody can be told for are left out."""
    story = Story()
    found: dict[int, Attribution] = {}
    for number, place in sorted(scene.chain.place_of_quote.items(), key=lambda pair: pair[1]):
        if kinds[number] == QuotationKind.TERM:
            continue
        choice = _by_rules(scene, cast, place, story)
        if choice is not None:
            found[number] = choice
            story.speakers.append(choice.voice)
        story.sentence = scene.chain.sentence_of[place]
        story.block = spans[number].block
    return found


def _by_rules(scene: Scene, cast: Cast, place: int, story: Story) -> Attribution | None:
    options: list[tuple[float, Proposal]] = []
    for order, one in enumerate(proposals(scene, place)):
        options.append((WEIGHTS.get(one.rule, 0) + one.strength * 0.3 - order * 0.01, one))
    options.sort(key=lambda pair: -pair[0])
    for weight, one in options:
        if one.phrase.sort == "common" and one.rule not in ("inverted", "according-after", "according-before"):
            continue
        number = scene.phrase_at[one.phrase.first]
        meant = readings(scene, cast, number, story.speakers)
        if meant:
            return Attribution(meant[0][0], one.rule, meant[0][1], one.phrase.first, one.phrase.last, one.cue, weight)
    if story.speakers:
        last = story.speakers[-1]
        return Attribution(last, "continuation", "speaker", place, place, None, 0)
    return None


WEIGHTS = {
    "signature": 10,
    "according-after": 10,
    "clitic": 9.5,
    "inverted": 9,
    "agent": 8,
    "inverted-any": 7,
    "according-before": 7,
    "for-before": 5,
    "before-adjacent": 5.5,
    "before-relative": 5.2,
    "before-main": 5,
    "before-clause": 4.5,
    "before-inverted": 4.8,
    "clitic-before": 6.5,
    "script": 6,
    "inverted-far": 5,
    "clitic-far": 5,
    "according-far": 4.9,
    "agent-before": 4,
    "agent-far": 3,
    "colon": 4.5,
    "subject": 2.5,
    "relative": 2,
    "by-before": 1,
    "by-after": 1.5,
    "bracket": 2,
    "previous-cue": 1.8,
    "previous-subject": 1.5,
    "next-cue": 0.5,
    "next-subject": -1,
    "earlier-cue": 0.2,
    "earlier-subject": -1,
}
"""How much each rule is believed, before the strength of its verb."""
