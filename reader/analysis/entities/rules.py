"""Names found by rules alone: capitals, lists and the article's own evidence."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reader.analysis.entities.evidence import Evidence
from reader.analysis.entities.gazetteer import known_at
from reader.analysis.entities.kinds import Context, kind_of
from reader.analysis.entities.lists import demonym_forms, words
from reader.analysis.entities.passages import Passage
from reader.analysis.tokens import Token
from reader.analysis.types import EntityKind

_PARTICLES = frozenset({"de", "du", "des", "d'", "d’", "van", "von", "der", "den", "ben", "bin", "al", "el", "di",
                        "da", "dos", "la", "le", "ibn", "ould", "ag"})  # fmt: skip
_LINKS = frozenset({"de", "d'", "d’", "du", "des", "pour", "sur", "contre"})
_ARTICLES = frozenset({"la", "le", "les", "l'", "l’"})
_ADJECTIVE = ("al", "ale", "ales", "aux", "ique", "iques", "aire", "aires", "ien", "ienne", "iens", "iennes", "ais",
              "aise", "ois", "oise", "éen", "éenne", "éens", "if", "ive", "iste", "istes", "iel", "ielle", "uel",
              "uelle", "ain", "aine", "ant", "ante", "isé", "isée", "eur", "eure")  # fmt: skip
_LONGEST_NAME = 14


@dataclass(frozen=True, slots=True)
class Name:
    """A name found: `start` and `end` are code points of the article's text, end exclusive."""

    start: int
    end: int
    kind: EntityKind


def find_names(found: Sequence[Passage], evidence: Evidence) -> list[Name]:
    """The names of all passages, in order, none overlapping another."""
    names: list[Name] = []
    for passage in found:
        if passage.shouted:
            names += _listed(passage)
        else:
            names += _in_passage(passage, evidence)
    return names


def _listed(passage: Passage) -> Iterator[Name]:
    """Names of the lists in a block set in capitals."""
    index, cut = 0, passage.tokens
    while index < len(cut):
        known = known_at(cut, index, shouted=True)
        if known is None:
            index += 1
            continue
        yield Name(cut[index].start, cut[known[0] - 1].end, known[1])
        index = known[0]


def _in_passage(passage: Passage, evidence: Evidence) -> Iterator[Name]:
    index, cut = 0, passage.tokens
    while index < len(cut):
        end, kind = _name_at(passage, index, evidence)
        if kind is not None:
            yield Name(cut[index].start, cut[end - 1].end, kind)
        index = max(end, index + 1)


def _name_at(passage: Passage, index: int, evidence: Evidence) -> tuple[int, EntityKind | None]:
    """Where the name that begins at `index` ends, and its kind; None when none begins there."""
    cut = passage.tokens
    token = cut[index]
    if token.text in _WATERS and index + 1 < len(cut) and is_capital(cut[index + 1]):
        return _run_end(cut, index + 1), EntityKind.PLACE
    known = known_at(cut, index)
    if not is_capital(token):
        return known if known is not None else (index, None)
    end = _run_end(cut, index)
    if known is not None and known[0] >= end:
        return known
    if passage.starts[index] and _owes_capital(cut, index, end, evidence):
        return index + 1, None
    if token.text.lower() in words("function_words") or (
        end == index + 1 and token.text.lower() in demonym_forms()
    ):
        return index + 1, None
    return end, kind_of(Context(cut, index, end, evidence))


_WATERS = frozenset({"mer", "océan", "golfe", "lac", "mont"})


def is_capital(token: Token) -> bool:
    """Whether a token may belong to a name: a capital first, and not an elided article."""
    return token.text[0].isupper() and token.text[-1] not in "'’"


def _owes_capital(cut: Sequence[Token], index: int, end: int, evidence: Evidence) -> bool:
    """Whether the first word of a sentence has its capital from the sentence only."""
    word = cut[index].text
    lower = word.lower()
    if lower in words("function_words"):
        return True
    if evidence.capitals[lower] or any(mark.isupper() or mark.isdigit() for mark in word[1:]):
        return False
    if end > index + 1:
        return lower in evidence.lowers and word not in words("given_names")
    return word not in words("given_names")


def _run_end(cut: Sequence[Token], index: int) -> int:
    """The end of the run of capitals from `index`, with particles, and with the complements of a body's name."""
    if cut[index].text in words("organization_heads"):
        return _body_end(cut, index)
    end, last = index + 1, min(len(cut), index + _LONGEST_NAME)
    given = cut[index].text in words("given_names")
    while end < last:
        if is_capital(cut[end]) and cut[end].text.lower() not in words("function_words"):
            end += 1
            continue
        after = end
        while (
            after < last
            and after < end + 2
            and plain_particle(cut[after])
            and (given or not _genitive(cut[after]))
        ):
            after += 1
        if after == end or after >= last or not is_capital(cut[after]):
            break
        end = after + 1
    return end


def plain_particle(token: Token) -> bool:
    """Whether a token links the parts of a name (*de*, *von*, *ben*)."""
    return token.text in _PARTICLES


def _genitive(token: Token) -> bool:
    return token.text in ("de", "du", "des", "d'", "d’", "la", "le")


def _body_end(cut: Sequence[Token], index: int) -> int:
    """The end of a body's name: its head, adjectives, then up to three complements (*de sécurité de l'ONU*)."""
    end = _words_end(cut, index + 1)
    for _ in range(3):
        after = end
        if after >= len(cut) or cut[after].text not in _LINKS:
            break
        after += 1
        if after < len(cut) and cut[after].text in _ARTICLES:
            after += 1
        if (
            after >= len(cut)
            or not cut[after].text[0].isalpha()
            or cut[after].text in words("function_words")
        ):
            break
        end = _words_end(cut, after + 1)
    return end


def _words_end(cut: Sequence[Token], end: int) -> int:
    while end < len(cut) and (is_capital(cut[end]) or cut[end].text.endswith(_ADJECTIVE)):
        if not cut[end].text[0].isalpha() or cut[end].text.lower() in words("function_words"):
            break
        end += 1
    return end
