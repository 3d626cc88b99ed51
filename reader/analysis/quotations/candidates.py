"""What may tell who said a quotation: anchors, phrases that rules point to, and the voices each may mean."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from reader.analysis.quotations.inner import inner_name, inner_pronoun
from reader.analysis.quotations.phrases import Phrase
from reader.analysis.quotations.proposals import Proposal
from reader.analysis.quotations.resolution import Reading, readings
from reader.analysis.quotations.rules import proposals
from reader.analysis.quotations.scene import Scene, said_words
from reader.analysis.quotations.spans import QuoteSpan
from reader.analysis.quotations.voices import Cast, Voice


class Vote(NamedTuple):
    """One rule's word for an anchor: the rule, how many spoke before it, its verb's strength and items."""

    rule: str
    order: int
    strength: int
    cue: tuple[int, int] | None


@dataclass(slots=True)
class Anchor:
    """A phrase that may carry the attribution, the rules that point to it, and whom it may mean, likeliest
    first.

    `phrase` is None for what the story so far suggests: the speaker before, the same words said before.
    """

    phrase: Phrase | None
    votes: list[Vote]
    readings: list[Reading]

    @property
    def sort(self) -> str:
        """The sort of its phrase, `story` without one."""
        return self.phrase.sort if self.phrase is not None else "story"


@dataclass(slots=True)
class Story:
    """What was attributed so far in the article."""

    speakers: list[Voice] = field(default_factory=list)
    """The voices in order of speaking."""
    sentence: int = -1
    """The sentence of the last quotation that was given a speaker."""
    said: dict[str, Voice] = field(default_factory=dict)
    """Who said which words, for words that come again."""
    counts: dict[int, int] = field(default_factory=dict)
    """How many quotations each voice, by its identity, has."""

    def tell(self, voice: Voice, words_said: str, sentence: int) -> None:
        """Notes that `voice` said some words in a sentence."""
        self.speakers.append(voice)
        self.sentence = sentence
        self.said.setdefault(words_said, voice)
        self.counts[id(voice)] = self.counts.get(id(voice), 0) + 1


def anchors(scene: Scene, cast: Cast, span: QuoteSpan, place: int, story: Story) -> list[Anchor]:
    """The anchors of the quotation at item `place`, in the order in which rules met them; each means
    somebody."""
    found: dict[tuple[int, str], Anchor] = {}
    asked = proposals(scene, place)
    pronoun = inner_pronoun(scene, span, place)
    if pronoun is not None:
        asked.insert(0, pronoun)
    for order, one in enumerate(asked):
        key = (one.phrase.first, "inner" if one.rule == "inner-clitic" else "")
        vote = Vote(one.rule, order, one.strength, one.cue)
        if key in found:
            if all(vote.rule != known.rule for known in found[key].votes):
                found[key].votes.append(vote)
            continue
        meant = _meant(scene, cast, one, place, story.speakers)
        if meant:
            found[key] = Anchor(one.phrase, [vote], meant)
    return [*found.values(), *_from_story(scene, cast, span, len(asked), story)]


def _from_story(scene: Scene, cast: Cast, span: QuoteSpan, order: int, story: Story) -> list[Anchor]:
    suggested: list[tuple[str, Voice]] = []
    inner = inner_name(scene, cast, span)
    if inner is not None:
        suggested.append(("inner-name", inner))
    suggested += [(f"speaker-{back}", voice) for back, voice in enumerate(_latest(story.speakers))]
    repeated = story.said.get(said_words(scene.chain.text, span))
    if repeated is not None:
        suggested.append(("repeated", repeated))
    suggested += [(f"lead-{place}", voice) for place, voice in enumerate(cast.leads)]
    return [Anchor(None, [Vote(rule, order, 0, None)], [(voice, "before")]) for rule, voice in suggested]


def _meant(scene: Scene, cast: Cast, one: Proposal, place: int, speakers: Sequence[Voice]) -> list[Reading]:
    if one.rule == "inner-clitic":
        number = next((at for at in scene.phrase_at[place + 1 : place + 60] if at >= 0), len(scene.phrases))
        return readings(scene, cast, number, speakers, one.phrase)
    return readings(scene, cast, scene.phrase_at[one.phrase.first], speakers)


def _latest(speakers: Sequence[Voice]) -> list[Voice]:
    """The last two different voices, the latest first."""
    latest: list[Voice] = []
    for voice in reversed(speakers[-12:]):
        if voice not in latest:
            latest.append(voice)
            if len(latest) == 2:
                break
    return latest
