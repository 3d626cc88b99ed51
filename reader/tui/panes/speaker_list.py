"""The speakers of a corpus, with how many quotes and articles each has."""

from rich.cells import cell_len
from textual.events import Click, MouseScrollDown, MouseScrollUp
from textual.message import Message
from textual.strip import Strip

from reader.corpus.safe import safe_line
from reader.language import _, number
from reader.library.interface import SpeakerCount, SpeakerCounts
from reader.tui.marks import Marks
from reader.tui.panes.line_pane import LinePane
from reader.tui.text.row import Piece
from reader.tui.text.wrap import fit, pad, wrap

_FIGURE = 8
"""Cells of a column of figures."""


class SpeakerList(LinePane):
    """Shows speakers from `top` on; a probable one is dimmed, with `?`, an unnamed one dimmed."""

    class Moved(Message):
        """The selection is on another row."""

    class Chosen(Message):
        """A row was clicked."""

    def __init__(self, marks: Marks) -> None:
        super().__init__(id="speakers")
        self._marks = marks
        self.counts = SpeakerCounts((), 0, 0)
        self.selected = self.top = 0
        self.active = True
        self.empty_text = ""

    @property
    def capacity(self) -> int:
        """How many rows fit under the heading."""
        return max(1, self.size.height - 1)

    @property
    def speaker(self) -> SpeakerCount | None:
        """The selected speaker."""
        rows = self.counts.rows
        return rows[self.selected] if self.selected < len(rows) else None

    def show(self, counts: SpeakerCounts, speaker_id: int | None) -> None:
        """Takes other rows; `speaker_id` stays selected where it stood if it is among them, else the first."""
        rows = counts.rows
        self.counts = counts
        above = self.selected - self.top
        at = next((at for at, row in enumerate(rows) if row.id == speaker_id), 0)
        self.selected, self.top = at, at - above
        self._bring_into_sight()
        self.redraw()

    def select(self, index: int) -> None:
        """Selects a row and brings it into sight."""
        index = min(max(0, index), max(0, len(self.counts.rows) - 1))
        moved = index != self.selected
        self.selected = index
        self._bring_into_sight()
        self.redraw()
        if moved:
            self.post_message(self.Moved())

    def move(self, by: int) -> None:
        """Moves the selection by rows, and stops at both ends."""
        self.select(self.selected + by)

    def page(self, share: float) -> None:
        """Moves by so many screens."""
        self.move(round(share * max(1, self.capacity - 1)))

    def _bring_into_sight(self) -> None:
        capacity = self.capacity
        if self.selected < self.top:
            self.top = self.selected - capacity // 2
        elif self.selected >= self.top + capacity:
            self.top = self.selected - capacity + 1 + capacity // 2
        self.top = min(max(0, self.top), max(0, len(self.counts.rows) - capacity))

    def draw(self, y: int) -> Strip:
        """The heading, or a row."""
        width = self.size.width
        wide = width >= 34
        figure = max(_FIGURE, cell_len(_("quotes")) + 1)
        room = max(4, width - 3 - figure * (2 if wide else 1))
        if y == 0:
            quotes, articles = _("quotes"), _("articles")
            heads = f"{quotes:>{figure}}" + (f"{articles:>{figure + 1}}" if wide else "")
            return self.strip([Piece(fit(pad("  " + _("Speaker"), room + 2) + heads, width, ""), "faint")])
        index = self.top + y - 1
        if index >= len(self.counts.rows):
            return self._empty_line(y - 2)
        row, chosen = self.counts.rows[index], index == self.selected
        name = safe_line(row.name)
        if not row.sure:
            name = fit(name, room - 2, self._marks.more) + " ?"
        name = fit(name, room, self._marks.more)
        style = "strong" if chosen and self.active else ("" if row.named and row.sure else "soft")
        figures = f"{number(row.quotes):>{figure}}"
        beside = f"{number(row.articles):>{figure + 1}}" if wide else ""
        edge = Piece(f"{self._marks.selected if chosen else ' '} ", "edge" if self.active else "faint")
        return self.strip(
            [edge, Piece(name + " " * (room - cell_len(name)), style), Piece(figures, style or "soft"),
             Piece(beside, "faint")]
        )  # fmt: skip

    def _empty_line(self, y: int) -> Strip:
        lines = wrap(self.empty_text, 0, len(self.empty_text), max(8, self.size.width - 4))
        if self.counts.rows or not 0 <= y < len(lines):
            return self.strip([])
        return self.strip([Piece("  ", ""), Piece(self.empty_text[slice(*lines[y])], "soft")])

    def on_resize(self, event: object) -> None:
        """The selected row stays in sight."""
        del event
        self._drawn = []
        self._bring_into_sight()
        self.redraw()

    def on_click(self, event: Click) -> None:
        """Selects the row that was clicked."""
        index = self.top + event.y - 1
        if event.y and index < len(self.counts.rows):
            self.select(index)
            self.post_message(self.Chosen())

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """Moves down."""
        event.stop()
        self.move(1)

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """Moves up."""
        event.stop()
        self.move(-1)
