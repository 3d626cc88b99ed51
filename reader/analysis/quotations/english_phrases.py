"""Noun phrases that may speak in an English article, and the clauses where they carry a verb of speech."""

from dataclasses import dataclass, replace

from reader.analysis.quotations import english_words as words
from reader.analysis.quotations.english_chain import EnglishChain
from reader.analysis.quotations.items import Sort
from reader.analysis.types import EntityKind

_NOUNS = 7
"""Words of a noun phrase before its name or its complement."""
_TAIL = 7
_TAILS = 4
"""Words of one complement, and complements of one noun."""
_APPOSITION = 40
"""Items between a subject and its verb, both commas taken in."""
_STARTS = 8
_BACK = 60
"""Starts of a subject that are tried before a verb, and items looked at for them."""


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """Items `first`–`last` (exclusive) that name or describe a speaker; its complements go on to `end`.

    `name`: the item of a name, or -1.  `noun`: the head of a description, in small letters.
    `gender`: `m`, `f` or empty.  `pronoun`: *he* or *she*.
    """

    first: int
    last: int
    end: int
    name: int = -1
    noun: str = ""
    gender: str = ""
    pronoun: bool = False
    definite: bool = False


@dataclass(frozen=True, slots=True)
class Clause:
    """A subject and its verb of speech, items `cue` to `cue_end` (exclusive); `beside`: nothing parts them."""

    subject: NounPhrase
    cue: int
    cue_end: int
    beside: bool


def noun_phrase(chain: EnglishChain, at: int, stop: int) -> NounPhrase | None:
    """The phrase that begins at item `at`, read no further than `stop`; None where nobody is meant who speaks."""
    items = chain.items
    if at >= stop:
        return None
    low = items[at].low
    if low in {"he", "she"}:
        return NounPhrase(at, at + 1, at + 1, gender="m" if low == "he" else "f", pronoun=True)
    titled = at + 1 if low in words.TITLES else at
    if titled > at and titled < stop and items[titled].text == ".":
        titled += 1
    after = titled + 1
    named = titled < stop and chain.kind(titled) is not None
    if named and not _possessive(chain, after, stop) and not _goes_on(chain, after, stop):
        gender = "m" if low in words.MASCULINE_TITLES else "f" if low in words.FEMININE_TITLES else ""
        return NounPhrase(at, after, _tails(chain, after, stop, ""), name=titled, gender=gender)
    return _described(chain, at, stop)


def _possessive(chain: EnglishChain, at: int, stop: int) -> bool:
    return at < stop and chain.items[at].low in {"'s", "'"}


def _goes_on(chain: EnglishChain, at: int, stop: int) -> bool:
    """Whether a noun follows a name: *a Hydrolux spokesman*, *the Ashdown report*."""
    if at >= stop or chain.items[at].sort != Sort.WORD:
        return False
    low = chain.items[at].low
    return (
        low not in words.STOPPERS
        and low not in words.PLAIN
        and low not in words.ADVERBS
        and words.speaks(low)
    )


def _described(chain: EnglishChain, at: int, stop: int) -> NounPhrase | None:
    items = chain.items
    here, noun = at, ""
    definite = items[at].low in {"the", "this", "that"}
    if items[at].low in words.DETERMINERS:
        here += 1
    begun = here
    while here < min(stop, begun + _NOUNS):
        item = items[here]
        if chain.kind(here) == EntityKind.PERSON and noun and not _possessive(chain, here + 1, stop):
            if not words.is_person(noun):
                return None
            return NounPhrase(at, here + 1, _tails(chain, here + 1, stop, ""), name=here, noun=noun)
        if item.sort == Sort.WORD and item.low not in words.STOPPERS:
            if noun and words.speaks(noun) and item.low in words.PLAIN:
                break
            if noun and (item.low in words.ADVERBS or item.low.endswith("ly")):
                break
            noun = item.low
        elif item.low in {"'s", "'"} and here > begun:
            noun, definite = "", True
        elif item.sort != Sort.NAME:
            break
        here += 1
    if not words.speaks(noun) or items[here - 1].low != noun:
        return None
    end = _tails(chain, here, stop, noun)
    return NounPhrase(at, _labelled(chain, here, end), end, noun=noun, definite=definite)


def _tails(chain: EnglishChain, at: int, stop: int, noun: str) -> int:
    """The item after the complements of a noun: *of the union*, *for the sea*, *to the minister*."""
    items = chain.items
    here = at
    for _ in range(_TAILS):
        if here >= stop:
            return here
        low = items[here].low
        to_whom = low == "to" and noun in {"adviser", "advisor", "aide", "assistant", "ambassador", "envoy"}
        if not to_whom and low not in words.LABEL_TAILS and low not in words.LOOSE_TAILS:
            return here
        inner = here + 1
        if inner < stop and items[inner].low in words.DETERMINERS:
            inner += 1
        begun = inner
        while inner < min(stop, begun + _TAIL) and (
            items[inner].sort == Sort.NAME
            or items[inner].low in {"'s", "'"}
            or (items[inner].sort == Sort.WORD and items[inner].low not in words.STOPPERS)
        ):
            inner += 1
        if inner == begun:
            return here
        here = inner
    return here


