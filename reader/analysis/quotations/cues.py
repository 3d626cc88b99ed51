"""Verbs in a sentence that tell who speaks, with their auxiliaries and pronouns."""

from typing import NamedTuple

from reader.analysis.quotations import lexicon as words
from reader.analysis.quotations.items import Chain, Item, Sort

_LOOK_BACK = 5


class Cue(NamedTuple):
    """A verb of saying, or one that may be: items `first` to `last` with auxiliary and pronouns, verb at
    `verb`.

    `form`: `F` finite, `P` with avoir or a reflexive, `V` passive, `G` present participle, `I` infinitive.
    `strength`: 0 to 9, how often it tells of quoted words; -1 for any other verb.  `clitic`: the item of an
    inverted pronoun, or -1.
    """

    first: int
    last: int
    verb: int
    form: str
    strength: int
    clitic: int


_SUBJECTS = frozenset(words.SUBJECT_PRONOUNS) | {"qui", "je", "nous", "tu", "vous", "ne", "n'"}
_NOMINAL = words.listed("nominal")


def cues_of(chain: Chain) -> list[Cue]:
    """The verbs of saying of `chain`, in order."""
    found: list[Cue] = []
    forms = words.cue_forms()
    items = chain.items
    for sentence in chain.sentences:
        for at in range(sentence.first, sentence.last):
            item = items[at]
            if item.sort != Sort.WORD or len(item.low) < 3:
                if item.sort == Sort.WORD and item.low[0] != "-":
                    continue
                if item.sort != Sort.WORD:
                    continue
            cue = _cue_at(items, at, sentence.first, sentence.last, forms)
            if cue is not None:
                found.append(cue)
    return found


def _cue_at(items: tuple[Item, ...], at: int, low: int, high: int, forms: words.CueForms) -> Cue | None:
    word = items[at].low
    if word[0] == "-":
        return _inverted(items, at, low, high, forms)
    if (
        at + 1 < high
        and items[at + 1].low[:1] == "-"
        and items[at + 1].low.endswith(("il", "elle", "ils", "elles", "on"))
    ):
        return None  # told by its clitic
    if word in forms.past:
        compound = _compound(items, at, low, forms.past[word])
        if compound is not None:
            return compound
    if word in forms.finite and not _is_noun(items, at, low):
        first = at - 1 if at > low and items[at - 1].low in {"se", "s'"} else at
        return Cue(first, at, at, "F", forms.finite[word], -1)
    if word in forms.present:
        first = at - 1 if at > low and items[at - 1].low == "en" else at
        return Cue(first, at, at, "G", forms.present[word], -1)
    if word in forms.infinitive and at > low and items[at - 1].sort == Sort.WORD:
        return Cue(at, at, at, "I", forms.infinitive[word], -1)
    return _weak(items, at, low)


def _weak(items: tuple[Item, ...], at: int, low: int) -> Cue | None:
    """A verb that tells of no speech by itself: finite, or a participle with its auxiliary."""
    word = items[at].low
    if word in words.finite_verbs():
        if word in words.HAVE or word in words.BE or word in words.MODAL or _is_noun(items, at, low):
            return None
        first = at - 1 if at > low and items[at - 1].low in {"se", "s'"} else at
        return Cue(first, at, at, "F", -1, -1)
    if word.endswith(_PARTICIPLES) and word not in words.BE and at > low and items[at - 1].sort == Sort.WORD:
        return _compound(items, at, low, -1)
    return None


_PARTICIPLES = ("é", "ée", "és", "ées", "i", "u", "it", "is", "ert", "aint")


def _is_noun(items: tuple[Item, ...], at: int, low: int) -> bool:
    """Whether a form that is also a noun (*la note*, *une demande*) stands here as one."""
    if at <= low:
        return False
    before = items[at - 1].low
    if before in _NOMINAL:
        return True
    if before in {"le", "la", "les", "l'"}:
        return at - 2 < low or items[at - 2].low not in _SUBJECTS
    return False


def _compound(items: tuple[Item, ...], at: int, low: int, strength: int) -> Cue | None:
    """The participle at `at` with its auxiliary, which stands at most five items before it."""
    for back in range(at - 1, max(low, at - _LOOK_BACK) - 1, -1):
        item = items[back]
        if item.sort in (Sort.QUOTE, Sort.NAME) or item.low in {",", ";", ":", "("}:
            return None
        if item.low[:1] == "-" and len(item.low) > 1 and back > low:
            continue
        if item.low in words.HAVE:
            clitic = back + 1 if items[back + 1].low[:1] == "-" and len(items[back + 1].low) > 1 else -1
            first = back
            while first > low and items[first - 1].low in words.OBJECT_CLITICS:
                first -= 1
            return Cue(first, at, at, "P", strength, clitic)
        if item.low in words.BE:
            clitic = back + 1 if items[back + 1].low[:1] == "-" and len(items[back + 1].low) > 1 else -1
            reflexive = back > low and items[back - 1].low in {"s'", "se", "m'"}
            if item.low == "été":
                return Cue(back, at, at, "V", strength, -1)
            return Cue(back - 1 if reflexive else back, at, at, "P" if reflexive else "V", strength, clitic)
        if item.low not in words.ADVERBS and not item.low.endswith("ment") and item.low not in _BETWEEN:
            return None
    return None


_BETWEEN = words.listed("between")


def _inverted(items: tuple[Item, ...], at: int, low: int, high: int, forms: words.CueForms) -> Cue | None:
    """A verb followed by its pronoun: *explique-t-il*; an auxiliary's waits for the participle."""
    pronoun = items[at].low.lstrip("-").removeprefix("t-")
    if pronoun not in {"il", "elle", "ils", "elles", "je"} or at <= low:
        return None
    verb = items[at - 1].low
    if verb in words.HAVE or verb in words.BE:
        for ahead in range(at + 1, min(high, at + _LOOK_BACK)):
            if items[ahead].low in forms.past:
                return None  # told by its participle
            if items[ahead].sort != Sort.WORD:
                break
        participle = at + 1
        while participle + 1 < high and items[participle].low in words.ADVERBS:
            participle += 1
        if participle < high and items[participle].low.endswith(("é", "i", "u", "it", "is")):
            return Cue(at - 1, participle, participle, "P", 2, at)
        return None
    first = at - 2 if at - 2 >= low and items[at - 2].low in words.OBJECT_CLITICS else at - 1
    return Cue(first, at, at - 1, "F", max(2, forms.finite.get(verb, 0)), at)
