"""A screen as cells: rows of characters and of pens."""

import re
from functools import lru_cache

from rich.cells import split_graphemes

from reader.tui.output.pens import PLAIN, Pen, on_blank

_PLAIN_WIDTHS = (
    r" -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0377\u0384-\u0386\u0388-\u0482\u048a-\u0527"
    r"\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2100-\u2138\u2190-\u2199\u2500-\u25fc"
)
NARROW = re.compile(rf"[{_PLAIN_WIDTHS}]*")
"""Text of which every terminal gives each character one cell."""
SURE = re.compile(rf"[{_PLAIN_WIDTHS}\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fa5\uac00-\ud7a3\uff01-\uff60]*")
"""Text whose widths are agreed upon: also the wide characters of East Asia.  All else may stand differently on
the reader's terminal than Textual believes, so the cursor is placed anew behind it."""

Row = tuple[tuple[str | None, ...], tuple[Pen, ...]]


class Canvas:
    """Cells in rows.  A character of two cells has an empty text in its second; marks stand with their base.

    A cell whose text is None is not known.
    """

    def __init__(self, width: int, height: int, text: str | None = " ") -> None:
        self.width, self.height = width, height
        self.texts: list[list[str | None]] = [[text] * width for _ in range(height)]
        self.pens: list[list[Pen]] = [[PLAIN] * width for _ in range(height)]

    @property
    def is_known(self) -> bool:
        """Whether every cell is known."""
        return not any(None in row for row in self.texts)

    def put(self, y: int, x: int, text: str, pen: Pen) -> int:
        """Writes `text` at a cell, cut at the right edge; the column behind it."""
        if not text or not 0 <= y < self.height:
            return x + len(text)
        cells = _cells(text)
        end = min(x + len(cells), self.width)
        if end > x >= 0:
            texts, pens = self.texts[y], self.pens[y]
            _mend(texts, x, end)
            texts[x:end] = cells[: end - x]
            pens[x:end] = [pen] * (end - x)
            blank = on_blank(pen)
            if blank is not pen:
                for at in range(x, end):
                    if texts[at] == " ":
                        pens[at] = blank
            if end - x < len(cells) and cells[end - x] == "":  # half a character does not fit
                texts[end - 1], pens[end - 1] = " ", blank
        return x + len(cells)

    def move_rows(self, first: int, last: int, by: int) -> None:
        """The rows from `first` to before `last` go `by` rows up, or down if negative; blanks come in."""
        texts: list[list[str | None]] = [[" "] * self.width for _ in range(abs(by))]
        pens = [[PLAIN] * self.width for _ in range(abs(by))]
        if by > 0:
            self.texts[first:last] = self.texts[first + by : last] + texts
            self.pens[first:last] = self.pens[first + by : last] + pens
        else:
            self.texts[first:last] = texts + self.texts[first : last + by]
            self.pens[first:last] = pens + self.pens[first : last + by]

    def row(self, y: int) -> Row:
        """A row as a value that can be compared and counted."""
        return tuple(self.texts[y]), tuple(self.pens[y])


def _mend(texts: list[str | None], x: int, end: int) -> None:
    """Half of a wide character that is about to be written over takes its other half with it."""
    if texts[x] == "":
        texts[x - 1] = " "
    if end < len(texts) and texts[end] == "":
        texts[end] = " "


@lru_cache(1024)
def _cells(text: str) -> list[str | None]:
    """The text of each cell; as Textual measured it, which decides where the next text stands."""
    if text.isascii() or NARROW.fullmatch(text):
        return list(text)
    cells: list[str | None] = []
    for start, end, width in split_graphemes(text)[0]:
        if width:
            cells += [text[start:end], *[""] * (width - 1)]
        elif cells:
            base = len(cells) - 1 if cells[-1] or len(cells) < 2 else len(cells) - 2
            cells[base] = f"{cells[base]}{text[start:end]}"
    return cells
