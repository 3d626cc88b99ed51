"""A list of quoted words, each of as many lines as it needs."""

from collections.abc import Sequence

from textual.events import Click, MouseScrollDown, MouseScrollUp
from textual.message import Message
from textual.strip import Strip

from reader.tui.marks import Marks
from reader.tui.panes.line_pane import LinePane
from reader.tui.text.entry import Entry, entry_rows, shortened
from reader.tui.text.row import Piece, Row
from reader.tui.text.wrap import wrap


class EntryList(LinePane):
    """Shows entries from `top` on; only those in sight are laid out."""

    class Chosen(Message):
        """An entry was clicked."""

    def __init__(self, marks: Marks, *, id: str) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._marks = marks
        self.entries: Sequence[Entry] = ()
        self.selected = self.top = 0
        self.active = True
        self.empty_text = ""
        self._rows: list[tuple[Row, int]] = []

    @property
    def entry(self) -> Entry | None:
        """The selected entry."""
        return self.entries[self.selected] if self.selected < len(self.entries) else None

    def show(self, entries: Sequence[Entry], selected: int = 0) -> None:
        """Takes other entries."""
        self.entries = entries
        self.top = 0
        self.select(selected)

    def move(self, by: int) -> None:
        """Selects another entry, and stops at both ends."""
        self.select(self.selected + by)

    def page(self, share: float) -> None:
        """Moves by about so many screens."""
        in_sight = len({index for _, index in self._rows}) or 1
        self.move(round(share * max(1, in_sight - 1)) or (1 if share > 0 else -1))

    def select(self, index: int) -> None:
        """Selects an entry and brings it into sight."""
        self.selected = min(max(0, index), max(0, len(self.entries) - 1))
        self._bring_into_sight()
        self.redraw()

    def _bring_into_sight(self) -> None:
        self.top = min(self.top, self.selected)
        height = self.size.height
        if not self.entries or not height:
            return
        used = 0
        for index in range(self.selected, self.top - 1, -1):
            used += len(self._laid_out(index)) - (index == self.selected)
            if used > height:
                self.top = min(index + 1, self.selected)
                return

    def _laid_out(self, index: int) -> list[Row]:
        chosen = index == self.selected and self.active
        return entry_rows(self.entries[index], self.size.width, self._marks, chosen=chosen)

    def prepare(self) -> None:
        """Lays out the entries that are in sight."""
        self._rows = []
        height, index = self.size.height, self.top
        while len(self._rows) < height and index < len(self.entries):
            self._rows += [(row, index) for row in self._laid_out(index)]
            index += 1

    def draw(self, y: int) -> Strip:
        """The line."""
        if y < len(self._rows):
            return self.strip(shortened(self._rows[y][0], self.size.width))
        lines = wrap(self.empty_text, 0, len(self.empty_text), max(8, self.size.width - 4))
        if self.entries or not 0 < y <= len(lines):
            return self.strip([])
        words = self.empty_text[slice(*lines[y - 1])]
        return self.strip(shortened([Piece("  ", ""), Piece(words, "soft")], self.size.width))

    def on_resize(self, event: object) -> None:
        """The selected entry stays in sight."""
        del event
        self._drawn = []
        self._bring_into_sight()
        self.redraw()

    def on_click(self, event: Click) -> None:
        """Selects what was clicked."""
        if event.y < len(self._rows):
            self.select(self._rows[event.y][1])
            self.post_message(self.Chosen())

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """Moves down."""
        event.stop()
        self.move(1)

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """Moves up."""
        event.stop()
        self.move(-1)
