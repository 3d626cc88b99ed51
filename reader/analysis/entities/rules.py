"""Names found by rules alone: capitals, lists and the article's own evidence."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reader.analysis.entities.evidence import Evidence
from reader.analysis.entities.gazetteer import known_at, listed_names, plain
from reader.analysis.entities.kinds import Context, kind_of
from reader.analysis.entities.lists import demonym_forms, words
from reader.analysis.entities.names import Name
from reader.analysis.entities.passages import Passage
from reader.analysis.tokens import Token
from reader.analysis.types import EntityKind

_PARTICLES = frozenset({
    "de", "du", "des", "d'", "d’", "van", "von", "der", "den", "ben", "bin", "al", "el", "di", "da",
    "dos", "la", "le", "ibn", "ould", "ag",
})  # fmt: skip
_LINKS = frozenset({"de", "d'", "d’", "du", "des", "pour", "sur", "contre"})
_ARTICLES = frozenset({"la", "le", "les", "l'", "l’"})
_ADJECTIVE = (
    "al", "ale", "ales", "aux", "ique", "iques", "aire", "aires", "ien", "ienne", "iens", "iennes",
    "ais", "aise", "ois", "oise", "éen", "éenne", "éens", "if", "ive", "iste", "istes", "iel", "ielle",
    "uel", "uelle", "ain", "aine", "ant", "ante", "isé", "isée", "eur", "eure",
)  # fmt: skip
_LONGEST_NAME = 14


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible name: code points, its words, its kind, whether that is proven, and
    whether a list holds it."""

    start: int
    end: int
    form: str
    kind: EntityKind
    sure: bool
    listed: bool


def _candidate(
    cut: Sequence[Token], start: int, end: int, kind: EntityKind, *, sure: bool, listed: bool
) -> Candidate:
    form = " ".join(plain(token.text) for token in cut[start:end])
    return Candidate(cut[start].start, cut[end - 1].end, form, kind, sure, listed)


def find_names(found: Sequence[Passage], evidence: Evidence) -> list[Name]:
    """The names of all passages, in order, none overlapping another."""
    return _settled(candidates(found, evidence))


def candidates(found: Sequence[Passage], evidence: Evidence) -> list[Candidate]:
    """The possible names of all passages, in order, none overlapping another."""
    possible: list[Candidate] = []
    for passage in found:
        possible += _listed(passage) if passage.shouted else _in_passage(passage, evidence)
    return possible


def _settled(possible: Sequence[Candidate]) -> list[Name]:
    """Gives a name of which only the shape is known the kind it has elsewhere, or that
    of the full name it ends."""
    kinds: dict[str, Counter[EntityKind]] = defaultdict(Counter)
    for candidate in possible:
        if candidate.sure:
            kinds[candidate.form][candidate.kind] += 1
            if candidate.kind is EntityKind.PERSON:
                kinds[candidate.form.rpartition(" ")[2]][candidate.kind] += 1
    return [
        Name(
            candidate.start,
            candidate.end,
            candidate.kind
            if candidate.listed or candidate.form not in kinds
            else kinds[candidate.form].most_common(1)[0][0],
        )
        for candidate in possible
    ]


def _listed(passage: Passage) -> Iterator[Candidate]:
    """Names of the lists in a block set in capitals."""
    for start, end, kind in listed_names(passage.tokens, shouted=True):
        yield _candidate(passage.tokens, start, end, kind, sure=True, listed=True)


def _in_passage(passage: Passage, evidence: Evidence) -> Iterator[Candidate]:
    index, cut = 0, passage.tokens
    while index < len(cut):
        candidate, end = _name_at(passage, index, evidence)
        if candidate is not None:
            yield candidate
        index = end


def _name_at(passage: Passage, index: int, evidence: Evidence) -> tuple[Candidate | None, int]:
    """The name that begins at `index`, None when none does, and where to go on."""
    cut = passage.tokens
    token = cut[index]
    if token.text in _WATERS and index + 1 < len(cut) and is_capital(cut[index + 1]):
        end = _run_end(cut, index + 1)
        return _candidate(cut, index, end, EntityKind.PLACE, sure=True, listed=False), end
    known = known_at(cut, index)
    capital = is_capital(token)
    end = _run_end(cut, index) if capital else index
    if known is not None and known[0] >= end:
        proven = known[0] > index + 1 or not passage.starts[index]
        return _candidate(cut, index, known[0], known[1], sure=True, listed=proven), known[0]
    if not capital or (passage.starts[index] and _owes_capital(cut, index, end, evidence)):
        return None, index + 1
    lower = token.text.lower()
    if lower in words("function_words") or (end == index + 1 and lower in demonym_forms()):
        return None, index + 1
    kind, sure = kind_of(Context(cut, index, end, evidence))
    return _candidate(cut, index, end, kind, sure=sure, listed=False), end


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
    """The end of the run of capitals from `index`, with particles, and with the
    complements of a body's name."""
    if cut[index].text in words("organization_heads"):
        return _body_end(cut, index)
    end, last = index + 1, min(len(cut), index + _LONGEST_NAME)
    given = cut[index].text in words("given_names")
    while end < last:
        if is_capital(cut[end]):
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
    """The end of a body's name: its head, adjectives, then up to three complements
    (*de sécurité de l'ONU*)."""
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
