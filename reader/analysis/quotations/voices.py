"""Who may speak in an article: named entities and described persons, with gender, number and roles."""

from bisect import bisect_left, insort
from collections import defaultdict
from dataclasses import dataclass, field

from reader.analysis.quotations import lexicon as words
from reader.analysis.quotations.items import Sort
from reader.analysis.quotations.phrases import Phrase
from reader.analysis.quotations.scene import Scene
from reader.analysis.types import EntityKind

_LONG = 14
"""Items between a role and its name."""
_CLOSERS = frozenset(",.);:—–!?")


@dataclass(slots=True, eq=False)
class Voice:
    """Someone or something that may speak, gathered over the whole article.

    `name`: of the entity if `named`, else the words of the first description.  `kind`: None when only
    capitals or a description tell.  `gender`: votes, positive for masculine.  `roles`: nouns tied to it,
    each with the words of its complement.  `phrases`: numbers of the phrases that name it, in order.
    """

    name: str
    named: bool
    kind: EntityKind | None
    plural: bool = False
    body: bool = False
    gender: int = 0
    roles: dict[str, str] = field(default_factory=dict)
    phrases: list[int] = field(default_factory=list)

    def hear(self, number: int) -> None:
        """Counts a phrase among those that name the voice."""
        place = bisect_left(self.phrases, number)
        if place == len(self.phrases) or self.phrases[place] != number:
            self.phrases.insert(place, number)

    def last_before(self, number: int) -> int:
        """The last phrase that names the voice before phrase `number`, or -1."""
        place = bisect_left(self.phrases, number)
        return self.phrases[place - 1] if place else -1

    def agrees(self, gender: str, *, plural: bool) -> bool:
        """Whether a word of that gender and number may mean it."""
        if self.kind == EntityKind.PERSON and plural and not self.plural:
            return False
        if self.plural and not plural and self.kind is None:
            return False
        if gender and self.gender and self.kind not in (EntityKind.ORGANIZATION, EntityKind.PLACE):
            return (gender == "m") == (self.gender > 0)
        return True


