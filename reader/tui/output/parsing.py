"""Reads what Textual writes: a frame becomes cells, the rest is told apart by what it may do to the screen."""

import re
from collections.abc import Callable
from enum import Enum, auto

from reader.tui.output.cells import Canvas
from reader.tui.output.pens import PLAIN, Pen, applied

_SEQUENCE = re.compile(r"\x1b\[([\d;]*)([Hm])")
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")
_HARMLESS = re.compile(
    r"(?:\x1b\[\?(?:7|25|1000|1002|1003|1004|1006|1015|1016|2004|2048)[hl]"  # modes that move no cell
    r"|\x1b\[\?\d+\$p"  # questions about modes
    r"|\x1b\[>\d*u|\x1b\[<\d*u"  # kitty's keys
    r"|\x1b\][^\x00-\x1f\x7f-\x9f]*(?:\x07|\x1b\\)"  # the clipboard, the pointer, the window's title
    r"|\x07)+"
)
_OTHER_SCREEN = re.compile(r"\x1b\[\?1049[hl]")
_SYNC = re.compile(r"\x1b\[\?2026[hl]")


class Kind(Enum):
    """What a piece of output is."""

    FRAME = auto()
    """Text, styles and places only."""
    HARMLESS = auto()
    """Leaves every cell, the pen and the cursor as they are."""
    SYNC = auto()
    """Begins or ends a frame on terminals that can hold their picture back (mode 2026)."""
    OTHER_SCREEN = auto()
    """Goes to the screen of programs or back to the shell's."""
    OTHER = auto()
    """May do anything."""


Token = tuple[str, str, str]
"""Text, and the parameters and the letter of the sequence behind it."""


def kind_of(data: str) -> tuple[Kind, list[Token]]:
    """What `data` is, and its tokens if it is a frame."""
    if _SYNC.fullmatch(data):
        return Kind.SYNC, []
    if _OTHER_SCREEN.fullmatch(data):
        return Kind.OTHER_SCREEN, []
    if _HARMLESS.fullmatch(data):
        return Kind.HARMLESS, []
    parts = _SEQUENCE.split(data)
    texts = parts[::3]
    if _CONTROL.search("".join(texts)):
        return Kind.OTHER, []
    tokens = list(zip(texts, [*parts[1::3], ""], [*parts[2::3], ""], strict=True))
    pen: Pen | None = PLAIN
    for _, parameters, letter in tokens:
        if letter == "m":
            pen = applied(pen, parameters)
            if pen is None:
                return Kind.OTHER, []
    return Kind.FRAME, tokens


def draw(tokens: list[Token], canvas: Canvas, look: Callable[[Pen], Pen] | None = None) -> tuple[int, int]:
    """Draws a frame on the canvas, and returns the row and column where it leaves the cursor.

    A frame begins with a plain pen.  `look` makes the pens of the terminal of those of the frame.
    """
    y = x = 0
    pen = shown = PLAIN
    for text, parameters, letter in tokens:
        if text:
            head, *lines = text.split("\n")
            x = canvas.put(y, x, head, shown)
            for line in lines:
                y, x = y + 1, canvas.put(y + 1, 0, line, shown)
        if letter == "m":
            pen = applied(pen, parameters) or PLAIN
            shown = look(pen) if look else pen
        elif letter == "H":
            row, _, column = parameters.partition(";")
            y, x = max(1, int(row or 1)) - 1, max(1, int(column or 1)) - 1
    return y, x
