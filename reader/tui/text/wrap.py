"""Wraps text by terminal cells, with the rules of French typography, keeping offsets."""

import re
from collections.abc import Callable, Iterator, Sequence

from rich.cells import cell_len

_ODD = re.compile("[^ -~\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u202f\u20ac]")
"""Whatever may not be one cell wide."""
_WORD = re.compile(r"[^\W\d_]{5,60}")
"""What may be parted by a hyphen: letters only, and not too few."""
_CLINGS_LEFT = frozenset("»?!:;%€")
"""What never begins a line: these follow a space in French."""
_LOOK = 8
"""Signs of a word that are looked at to tell whether it is only punctuation."""


Hyphenator = Callable[[str], Sequence[int]]
"""Where a word may be parted: ascending offsets into it."""


def wrap(
    text: str, start: int, end: int, width: int, hyphenate: Hyphenator | None = None
) -> list[tuple[int, int]]:
    """Lines of `text[start:end]` of at most `width` cells, as (start, end) offsets into `text`.

    Lines break at spaces and newlines, never before ` »`, ` ?`, ` !`, ` :`, ` ;` nor after `« `, unless there is no
    other place; inside a word only when it is wider than a whole line, or where `hyphenate` parts it,
    with a cell left for the hyphen.  Linear in the length.
    """
    lines: list[tuple[int, int]] = []
    at = start
    while at < end:
        stop = text.find("\n", at, end)
        last = stop if stop >= 0 else end
        found = list(_wrap_line(text, at, last, max(1, width), hyphenate))
        lines.extend(found or ([(at, at)] if stop >= 0 else []))
        at = last + 1
    return lines


def _wrap_line(
    text: str, start: int, end: int, width: int, hyphenate: Hyphenator | None
) -> Iterator[tuple[int, int]]:
    plain = _ODD.search(text, start, end) is None
    at = _skip(text, start, end)
    while at < end:
        limit = min(end, at + width) if plain else _reach(text, at, end, width)
        if limit >= end:
            break
        space = text.rfind(" ", at, limit + 1)
        while space > at and not _may_break(text, space, end):
            space = text.rfind(" ", at, _before(text, at, space))
        if space <= at:
            space = _first_space(text, at, limit)
        parted = _parted(text, space, limit, end, hyphenate) if hyphenate is not None and plain else None
        if parted is not None:
            yield at, parted
            at = parted
            continue
        yield at, _before(text, at, space)
        at = _skip(text, space, end)
    last = _before(text, at, end)
    if last > at:
        yield at, last


def _parted(text: str, space: int, limit: int, end: int, hyphenate: Hyphenator) -> int | None:
    """Where the word after `space` is parted so that its beginning and a hyphen fit before `limit`, or None."""
    match = _WORD.match(text, _skip(text, space, end), end)
    if match is None or match.end() <= limit:
        return None
    places = [match.start() + place for place in hyphenate(match[0])]
    return max((place for place in places if place < limit), default=None)


def _reach(text: str, at: int, end: int, width: int) -> int:
    """The offset up to which signs fit, at least one."""
    used, place = 0, at
    while place < end:
        used += 1 if text[place] == "\t" else cell_len(text[place])
        if used > width and place > at:
            return place
        place += 1
    return place


def _first_space(text: str, at: int, limit: int) -> int:
    """Where to break when no place is a good one: at the last space, else in the word."""
    space = text.rfind(" ", at, limit + 1)
    return space if space > at else limit


def _skip(text: str, at: int, end: int) -> int:
    while at < end and text[at] == " ":
        at += 1
    return at


def _before(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] == " ":
        end -= 1
    return end


def _may_break(text: str, space: int, end: int) -> bool:
    """Whether a line may end before the space at `space`: not after `«`, nor before signs that cling."""
    if text[_before(text, 0, space) - 1] == "«":
        return False
    after = _skip(text, space, end)
    if after >= end or text[after] not in _CLINGS_LEFT:
        return True
    stop = min(end, after + _LOOK)
    space = text.find(" ", after, stop)
    return any(sign.isalnum() for sign in text[after : space if space >= 0 else stop])


def fit(text: str, width: int, more: str = "…") -> str:
    """`text` in at most `width` cells, ending in `more` where it was cut."""
    text = text[: 4 * width + 16]  # a row never needs more of a hostile title
    if cell_len(text) <= width:
        return text
    room = width - cell_len(more)
    if room < 0:
        return " " * max(0, width)
    used = 0
    for at, sign in enumerate(text):
        used += cell_len(sign)
        if used > room:
            return text[:at].rstrip() + more
    return text


def pad(text: str, width: int) -> str:
    """`text` with spaces to exactly `width` cells (it must not be wider)."""
    return text + " " * (width - cell_len(text))
