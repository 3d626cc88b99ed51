"""The last line of a screen of its own: the keys that matter, and a place at the right."""

from collections.abc import Sequence

from rich.cells import cell_len
from textual.strip import Strip

from reader.corpus.safe import safe_line
from reader.language import _
from reader.tui.commands import keys_shown
from reader.tui.marks import ASCII, Marks
from reader.tui.panes.line_pane import LinePane
from reader.tui.text.row import Piece, Row


class HintLine(LinePane):
    """Keys (as `keys_shown` takes them) with what they do; the last one stays longest."""

    def __init__(self, keys: Sequence[tuple[str, str]], marks: Marks) -> None:
        super().__init__(id="hints")
        self._keys = keys
        self._marks = marks
        self._place = ""

    def say(self, place: str) -> None:
        """What stands at the right."""
        self._place = safe_line(place)
        self.redraw()

    def draw(self, y: int) -> Strip:
        """The line."""
        del y
        width = self.size.width
        left = self._fitting(width - cell_len(self._place) - 3)
        used = sum(cell_len(piece.text) for piece in left)
        gap = max(1, width - used - cell_len(self._place) - 2)
        return self.strip([Piece(" ", ""), *left, Piece(" " * gap, ""), Piece(self._place, "faint")])

    def _fitting(self, room: int) -> Row:
        shown = ((keys_shown(keys, ascii_only=self._marks is ASCII), does) for keys, does in self._keys)
        kept = [(key, does) for key, does in shown if key]
        while kept:
            row = [
                piece for key, does in kept for piece in (Piece(key, "key"), Piece(f" {_(does)}   ", "faint"))
            ]
            if sum(cell_len(piece.text) for piece in row) - 3 <= room:
                return row
            kept.pop(-2 if len(kept) > 1 else -1)
        return []
