"""A question in the last line, answered by one key."""

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.events import Key
from textual.screen import ModalScreen
from textual.strip import Strip

from reader.corpus.safe import safe_line
from reader.language import _
from reader.tui.marks import Marks
from reader.tui.panes.line_pane import LinePane
from reader.tui.screens.answering import Answering
from reader.tui.text.row import Piece, Row
from reader.tui.text.wrap import fit

LEAST = 6
"""Cells of the question that still say something; with less, only the answers are shown."""


class QuestionLine(LinePane):
    """The question and its keys."""

    def __init__(self, words: str, answers: Sequence[tuple[str, str]], marks: Marks) -> None:
        super().__init__(id="question")
        self.words = safe_line(words)
        self._answers = answers
        self._marks = marks

    def draw(self, y: int) -> Strip:
        """The line."""
        del y
        width, pieces = self.size.width, []
        least = min(LEAST, cell_len(self.words))
        for gap in (2, 1):  # the answers stand closer where there is no room for all of them
            pieces = self._pieces(gap)
            room = width - 2 - sum(cell_len(piece.text) for piece in pieces)
            if room >= least:
                words = Piece(f" {fit(self.words, room, self._marks.more)}", "strong")
                return self.strip([words, *pieces])
            if room >= -2:
                break
        return self.strip(pieces)

    def _pieces(self, gap: int) -> Row:
        row: Row = []
        for key, label in self._answers:
            row += [Piece(f"{' ' * gap}{key}", "key"), Piece(f" {_(label)}", "soft")]
        return row


class Question(ModalScreen[str], Answering[str], inherit_bindings=False):
    """Answers with the key of the answer, or None for any other key."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", show=False)]
    """Esc answers nothing."""

    def __init__(self, words: str, answers: Sequence[tuple[str, str]], marks: Marks) -> None:
        super().__init__()
        self._keys = {key for key, _ in answers}
        self.line = QuestionLine(words, answers, marks)

    def compose(self) -> ComposeResult:
        """The one line."""
        yield self.line

    def on_key(self, event: Key) -> None:
        """Any letter answers."""
        if event.character is not None and event.is_printable:
            event.stop()
            self.dismiss(event.character if event.character in self._keys else None)

    def action_leave(self) -> None:
        """No answer."""
        self.dismiss(None)
