"""Names that ran into what stands beside them: a second name after a slash, a stray word of another sentence."""

from collections.abc import Iterator, Sequence

from reader.analysis.entities.gazetteer import known_names, plain_words
from reader.analysis.entities.lists import words
from reader.analysis.entities.model import TypedSpan
from reader.analysis.entities.passages import Passage
from reader.analysis.types import EntityKind

_STRAYS = frozenset({
    "Ainsi", "Alors", "Aucun", "Aucune", "Car", "Ce", "Cela", "Celui", "Celle", "Cependant", "Certaines", "Certains",
    "Ces", "Cet", "Cette", "Chacun", "Chacune", "Chaque", "Comme", "Comment", "Depuis", "Donc", "Enfin", "Il", "Ils",
    "Je", "Leur", "Leurs", "Lorsque", "Mais", "Notre", "Nos", "Plusieurs", "Pourquoi", "Pourtant", "Puis", "Quand",
    "Quel", "Quelle", "Quelques", "Selon", "Ses", "Seul", "Seuls", "Si", "Toutefois", "Votre", "Vos",
})  # fmt: skip
"""Words that begin sentences and neither begin nor end the name of anybody."""
_CHRISTMAS = frozenset({"de", "pour", "à", "avant", "après", "depuis", "joyeux", "fête", "veille", "dès"})
_BODIES = frozenset({EntityKind.ORGANIZATION, EntityKind.PLACE})


def parted(passage: Passage, row: Sequence[TypedSpan]) -> list[TypedSpan]:
    """The spans of a passage, those parted that hold two names, and without words of no name at their ends."""
    result: list[TypedSpan] = []
    for span in row:
        for start, end, kind in _between_slashes(passage, *span):
            first, last = _without_strays(passage, start, end, kind)
            if first < last and not _is_christmas(passage, first, last):
                result += _body_and_person(passage, first, last, kind)
    return result


def _between_slashes(passage: Passage, start: int, end: int, kind: str) -> Iterator[TypedSpan]:
    """*Harris Interactive / Agence Epoka* are two."""
    for index in range(start, end):
        if passage.tokens[index].text == "/":
            yield start, index, kind
            start = index + 1
    yield start, end, kind


def _without_strays(passage: Passage, start: int, end: int, kind: str) -> tuple[int, int]:
    """*CAN 2019 Toutefois* is a name and the beginning of a sentence; *Certains Républicains* some of them.

    Works may be called anything.
    """
    while end > start + 1 and passage.tokens[end - 1].text in _STRAYS:
        end -= 1
    while kind != "MISC" and end > start + 1 and passage.tokens[start].text in _STRAYS:
        start += 1
    return start, end


def _is_christmas(passage: Passage, start: int, end: int) -> bool:
    """*carte de Noël*, but not *Noël Le Graët*."""
    cut = passage.tokens
    if cut[end - 1].text != "Noël":
        return False
    if end - start == 1:
        return start > 0 and cut[start - 1].text.lower() in _CHRISTMAS
    return end - start == 2 and cut[start].text == "Joyeux"


def _body_and_person(passage: Passage, start: int, end: int, kind: str) -> Iterator[TypedSpan]:
    """A listed body or place beside a full name: *Le Monde Ariane Chemin*, *Gerard Julien Agence France-Presse*."""
    if kind in ("ORG", "LOC") and end - start > 2:
        for middle in range(start + 1, end):
            if _is_listed(passage, start, middle) and _is_full_name(passage, middle, end):
                yield start, middle, kind
                yield middle, end, "PER"
                return
            if _is_full_name(passage, start, middle) and _is_listed(passage, middle, end):
                yield start, middle, "PER"
                yield middle, end, kind
                return
    yield start, end, kind


def _is_listed(passage: Passage, start: int, end: int) -> bool:
    name = plain_words(passage.tokens[start:end])
    return known_names().get(name) in _BODIES or known_names().get(("Le", *name)) in _BODIES


def _is_full_name(passage: Passage, start: int, end: int) -> bool:
    cut = passage.tokens
    return (
        1 < end - start <= 3
        and cut[start].text in words("given_names")
        and all(token.text[0].isupper() and not token.text.isupper() for token in cut[start:end])
        and not any(_is_listed(passage, index, index + 1) for index in range(start, end))
    )
