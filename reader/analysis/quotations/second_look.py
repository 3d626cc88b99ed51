"""What a second look at a quotation sees, once all of the article were read: the voices around, before and after."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reader.analysis.quotations.ballots import Attribution, Standing
from reader.analysis.quotations.bearings import letter_of, stand_of, tie_of
from reader.analysis.quotations.contents import contents_of
from reader.analysis.quotations.features import STRONG
from reader.analysis.quotations.phrases import Phrase
from reader.analysis.quotations.places import Place, place_of
from reader.analysis.quotations.scene import Scene
from reader.analysis.quotations.spans import QuoteSpan
from reader.analysis.quotations.twins import twins_of
from reader.analysis.quotations.voices import Cast, Voice
from reader.analysis.types import EntityKind

_LEAST = 0.004
"""Probability under which a voice is not looked at again, unless its neighbours speak for it."""
_MOST = 7
"""Voices of one quotation that are looked at."""
_FAR = 99.0
_TIES = {"none": 0.0, "clash": 1.0, "bare": 2.0, "more": 3.0, "less": 4.0, "part": 5.0, "same": 6.0}
_STANDS = {"subj": 1.0, "prep": 2.0, "other": 3.0}
_PERSONS = {"": 0.0, "I": 1.0, "we": 2.0}
_SINCE = 60
"""Phrases before a quotation in which other persons are counted."""
_KINDS = {"P": 0.0, "O": 1.0, "L": 2.0, "X": 3.0, "N": 4.0, "U": 5.0}


@dataclass(slots=True)
class Candidate:
    """A voice that may say a quotation, or nobody (`standing` None), and the numbers that tell."""

    standing: Standing | None
    numbers: list[float]


class SecondLook:
    """The quotations of one article, read once, with what each may be believed by the others."""

    def __init__(
        self, scene: Scene, cast: Cast, spans: Sequence[QuoteSpan], told: Mapping[int, Attribution]
    ) -> None:
        """Takes what a first reading told of each top-level quotation, in order."""
        self.scene = scene
        self.cast = cast
        order = list(told)
        self._places = [place_of(scene, at, number, told[number]) for at, number in enumerate(order)]
        for place, twins in zip(
            self._places, twins_of(scene.chain.text, [spans[number] for number in order]), strict=True
        ):
            place.twins = twins
        self.people = sum(voice.kind == EntityKind.PERSON for voice in cast.voices)
        self.phrases = max(1, len(scene.phrases))
        self._contents = [contents_of(scene, spans[number]) for number in order]
        self._named = Counter(name for one in self._contents for name in one.named)
        self._mass: dict[int, float] = {}
        for one in told.values():
            for standing in one.standings:
                key = id(standing.voice)
                self._mass[key] = self._mass.get(key, 0.0) + standing.chance
        self._all_mass = sum(self._mass.values()) or 1.0

    def candidates(self, trust: Mapping[str, float]) -> list[tuple[int, list[Candidate]]]:
        """For each quotation, its number and who may say it, nobody last.

        `trust`: how often the voices were right that a rule, or a way of reading a phrase, pointed to.
        """
        return [
            (place.number, self._of(at, place, self._standings(at, place), trust))
            for at, place in enumerate(self._places)
        ]

    def _standings(self, at: int, place: Place) -> list[Standing]:
        """The voices of the first reading, and those of the quotations around and of the same words."""
        kept = [one for one in place.told.standings[:_MOST] if one.chance >= _LEAST]
        near = [*range(max(0, at - 2), at), *range(at + 1, min(len(self._places), at + 3)), *place.twins]
        known = {id(one.voice) for one in kept}
        for other in near:
            told = self._places[other].told
            if told.standings and id(told.standings[0].voice) not in known and told.chance >= 0.2:
                voice = told.standings[0].voice
                known.add(id(voice))
                kept.append(place.told.standing_of(voice) or Standing(voice, 0.0, None, 0, 0))
        return kept

    def _of(
        self, at: int, place: Place, standings: list[Standing], trust: Mapping[str, float]
    ) -> list[Candidate]:
        told = place.told
        around = [self._near(at, step) for step in (-1, 1, -2, 2)]
        shared = self._shared(at, place, around)
        strengths = [_strength(one) for one in told.standings]
        found: list[Candidate] = []
        for rank, standing in enumerate(standings):
            rivals = [one.chance for one in told.standings[:2] if one.voice is not standing.voice]
            others = [
                strength
                for strength, one in zip(strengths, told.standings, strict=True)
                if one.voice is not standing.voice
            ]
            numbers = [
                standing.chance,
                float(rank),
                rivals[0] if rivals else 0.0,
                max(others, default=-1.0),
                *self._anchored(place, standing, trust),
                *self._known(place, standing.voice),
                float(self._contents[at].names(standing.voice)),
                float(self._named[standing.voice.name.lower()] if standing.voice.named else 0),
                *self._stand(place, standing.voice),
                *[other.told.chance_of(standing.voice) if other else -1.0 for other in around],
                max(
                    (self._places[twin].told.chance_of(standing.voice) for twin in place.twins), default=-1.0
                ),
                *shared,
            ]
            found.append(Candidate(standing, numbers))
        nobody = [-1.0] * (NUMBERS - len(shared))
        nobody[0] = told.silent
        nobody[2] = told.chance
        found.append(Candidate(None, [*nobody, *shared]))
        return found

    def _shared(self, at: int, place: Place, around: Sequence[Place | None]) -> list[float]:
        """What is so of a quotation, whoever says it."""
        return [
            place.told.silent,
            float(len(place.told.standings)),
            float(self.people),
            at / len(self._places),
            float(min(40, len(self._places))),
            *self._gaps(place, around[0], around[1]),
            _PERSONS[self._contents[at].person],
        ]

    def _stand(self, place: Place, voice: Voice) -> list[float]:
        """How a voice stands where it was named last, and how many other persons were named since."""
        scene = self.scene
        last = voice.last_before(place.phrase)
        if last < 0:
            return [0.0, -1.0, -1.0, _FAR]
        old = scene.phrases[last]
        sentence = scene.sentence(old.first)
        since = range(max(last + 1, place.phrase - _SINCE), place.phrase)
        met = {id(one): one for number in since if (one := self.cast.voice_of.get(number)) is not None}
        return [
            _STANDS[stand_of(scene, old)],
            float(min(20, old.first - sentence.first)),
            float(place.block - sentence.block),
            float(min(6, sum(one.kind == EntityKind.PERSON for one in met.values() if one is not voice))),
        ]

    def _near(self, at: int, step: int) -> Place | None:
        return self._places[at + step] if 0 <= at + step < len(self._places) else None

    @staticmethod
    def _gaps(place: Place, before: Place | None, after: Place | None) -> list[float]:
        found: list[float] = []
        for other in (before, after):
            if other is None:
                found += [_FAR, -1.0, -1.0, -1.0]
                continue
            gap = abs(other.sentence - place.sentence)
            found += [
                float(min(gap, 30)),
                float(other.block == place.block),
                other.told.chance,
                other.told.silent,
            ]
        return found

    def _anchored(self, place: Place, standing: Standing, trust: Mapping[str, float]) -> list[float]:
        """What is known of the phrase that carries the attribution to a voice."""
        anchor = standing.anchor
        if anchor is None:
            return [float(standing.anchors), *[-1.0] * 16]
        phrase = anchor.phrase
        vote = min(anchor.votes, key=lambda one: one.order)
        sort = anchor.sort
        how = anchor.readings[standing.choice][1]
        tie = tie_of(self.cast, phrase, standing.voice) if phrase is not None and phrase.head else ""
        found = [
            float(standing.anchors),
            trust.get(vote.rule, 0.0),
            max(trust.get(one.rule, 0.0) for one in anchor.votes),
            trust.get(f"{how}|{sort}", 0.0),
            trust.get(f"{how}|{sort}|{tie}", 0.0),
            _TIES.get(tie, -1.0),
            float(phrase is not None and bool(phrase.gender) and standing.voice.gender != 0),
            float(max(one.strength for one in anchor.votes)),
            float(vote.order),
            float(standing.choice),
            float(len(anchor.readings)),
            float(len(anchor.votes)),
        ]
        if phrase is None:
            return [*found, _FAR, _FAR, -1.0, -1.0, -1.0]
        chain = self.scene.chain
        steps = phrase.first - place.item if phrase.first > place.item else phrase.last - place.item
        found += [
            float(max(-60, min(60, steps))),
            float(max(-9, min(9, chain.sentence_of[phrase.first] - place.sentence))),
            float(phrase.plural) + 2.0 * bool(phrase.preposition),
            float(
                {"name": 0, "role": 1, "body": 2, "common": 3, "pronoun": 4, "some": 5}.get(phrase.sort, 6)
            ),
            float(self._quotations_between(place, phrase)),
        ]
        return found

    def _quotations_between(self, place: Place, phrase: Phrase) -> int:
        """How many quotations stand between a phrase and a quotation, 3 at most."""
        step = 1 if phrase.first > place.item else -1
        for count in range(3):
            near = place.order + step * (count + 1)
            if not 0 <= near < len(self._places):
                return count
            item = self._places[near].item
            if (item > phrase.first) if step > 0 else (item < phrase.last):
                return count
        return 3

    def _known(self, place: Place, voice: Voice) -> list[float]:
        """How a voice stands in the article."""
        scene = self.scene
        sentence_of = scene.chain.sentence_of
        numbers = voice.phrases
        cut = bisect_left(numbers, place.phrase)
        back = ahead = between = _FAR
        if cut:
            between = float(min(60, place.phrase - numbers[cut - 1]))
            back = float(min(30, place.sentence - sentence_of[scene.phrases[numbers[cut - 1]].first]))
        if cut < len(numbers):
            ahead = float(min(30, sentence_of[scene.phrases[numbers[cut]].first] - place.sentence))
        first = scene.chain.sentences[sentence_of[scene.phrases[numbers[0]].first]].block if numbers else 99
        mass = self._mass.get(id(voice), 0.0)
        leads = self.cast.leads
        return [
            _KINDS[letter_of(voice)],
            float(voice.plural) + 2.0 * voice.body,
            float(min(20, len(numbers))),
            len(numbers) / self.phrases,
            back,
            ahead,
            between,
            float(min(first, 9)),
            min(9.0, mass),
            mass / self._all_mass,
            float(leads.index(voice) if voice in leads else 2),
            float(len(voice.roles)),
            float(max(-3, min(3, voice.gender))),
            float(len(voice.name)),
        ]


def _strength(standing: Standing) -> float:
    """The strength of the strongest verb by which a rule that leans on one points to a voice; -1 when none does."""
    votes = standing.anchor.votes if standing.anchor is not None else []
    return float(max((vote.strength for vote in votes if vote.rule in STRONG), default=-1))


NUMBERS = 60
"""How many numbers a candidate has."""
GROUPS = {
    "the phrase that carries the attribution": range(4, 21),
    "how a voice stands in the article": (*range(21, 35), *range(37, 41)),
    "je, nous, and whom the quotation names": (35, 36, 59),
    "the quotations around": (*range(41, 45), *range(51, 59)),
    "the same words elsewhere": (45,),
}
"""What the numbers tell of, by their places; those in no group are the first reading's."""
