"""Wraps text by terminal cells, with the rules of French typography, keeping offsets."""

import re
from collections.abc import Iterator

from rich.cells import cell_len

_UNIT = re.compile(r"\n|[^ \n]+| +")
_CLINGS_LEFT = frozenset("»?!:;%€")
"""What never begins a line: these follow a space in French."""


def wrap(text: str, start: int, end: int, width: int) -> list[tuple[int, int]]:
    """Lines of `text[start:end]` of at most `width` cells, as (start, end) offsets into `text`.

    Lines break at spaces and newlines, never before ` »`, ` ?`, ` !`, ` :`, ` ;` nor after `« `, and inside a
    word only when it is wider than a whole line.  Linear in the length.
    """
    width = max(1, width)
    lines: list[tuple[int, int]] = []
    line_start = line_end = -1
    used = 0
    for kind, first, last in _units(text, start, end):
        if kind == "\n":
            lines.append((line_start, line_end) if line_start >= 0 else (first, first))
            line_start, used = -1, 0
            continue
        cells = cell_len(text[first:last])
        gap = cell_len(text[line_end:first]) if line_start >= 0 else 0
        if line_start >= 0 and used + gap + cells <= width:
            line_end, used = last, used + gap + cells
            continue
        if line_start >= 0:
            lines.append((line_start, line_end))
        pieces = [(first, last)] if cells <= width else list(_cut(text, first, last, width))
        lines.extend(pieces[:-1])
        line_start, line_end = pieces[-1]
        used = cell_len(text[line_start:line_end])
    if line_start >= 0:
        lines.append((line_start, line_end))
    return lines


def _units(text: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """Newlines and unbreakable runs: words with the signs that cling to them."""
    first = last = -1
    glue = False
    for match in _UNIT.finditer(text, start, end):
        sign = text[match.start()]
        if sign == "\n":
            if first >= 0:
                yield "", first, last
                first = -1
            yield "\n", match.start(), match.end()
            glue = False
        elif sign != " ":
            clings = first >= 0 and (glue or _clings(text, match.start(), match.end()))
            if first >= 0 and not clings:
                yield "", first, last
            if not clings:
                first = match.start()
            last = match.end()
            glue = text[last - 1] == "«"
    if first >= 0:
        yield "", first, last


def _clings(text: str, first: int, last: int) -> bool:
    """Whether a word is only signs that stay with the word before (` »,`, ` ?`)."""
    return text[first] in _CLINGS_LEFT and not any(
        sign.isalnum() for sign in text[first : min(last, first + 8)]
    )


def _cut(text: str, first: int, last: int, width: int) -> Iterator[tuple[int, int]]:
    """A word wider than the line, in pieces that fit; a sign wider than the line stands alone."""
    piece, used = first, 0
    for at in range(first, last):
        cells = cell_len(text[at])
        if used + cells > width and at > piece:
            yield piece, at
            piece, used = at, 0
        used += cells
    yield piece, last


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
