"""What is thought of who says a quotation: each voice with its chance, and what speaks for it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reader.analysis.quotations.candidates import Anchor
from reader.analysis.quotations.voices import Voice

Shares = Callable[[Sequence[Sequence[str]]], Sequence[float]]
"""Gives each option, by its features, its probability among them."""


@dataclass(frozen=True, slots=True)
class Question:
    """One quotation to attribute: its number, its anchors, and the features of all that may be believed.

    `options`: of each anchor, then of silence; `meanings`: for each anchor, of each of its readings.
    """

    number: int
    anchors: list[Anchor]
    options: list[list[str]]
    meanings: list[list[list[str]]]


@dataclass(slots=True)
class Standing:
    """A voice with its probability, the likeliest anchor that means it, the place of it among that anchor's
    readings, and how many anchors mean it."""

    voice: Voice
    chance: float
    anchor: Anchor | None
    choice: int
    anchors: int


@dataclass(frozen=True, slots=True)
class Attribution:
    """What is thought of who says a quotation.

    `standings`: the voices, the likeliest first; `silent`: the probability that nobody says it.
    """

    standings: tuple[Standing, ...]
    silent: float

    @property
    def voice(self) -> Voice | None:
        """The likeliest voice; None when nothing is named."""
        return self.standings[0].voice if self.standings else None

    @property
    def chance(self) -> float:
        """The probability of the likeliest voice."""
        return self.standings[0].chance if self.standings else 0.0

    @property
    def anchor(self) -> Anchor | None:
        """The likeliest anchor that means the likeliest voice."""
        return self.standings[0].anchor if self.standings else None

    def says_nobody(self, bound: float) -> bool:
        """Whether nobody says it, as likely as any voice and as `bound` at least."""
        return self.silent >= max(bound, self.chance)

    def standing_of(self, voice: Voice) -> Standing | None:
        """What is thought of a voice; None when nothing speaks for it."""
        return next((one for one in self.standings if one.voice is voice), None)

    def chance_of(self, voice: Voice) -> float:
        """The probability of a voice."""
        standing = self.standing_of(voice)
        return standing.chance if standing is not None else 0.0


def attribution(question: Question, shares: Shares) -> Attribution:
    """The voices of a question, each summed over its anchors."""
    chances = shares(question.options)
    found: dict[int, Standing] = {}
    best: dict[int, float] = {}
    for anchor, chance, meanings in zip(question.anchors, chances, question.meanings, strict=False):
        for choice, ((voice, _), share) in enumerate(zip(anchor.readings, shares(meanings), strict=True)):
            part = chance * share
            standing = found.get(id(voice))
            if standing is None:
                found[id(voice)] = Standing(voice, part, anchor, choice, 1)
                best[id(voice)] = part
                continue
            standing.chance += part
            standing.anchors += 1
            if part > best[id(voice)]:
                best[id(voice)] = part
                standing.anchor, standing.choice = anchor, choice
    ordered = sorted(found.values(), key=lambda one: -one.chance)
    return Attribution(tuple(ordered), chances[-1])
