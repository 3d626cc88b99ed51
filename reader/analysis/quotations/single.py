"""Quotations in single marks, ‘x’ and 'x', and in the plus signs of agencies, +x+."""

import re
from bisect import bisect_right
from collections.abc import Iterable

from reader.analysis.quotations.pairing import Pair

_LONGEST = 600
_OPENING = re.compile(r"(?<![\w'’‘])['‘](?=[\w«“\"(\[])")
_CLOSING = re.compile(r"(?<=[\w.!?…,»”\")\]%])['’](?![\w'’])")
_PLUS = re.compile(r"(?<![\w+])\+(?=[^\s+\d])([^+\n]{1,200}?)(?<![\s+])\+(?![\w+])")
_WORD = re.compile(r"[^\W\d_]{2}|[A-Z]")
_YEAR = re.compile(r"\d\d\b")


def single_quotations(text: str, paragraphs: Iterable[tuple[int, int]]) -> list[Pair]:
    """What stands between single marks within one paragraph, in order.

    An apostrophe has a letter on both sides, and is never a mark here; nor is the one of `'68`.  Each opening
    mark takes the nearest closing one within 600 code points.
    """
    pairs: list[Pair] = []
    for start, end in paragraphs:
        closings = [found.start() for found in _CLOSING.finditer(text, start, end)]
        last = start
        for found in _OPENING.finditer(text, start, end) if closings else ():
            opening = found.start()
            if opening < last or _YEAR.match(text, found.end()):
                continue
            nearest = bisect_right(closings, opening + 1)
            if nearest == len(closings) or closings[nearest] - opening > _LONGEST:
                continue
            closing = closings[nearest]
            if _WORD.search(text, opening + 1, closing):
                pairs.append(Pair(opening, closing + 1, opening + 1, closing, "single", closed=True))
                last = closing + 1
    return pairs


def plus_quotations(text: str, paragraphs: Iterable[tuple[int, int]]) -> list[Pair]:
    """What stands between the plus signs of agencies, for inner quotes: `+x+`, of at most 200 code points."""
    return [
        Pair(found.start(), found.end(), found.start(1), found.end(1), "plus", closed=True)
        for start, end in paragraphs
        for found in _PLUS.finditer(text, start, end)
        if _WORD.search(found.group(1))
    ]
