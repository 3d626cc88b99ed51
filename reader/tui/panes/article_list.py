"""The list of articles: two rows an article, drawn by lines, at a constant cost for any number."""

from typing import ClassVar

from rich.cells import cell_len
from textual.events import Click, MouseScrollDown, MouseScrollUp
from textual.message import Message
from textual.strip import Strip

from reader.language import _
from reader.library.interface import Group, Sort, Summary
from reader.tui.marks import Marks
from reader.tui.panes.line_pane import LinePane
from reader.tui.reader_marks import ReaderMarks
from reader.tui.rows import Rows
from reader.tui.text.headings import heading_of
from reader.tui.text.row import Columns, Piece, Row, Standing, list_rows
from reader.tui.text.wrap import fit, pad, wrap


class ArticleList(LinePane):
    """Shows `Rows` with one selected.  Moving posts `Moved`; a click on a row posts `Chosen`."""

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
        self.dated = self.sourced = True
        self.sort = Sort.DATE
        self.backwards = False
        self.group = Group.NONE
        self._plan: list[tuple[int, int]] = []
        self.picked: frozenset[int] = frozenset()
        self.empty_text = ""

    @property
    def _columns(self) -> Columns:
        return Columns.of(self.size.width, compact=self.compact, dated=self.dated, sourced=self.sourced)

    @property
    def _heading(self) -> int:
        return 1 if self.size.height >= 16 and (self._columns.date or self._columns.source) else 0

    @property
    def capacity(self) -> int:
        """How many whole articles fit; where there are headings, from the top one on."""
        if self.group is Group.NONE:
            return max(1, (self.size.height - self._heading) // 2)
        return max(1, sum(part == 1 for _row, part in self._planned(self.top)))

    def _planned(self, top: int) -> list[tuple[int, int]]:
        """What stands in each line from row `top` on: (row, part), where part -1 is the heading over the row."""
        room = self.size.height - self._heading
        if self.group is Group.NONE:
            return [(top + line // 2, line % 2) for line in range(room)]
        rows = self._rows.window(top, room // 2 + 1)
        plan: list[tuple[int, int]] = []
        before: str | None = None
        for row, summary in enumerate(rows, top):
            name = before if summary is None else heading_of(summary, self.group)
            if name != before or row == top:
                plan.append((row, -1))
            plan += [(row, 0), (row, 1)]
            before = name
        return plan[:room]

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
        place = (self.selected, 0)
        return self._heading + (self._plan.index(place) if place in self._plan else 0)

    def _bring_into_sight(self) -> None:
        """At an edge the list jumps half a screen, so that the next keys only move the selection."""
        capacity = self.capacity
        if self.selected < self.top:
            self.top = self.selected - capacity // 2
        elif self.selected >= self.top + capacity:
            self.top = self.selected - capacity + 1 + capacity // 2
        if self.group is Group.NONE:
            self.top = min(max(0, self.top), max(0, len(self._rows) - capacity))
            return
        self.top = min(max(0, self.top), self.selected)
        while self.top < self.selected and (self.selected, 1) not in self._planned(self.top):
            self.top += 1  # headings take room: a few rows at most

    def prepare(self) -> None:
        """Lays out the rows that are in sight."""
        self._lines = {}
        columns = self._columns
        self._plan = self._planned(self.top)
        for offset, summary in enumerate(self._rows.window(self.top, self.size.height // 2 + 1)):
            if summary is not None:
                self._lines[offset] = self._article(summary, self.top + offset, columns)

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
        row, part = self._plan[y - self._heading] if y - self._heading < len(self._plan) else (-1, 0)
        if part < 0:
            return self._group_strip(row)
        if (rows := self._lines.get(row - self.top)) is not None:
            return self.strip(self._emphasised(rows[part], chosen=row == self.selected))
        return self._empty_line(y - self._heading - 1)

    def _group_strip(self, row: int) -> Strip:
        """The heading over a row."""
        summary = self._rows.summary(row)
        words = heading_of(summary, self.group) if summary is not None else ""
        words = fit(words, self.size.width - 5, self._marks.more)
        rest = self._marks.to_do * max(0, self.size.width - cell_len(words) - 3)
        return self.strip([Piece(f" {words} ", "strong"), Piece(rest, "heading")])

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
        down = self._marks.reversed if self.backwards else self._marks.unfolded
        heads = {Sort.DATE: _("Date"), Sort.SOURCE: _("Source"), Sort.TITLE: _("Title")}
        date, source, title = (
            f"{head} {down}" if self.sort is sort else head for sort, head in heads.items()
        )
        heads_shown = ((date, columns.date), (source, columns.source))
        before = "".join(pad(head, width + 1) for head, width in heads_shown if width)
        text = f" {before}  {title}"
        return self.strip([Piece(text, "heading")])

    def on_resize(self, event: object) -> None:
        """The selected row stays in sight."""
        del event
        self._drawn = []
        self._bring_into_sight()
        self.redraw()

    def on_click(self, event: Click) -> None:
        """Selects the row that was clicked."""
        line = max(0, event.y - self._heading)
        index = self._plan[line][0] if line < len(self._plan) else len(self._rows)
        if 0 <= index < len(self._rows):
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
