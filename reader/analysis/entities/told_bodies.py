"""Bodies named right after the noun that says what they are: *la compagnie Traversées du Ponant*."""

from collections.abc import Sequence

from reader.analysis.entities.gazetteer import plain
from reader.analysis.entities.model import TypedSpan
from reader.analysis.entities.passages import Passage

_NOUNS = frozenset((
    "compagnie", "société", "association", "ong", "ONG", "collectif", "syndicat", "entreprise", "start-up", "cabinet",
    "fondation", "agence", "laboratoire", "groupe",
))  # fmt: skip
_LINKS = frozenset({"de", "du", "des", "d'", "et", "&", "pour", "sans", "en", "la", "le", "les", "l'"})
_LONGEST = 7


def with_told_bodies(passage: Passage, row: Sequence[TypedSpan]) -> list[TypedSpan]:
    """The spans of a passage, with names of two capitalised words and more behind such a noun as one body.

    Only where the model saw but a part of the name, or nothing: what it found there from the first word on stays.
    """
    if passage.shouted:
        return list(row)
    result = list(row)
    for place, token in enumerate(passage.tokens[:-1]):
        if token.text not in _NOUNS:
            continue
        start, end = place + 1, _end(passage, place + 1)
        inside = [span for span in result if span[0] < end and start < span[1]]
        if end - start > 1 and all(start < span[0] and span[1] <= end for span in inside):
            result = [span for span in result if span not in inside]
            result.append((start, end, "ORG"))
    return sorted(result)


def _end(passage: Passage, start: int) -> int:
    """Where a run of capitalised words, and of small ones between them, ends; `start` where there is none."""
    end = start
    for index in range(start, min(len(passage.tokens), start + _LONGEST)):
        text = plain(passage.tokens[index].text)
        if text[0].isupper():
            end = index + 1
        elif index == start or text not in _LINKS:
            break
    return end
