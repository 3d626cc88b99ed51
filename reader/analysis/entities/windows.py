"""The stretches of a text around its telling words, so that slow patterns need not read all of it."""

import re
from collections.abc import Callable, Iterator

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)?")


def windows(
    telling: Callable[[str], bool], text: str, start: int, end: int, margin: int
) -> Iterator[tuple[int, int]]:
    """Stretches of `text` that reach `margin` code points beyond each word that is `telling` (in lower
    case), merged, in order.

    A word holds at most one hyphen or apostrophe.  The ends of a stretch do not cut words apart, but for
    words longer than `margin`.
    """
    low = high = start
    for match in _WORD.finditer(text, start, end):
        if not telling(match[0].lower()):
            continue
        first, last = max(start, match.start() - margin), min(end, match.end() + margin)
        if first > high:
            if high > low:
                yield _outward(text, low, high, start, end, margin)
            low = first
        high = max(high, last)
    if high > low:
        yield _outward(text, low, high, start, end, margin)


def _outward(text: str, low: int, high: int, start: int, end: int, margin: int) -> tuple[int, int]:
    least, most = max(start, low - margin), min(end, high + margin)
    while low > least and not text[low - 1].isspace():
        low -= 1
    while high < most and not text[high].isspace():
        high += 1
    return low, high
