"""Finds typed words in one article, whatever their accents and case."""

from functools import lru_cache

from reader.library.search.folding import fold


@lru_cache(maxsize=4096)
def _folded(sign: str) -> str:
    return fold(sign)


def find_in(text: str, wanted: str) -> tuple[tuple[int, int], ...]:
    """Where `wanted` stands in `text`, folded alike, as code points, in order and without overlap."""
    needle = fold(" ".join(wanted.split()))
    if not needle:
        return ()
    pieces: list[str] = []
    places: list[int] = []  # the code point each folded sign comes from
    for at, sign in enumerate(text):
        folded = _folded(" " if sign.isspace() else sign)
        pieces.append(folded)
        places.extend([at] * len(folded))
    hay = "".join(pieces)
    found = []
    at = hay.find(needle)
    while at >= 0:
        last = at + len(needle)
        found.append((places[at], places[last - 1] + 1))
        at = hay.find(needle, last)
    return tuple(found)
