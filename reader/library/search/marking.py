"""Where the words of a search stand in a text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from reader.library.search.folding import FoldedText
from reader.library.search.wants import Want, Way

_BEFORE = r"(?<![^\W_])"
_AFTER = r"(?![^\W_])"
_BETWEEN = r"[\W_]{1,40}"
_POINT = r"\."
_LONGEST_ACRONYM = 6


@dataclass(frozen=True, slots=True)
class Mark:
    """A place of a text, in code points, that satisfies the want of that number."""

    start: int
    end: int
    want: int


class Marker:
    """Finds the words of one search; made once, used for every text shown."""

    def __init__(self, wants: Sequence[Want]) -> None:
        self._wants = wants

    @cached_property
    def _patterns(self) -> list[tuple[int, re.Pattern[str]]]:
        """A pattern for each want; only compiled for a search whose text is shown."""
        return [
            (number, re.compile("|".join(_pattern(way) for way in sorted(want.ways, key=_longest_first))))
            for number, want in enumerate(self._wants)
        ]

    def marks(self, text: str) -> list[Mark]:
        """The places in order of start, of which none lie in one another."""
        if not self._patterns:
            return []
        folded = FoldedText(text)
        found = sorted(self._find(folded), key=lambda mark: (mark.start, -mark.end))
        kept: list[Mark] = []
        for mark in found:
            if not kept or mark.start >= kept[-1].end:
                kept.append(mark)
        return kept

    def _find(self, folded: FoldedText) -> Iterator[Mark]:
        for number, pattern in self._patterns:
            for match in pattern.finditer(folded.text):
                yield Mark(*folded.span(match.start(), match.end()), number)


def _pattern(way: Way) -> str:
    """A pattern for folded text; every part of it is a word of letters and digits, so none is special."""
    words = [_word_pattern(word) for word in way.words]
    end = r"[^\W_]*" if way.prefix else _AFTER
    return _BEFORE + _BETWEEN.join(words) + end


def _word_pattern(word: str) -> str:
    """The word, or the same with points as an acronym has them."""
    if 1 < len(word) <= _LONGEST_ACRONYM and word.isalpha():
        return f"(?:{word}|{_POINT.join(word)})"
    return re.escape(word)


def _longest_first(way: Way) -> tuple[int, int]:
    return -len(way.words), -sum(map(len, way.words))
