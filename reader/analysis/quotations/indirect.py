"""Indirect speech with a clear verb: *X a affirmé que …*; held apart from words in signs."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from reader.analysis.quotations import lexicon as words
from reader.analysis.quotations.cues import Cue
from reader.analysis.quotations.items import Item, Sentence, Sort
from reader.analysis.quotations.phrases import Phrase
from reader.analysis.quotations.resolution import readings
from reader.analysis.quotations.scene import Scene
from reader.analysis.quotations.subjects import is_time, speakable, subject_before
from reader.analysis.quotations.voices import Cast, Voice
from reader.analysis.types import EntityKind, Quotation, QuotationKind, Span, Speaker

_QUE = frozenset({"que", "qu'"})
_BETWEEN = 14
"""Items between the verb and *que*: to whom, when and where it was said."""
_FEWEST = 3
"""Words of what is reported, at least."""
MOST = 400
"""Words and signs of what is reported, at most: a text without full stops would be gone through for each verb."""
_ENDINGS = ("e", "ent", "ait", "aient", "a", "èrent", "era", "eront", "erait")
_NOT_THIRD = frozenset(
    {"je", "j'", "nous", "vous", "tu", "on", "ne", "n'", "ce", "c'", "ça", "cela", "tout", "rien"}
)
_NOBODY = frozenset({"aucun", "aucune", "nul", "nulle"})
_NEGATIONS = frozenset({"pas", "jamais", "point", "guère", "nullement"})
_COMPARING = frozenset({"plus", "moins", "aussi", "tant", "si", "autant", "davantage"})
_SUBORDINATING = frozenset(
    {"alors", "tandis", "si", "comme", "lorsque", "quand", "bien", "puisque", "pendant", "après"}
)
_TURNS = frozenset({"mais", "alors", "tandis", "quand", "lorsque", "lorsqu'", "car"})
"""Words after a comma with which a clause of the article's own may begin."""


@dataclass(frozen=True, slots=True)
class _Verbs:
    finite: frozenset[str]
    past: frozenset[str]
    with_hearer: frozenset[str]
    after_causative: frozenset[str]


@cache
def _verbs() -> _Verbs:
    lists: dict[str, list[str]] = {letter: [] for letter in "RFPWI"}
    for line in words.lines("indirect.txt"):
        letter, *forms = line.split()
        lists[letter] += forms
    regular = {stem + ending for stem in lists["R"] for ending in _ENDINGS}
    return _Verbs(
        frozenset(regular | set(lists["F"])),
        frozenset({stem + "é" for stem in lists["R"]} | set(lists["P"]) | set(lists["W"])),
        frozenset(lists["W"]),
        frozenset(lists["I"]),
    )


def indirect_speech(scene: Scene, quoted: Sequence[Quotation]) -> list[Quotation]:
    """What the article reports without signs, in order; `quoted` are its quotations, in order.

    Only what a verb of saying brings in with *que*, right after it or after to whom and when, and of which the
    text names or describes the speaker.  Nothing where the verb is denied, is in the first person, or where
    *que* only opens signs.  Linear in time.
    """
    found: list[Quotation] = []
    speakers: _Speakers | None = None
    for cue in scene.cues:
        sentence = scene.sentence(cue.verb)
        that = _that(scene, cue, sentence)
        if that is None:
            continue
        subject, how = subject_before(scene, cue, sentence.first)
        if subject is None or how not in ("adjacent", "relative", "clause") or not speakable(scene, subject):
            continue
        if _is_doubtful(scene, subject, cue, how):
            continue
        content = _content(scene, that + 1, sentence, _clause(scene, subject, how, sentence))
        if content is None:
            continue
        speakers = speakers or _Speakers(scene, quoted)
        beside = how != "clause" and (subject.plural or not _is_plural(scene, cue))
        told = speakers.of(subject, content.start, beside=beside)
        if told is None:
            continue
        verb = Span(scene.items[cue.first].start, scene.items[cue.last].end)
        found.append(Quotation(content.start, content.end, content, QuotationKind.INDIRECT, told, verb))
    return found


