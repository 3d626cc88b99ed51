"""The plain parts: the title line and the rule between the panes."""

from rich.cells import cell_len
from textual.strip import Strip

from reader.corpus.safe import safe_line
from reader.tui.marks import Marks
from reader.tui.panes.line_pane import LinePane
from reader.tui.text.row import Piece
from reader.tui.text.wrap import fit

BAR = 8
"""Cells of the bar of progress."""


class PaneRule(LinePane):
    """One line between two panes."""

    def __init__(self, marks: Marks) -> None:
        super().__init__(id="rule")
        self._marks = marks

    def draw(self, y: int) -> Strip:
        """A cell of the line."""
        del y
        return self.strip([Piece(self._marks.rule, "faint")])


class TitleLine(LinePane):
    """`Reader · corpus`, and at the right the counts, and how far the indexing is."""

    def __init__(self, corpus: str, marks: Marks) -> None:
        super().__init__(id="title")
        self._corpus = safe_line(corpus)
        self._marks = marks
        self._right: tuple[str, ...] = ()
        self._share: float | None = None
        self._place = self._beside = ""

    def say(self, *right: str, share: float | None = None) -> None:
        """Shows words at the right, most important first, and a bar of progress (0 to 1) if there is one."""
        self._right, self._share = right, share
        self.redraw()

    def stand(self, place: str, right: str) -> None:
        """What a narrow screen's reading pane says in place of corpus and counts; or nothing."""
        if (place, right) != (self._place, self._beside):
            self._place, self._beside = place, right
            self.redraw()

    def draw(self, y: int) -> Strip:
        """The line."""
        del y
        marks, width = self._marks, self.size.width
        bar = self._bar() if self._share is not None and width >= 60 else []
        bar_cells = sum(cell_len(piece.text) for piece in bar)
        wide = width >= 60
        name = self._place or (f"Reader {marks.dot} {self._corpus}" if wide else self._corpus)
        left = [Piece(" ", ""), Piece(fit(name, max(8, width // 2), marks.more), "strong")]
        used = sum(cell_len(piece.text) for piece in left)
        words = [self._beside] if self._place else list(self._right)
        while words and cell_len(f" {marks.dot} ".join(words)) > width - used - bar_cells - 3:
            words.pop()
        right = f" {marks.dot} ".join(words)
        gap = width - used - bar_cells - cell_len(right) - 1
        return self.strip([*left, Piece(" " * max(1, gap), ""), Piece(right, "soft"), *bar])

    def _bar(self) -> list[Piece]:
        done = round(BAR * min(1.0, max(0.0, self._share or 0.0)))
        return [
            Piece(" ", ""),
            Piece(self._marks.done * done, "edge"),
            Piece(self._marks.to_do * (BAR - done), "faint"),
        ]
