"""Who is the subject of a verb: searches of bounded length before and after it."""

from reader.analysis.quotations import lexicon as words
from reader.analysis.quotations.cues import Cue
from reader.analysis.quotations.items import Sort
from reader.analysis.quotations.phrases import Phrase, named_kind
from reader.analysis.quotations.scene import Scene
from reader.analysis.types import EntityKind

_FURTHEST = 40
_UNKNOWN = 4
_STOPPERS = words.listed("stoppers")
_TIME_NOUNS = words.listed("time-nouns")
_BEFORE_VERBS = words.HAVE | words.BE | words.MODAL | words.OBJECT_CLITICS | {"qui"}


def is_time(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase tells when, or belongs to a set adverb: *ce jeudi*, *la veille*, *le 12 mars*."""
    if phrase.head in _TIME_NOUNS or phrase.head in words.DAYS:
        return True
    return phrase.name >= 0 and scene.items[phrase.name].sort == Sort.DATE


def speakable(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase may be a speaker by its sort: a name of a person, body or place, a role, a pronoun."""
    kind = named_kind(scene.chain, phrase)
    if kind is not None and kind not in (EntityKind.PERSON, EntityKind.ORGANIZATION, EntityKind.PLACE):
        return phrase.sort in ("role", "body")
    return phrase.sort != "common"


def is_subject(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase has no preposition or verb before it and a verb, or a comma, after it."""
    if phrase.preposition:
        return False
    before = scene.items[phrase.first - 1] if phrase.first else None
    if before is not None and (scene.cue_at[phrase.first - 1] >= 0 or before.low in words.HAVE):
        return False
    if phrase.last + 1 >= len(scene.items):
        return False
    after = scene.items[phrase.last + 1]
    return after.text == "," or after.low in _BEFORE_VERBS or scene.cue_at[phrase.last + 1] >= 0


def subject_after(scene: Scene, first: int, last: int) -> Phrase | None:
    """The first phrase without a preposition from item `first` on: the subject of an inverted verb before it.

    Adverbs, days and phrases with a preposition are passed over; a verb, a conjunction or a quotation ends
    it.
    """
    at = first
    unknown = commas = 0
    while at < min(last, first + _FURTHEST):
        item = scene.items[at]
        phrase = scene.starting(at)
        if phrase is not None and item.sort != Sort.DATE:
            if phrase.preposition or is_time(scene, phrase):
                at = phrase.last + 1
                continue
            return phrase
        if item.sort in (Sort.QUOTE,) or item.low in _STOPPERS:
            return None
        if item.sort == Sort.SIGN:
            if item.text == "(":
                at = _after_bracket(scene, at, last)
                continue
            commas += 1
            if item.text != "," or commas > 2:
                return None
        elif item.sort == Sort.WORD and not _passable(item.low):
            unknown += 1
            if unknown > _UNKNOWN or (scene.cue_at[at] >= 0 and scene.cues[scene.cue_at[at]].form == "F"):
                return None
        at += 1
    return None


def _passable(word: str) -> bool:
    return (
        word in words.ADVERBS
        or word in words.DAYS
        or word in words.PREPOSITIONS
        or word.endswith("ment")
        or word[0].isdigit()
    )


def _after_bracket(scene: Scene, at: int, last: int) -> int:
    for ahead in range(at, min(last, at + _FURTHEST)):
        if scene.items[ahead].text == ")":
            return ahead + 1
    return last


def subject_before(scene: Scene, cue: Cue, low: int) -> tuple[Phrase | None, str]:
    """The subject of `cue`, sought from it back to item `low`, and how it was found.

    `adjacent`: right before the verb; `relative`: what *qui* stands for; `clause`: the clause's first
    subject, past a comma, a bracket or *et*; `main`: that of the sentence, for participles and infinitives.
    """
    if cue.form in ("G", "I"):
        return main_subject(scene, low, cue.first), "main"
    at = cue.first - 1
    floor = max(low, cue.first - _FURTHEST)
    while at >= floor:
        item = scene.items[at]
        if item.sort == Sort.QUOTE:
            return main_subject(scene, low, at), "clause"
        phrase = scene.covering(at)
        if phrase is not None and item.sort != Sort.DATE:
            if phrase.preposition or is_time(scene, phrase):
                at = phrase.first - 1
                continue
            return phrase, "adjacent"
        if item.low == "qui" and item.sort == Sort.WORD:
            return antecedent(scene, at, low), "relative"
        if item.text == ")":
            at = _before_bracket(scene, at, floor)
            continue
        if item.text in {",", "–", "—"}:
            return _set_off(scene, at, low) or main_subject(
                scene, _clause_start(scene, at, low), cue.first
            ), "clause"
        if item.low == "et":
            return main_subject(scene, _clause_start(scene, at, low), cue.first), "clause"
        if item.text in {";", ":"} or item.low in {"que", "qu'"}:
            return None, "none"
        at -= 1
    return main_subject(scene, low, cue.first), "clause"


def _before_bracket(scene: Scene, at: int, floor: int) -> int:
    for back in range(at, floor - 1, -1):
        if scene.items[back].text == "(":
            return back - 1
    return floor - 1


def _set_off(scene: Scene, comma: int, low: int) -> Phrase | None:
    """The subject before what commas set off: *X, maire de Y, a dit*, *X, interrogé sur Z, a dit*."""
    at = comma
    fallback = None
    for _ in range(5):
        end = at - 1
        if end >= low and scene.items[end].text == ")":
            end = _before_bracket(scene, end, low)
        phrase = scene.covering(end) if end >= low else None
        if phrase is not None and phrase.last == end and not phrase.preposition and speakable(scene, phrase):
            after_cue = phrase.first > low and scene.cue_at[phrase.first - 1] >= 0
            if phrase.sort in ("name", "role", "body") and not after_cue and not is_time(scene, phrase):
                described = phrase.name < 0 and phrase.first > low
                if not described or scene.items[phrase.first - 1].low not in {",", "et"}:
                    return phrase
                fallback = fallback or phrase
        at = next(
            (
                back
                for back in range(at - 1, max(low, at - _FURTHEST) - 1, -1)
                if scene.items[back].text == ","
            ),
            -1,
        )
        if at < 0:
            break
    return fallback


def _clause_start(scene: Scene, at: int, low: int) -> int:
    for back in range(at - 1, max(low, at - 2 * _FURTHEST) - 1, -1):
        if scene.items[back].text in {";", ":"} and scene.items[back].sort == Sort.SIGN:
            return back + 1
    return low


def antecedent(scene: Scene, relative: int, low: int) -> Phrase | None:
    """The phrase that the relative pronoun at item `relative` stands for."""
    at = relative - 1
    while at >= low and scene.items[at].text in {",", ")"}:
        if scene.items[at].text == ")":
            while at >= low and scene.items[at].text != "(":
                at -= 1
        at -= 1
    return scene.covering(at) if at >= low else None


def main_subject(scene: Scene, low: int, high: int) -> Phrase | None:
    """The first phrase between items `low` and `high` that may speak and has no preposition before it."""
    fallback = None
    at = low
    while at < min(high, low + 3 * _FURTHEST):
        phrase = scene.starting(at)
        if phrase is None:
            at += 1
            continue
        at = phrase.last + 1
        before = scene.items[phrase.first - 1].text
        if phrase.preposition or is_time(scene, phrase) or before == "(":
            continue
        if before == "," and phrase.sort == "role" and not phrase.determiner and phrase.name < 0:
            continue  # an apposition
        if speakable(scene, phrase):
            return phrase
        fallback = fallback or phrase
    return fallback
