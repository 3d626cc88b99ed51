"""A line of words at the left and at the right: head and foot of a screen over the main one."""

from collections.abc import Sequence

from rich.cells import cell_len
from textual.strip import Strip

from reader.corpus.safe import safe_line
from reader.language import _
from reader.tui.commands import keys_shown
from reader.tui.marks import ASCII, Marks
from reader.tui.panes.line_pane import LinePane
from reader.tui.text.row import Piece, Row
from reader.tui.text.wrap import fit


class TwoEndedLine(LinePane):
    """Shows words, or keys with what they do; what has no room at the right is left out first."""

    def __init__(self, marks: Marks, *, id: str) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._marks = marks
        self._left = self._right = ""
        self._style = "soft"
        self._keys: Sequence[tuple[str, str]] = ()

    @property
    def words(self) -> str:
        """What stands at the left."""
        return self._left

    def say(self, left: str, right: str = "", *, typing: bool = False) -> None:
        """Shows words; `typing`: those at the right are being typed."""
        self._left, self._right, self._keys = safe_line(left), safe_line(right), ()
        self._style = "key" if typing else "soft"
        self.redraw()

    def offer(self, keys: Sequence[tuple[str, str]]) -> None:
        """Shows keys (as `keys_shown` takes them) with what they do, the last one longest."""
        self._left, self._right, self._keys = "", "", keys
        self.redraw()

    def draw(self, y: int) -> Strip:
        """The line."""
        del y
        width = self.size.width
        if self._keys:
            return self.strip([Piece(" ", ""), *self._offered(width - 2)])
        right = fit(self._right, width // 2, self._marks.more)
        left = fit(self._left, width - cell_len(right) - 4 if right else width - 2, self._marks.more)
        gap = width - cell_len(left) - cell_len(right) - 2
        return self.strip(
            [Piece(f" {left}", "strong"), Piece(" " * max(0, gap), ""), Piece(right, self._style)]
        )

    def _offered(self, room: int) -> Row:
        shown = ((keys_shown(keys, ascii_only=self._marks is ASCII), label) for keys, label in self._keys)
        kept = [(key, label) for key, label in shown if key]
        while kept:
            row: Row = []
            for key, label in kept:
                row += [Piece(key, "key"), Piece(f" {_(label)}   ", "faint")]
            if sum(cell_len(piece.text) for piece in row) - 3 <= room:
                return row
            kept.pop(-2 if len(kept) > 1 else -1)
        return []
