"""The pane of an entity's page: what is known of it, and every mention in its sentence."""

from bisect import bisect_right
from itertools import accumulate

from textual.events import Click, MouseScrollDown, MouseScrollUp
from textual.message import Message
from textual.strip import Strip

from reader.language import _
from reader.library.interface import Library, Summary
from reader.library.naming.types import ConcordanceLine, EntityPage
from reader.tui.marks import Marks
from reader.tui.panes.line_pane import LinePane
from reader.tui.text.entity_lines import concordance_row, head_rows
from reader.tui.text.row import Piece, Row
from reader.tui.text.wrap import fit

KEPT = 400
"""Articles whose lines are kept."""
TITLE_LINES, ROOMY = 4, 30
"""Lines of titles on a pane of at least so many lines; a lower one has one."""


class Concordance(LinePane):
    """Shows an `EntityPage`; reads only the articles whose lines come into sight."""

    class Chosen(Message):
        """A line was clicked."""

    def __init__(self, library: Library, marks: Marks) -> None:
        super().__init__(id="concordance")
        self._library = library
        self._marks = marks
        self._page: EntityPage | None = None
        self._ends: list[int] = []
        self._lines: dict[int, tuple[Summary | None, tuple[ConcordanceLine, ...]]] = {}
        self._head: list[Row] = []
        self._titled: dict[int, Summary] = {}
        self.selected = self.top = 0

    @property
    def total(self) -> int:
        """The number of mentions."""
        return self._ends[-1] if self._ends else 0

    @property
    def capacity(self) -> int:
        """Lines that fit under the head."""
        return max(1, self.size.height - len(self._head) - 1)

    def show(self, page: EntityPage, selected: int = 0, top: int = 0) -> None:
        """Shows a page, at a line."""
        self._page = page
        self._ends = list(accumulate(place.mentions for place in page.places))
        self._lines.clear()
        titled = [title.article_id for title in page.titles[:TITLE_LINES] if title.article_id is not None]
        self._titled = {summary.id: summary for summary in self._library.summaries(titled)}
        self._lay_out()
        self.top = top
        self.select(selected)

    def select(self, index: int) -> None:
        """Selects a mention and brings it into sight."""
        self.selected = min(max(0, index), max(0, self.total - 1))
        if self.selected < self.top:
            self.top = self.selected
        elif self.selected >= self.top + self.capacity:
            self.top = self.selected - self.capacity + 1
        self.top = min(max(0, self.top), max(0, self.total - self.capacity))
        self.redraw()

    def line(self, index: int) -> tuple[ConcordanceLine | None, Summary | None]:
        """The mention at `index` with its article; None where the article went away."""
        if self._page is None or not 0 <= index < self.total:
            return None, None
        place = bisect_right(self._ends, index)
        named = self._page.places[place]
        if named.article_id not in self._lines:
            self._read(named.article_id, self._page.entity.id)
        summary, lines = self._lines[named.article_id]
        within = index - (self._ends[place] - named.mentions)
        return (lines[within] if within < len(lines) else None), summary

    def _read(self, article_id: int, entity_id: int) -> None:
        while len(self._lines) >= KEPT:
            del self._lines[next(iter(self._lines))]
        summaries = self._library.summaries([article_id])
        try:
            lines = tuple(self._library.entity_lines(entity_id, article_id)) if summaries else ()
        except KeyError:
            lines = ()
        self._lines[article_id] = (summaries[0] if summaries else None, lines)

    def _lay_out(self) -> None:
        if self._page is None:
            return
        width, height = self.size.width, self.size.height
        titles = TITLE_LINES if height >= ROOMY else 1
        head = head_rows(self._page, width, self._marks, self._titled, titles)
        self._head = head[: max(1, height - 6)]

    def draw(self, y: int) -> Strip:
        """A line of the head, or of the concordance."""
        if self._page is None:
            return self.strip([Piece("  " + self._marks.more, "soft")] if y == 0 else [])
        if y < len(self._head):
            return self.strip(self._head[y])
        if y == len(self._head):
            return self.strip([])
        index = self.top + y - len(self._head) - 1
        if index >= self.total:
            return self.strip([])
        line, summary = self.line(index)
        chosen = index == self.selected
        if line is None:
            edge = self._marks.selected if chosen else " "
            words = fit(_("this article is no longer there"), self.size.width - 4, self._marks.more)
            return self.strip([Piece(f"{edge} ", "edge"), Piece(words, "faint")])
        return self.strip(concordance_row(line, summary, self.size.width, self._marks, chosen=chosen))

    def on_resize(self, event: object) -> None:
        """Another size: the selected line stays in sight."""
        del event
        self._drawn = []
        self._lay_out()
        self.select(self.selected)

    def on_click(self, event: Click) -> None:
        """Selects the line, and opens the selected one."""
        index = self.top + event.y - len(self._head) - 1
        if event.y > len(self._head) and index < self.total:
            again = index == self.selected
            self.select(index)
            if again:
                self.post_message(self.Chosen())

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """Three lines down."""
        event.stop()
        self.select(self.selected + 3)

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """Three lines up."""
        event.stop()
        self.select(self.selected - 3)
