"""Which quotations are parts of one utterance: *« A », a dit X. « B »*."""

from collections.abc import Sequence
from dataclasses import replace

from reader.analysis.types import Quotation, QuotationKind

_GAP = 200
"""Code points of a telling between two parts of an utterance."""
_STOPS = (".", "!", "?", "…")
_DASHES = " \u00a0\t—–-"


def with_utterances(text: str, quotations: Sequence[Quotation]) -> list[Quotation]:
    """The quotations, each with the number of its utterance, counted from 1 in the order of the text.

    Two are one utterance where the same words tell both, or where the second begins the sentence that follows
    the telling of the first, and is told by nothing of its own; likewise where the first is not closed and the
    second opens the next paragraph.  Terms, and what stands inside another quotation, are of none: 0.
    """
    found: list[Quotation] = []
    last: Quotation | None = None
    number = 0
    by_telling: dict[tuple[int, int], int] = {}
    end = 0
    for one in quotations:
        is_inner = one.start < end and one.kind is not QuotationKind.INDIRECT
        if one.kind is not QuotationKind.INDIRECT:
            end = max(end, one.end)
        if one.kind is QuotationKind.TERM or is_inner:
            found.append(replace(one, utterance=0))
            continue
        telling = _telling(one)
        same = by_telling.get(telling, 0) if telling else 0
        if not same and last is not None and _goes_on(text, last, one):
            same = last.utterance
        if not same:
            number += 1
            same = number
        here = replace(one, utterance=same)
        if telling:
            by_telling[telling] = same
        found.append(here)
        if one.kind is not QuotationKind.INDIRECT:
            last = here
    return found


def _telling(one: Quotation) -> tuple[int, int] | None:
    """The place of the words that tell a quotation: its verb, else the words that name who speaks."""
    place = one.cue or one.speaker
    return (place.start, place.end) if place is not None and place.end > place.start else None


def _goes_on(text: str, before: Quotation, after: Quotation) -> bool:
    if before.speaker is None or after.speaker is None or before.speaker.name != after.speaker.name:
        return False
    between = text[before.end : after.start]
    if not text[before.content.end : before.end].strip() and "\n" in between and not between.strip():
        return True
    if len(between) > _GAP or "\n" in between or not 0 <= _told_at(before) - before.end < len(between):
        return False
    own = after.cue is not None or after.speaker.start >= after.end
    if own or (after.speaker.end > after.speaker.start and after.speaker.start < before.end):
        return False
    telling = between.rstrip(_DASHES)
    return (
        telling.endswith((*_STOPS, ",", ":", ";")) and sum(telling.count(stop + " ") for stop in _STOPS) == 0
    )


def _told_at(one: Quotation) -> int:
    place = one.cue or one.speaker
    return place.start if place is not None else -1
