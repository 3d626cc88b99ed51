"""The reading pane: one article as a page of lines, with names, quotations and hits marked."""

from dataclasses import dataclass, replace
from typing import ClassVar

from textual.events import MouseScrollDown, MouseScrollUp
from textual.message import Message
from textual.strip import Strip

from reader.analysis.types import Analysis
from reader.corpus.article import Article
from reader.settings import settings
from reader.settings.declared import WIDTH
from reader.tui.marks import Marks
from reader.tui.panes.line_pane import LinePane
from reader.tui.panes.page_drawing import PageDrawing
from reader.tui.panes.walking import Walker
from reader.tui.text.lines import Shape
from reader.tui.text.noted import Placed
from reader.tui.text.page import NOTHING, Page, lay_out
from reader.tui.text.row import Piece
from reader.tui.text.styled import Density

MARGIN = 18
"""Cells beside the text from which speakers stand there instead of under the quotation."""


@dataclass(frozen=True, slots=True)
class Shown:
    """The article in the pane; `copies` as in its summary; `notes` and `tags`: the reader's own."""

    id: int
    article: Article
    content_key: str
    copies: int = 0
    analysis: Analysis = NOTHING
    notes: tuple[Placed, ...] = ()
    tags: tuple[str, ...] = ()


class ReadingPane(LinePane):
    """Shows one article.  Posts `Changed` when place, cursor or article are others."""

    PREFIX: ClassVar[str] = "page--"

    class Clicked(Message):
        """The pane was clicked."""

    class Changed(Message):
        """Place, cursor or article are others."""

    def __init__(self, marks: Marks) -> None:
        super().__init__(id="reading")
        self._marks = marks
        self.shown: Shown | None = None
        self.text_width = settings()[WIDTH]
        self.shape = Shape(self.text_width)
        self.page: Page | None = None
        self.top = 0
        self.walker = Walker()
        self.left = 2
        self.alone = False
        self.search_results: object = None
        self.empty_text = ""
        self._anchor = 0
        self._at_start = True
        self._to_see: int | None = None
        self._drawing = PageDrawing(self.style_of, self.partial_style, marks)

    def show(
        self, shown: Shown, *, at: int = 0, matches: tuple[tuple[int, int], ...] = (), match: int = 0
    ) -> None:
        """Shows an article at the code point `at`, or at its match of that number where it has matches."""
        self.shown, self._to_see = shown, None
        self.walker = Walker(shown.article, shown.analysis, matches)
        self.walker.match_index = match
        self._take()
        self._lay_out()
        self._anchor, self._at_start = at, not at
        if matches:
            self.top = 0
            self._see(matches[match][0])
        else:
            self._stay_at(at)
        self._tell()

    def clear(self) -> None:
        """Shows no article."""
        self.shown = self.page = None
        self._tell()

    def add_analysis(self, article_id: int, analysis: Analysis) -> None:
        """Marks names and quotations in the article that is shown."""
        if self.shown is None or self.shown.id != article_id:
            return
        self.shown = replace(self.shown, analysis=analysis)
        self.walker.add_analysis(analysis)
        self._take()
        self._again()

    def annotate(self, notes: tuple[Placed, ...], tags: tuple[str, ...]) -> None:
        """Shows other notes and tags with the article."""
        if self.shown is not None and (notes, tags) != (self.shown.notes, self.shown.tags):
            self.shown = replace(self.shown, notes=notes, tags=tags)
            self._take()
            self._again()

    def _take(self) -> None:
        """Has what the article holds marked where it is drawn."""
        notes = self.shown.notes if self.shown is not None else ()
        self._drawing.take(self.walker.analysis, self.walker, [note.place for note in notes if note.place])

    def mark_matches(self, matches: tuple[tuple[int, int], ...], *, go: bool = True) -> None:
        """Takes other hits, and goes to the first from here on."""
        self.walker.take_matches(matches, self.place)
        self._take()
        if matches and go:
            self._see(self.walker.match[0] if self.walker.match else matches[0][0])
        self._tell()

    def reshape(
        self, *, speakers: bool | None = None, unfolded: bool | None = None, legend: bool | None = None
    ) -> None:
        """Changes what is shown beside the text, and stays at the same sentence."""
        self.shape = replace(
            self.shape,
            speakers=self.shape.speakers if speakers is None else speakers,
            unfolded=self.shape.unfolded if unfolded is None else unfolded,
            legend=self.shape.legend if legend is None else legend,
        )
        self._again()

    def set_text(
        self, *, spacing: int | None = None, justified: bool | None = None, hyphens: bool | None = None
    ) -> None:
        """Changes how the text is set, and stays at the same sentence."""
        self.shape = replace(
            self.shape,
            spacing=self.shape.spacing if spacing is None else spacing,
            justified=self.shape.justified if justified is None else justified,
            hyphens=self.shape.hyphens if hyphens is None else hyphens,
        )
        self._again()

    def go_to(self, offset: int) -> None:
        """Brings a place of the text to the top."""
        if self.page is not None:
            self._to_row(self.page.row_of(offset))
        self._tell()

    def show_names(self, density: Density) -> None:
        """Marks all names, the first of each, or none."""
        self._drawing.density = density
        self._take()
        self._tell()

    @property
    def density(self) -> Density:
        """Which names are marked."""
        return self._drawing.density

    @property
    def place(self) -> int:
        """The code point at the top of the pane, 0 at the beginning."""
        return 0 if self._at_start else self._anchor

    @property
    def percent(self) -> int:
        """How much of the page has been on the screen, 0 to 100."""
        if self.page is None or not self.page.lines:
            return 0
        return min(100, round(100 * (self.top + self.size.height) / len(self.page.lines)))

    @property
    def _last_top(self) -> int:
        return max(0, len(self.page.lines) - self.size.height) if self.page else 0

    def scroll_rows(self, by: int) -> None:
        """Moves by rows, down if positive."""
        self._to_row(self.top + by)
        self._tell()

    def scroll_to_start(self) -> None:
        """To the title."""
        self.scroll_rows(-self.top)

    def scroll_to_finish(self) -> None:
        """To the last line."""
        self.scroll_rows(self._last_top)

    @property
    def cursor_row(self) -> int:
        """The row of the pane where the name or quotation under the cursor begins, else the first one."""
        cursor = self.walker.cursor
        if cursor is None or self.page is None:
            return 0
        return min(max(0, self.page.row_of(cursor.start) - self.top), max(0, self.size.height - 1))

    def see(self, offset: int) -> None:
        """Brings a place of the text into sight, with some lines above it."""
        self._see(offset)
        self._tell()

    def _see(self, offset: int) -> None:
        self._to_see = offset if self.page is None else None  # a pane that was hidden has no size yet
        if self.page is None:
            return
        row, height = self.page.row_of(offset), self.size.height
        if not self.top <= row < self.top + max(1, height - 1):
            self._to_row(row - height // 3)

    def _to_row(self, row: int) -> None:
        self.top = min(max(0, row), self._last_top)
        self._anchor = self.page.offset_of(self.top) if self.page else 0
        self._at_start = self.top == 0

    def _stay_at(self, offset: int) -> None:
        """Puts a place at the top as far as the page goes; a longer page will have it there."""
        if self.page is not None:
            self.top = 0 if self._at_start else min(self.page.row_of(offset), self._last_top)

    def _again(self) -> None:
        """Lays the page out again, at the same place."""
        self._lay_out()
        self._stay_at(self._anchor)
        if self._to_see is not None:
            self._see(self._to_see)
        self._tell()

    def _lay_out(self) -> None:
        width = self.size.width
        if self.shown is None or width < 4:
            self.page = None
            return
        right = 1 if width < 60 else 2
        text = max(1, min(self.text_width, width - 2 - right))
        self.left = max(2, (width - text) // 2) if self.alone else 2
        beside = width - self.left - text - 3
        self.shape = replace(self.shape, width=text, margin=min(34, beside) if beside >= MARGIN else 0)
        shown = self.shown
        self.page = lay_out(
            shown.article, self.shape, shown.analysis,
            copies=shown.copies, marks=self._marks, notes=shown.notes, tags=shown.tags,
        )  # fmt: skip

    def _tell(self) -> None:
        self.redraw()
        self.post_message(self.Changed())

    def draw(self, y: int) -> Strip:
        """The line of the page at row `y`."""
        if self.shown is None or self.page is None:
            text = self.empty_text if y == 1 else ""
            return self.strip([Piece("  ", ""), Piece(text[: self.size.width], "soft")] if text else [])
        row = self.top + y
        if row >= len(self.page.lines):
            return self.strip([])
        return self._drawing.strip(self.shown.article, self.page.lines[row], self.left, self.shape)

    def notify_style_update(self) -> None:
        """The theme changed."""
        self._drawing.forget()
        super().notify_style_update()

    def on_resize(self, event: object) -> None:
        """Another size: the same sentence stays in sight."""
        del event
        self._drawn = []
        self._again()

    def on_click(self) -> None:
        """Puts the pane in use."""
        self.post_message(self.Clicked())

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """Three lines down."""
        event.stop()
        self.scroll_rows(3)

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """Three lines up."""
        event.stop()
        self.scroll_rows(-3)
