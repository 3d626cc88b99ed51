"""Acronyms and what they stand for are names together: *Office des lacs (ODL)*, *ODL (Office des lacs)*."""

from collections import Counter
from collections.abc import Sequence

from reader.analysis.entities.frames import expansions, expansions_after
from reader.analysis.entities.lists import words
from reader.analysis.entities.model import TypedSpan
from reader.analysis.entities.passages import Passage

_SHORTEST = 3
_NO_BODIES = frozenset({"syndrome", "maladie", "trouble", "troubles", "virus", "infection", "taxe", "impôt",
                        "revenu", "prix", "plan", "programme", "projet", "accord", "traité", "indice"})  # fmt: skip


def with_expansions(passage: Passage, row: Sequence[TypedSpan]) -> list[TypedSpan]:
    """The spans of a passage, with those of acronyms and their expansions made whole and of one kind.

    Nothing is added where neither was taken for a name nor looks like one, or where the expansion is a person.
    """
    result = list(row)
    for start, end, acronym in (*expansions(passage.tokens), *expansions_after(passage.tokens)):
        letters = passage.tokens[acronym].text
        if len(letters) < _SHORTEST or not passage.tokens[start].text[0].isalpha():
            continue
        touched = [
            span for span in result if (span[0] < end and start < span[1]) or span[0] <= acronym < span[1]
        ]
        if not passage.tokens[start].text[0].isupper() and all(
            span[0] >= end or span[1] <= start for span in touched
        ):
            continue
        kinds = Counter(kind for _, _, kind in touched)
        if (
            (not touched and not _is_body(passage, start, letters))
            or kinds["PER"]
            or any(_sticks_out(span, start, end, acronym) for span in touched)
        ):
            continue
        kind = _kind(touched, start, end, acronym)
        result = [span for span in result if span not in touched]
        result += [(start, end, kind), (acronym, acronym + 1, kind)]
    return sorted(result)


def _is_body(passage: Passage, start: int, letters: str) -> bool:
    """Whether capitals alone tell that a body is named: those of the acronym and of the expansion's first word."""
    first = passage.tokens[start].text
    return (
        letters.isupper()
        and first[0].isupper()
        and first.lower() not in _NO_BODIES
        and letters not in words("no_names")
    )


def _sticks_out(span: TypedSpan, start: int, end: int, acronym: int) -> bool:
    """Whether a span reaches beyond both, to the left of the expansion or elsewhere."""
    first, last, _ = span
    if first <= acronym < last:
        return last - first > 1
    return first < start or last > end


def _kind(touched: Sequence[TypedSpan], start: int, end: int, acronym: int) -> str:
    """That of the acronym or of the whole expansion if they are of one mind or alone, else a body's."""
    told = {kind for first, last, kind in touched if (first, last) in ((start, end), (acronym, acronym + 1))}
    return told.pop() if len(told) == 1 else "ORG"
