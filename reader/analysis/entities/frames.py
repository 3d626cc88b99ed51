"""What stands around a token farther than its neighbours: its run of capitals, its
head, its quotation, its acronym."""

from collections.abc import Sequence

from reader.analysis.tokens import Token

_PARTICLES = frozenset({
    "de", "du", "des", "d'", "d’", "la", "le", "l'", "l’", "of", "the", "von", "van", "der", "ben",
    "bin", "al", "el", "&", "et", "-", "di", "da", "dos", "del",
})  # fmt: skip
_SMALL = frozenset({
    "de", "du", "des", "d'", "d’", "la", "le", "les", "l'", "l’", "et", "en", "pour", "of", "the",
    "and", "à", "aux", "sur", "for", "in", "au", "contre",
})  # fmt: skip
_OPENING = frozenset('«“"‹')
_CLOSING = frozenset('»”"›')
_LONGEST_RUN = 10
_LONGEST_TITLE = 9
_LONGEST_EXPANSION = 14


def runs(cut: Sequence[Token]) -> list[tuple[int, int]]:
    """Runs of capitalised tokens, with the particles between them, as token indices, end exclusive."""
    found: list[tuple[int, int]] = []
    index, size = 0, len(cut)
    while index < size:
        if not _capital(cut[index]):
            index += 1
            continue
        end = index + 1
        limit = min(size, index + _LONGEST_RUN)
        while end < limit:
            after = end
            while after < limit and after < end + 2 and cut[after].text in _PARTICLES:
                after += 1
            if after >= limit or not _capital(cut[after]):
                break
            end = after + 1
        found.append((index, end))
        index = end
    return found


def short_quotations(cut: Sequence[Token]) -> list[tuple[int, int]]:
    """Quotations short enough to be a title, as token indices of what is quoted."""
    found: list[tuple[int, int]] = []
    opened = -1
    for index, token in enumerate(cut):
        if opened >= 0 and token.text in _CLOSING:
            if 1 <= index - opened - 1 <= _LONGEST_TITLE:
                found.append((opened + 1, index))
            opened = -1
        elif token.text in _OPENING:
            opened = index
    return found


def expansions(cut: Sequence[Token]) -> list[tuple[int, int, int]]:
    """Start and end of each expansion and the index of its acronym: *Organisation
    mondiale de la santé (OMS)*."""
    found: list[tuple[int, int, int]] = []
    for index in range(2, len(cut)):
        acronym = cut[index].text
        if cut[index - 1].text == "(" and 2 <= len(acronym) <= 9 and acronym[:2].isupper():
            start = _expansion_start(cut, index - 2, acronym.lower())
            if start is not None:
                found.append((start, index - 1, index))
    return found


def expansions_after(cut: Sequence[Token]) -> list[tuple[int, int, int]]:
    """The same where the expansion stands in parentheses after the acronym: *OMS (Organisation mondiale de
    la santé)*."""
    found: list[tuple[int, int, int]] = []
    for index in range(1, len(cut) - 2):
        acronym = cut[index - 1].text
        if cut[index].text != "(" or not 2 <= len(acronym) <= 9 or not acronym[0].isupper():
            continue
        last = index + 1
        while last < min(len(cut), index + _LONGEST_EXPANSION) and cut[last].text != ")":
            last += 1
        if last < len(cut) and cut[last].text == ")" and last > index + 2:
            start = _expansion_start(cut, last - 1, acronym.lower())
            if start == index + 1:
                found.append((start, last, index - 1))
    return found


def _expansion_start(cut: Sequence[Token], last: int, letters: str) -> int | None:
    """Walks back from `last` over words that begin with the letters, in order; None when they do not."""
    place = len(letters) - 1
    for index in range(last, max(-1, last - _LONGEST_EXPANSION), -1):
        word = cut[index].text.lower()
        initials = [part[0] for part in word.split("-") if part]
        for initial in reversed(initials):
            if place >= 0 and _bare(initial) == letters[place]:
                place -= 1
            elif word not in _SMALL:
                return None
        if place < 0:
            return index
    return None


def _bare(letter: str) -> str:
    return {"é": "e", "è": "e", "ê": "e", "à": "a", "â": "a", "î": "i", "ô": "o", "û": "u", "œ": "o"}.get(
        letter, letter
    )


def _capital(token: Token) -> bool:
    return token.text[0].isupper() and token.text[-1] not in "'’"
