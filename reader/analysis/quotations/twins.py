"""Quotations of one article that hold the same words: a heading and the sentence it was taken from."""

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from reader.analysis.quotations.spans import QuoteSpan

_WORD = re.compile(r"\w+")
_LETTERS = 600
"""How far into a quotation its words are looked at."""
_SAME = 4
"""Quotations that begin alike which are compared at most."""


def twins_of(text: str, spans: Sequence[QuoteSpan]) -> list[list[int]]:
    """For each of `spans`, the places in the list of those that hold its words, or whose words it holds.

    One word alone is no sign.  Linear: words are found by pairs, and few quotations a pair are compared.
    """
    words = [_words(text, span) for span in spans]
    begun: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, one in enumerate(words):
        if len(one) > 1 and len(begun[one[0], one[1]]) < _SAME:
            begun[one[0], one[1]].append(number)
    found: list[list[int]] = [[] for _ in spans]
    for number, one in enumerate(words):
        for at, pair in enumerate(pairwise(one)):
            for short in begun.get(pair, ()):
                if short != number and one[at : at + len(words[short])] == words[short]:
                    if number not in found[short] and len(found[short]) < _SAME:
                        found[short].append(number)
                    if short not in found[number] and len(found[number]) < _SAME:
                        found[number].append(short)
    return found


def _words(text: str, span: QuoteSpan) -> list[str]:
    return _WORD.findall(
        text[span.content_start : min(span.content_end, span.content_start + _LETTERS)].lower()
    )