def _labelled(chain: EnglishChain, at: int, end: int) -> int:
    """Where a description ends as it is told: before a complement of place or manner."""
    for here in range(at, end):
        if chain.items[here].low in words.LOOSE_TAILS:
            return here
    return end


def verb_at(chain: EnglishChain, at: int, stop: int, *, plural: bool = False) -> tuple[int, int] | None:
    """The verb of speech that begins at item `at`, its adverbs and its *has* skipped: its first and last items."""
    items = chain.items
    here, had = at, False
    while here < stop and items[here].sort == Sort.WORD and here < at + 4:
        low = items[here].low
        if low in (words.PARTICIPLES if had else words.FINITE):
            return here, here + 1
        if plural and not had and low in words.PLAIN:
            return here, here + 1
        if low in words.HAVE and not had:
            had = True
        elif low not in words.ADVERBS and (not low.endswith("ly") or low in words.NOT_ADVERBS):
            return None
        here += 1
    return None


def clause_at(chain: EnglishChain, at: int, stop: int) -> Clause | None:
    """The subject that begins at item `at` with its verb: *X said*, *X, a role, said*, *the role, X, said*."""
    items = chain.items
    subject = noun_phrase(chain, at, stop)
    if subject is None:
        return None
    plural = words.is_plural(subject.noun)
    verb = verb_at(chain, subject.end, stop, plural=plural)
    if verb is not None:
        return Clause(subject, *verb, beside=True)
    if subject.pronoun or subject.end >= stop or items[subject.end].text != ",":
        return None
    renamed = renaming(chain, subject, stop)
    begun = subject.end + 1
    if renamed is not None:
        subject = renamed
        verb = verb_at(chain, subject.end + 1, stop) if subject.end < stop else None
        if verb is not None and items[subject.end].text == ",":
            return Clause(subject, *verb, beside=False)
    elif begun < stop and items[begun].sort != Sort.WORD:
        return None
    for here in range(begun, min(stop, begun + _APPOSITION)):
        if items[here].sort == Sort.QUOTE or items[here].text in {":", ";"}:
            return None
        if items[here].text == ",":
            verb = verb_at(chain, here + 1, stop, plural=plural)
            if verb is not None:
                return Clause(subject, *verb, beside=False)
    return None


def renaming(chain: EnglishChain, role: NounPhrase, stop: int) -> NounPhrase | None:
    """The name that follows a role and a comma: *the mayor, X*."""
    if role.name >= 0 or not words.is_person(role.noun) or role.end + 1 >= stop:
        return None
    if chain.items[role.end].text != ",":
        return None
    named = noun_phrase(chain, role.end + 1, stop)
    if named is None or named.name < 0 or named.noun or chain.kind(named.name) != EntityKind.PERSON:
        return None
    return named


def _named(chain: EnglishChain, at: int) -> bool:
    return chain.items[at].sort == Sort.NAME


def clause_of(chain: EnglishChain, verb: int, low: int) -> Clause | None:
    """The clause whose verb of speech is item `verb`, its subject not before item `low`."""
    items = chain.items
    tried = 0
    for at in range(verb - 1, max(low, verb - _BACK) - 1, -1):
        before = items[at - 1] if at > low else None
        opens = before is None or before.sort in (Sort.QUOTE, Sort.DATE) or before.low in words.OPENERS
        if not opens and before is not None and before.text not in {",", ";", ":", "—", "–", "(", "-"}:
            continue
        clause = clause_at(chain, at, verb + 1)
        if clause is not None and clause.cue == verb:
            shared = at - 2 >= low and before is not None and before.low == "and" and _named(chain, at - 2)
            return replace(clause, beside=clause.beside and not shared)
        tried += 1
        if tried == _STARTS or (before is not None and before.sort == Sort.QUOTE):
            return None
    return None


def opening_subject(chain: EnglishChain, low: int, high: int) -> NounPhrase | None:
    """The subject that opens a sentence, past a first complement: *In Brest, X …*."""
    items = chain.items
    at = low
    if at < high and items[at].low in {"but", "and"}:
        at += 1
    if at < high and (items[at].low in words.PREPOSITIONS or items[at].sort == Sort.DATE):
        for here in range(at, min(high, at + 14)):
            if items[here].text == ",":
                at = here + 1
                break
    subject = noun_phrase(chain, at, high)
    if subject is None:
        return None
    return renaming(chain, subject, high) or subject
