"""Pens: what a cell looks like besides its character, and the shortest way from one to another (SGR)."""

from dataclasses import dataclass
from functools import cache, lru_cache

_OFF = {1: 22, 2: 22, 3: 23, 4: 24, 5: 25, 7: 27, 8: 28, 9: 29, 21: 24, 53: 55}
"""Attributes that are known, by their number in SGR, with the number that ends them (ECMA-48, 8.3.117)."""
_SEEN_ON_BLANKS = frozenset({4, 7, 9, 21, 53})
"""Attributes that show on a space."""
_ENDED_BY = {end: frozenset(on for on, off in _OFF.items() if off == end) for end in _OFF.values()}
REVERSE = 7


@dataclass(frozen=True, slots=True)
class Pen:
    """Attributes and the SGR parameters of both colours, empty for the terminal's own."""

    flags: frozenset[int] = frozenset()
    ink: str = ""
    paper: str = ""

    @property
    def erases(self) -> bool:
        """Whether a blank of this pen is a cell without attributes, as erasing leaves it."""
        return not self.flags and not self.ink


@cache
def pen_of(flags: frozenset[int], ink: str, paper: str) -> Pen:
    """The one pen of that look, so that equal pens are the same object and comparing them is cheap."""
    return Pen(flags, ink, paper)


PLAIN = pen_of(frozenset(), "", "")


@lru_cache(4096)
def on_blank(pen: Pen) -> Pen:
    """What is seen of the pen on a space."""
    flags = pen.flags & _SEEN_ON_BLANKS
    return pen_of(flags, pen.ink if flags else "", pen.paper)


@lru_cache(4096)
def without_colour(pen: Pen) -> Pen:
    """The pen for a terminal without colours: a background of its own becomes reverse video."""
    flags = pen.flags | {REVERSE} if pen.paper else pen.flags
    return pen_of(flags, "", "")


@lru_cache(4096)
def applied(pen: Pen, parameters: str) -> Pen | None:
    """The pen after `CSI parameters m`; None when something in it is not known."""
    flags, ink, paper = pen.flags, pen.ink, pen.paper
    numbers = parameters.split(";")
    at = 0
    while at < len(numbers):
        code = int(numbers[at] or 0)
        at += 1
        if code == 0:
            flags, ink, paper = frozenset(), "", ""
        elif code in _OFF:
            flags |= {code}
        elif code in _ENDED_BY:
            flags -= _ENDED_BY[code]
        elif code in (38, 48):
            length = {"5": 2, "2": 4}.get(numbers[at]) if at < len(numbers) else None
            if length is None or at + length > len(numbers):
                return None
            colour = ";".join((str(code), *numbers[at : at + length]))
            ink, paper = (colour, paper) if code == 38 else (ink, colour)
            at += length
        elif 30 <= code <= 39 or 90 <= code <= 97:
            ink = "" if code == 39 else str(code)
        elif 40 <= code <= 49 or 100 <= code <= 107:
            paper = "" if code == 49 else str(code)
        else:
            return None
    return pen_of(flags, ink, paper)


@lru_cache(4096)
def change(old: Pen | None, new: Pen, *, in_parts: bool) -> str:
    """The sequence that makes `new` of `old` (None: not known), empty if they are one.

    `in_parts`: the terminal can end one attribute without the others, which a VT100 cannot.
    """
    if old is new:
        return ""
    flags = [str(flag) for flag in sorted(new.flags)]
    fresh = ";".join(["", *flags, *filter(None, (new.ink, new.paper))])
    if old is None or not in_parts:
        return f"\x1b[{fresh}m"
    ends = {_OFF[flag] for flag in old.flags - new.flags}
    kept = old.flags - {flag for end in ends for flag in _ENDED_BY[end]}
    parts = [str(end) for end in sorted(ends)] + [str(flag) for flag in sorted(new.flags - kept)]
    for before, after, own in ((old.ink, new.ink, "39"), (old.paper, new.paper, "49")):
        if before != after:
            parts.append(after or own)
    return min(f"\x1b[{';'.join(parts)}m", f"\x1b[{fresh}m", key=len)
