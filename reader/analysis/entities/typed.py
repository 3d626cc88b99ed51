"""From the model's four types to Reader's kinds: what is neither person, place nor body is a
product or an event.

Works, laws, prizes, weapons, vehicles, programmes and brands of things count as products; what happens at a
time (wars, elections, competitions, festivals, holidays, summits) as events.
"""

from collections.abc import Sequence

from reader.analysis.entities.calendar_words import MONTHS, WEEKDAYS
from reader.analysis.entities.gazetteer import plain
from reader.analysis.entities.lists import demonym_forms, words
from reader.analysis.entities.model import TypedSpan
from reader.analysis.entities.names import Name
from reader.analysis.entities.passages import Passage
from reader.analysis.tokens import Token
from reader.analysis.types import EntityKind

_KINDS = {"PER": EntityKind.PERSON, "LOC": EntityKind.PLACE, "ORG": EntityKind.ORGANIZATION}
_CALENDAR = (MONTHS.keys() | WEEKDAYS.keys()) - {"mars", "may", "avril", "mai"}
"""But for those that are also a planet, a person, or part of an event."""
_ARTICLES = frozenset({"d'", "d’", "de", "du", "des", "les"})
_FORMER = "ex-"
_SIGNS = frozenset("«»“”\"‹›'’@#„‘*")


def names_of(found: Sequence[Passage], spans: Sequence[Sequence[TypedSpan]]) -> list[Name]:
    """The model's spans as names, without the signs at their ends."""
    names: list[Name] = []
    for passage, typed in zip(found, spans, strict=True):
        for start, end, kind in typed:
            cut = _without_article(trimmed(passage.tokens[start:end]), kind)
            if cut and not _no_name(cut, kind):
                first = cut[0].start + (len(_FORMER) if _is_former(cut[0].text) else 0)
                names.append(Name(first, cut[-1].end, _KINDS.get(kind) or _other(cut)))
    return names


def _without_article(cut: Sequence[Token], kind: str) -> Sequence[Token]:
    """A name without *des*, *d'* or the like before it, but for people, whose names may begin so."""
    return cut[1:] if len(cut) > 1 and kind != "PER" and cut[0].text in _ARTICLES else cut


def _is_former(word: str) -> bool:
    """Whether a word says that something is no longer called so: *ex-Zaïre*."""
    return word.startswith(_FORMER) and any(map(str.isupper, word))


def _no_name(cut: Sequence[Token], kind: str) -> bool:
    """Whether it is but a demonym, a language, a month or a day, which English writes with a capital, or
    letters that stand for a common noun (*PIB*)."""
    word = cut[0].text.lower()
    return len(cut) == 1 and (
        word in _CALENDAR
        or cut[0].text in words("no_names")
        or (kind not in _KINDS and word in demonym_forms())
    )


def trimmed(cut: Sequence[Token]) -> Sequence[Token]:
    """A name without quotation marks and signs of address at its ends; empty when nothing else is left."""
    start, end = 0, len(cut)
    while start < end and cut[start].text in _SIGNS:
        start += 1
    while end > start and cut[end - 1].text in _SIGNS:
        end -= 1
    return cut[start:end] if any(token.text[0].isalnum() for token in cut[start:end]) else ()


def _other(cut: Sequence[Token]) -> EntityKind:
    """Product or event: by the lists, else by the words of the name."""
    if plain(" ".join(token.text for token in cut)) in words("events"):
        return EntityKind.EVENT
    if any(token.text.lower() in words("event_words") for token in cut):
        return EntityKind.EVENT
    return EntityKind.PRODUCT