class _Speakers:
    """Whom the subjects of the verbs mean, with those who spoke before them; asked in the order of the text."""

    def __init__(self, scene: Scene, quoted: Sequence[Quotation]) -> None:
        self._scene, self._cast = scene, Cast(scene)
        by_name = {voice.name: voice for voice in self._cast.voices}
        self._waiting = deque(
            (one.start, by_name[one.speaker.name])
            for one in quoted
            if one.speaker is not None and one.speaker.name in by_name
        )
        self._before: list[Voice] = []

    def of(self, subject: Phrase, offset: int, *, beside: bool) -> Speaker | None:
        """Who says what begins at the code point `offset`; `beside`: whether the verb follows the subject."""
        while self._waiting and self._waiting[0][0] < offset:
            self._before.append(self._waiting.popleft()[1])
        number = self._scene.phrase_at[subject.first]
        meant = readings(self._scene, self._cast, number, self._before)
        if not meant:
            return None
        voice, reached = meant[0]
        self._before.append(voice)
        items = self._scene.items
        sure = (
            reached in ("name", "said")
            and beside
            and (subject.sort == "name" or voice.kind != EntityKind.PLACE)
        )
        return Speaker(voice.name, voice.named, sure, items[subject.first].start, items[subject.last].end)


def _is_doubtful(scene: Scene, subject: Phrase, cue: Cue, how: str) -> bool:
    """Whether a subject is none of the verb, or only stands beside it: a time, an apposition, what a dash sets off."""
    if is_time(scene, subject) or subject.last >= cue.first or subject.sort == "some":
        return True
    if subject.determiner in _NOBODY:
        return True
    if how == "clause":
        return subject.sort == "role" and subject.name < 0 and not subject.determiner
    between = scene.items[subject.last + 1 : cue.first]
    return how == "adjacent" and any(item.sort == Sort.SIGN for item in between)


def _that(scene: Scene, cue: Cue, sentence: Sentence) -> int | None:
    """The item of the *que* that `cue` brings in, if it is a verb of saying that nobody denies."""
    items, verbs = scene.items, _verbs()
    if cue.form not in ("F", "P") or cue.clitic >= 0:
        return None
    verb, at = items[cue.verb].low, cue.last + 1
    before = {item.low for item in items[max(sentence.first, cue.first - 2) : cue.last + 1]}
    within = {item.low for item in items[cue.first : cue.last]}
    if before & (_NOT_THIRD | _NEGATIONS | {"ayant", "avoir"}) or within & {"plus", "moins", "davantage"}:
        return None
    if verb in ("fait", "laissé") and at < sentence.last and items[at].low in verbs.after_causative:
        at += 1
    elif verb not in (verbs.finite if cue.form == "F" else verbs.past):
        return None
    return _que_after(scene, at, sentence.last, hearer=verb in verbs.with_hearer)


def _is_plural(scene: Scene, cue: Cue) -> bool:
    """Whether the verb has several subjects: more than the one beside it."""
    held = [scene.items[at].low for at in range(cue.first, cue.last + 1)]
    return bool({"ont", "avaient", "auront", "auraient"} & set(held)) or held[-1].endswith("ent")


def _que_after(scene: Scene, at: int, stop: int, *, hearer: bool) -> int | None:
    """The item of *que*, past adverbs, days, dates, phrases with a preposition, and a hearer where one may stand."""
    items = scene.items
    stop, commas = min(stop, at + _BETWEEN), 0
    while at < stop:
        item = items[at]
        if item.low in _QUE and item.sort == Sort.WORD:
            return at if commas % 2 == 0 else None  # an odd one opens a relative clause
        if item.low in _NEGATIONS or item.low in _COMPARING:
            return None
        phrase = scene.covering(at)
        if phrase is not None:
            free = not phrase.preposition and not is_time(scene, phrase) and item.sort != Sort.DATE
            if free and not hearer:
                return None
            hearer = hearer and not free
            at = phrase.last + 1
        elif item.sort == Sort.DATE or item.text == "," or _passes(item):
            commas += item.text == ","
            at += 1
        else:
            return None
    return None


