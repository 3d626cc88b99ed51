"""The words around a quotation that tell it in English: before it and after it."""

from dataclasses import dataclass

from reader.analysis.quotations import english_words as words
from reader.analysis.quotations.english_chain import EnglishChain
from reader.analysis.quotations.english_phrases import (
    Clause,
    NounPhrase,
    clause_at,
    clause_of,
    noun_phrase,
    opening_subject,
    verb_at,
)
from reader.analysis.quotations.items import Sort
from reader.analysis.types import EntityKind

_REACH = 60
"""Items of its sentence looked at before a quotation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """Who tells a quotation: the subject, the items of the verb if any, and whether all stand side by side."""

    subject: NounPhrase
    cue: tuple[int, int] | None
    beside: bool
    after: bool


def told_after(chain: EnglishChain, place: int) -> Telling | None:
    """`"…," said X`, `"…," X said`, `"…," according to X`."""
    items = chain.items
    text = chain.text
    block = chain.sentences[chain.sentence_of[place]].block
    stop = chain.sentences[chain.sentence_of[place]].last
    inner = text[items[place].start : items[place].end].rstrip("»”\"'’› \u00a0")[-1:]
    following = chain.sentence_of[place] + 1
    ended = inner in set("?!…,") and stop == place + 1 and following < len(chain.sentences)
    if ended and chain.sentences[following].block == block:
        stop = chain.sentences[following].last
    at = place + 1
    comma = at < stop and items[at].text in {",", "—", "–"}
    at += comma
    if at >= stop or (inner == "." and not comma):
        return None
    if items[at].low == "according" and at + 1 < stop and items[at + 1].low == "to":
        subject = noun_phrase(chain, at + 2, stop)
        return Telling(subject=subject, cue=(at, at + 2), beside=True, after=True) if subject else None
    joined = comma or inner in set("?!…,")
    verb = verb_at(chain, at, stop)
    if verb is not None:
        subject = noun_phrase(chain, verb[1], stop)
        if subject is None or not (_ends(chain, subject.end, stop) or _ends(chain, subject.last, stop)):
            return None
        alone = subject.end >= stop or items[subject.end].low != "and"
        return Telling(subject=subject, cue=verb, beside=joined and alone, after=True)
    clause = clause_at(chain, at, stop) if joined else None
    if clause is None or not _tells_back(chain, clause, stop):
        return None
    return Telling(subject=clause.subject, cue=(clause.cue, clause.cue_end), beside=clause.beside, after=True)


def _ends(chain: EnglishChain, at: int, stop: int) -> bool:
    """Whether the telling may be over at item `at`: a sign, a date, a complement follows, not a clause."""
    if at >= stop:
        return True
    item = chain.items[at]
    return (
        item.sort in (Sort.SIGN, Sort.DATE, Sort.QUOTE)
        or item.low in words.AFTER_SPEECH
        or item.low in words.TIMES
        or item.low in words.GOING
        or item.low in words.ADVERBS
        or item.low.endswith("ly")
    )


def _tells_back(chain: EnglishChain, clause: Clause, stop: int) -> bool:
    """Whether a clause after a quotation tells that one, and not what follows: `"No!" X said: "Yes."`."""
    at = clause.cue_end
    if at < stop and chain.items[at].low in words.AFTER_SPEECH - {"and", "but"}:
        return chain.items[at].low != "that"
    if chain.items[clause.cue].low in {"told", "tells"}:
        return not any(item.low == "that" for item in chain.items[at : min(stop, at + 4)])
    if at < stop and chain.items[at].text == ":":
        return False
    return _ends(chain, at, stop)


def told_before(chain: EnglishChain, place: int) -> Telling | None:
    """`X said: "…"`, `X told Y that "…"`, `According to X, "…"`, `X, a role, called it "…"`."""
    items = chain.items
    sentence = chain.sentences[chain.sentence_of[place]]
    low = max(sentence.first, place - _REACH)
    if any(item.low in words.NAMING for item in items[max(low, place - 3) : place]):
        return None
    for at in range(place - 1, low - 1, -1):
        item = items[at]
        if item.sort == Sort.QUOTE or item.text == ";" or item.low in words.BREAKS:
            return None
        if item.low == "to" and at > low and items[at - 1].low == "according":
            subject = noun_phrase(chain, at + 1, place)
            if subject is None or subject.end >= place or items[subject.end].text != ",":
                return None
            return Telling(
                subject=subject, cue=(at - 1, at + 1), beside=subject.end + 1 == place, after=False
            )
        if item.sort != Sort.WORD:
            continue
        if item.low in words.GOING and items[at - 1].text == "," and at > low:
            return _by_opening(chain, sentence.first, at)
        spoken = item.low in words.FINITE or item.low in words.PARTICIPLES
        if spoken or (item.low in words.PLAIN and at > low and words.is_plural(items[at - 1].low)):
            return _clause_before(chain, sentence.first, at, place)
    return _interview(chain, sentence.first, place)


def _clause_before(chain: EnglishChain, low: int, verb: int, place: int) -> Telling | None:
    items = chain.items
    if verb > low and items[verb - 1].low in {"and", "then", "but"}:
        return _by_opening(chain, low, verb)
    clause = clause_of(chain, verb, low)
    if clause is None:
        return None
    told = items[verb].low in {"told", "tells"}
    between = items[clause.cue_end : place]
    near = not between or (
        len(between) <= (6 if told else 1) and (between[-1].text in {":", ","} or between[-1].low == "that")
    )
    return Telling(
        subject=clause.subject, cue=(clause.cue, clause.cue_end), beside=clause.beside and near, after=False
    )


def _by_opening(chain: EnglishChain, low: int, verb: int) -> Telling | None:
    """A verb that shares the subject of its sentence: *X thanked her and quoted …*, *X left, saying …*."""
    subject = opening_subject(chain, low, verb)
    if subject is None or subject.end >= verb or verb - subject.end > _REACH:
        return None
    names = [at for at in range(subject.end, verb) if chain.kind(at) == EntityKind.PERSON]
    if any(chain.items[at - 1].low in words.OPENERS for at in names):
        return None
    return Telling(subject=subject, cue=(verb, verb + 1), beside=False, after=False)


def _interview(chain: EnglishChain, low: int, place: int) -> Telling | None:
    """`X: "…"`, with no verb."""
    if place - 1 <= low or chain.items[place - 1].text != ":":
        return None
    subject = noun_phrase(chain, low, place)
    if subject is None or subject.end != place - 1 or subject.name < 0:
        return None
    return Telling(subject=subject, cue=None, beside=False, after=False)