class Cast:
    """The voices of an article, and which one each phrase names by itself."""

    def __init__(self, scene: Scene) -> None:
        """Gathers the voices of `scene`, joined by entity, apposition and title."""
        self.scene = scene
        self.voices: list[Voice] = []
        self.voice_of: dict[int, Voice] = {}
        self._by_name: dict[str, Voice] = {}
        self._by_surname: dict[str, Voice] = {}
        self.by_body: dict[str, list[Voice]] = defaultdict(list)
        self.pronouns: dict[int, Voice | None] = {}
        self.by_role: dict[str, list[tuple[int, Voice]]] = defaultdict(list)
        for number, phrase in enumerate(scene.phrases):
            if phrase.name >= 0 and scene.items[phrase.name].sort == Sort.NAME:
                self._meet(number, phrase)
        self._tie_appositions()
        self._tie_long()
        for number, phrase in enumerate(scene.phrases):
            if (
                number not in self.voice_of
                and phrase.sort in ("role", "body")
                and phrase.determiner in words.INDEFINITE
            ):
                self.voice_of[number] = self.described(phrase, number)
        self.leads = self._leads()
        for ties in self.by_role.values():
            ties.sort(key=lambda tie: tie[0])
        self._note_returns()

    def _note_returns(self) -> None:
        """Counts *ce responsable* or *le ministre* among the phrases of the voice last tied to that noun."""
        for number, phrase in enumerate(self.scene.phrases):
            if number in self.voice_of or phrase.sort not in ("role", "body"):
                continue
            ties = self.by_role.get(words.singular(phrase.head), [])
            cut = bisect_left(ties, number, key=lambda tie: tie[0])
            if cut:
                ties[cut - 1][1].phrases.append(number)
        for voice in self.voices:
            voice.phrases.sort()

    def _leads(self) -> list[Voice]:
        """The two persons named most often: whom an article is about."""
        people = [voice for voice in self.voices if voice.kind == EntityKind.PERSON]
        return sorted(people, key=lambda voice: -len(voice.phrases))[:2]

    def _meet(self, number: int, phrase: Phrase) -> None:
        """Joins a phrase that holds a name to its voice."""
        voice = self._named(phrase)
        self.voice_of[number] = voice
        voice.phrases.append(number)
        title = self.scene.items[phrase.first].low
        votes = 3 if title in words.TITLES else 1
        if phrase.sort == "role" or title in words.TITLES:
            voice.gender += {"m": votes, "f": -votes}.get(phrase.gender, 0)
        if phrase.head:
            self.tie(voice, phrase, number)

    def _named(self, phrase: Phrase) -> Voice:
        item = self.scene.items[phrase.name]
        if item.number >= 0:
            entity = self.scene.chain.mentions[item.number].entity
            name, kind = entity.name, entity.kind
        else:
            name, kind = item.text, None
        known = self._by_name.get(name.lower()) or (
            self._by_surname.get(name.lower()) if kind is None else None
        )
        if known is not None:
            return known
        return self._voice(name, kind)

    def _voice(self, name: str, kind: EntityKind | None) -> Voice:
        voice = Voice(name, named=True, kind=kind, body=kind == EntityKind.ORGANIZATION)
        voice.gender = {"m": 2, "f": -2}.get(words.given_names().get(name.split()[0].split("-")[0], ""), 0)
        self.voices.append(voice)
        self._by_name[name.lower()] = voice
        if kind != EntityKind.PERSON:
            for word in dict.fromkeys(name.lower().split()[:2]):
                self.by_body[word].append(voice)
        parts = name.lower().split()
        if kind == EntityKind.PERSON and len(parts) > 1:
            self._by_surname.setdefault(" ".join(parts[1:]), voice)
            self._by_surname.setdefault(parts[0], voice)
        return voice

    def tie(self, voice: Voice, phrase: Phrase, number: int) -> None:
        """Notes that the role or the noun of `phrase` belongs to `voice`."""
        noun = words.singular(phrase.head)
        self.by_role[noun].append((number, voice))
        voice.roles.setdefault(noun, self.complement(phrase))
        if phrase.sort == "role":
            voice.gender += {"m": 1, "f": -1}.get(phrase.gender, 0)

    def complement(self, phrase: Phrase) -> str:
        """The words of a phrase after its noun, in small letters, its name left out."""
        items = self.scene.items
        last = phrase.name if phrase.name >= 0 else phrase.last + 1
        kept = [items[at].low for at in range(phrase.first, last) if items[at].low not in words.DETERMINERS]
        return " ".join(word for word in kept if word not in words.OF and word != phrase.head)

    def words_of(self, phrase: Phrase) -> str:
        """A phrase as the text says it, its first letter small unless it is a name."""
        items = self.scene.items
        said = self.scene.chain.text[items[phrase.first].start : items[phrase.last].end]
        said = " ".join(said.split())
        if (items[phrase.first].sort == Sort.WORD and said[1:2].islower()) or said[1:2] in {"'", "’", " "}:
            said = said[0].lower() + said[1:]
        return said

    def _tie_appositions(self) -> None:
        """Ties *X, maire de Y,* and *le maire de Y, X,*: both phrases then name one voice."""
        scene = self.scene
        for number in range(len(scene.phrases) - 1):
            left, right = scene.phrases[number], scene.phrases[number + 1]
            if right.first != left.last + 2 or scene.items[left.last + 1].text not in {",", "("}:
                continue
            if not self._closed(right):
                continue
            if (
                self._is_person(number)
                and right.name < 0
                and right.sort in ("role", "common")
                and not right.preposition
            ):
                if right.determiner not in {"", "le", "la", "l'", "un", "une", "son", "sa"}:
                    continue
                if right.sort == "common" and right.determiner in {"", "son", "sa"}:
                    continue
                self._join(number + 1, right, self.voice_of[number])
            elif left.sort in ("role", "body") and left.name < 0 and self._is_person(number + 1):
                if right.preposition or right.determiner or left.plural:
                    continue
                self._join(number, left, self.voice_of[number + 1])

    def _tie_long(self) -> None:
        """Ties *la députée du Nord et militante de toujours, X, a dit*: a role, then its name between
        commas."""
        scene = self.scene
        items = scene.items
        for number, left in enumerate(scene.phrases):
            if (
                left.sort != "role"
                or left.name >= 0
                or left.preposition
                or left.plural
                or number in self.voice_of
            ):
                continue
            sentence = scene.sentence(left.first)
            if left.determiner in words.INDEFINITE and left.determiner not in {"un", "une"}:
                continue
            at = left.last + 1
            clause = at < sentence.last and items[at].low in {"où", "dont", "qui", "que", "qu'"}
            while at < min(sentence.last - 1, left.last + _LONG):
                item = items[at]
                verb = scene.cue_at[at] >= 0 or item.low in words.HAVE or item.low in words.BE
                if item.sort == Sort.QUOTE or (verb and not clause):
                    break
                if item.text == ",":
                    right = scene.starting(at + 1)
                    near = scene.phrase_at[at + 1]
                    if (
                        right is not None
                        and right.name >= 0
                        and self._is_person(near)
                        and not right.determiner
                    ):
                        if self._followed(right.last + 1, sentence.last):
                            self._join(number, left, self.voice_of[near])
                        break
                at += 1

    def _followed(self, at: int, last: int) -> bool:
        """Whether a verb, a comma or the sentence's end stands at an item."""
        if at >= last:
            return True
        item = self.scene.items[at]
        return (
            item.text in _CLOSERS
            or item.low in words.HAVE
            or item.low in words.BE
            or self.scene.cue_at[at] >= 0
        )

    def _join(self, number: int, phrase: Phrase, voice: Voice) -> None:
        self.voice_of[number] = voice
        self.tie(voice, phrase, number)

    def _is_person(self, number: int) -> bool:
        voice = self.voice_of.get(number)
        return voice is not None and voice.kind in (EntityKind.PERSON, None)

    def _closed(self, phrase: Phrase) -> bool:
        """Whether an apposition ends where a comma, a stop, a bracket or the sentence does."""
        items = self.scene.items
        sentence = self.scene.sentence(phrase.first)
        at = phrase.last + 1
        if at >= sentence.last:
            return True
        if items[at].text in _CLOSERS and items[at].sort == Sort.SIGN:
            return True
        # A longer description may end a little further on: « maire de Y depuis 2014, ».
        for ahead in range(at, min(sentence.last, at + 8)):
            item = items[ahead]
            if item.sort == Sort.SIGN and item.text in {",", ")"}:
                return True
            if item.low in words.HAVE or item.low in words.BE or self.scene.cue_at[ahead] >= 0:
                return False
            if item.low in words.OBJECT_CLITICS or item.sort in (Sort.QUOTE, Sort.SIGN):
                return False
        return False

    def described(self, phrase: Phrase, number: int) -> Voice:
        """The voice of a description that names nobody known: a new one, or the one of the same words
        before."""
        said = self.words_of(phrase)
        known = self._by_name.get("~" + said.lower())
        if known is not None:
            known.hear(number)
        else:
            known = Voice(said, named=False, kind=None, plural=phrase.plural, body=phrase.sort == "body")
            known.gender = {"m": 1, "f": -1}.get(phrase.gender, 0)
            known.roles[words.singular(phrase.head)] = self.complement(phrase)
            self.voices.append(known)
            self._by_name["~" + said.lower()] = known
            known.phrases.append(number)
            insort(self.by_role[words.singular(phrase.head)], (number, known), key=lambda tie: tie[0])
        return known

    def named_at(self, offset: int) -> Voice | None:
        """The voice of the mention that begins at a code point of the text; None when none does."""
        mentions = self.scene.chain.mentions
        index = bisect_left(mentions, offset, key=lambda mention: mention.start)
        if index < len(mentions) and mentions[index].start == offset:
            entity = mentions[index].entity
            return self._by_name.get(entity.name.lower()) or self._voice(entity.name, entity.kind)
        return None