def _passes(item: Item) -> bool:
    return item.sort == Sort.WORD and (
        item.low in words.ADVERBS
        or item.low in words.DAYS
        or item.low in words.PREPOSITIONS
        or item.low.endswith("ment")
        or item.low[0].isdigit()
    )


def _clause(scene: Scene, subject: Phrase, how: str, sentence: Sentence) -> str:
    """What the telling is in its sentence: `main`, a `relative` clause, or the `first` of two (*Alors que …, …*)."""
    items = scene.items
    if how == "relative" or (subject.first > sentence.first and items[subject.first - 1].low == "dont"):
        return "relative"
    before = items[sentence.first : subject.first]
    opening = items[sentence.first].low
    opens = opening in _SUBORDINATING or (opening == "s'" and items[sentence.first + 1].low in {"il", "ils"})
    opens = opens and all(item.text != "," for item in before)
    return "first" if opens else "main"


def _content(scene: Scene, first: int, sentence: Sentence, clause: str) -> Span | None:
    """What is reported: from item `first` on, to the end of the sentence or to where the article goes on itself."""
    items = scene.items
    while first < sentence.last and items[first].sort == Sort.SIGN:
        first += 1
    last = first
    while last < sentence.last and not _turns(scene, last, sentence.last, clause):
        last += 1
        if last - first > MOST:
            return None
    while (
        last > first
        and items[last - 1].sort == Sort.SIGN
        and items[last - 1].text not in {")", "%", "€", "$"}
    ):
        last -= 1
    held = items[first:last]
    if not held or sum(item.sort in (Sort.WORD, Sort.NAME, Sort.DATE) for item in held) < _FEWEST:
        return None
    quoted = sum(item.end - item.start for item in held if item.sort == Sort.QUOTE)
    if held[0].sort == Sort.QUOTE or quoted * 2 > held[-1].end - held[0].start:
        return None  # words in signs, which stand for themselves
    return Span(held[0].start, held[-1].end)


def _turns(scene: Scene, at: int, stop: int, clause: str) -> bool:
    """Whether the article's own words go on at item `at`: *; …*, *: « … »*, *, a-t-il dit*, *, mais …*."""
    items = scene.items
    item = items[at]
    if item.sort != Sort.SIGN or item.text not in {";", ":", ","}:
        return False
    if item.text != "," or at + 1 >= stop:
        return item.text == ";" or (at + 1 < stop and items[at + 1].sort == Sort.QUOTE)
    after = items[at + 1]
    following = items[at + 2].low if at + 2 < stop else ""
    if clause == "first" or (clause == "relative" and _is_verb(after)):
        return True
    if after.low == "selon":
        return all(item.text != "," for item in items[at + 1 : stop])
    if after.low in _TURNS:
        return after.low in {"alors", "tandis"} or following not in _QUE
    if after.low == "ce":
        return following in {"qui", "que", "qu'", "dont"}
    if after.low.endswith("ant") and after.low[:-3] + "e" in _verbs().finite:
        return True
    number = scene.cue_at[at + 1]
    return number >= 0 and _tells_on(scene, scene.cues[number], at + 1, stop)


def _tells_on(scene: Scene, cue: Cue, at: int, stop: int) -> bool:
    """Whether a verb right after a comma tells who says it all: *, a-t-il dit*, *, rapporte X*."""
    if cue.first != at or cue.strength < 0:
        return False
    if cue.clitic >= 0 or cue.form == "G":
        return True
    verb, verbs = scene.items[cue.verb].low, _verbs()
    subject = scene.starting(cue.last + 1) if cue.last + 1 < stop else None
    return subject is not None and not subject.preposition and verb in verbs.finite | verbs.past


def _is_verb(item: Item) -> bool:
    return item.low in words.HAVE or item.low in words.BE or item.low in words.finite_verbs()
