"""What stands where: one pane or both, title line or search bar, and what the first and last lines say."""

from typing import TYPE_CHECKING

from textual.geometry import Offset

from reader.corpus.safe import safe_line
from reader.language import _
from reader.tui.commands import Where, key_of
from reader.tui.text.about import count_words

if TYPE_CHECKING:
    from reader.tui.screens.main import MainScreen

BOTH_FROM = 100
"""Columns from which list and reading pane stand side by side."""
COMPACT_UNDER = 60
"""Columns under which the list has no columns, and the figures of the title line no words."""


class Arranging:
    """Follows the width of the terminal, the pane in use and zen."""

    def __init__(self, screen: "MainScreen") -> None:
        self._screen = screen
        self.zen = False
        self.unread: int | None = None
        self._progress: tuple[str, float | None] = ("", None)

    @property
    def _width(self) -> int:
        return self._screen.app.size.width

    @property
    def narrow(self) -> bool:
        """Whether only one pane fits."""
        return self._width < BOTH_FROM

    def arrange(self) -> None:
        """Shows one pane or both."""
        screen = self._screen
        alone = self.narrow or self.zen
        was_hidden = not screen.reading_pane.display
        screen.list_pane.display = not alone or screen.pane is Where.LIST
        screen.reading_pane.display = not alone or screen.pane is Where.READING
        screen.rule.display = not alone
        screen.list_pane.styles.width = "1fr" if alone else self._list_width
        screen.list_pane.compact = self._width < COMPACT_UNDER
        screen.reading_pane.alone = alone
        if was_hidden and screen.reading_pane.display and screen.pane is Where.LIST:
            screen.opening.preview_soon()
        self.say_place()

    @property
    def _list_width(self) -> int:
        """Cells of the list beside the text: as the reader set it, else two fifths of the screen."""
        wanted = self._screen.shaping.list_width or min(64, max(42, self._width * 42 // 100))
        return min(wanted, max(30, self._width - 40))

    def use(self, pane: Where) -> None:
        """Puts the list or the reading pane in use."""
        screen = self._screen
        if screen.pane is not pane:
            if pane is Where.LIST:
                screen.searching.left_article()
            screen.pane = pane
            screen.list_pane.active = pane is Where.LIST
            self.arrange()
            screen.list_pane.redraw()
            screen.reading_pane.redraw()
        screen.footer_line.use(pane)
        self.say_place()

    def show_search(self, prompt: str, query: str) -> None:
        """The search bar in place of the title line."""
        self._screen.title_line.display = False
        self._screen.search_bar.display = True
        self._screen.search_bar.begin(prompt, query)

    def hide_search(self) -> None:
        """The title line again."""
        self._screen.search_bar.display = False
        self._screen.title_line.display = True

    def say_progress(self, words: str, share: float | None) -> None:
        """How far the indexing is; nothing when it has ended."""
        self._progress = (words, share)
        self.say_counts()
        self._screen.searching.explain()

    @property
    def progress_words(self) -> str:
        """How far the indexing is, in words; empty when it has ended."""
        return self._progress[0]

    def say_counts(self) -> None:
        """What the title line says at the right, and the list when it is empty."""
        screen = self._screen
        total = screen.listing.total
        counts = count_words(total, self.unread, screen.visiting.new, short=self._width < COMPACT_UNDER)
        words, share = self._progress
        screen.title_line.say(*counts, *([words] if words else []), share=share)
        if screen.searching.active:
            return
        if total:
            screen.list_pane.empty_text = ""
        elif screen.indexing.running:
            screen.list_pane.empty_text = _("Reading the folder") + screen.marks.more
        elif screen.indexing.problem:
            screen.list_pane.empty_text = _("{problem}; {key} tries again").format(
                problem=safe_line(screen.indexing.problem), key=key_of("rescan")
            )
        else:
            screen.list_pane.empty_text = _(
                "No articles in this folder; {key} says which files were left out"
            ).format(key=key_of("skipped"))
        screen.list_pane.redraw()

    def say_place(self) -> None:
        """What is said of the place, and of what is under the cursor."""
        screen, pane = self._screen, self._screen.reading_pane
        parts = []
        if len(screen.rows):
            parts.append(f"{screen.list_pane.selected + 1}/{len(screen.rows)}")
        if pane.shown is not None and pane.display:
            parts.append(f"{pane.percent} %")
        alone = self.narrow and screen.pane is Where.READING and pane.shown is not None
        screen.footer_line.place("" if alone or self._width < 50 else f" {screen.marks.dot} ".join(parts))
        screen.title_line.stand(self._standing() if alone else "", right=f"{pane.percent} %" if alone else "")
        if not screen.searching.in_article:
            screen.search_bar.say_hit(pane.walker.match_place if screen.pane is Where.READING else "")
        words = pane.walker.words() if screen.pane is Where.READING else ""
        screen.footer_line.status(words, more=bool(pane.walker.query()))
        self._place_cursor()

    def _place_cursor(self) -> None:
        """Puts the terminal's own cursor where the reader is: it is hidden, but readers of screens follow it."""
        screen = self._screen
        pane = screen.list_pane if screen.pane is Where.LIST else screen.reading_pane
        if screen.focused is None and screen.is_current:
            screen.app.cursor_position = pane.region.offset + Offset(0, pane.cursor_row)

    def _standing(self) -> str:
        """Where one is, in the title line of a narrow screen's reading pane."""
        screen = self._screen
        source = screen.reading_pane.shown.article.source if screen.reading_pane.shown else None
        place = f"{screen.marks.back} {screen.list_pane.selected + 1}/{len(screen.rows)}"
        return f"{place}  {safe_line(source)}" if source else place
