"""Finds typed words in one article, whatever their accents and case."""

from array import array
from functools import lru_cache

from reader.library.search.folding import fold


@lru_cache(maxsize=4096)
def _folded(sign: str) -> str:
    return fold(sign)


@lru_cache(maxsize=2)
def _folded_text(text: str) -> tuple[str, "array[int]"]:
    """The text folded, and for each of its signs the code point of `text` it comes from."""
    pieces: list[str] = []
    places = array("L")
    for at, sign in enumerate(text):
        folded = _folded(" " if sign.isspace() else sign)
        pieces.append(folded)
        places.extend([at] * len(folded))
    return "".join(pieces), places


def find_in(text: str, wanted: str) -> tuple[tuple[int, int], ...]:
    """Where `wanted` stands in `text`, folded alike, as code points, in order and without overlap."""
    needle = fold(" ".join(wanted.split()))
    if not needle:
        return ()
    hay, places = _folded_text(text)
    found = []
    at = hay.find(needle)
    while at >= 0:
        last = at + len(needle)
        found.append((places[at], places[last - 1] + 1))
        at = hay.find(needle, last)
    return tuple(found)
