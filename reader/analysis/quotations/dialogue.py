"""Speech of dialogues: paragraphs that a dash opens, told by a verb of saying or by the line next to it."""

import re
from collections.abc import Sequence

from reader.analysis.quotations.pairing import Pair

_DASH = re.compile(r"[—–―]\s*(?=\S)")
_INCISE = re.compile(
    r"(?:(?<=[,!?…])|\s[—–―])\s(?:(?:s['’]|se )?\w+(?:-t)?-(?:il|elle|on|ils|elles|je)"
    r"|(?:dit|demande|demanda|répond|répondit|lance|lança|reprit|reprend|s['’]écri\w+|murmur\w+|souffl\w+|cri\w+)\s"
    r"(?:\w+\s){0,2}?[A-ZÉÈÀ]\w+)\b[^,.;:!?—–]{0,60}(?=[,.;:!?—–]|$)"
)


def dialogue_lines(text: str, paragraphs: Sequence[tuple[int, int]], taken: Sequence[Pair]) -> list[Pair]:
    """The spoken part of each dialogue line, the dash taken in, from it to the verb of saying.

    A dash alone also opens lists: a line counts when a verb of saying follows in it, or when it touches one
    where that is so.  Paragraphs with quotation marks of their own (`taken`) are left alone.
    """
    marked = {pair.start for pair in taken}
    lines: list[tuple[int, int, int, re.Match[str] | None] | None] = []
    for start, end in paragraphs:
        dash = _DASH.match(text, start, end)
        if dash is None or any(start <= place < end for place in marked if dash):
            lines.append(None)
            continue
        lines.append((start, dash.end(), end, _INCISE.search(text, dash.end(), end)))
    spoken: list[Pair] = []
    for number, line in enumerate(lines):
        if line is None:
            continue
        start, inner, end, incise = line
        around = [lines[near] for near in (number - 1, number + 1) if 0 <= near < len(lines)]
        if incise is None and not any(other is not None and other[3] is not None for other in around):
            continue
        stop = incise.start() if incise else end
        stop = inner + len(text[inner:stop].rstrip(" ,"))
        if stop > inner:
            spoken.append(Pair(start, stop, inner, stop, "dash", closed=True))
    return spoken
