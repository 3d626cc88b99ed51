"""The list of articles: two rows an article, drawn by lines, at a constant cost for any number."""

from typing import ClassVar

from textual.events import Click, MouseScrollDown, MouseScrollUp
from textual.message import Message
from textual.strip import Strip

from reader.language import _
from reader.library.interface import Sort, Summary
from reader.tui.marks import Marks
from reader.tui.panes.line_pane import LinePane
from reader.tui.reader_marks import ReaderMarks
from reader.tui.rows import Rows
from reader.tui.text.row import Columns, Piece, Row, Standing, list_rows
from reader.tui.text.wrap import pad, wrap


class ArticleList(LinePane):
    """Shows `Rows` with one selected.  Moving posts `Moved`; a click on a row posts `Chosen`."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "row--edge",
        "row--date",
        "row--source",
        "row--copies",
        "row--title",
        "row--title-read",
        "row--title-rest",
        "row--lead",
        "row--mark",
        "row--mark-read",
        "row--star",
        "row--hit",
        "row--chosen",
        "row--heading",
    }
    """Styles of the columns, of read and unread titles, of marks and hits."""
    PREFIX: ClassVar[str] = "row--"

    class Moved(Message):
        """The selection is on another row."""

    class Chosen(Message):
        """A row was clicked."""

    def __init__(self, rows: Rows, reader_marks: ReaderMarks, marks: Marks) -> None:
        super().__init__(id="list")
        self._rows = rows
        self._reader_marks = reader_marks
        self._marks = marks
        self._lines: dict[int, tuple[Row, Row]] = {}
        self.selected = 0
        self.top = 0
        self.active = True
        self.compact = False
        self.sort = Sort.DATE
        self.picked: frozenset[int] = frozenset()
        self.empty_text = ""

    @property
    def _columns(self) -> Columns:
        return Columns.of(self.size.width, compact=self.compact)

    @property
    def _heading(self) -> int:
        return 1 if self.size.height >= 16 and self._columns.date else 0

    @property
    def capacity(self) -> int:
        """How many whole articles fit."""
        return max(1, (self.size.height - self._heading) // 2)

    @property
    def summary(self) -> Summary | None:
        """The selected article."""
        return self._rows.summary(self.selected)

    @property
    def selected_id(self) -> int | None:
        """The id of the selected article."""
        return self._rows.ids[self.selected] if 0 <= self.selected < len(self._rows) else None

    def move(self, by: int) -> None:
        """Moves the selection by rows, down if positive, and stops at both ends."""
        self.select(self.selected + by)

    def select(self, index: int, *, quietly: bool = False) -> None:
        """Selects a row and brings it into sight; posts `Moved` when it is another one, unless `quietly`."""
        index = min(max(0, index), max(0, len(self._rows) - 1))
        moved = index != self.selected
        self.selected = index
        self._bring_into_sight()
        self.redraw()
        if moved and not quietly:
            self.post_message(self.Moved())

    def show_around(self, index: int, rows_above: int | None = None) -> None:
        """Selects a row as after a change of the list, `rows_above` rows under the top where that can be."""
        self.selected = min(max(0, index), max(0, len(self._rows) - 1))
        above = self.capacity // 3 if rows_above is None else rows_above
        self.top = self.selected - above
        self._bring_into_sight()
        self.redraw()

    @property
    def rows_above(self) -> int:
        """How many rows stand over the selected one."""
        return self.selected - self.top

    @property
    def cursor_row(self) -> int:
        """The row of the pane where the selected article begins."""
        return self._heading + 2 * self.rows_above

    def _bring_into_sight(self) -> None:
        """At an edge the list jumps half a screen, so that the next keys only move the selection."""
        capacity = self.capacity
        if self.selected < self.top:
            self.top = self.selected - capacity // 2
        elif self.selected >= self.top + capacity:
            self.top = self.selected - capacity + 1 + capacity // 2
        self.top = min(max(0, self.top), max(0, len(self._rows) - capacity))

    def redraw(self) -> None:
        """Draws the rows that are in sight."""
        self._lines = {}
        if self.size.height:
            columns = self._columns
            for offset, summary in enumerate(self._rows.window(self.top, self.capacity + 1)):
                if summary is not None:
                    self._lines[offset] = self._article(summary, self.top + offset, columns)
        super().redraw()

    def _article(self, summary: Summary, index: int, columns: Columns) -> tuple[Row, Row]:
        key = summary.content_key
        standing = Standing(
            read=self._reader_marks.is_read(key),
            starred=self._reader_marks.is_starred(key),
            selected=index == self.selected,
            active=self.active,
            noted=self._reader_marks.is_noted(key),
            picked=summary.id in self.picked,
            tags=self._reader_marks.tags(key),
        )
        return list_rows(summary, standing, columns, self._marks, self._rows.excerpt(summary.id))

    def draw(self, y: int) -> Strip:
        """The line at `y`: the heading, or one of the two rows of an article."""
        if y < self._heading:
            return self._heading_strip()
        offset, second = divmod(y - self._heading, 2)
        if (rows := self._lines.get(offset)) is not None:
            chosen = offset + self.top == self.selected
            return self.strip(self._emphasised(rows[second], chosen=chosen))
        return self._empty_line(y - self._heading - 1)

    def _empty_line(self, y: int) -> Strip:
        """What stands in a list without rows."""
        if self._rows.ids or not self.empty_text or y < 0:
            return self.strip([])
        lines = wrap(self.empty_text, 0, len(self.empty_text), self.size.width - 4)
        return self.strip(
            [Piece("  ", ""), Piece(self.empty_text[slice(*lines[y])], "soft")] if y < len(lines) else []
        )

    def _emphasised(self, row: Row, *, chosen: bool) -> Row:
        if not chosen:
            return row
        edge = "edge" if self.active else "lead"
        names = {"edge": edge, "title": "chosen", "title-read": "chosen", "title-rest": "chosen"}
        return [Piece(text, names.get(style, style)) for text, style in row]

    def _heading_strip(self) -> Strip:
        columns = self._columns
        down = self._marks.unfolded
        heads = {Sort.DATE: _("Date"), Sort.SOURCE: _("Source"), Sort.TITLE: _("Title")}
        date, source, title = (
            f"{head} {down}" if self.sort is sort else head for sort, head in heads.items()
        )
        text = f" {pad(date, columns.date + 1)}{pad(source, columns.source + 1)}  {title}"
        return self.strip([Piece(text, "heading")])

    def on_resize(self, event: object) -> None:
        """The selected row stays in sight."""
        del event
        self._drawn = []
        self._bring_into_sight()
        self.redraw()

    def on_click(self, event: Click) -> None:
        """Selects the row that was clicked."""
        index = self.top + max(0, event.y - self._heading) // 2
        if index < len(self._rows):
            self.select(index, quietly=True)
            self.post_message(self.Chosen())

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """Moves down."""
        event.stop()
        self.move(1)

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """Moves up."""
        event.stop()
        self.move(-1)
