"""Folds text to what search compares: lower case, no accents, no ligatures; and cuts it into words.

The same words come out of `words` (fast, for the index) and of `words_with_places` (for marking matches):
runs of letters and digits, with the points of an acronym left out (`O.N.U.` is `onu`).
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

from reader.corpus.byte_map import ByteMap
from reader.corpus.letters import spaced

# Combining marks of the scripts met in the press, then signs that stand inside a word without being seen.
_DROPPED = re.compile(
    "[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u064b-\u065f\u0670\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff"
    "\ufe00-\ufe0f\ufe20-\ufe2f\u00ad\u200b-\u200d\u2060\ufeff]+"
)
_SPELT_OUT = str.maketrans(
    {"œ": "oe", "æ": "ae", "Œ": "OE", "Æ": "AE", "ß": "ss", "ẞ": "SS", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L",
     "đ": "d", "Đ": "D", "ı": "i"}
)  # fmt: skip
_NEEDS_SPELLING = re.compile("[" + "".join(map(chr, _SPELT_OUT)) + "]")
_WORD = re.compile(r"[^\W_]+")
_ACRONYM = re.compile(r"(?<![^\W_])[^\W\d_](?:\.[^\W\d_])+(?![^\W_])")
_MAYBE_ACRONYM = re.compile(r"\.[^\W\d_](?![^\W_])")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_PRIVATE = re.compile("[\ue000-\uf8ff]")


def fold(text: str) -> str:
    """`text` in lower case, without accents and ligatures; apostrophes plain, private-use signs spaces."""
    return text.lower() if text.isascii() else _folded(text)


def words(text: str) -> list[str]:
    """The folded words of `text`, in order."""
    folded = fold(text)
    if _MAYBE_ACRONYM.search(folded):
        folded = _ACRONYM.sub(_without_points, folded)
    return spaced(folded).split()


def _fold_any(text: str) -> str:
    if _NEEDS_SPELLING.search(text):
        text = text.translate(_SPELT_OUT)
    text = _DROPPED.sub("", unicodedata.normalize("NFKD", text)).lower()
    if "\u0307" in text:  # what lower() makes of a dotted capital I
        text = text.replace("\u0307", "")
    return _PRIVATE.sub(" ", text).replace("ς", "σ").replace("’", "'")


_folded = ByteMap(_fold_any)


class FoldedText:
    """A text folded, which still knows where each of its letters stood."""

    def __init__(self, original: str) -> None:
        self.original = original
        self.text = fold(original)
        self._after: list[int] = []  # places in the folded text from which on …
        self._shift: list[int] = []  # … the original is so many code points further
        if not _keeps_places(original, self.text):
            self._note_shifts()

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the original that the folded one from `start` to `end`, not empty, comes from."""
        return self._origin(start), _with_marks(self.original, self._origin(end - 1) + 1)

    def _origin(self, place: int) -> int:
        found = bisect_right(self._after, place)
        return place + self._shift[found - 1] if found else place

    def _note_shifts(self) -> None:
        shift = 0
        for match in _NOT_ASCII.finditer(self.original):
            length = len(_fold_letter(match[0]))
            for extra in range(1, length):  # every letter of a ligature comes from the one sign
                self._after.append(match.start() - shift + extra)
                self._shift.append(shift - extra)
            if length != 1:
                self._after.append(match.start() - shift + length)
                shift += 1 - length
                self._shift.append(shift)


def words_with_places(text: str) -> Iterator[tuple[str, int, int]]:
    """The folded words of `text` with start and end, in code points of `text` as it is."""
    folded = FoldedText(text)
    acronyms = {}
    if _MAYBE_ACRONYM.search(folded.text):
        acronyms = {match.start(): match.end() for match in _ACRONYM.finditer(folded.text)}
    end = 0
    for match in _WORD.finditer(folded.text):
        start = match.start()
        if start < end:
            continue
        end = acronyms.get(start, match.end())
        yield folded.text[start:end].replace(".", ""), *folded.span(start, end)


@lru_cache(4096)
def _fold_letter(letter: str) -> str:
    return fold(letter)


def _with_marks(text: str, end: int) -> int:
    """`end`, past the combining marks that belong to the letter before it."""
    while end < len(text) and unicodedata.combining(text[end]):
        end += 1
    return end


def _without_points(match: re.Match[str]) -> str:
    return match[0].replace(".", "")


def _keeps_places(text: str, folded: str) -> bool:
    """Whether each code point was folded to one: composed letters, no ligature, nothing dropped."""
    return len(folded) == len(text) and not _NEEDS_SPELLING.search(text) and not _DROPPED.search(text)
