"""Writes the difference between what the terminal shows and what it should show, in as few bytes as it knows."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from reader.tui.output.abilities import Abilities
from reader.tui.output.cells import SURE, Canvas
from reader.tui.output.moves import move
from reader.tui.output.pens import PLAIN, Pen, change, on_blank
from reader.tui.output.scrolling import WORTH, Scroll, find_scroll

BRIDGE = 8
"""Cells that did not change are written again between two that did when that is shorter than going there."""
ERASE_FROM = 12
"""Blanks inside a row that are cheaper to erase and step over than to write."""
ERASE_END_FROM = 4
"""Blanks at the end of a row that are cheaper to erase."""
RESET = "\x1b[m\x1b[r\x1b[?7l\x1b[H\x1b[2J"
"""Brings a terminal of which nothing is known to a blank screen: plain pen, all rows, no wrapping."""


class Emitter:
    """Keeps what the terminal shows, the pen and the cursor, and writes what brings it to another canvas."""

    def __init__(self, abilities: Abilities) -> None:
        self.abilities = abilities
        self.shown: Canvas | None = None
        self._pen: Pen | None = None
        self._at: tuple[int, int | None] | None = None
        self._out: list[str] = []

    def forget(self) -> None:
        """Nothing is known of the terminal: the next canvas is written on a screen that is cleared first."""
        self.shown, self._pen, self._at = None, None, None

    def plain_pen(self) -> str:
        """What makes the pen plain, for output that passes by."""
        sequence, self._pen = change(self._pen, PLAIN, in_parts=self.abilities.ends_parts), PLAIN
        return sequence

    def passed_by(self, width: int, height: int) -> None:
        """Output went to the terminal that was not understood: its cells may be anything, and are left so."""
        self.shown, self._pen, self._at = Canvas(width, height, None), None, None

    def emit(self, wanted: Canvas, cursor: tuple[int, int] | None = None) -> str:
        """What makes the terminal show `wanted`, with the cursor at `cursor`; empty if it does already.

        Cells of `wanted` that are not known are left as they are.
        """
        self._out = []
        if self.shown is None or (self.shown.width, self.shown.height) != (wanted.width, wanted.height):
            self._out.append(RESET)
            self.shown, self._pen, self._at = Canvas(wanted.width, wanted.height), PLAIN, (0, 0)
        changed = self._changed(wanted, self.shown)
        if self.abilities.moves_rows and len(changed) > WORTH and wanted.is_known:
            scroll = find_scroll(self.shown, wanted)
            if scroll is not None:
                self._scroll(scroll, self.shown)
                changed = self._changed(wanted, self.shown)
        for y in changed:
            self._row(y, wanted, self.shown)
        if any(self._out) and cursor is not None:
            self._go(*cursor)
        return "".join(self._out)

    @staticmethod
    def _changed(wanted: Canvas, shown: Canvas) -> list[int]:
        rows = zip(wanted.texts, shown.texts, wanted.pens, shown.pens, strict=True)
        return [y for y, (text, old, pens, old_pens) in enumerate(rows) if text != old or pens != old_pens]

    def _scroll(self, scroll: Scroll, shown: Canvas) -> None:
        self._use(PLAIN)  # what comes in has the background of the pen
        self._out.append(f"\x1b[{scroll.first + 1};{scroll.last}r")
        self._at = None  # setting a region moves the cursor, but not in all terminals
        self._go(scroll.first, 0)
        number = abs(scroll.by) if abs(scroll.by) > 1 else ""
        self._out.append(f"\x1b[{number}{'M' if scroll.by > 0 else 'L'}\x1b[r")
        self._at = None
        shown.move_rows(scroll.first, scroll.last, scroll.by)

    def _row(self, y: int, wanted: Canvas, shown: Canvas) -> None:
        texts, pens = wanted.texts[y], wanted.pens[y]
        old_texts, old_pens = shown.texts[y], shown.pens[y]
        cells = enumerate(zip(texts, old_texts, pens, old_pens, strict=True))
        changed = [x for x, (t, old, pen, was) in cells if (t != old or pen is not was) and t is not None]
        end = wanted.width
        if self.abilities.erases_line:
            behind = bisect_left(changed, self._blank_from(texts, pens))
            if len(changed) - behind >= ERASE_END_FROM:
                end = changed[behind]
                del changed[behind:]
        for first, last in self._runs(texts, pens, changed):
            self._write(y, first, last, wanted)
        if end < wanted.width:
            self._go(y, end)
            self._use_blank(pens[end])
            self._out.append("\x1b[K")
        for x, text in enumerate(texts):
            if text is not None:
                old_texts[x], old_pens[x] = text, pens[x]

    def _erases(self, pen: Pen) -> bool:
        return pen.erases and (not pen.paper or self.abilities.erases_coloured)

    def _blank_from(self, texts: list[str | None], pens: list[Pen]) -> int:
        """The column from which the row is blanks of one background that can be erased."""
        x, pen = len(texts), pens[-1]
        if self._erases(pen):
            while x and texts[x - 1] == " " and pens[x - 1] is pen:
                x -= 1
        return x

    def _runs(
        self, texts: list[str | None], pens: list[Pen], changed: list[int]
    ) -> Iterator[tuple[int, int]]:
        """Stretches to write, from a cell to before another: cells that changed, and what joins them."""
        number = 0
        while number < len(changed):
            first = last = changed[number]
            number += 1
            while number < len(changed) and self._joins(texts, pens, last, changed[number]):
                last = changed[number]
                number += 1
            while texts[first] == "":
                first -= 1
            last += 1
            while last < len(texts) and texts[last] == "":
                last += 1
            yield first, last

    @staticmethod
    def _joins(texts: list[str | None], pens: list[Pen], last: int, following: int) -> bool:
        """Whether the cells between two that changed are written too."""
        if following == last + 1:
            return True
        gap = range(last + 1, following)
        if len(gap) > BRIDGE or texts[following] == "":
            return False
        pen, blank = pens[last], on_blank(pens[last])
        if any(pens[x] is not (blank if texts[x] == " " else pen) for x in gap):
            return False
        between = [texts[x] for x in gap]
        cost = 4 if len(gap) > 1 else 3
        return None not in between and len("".join(text or "" for text in between).encode()) <= cost

    def _write(self, y: int, first: int, last: int, wanted: Canvas) -> None:
        """Writes the cells of a row from `first` to before `last`."""
        texts, pens = wanted.texts[y], wanted.pens[y]
        self._go(y, first)
        x = first
        while x < last:
            start, pen = x, pens[x]
            if texts[x] == " ":
                while x < last and texts[x] == " " and pens[x] is pen:
                    x += 1
                self._use_blank(pen)
                if self.abilities.erases_cells and x - start >= ERASE_FROM and x < last and self._erases(pen):
                    self._out.append(f"\x1b[{x - start}X")
                    self._go(y, x)
                else:
                    self._text(y, start, texts[start:x], wanted.width)
                continue
            while x < last and pens[x] is pen and texts[x] != " ":
                x += 1
            self._use(pen)
            self._text(y, start, texts[start:x], wanted.width)

    def _text(self, y: int, x: int, cells: Sequence[str | None], width: int) -> None:
        text = "".join(filter(None, cells))
        if SURE.fullmatch(text):
            self._out.append(text)
            self._at = (y, x + len(cells) if x + len(cells) < width else None)
            return
        for at, cell in enumerate(cells, x):
            if not cell:
                continue
            self._go(y, at)
            self._out.append(cell)
            if SURE.fullmatch(cell):
                end = at + (2 if cells[at - x + 1 : at - x + 2] == [""] else 1)
                self._at = (y, end if end < width else None)
            else:  # nobody knows where this leaves the cursor
                self._at = (y, None)

    def _use(self, pen: Pen) -> None:
        self._out.append(change(self._pen, pen, in_parts=self.abilities.ends_parts))
        self._pen = pen

    def _use_blank(self, pen: Pen) -> None:
        """A pen for blanks: any that looks like `pen` on them."""
        if self._pen is None or on_blank(self._pen) is not pen:
            self._use(pen)

    def _go(self, y: int, x: int) -> None:
        self._out.append(move(self._at, (y, x)))
        self._at = (y, x)
