"""Who said what, and who else says it: opens both screens, and the articles they lead to."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from reader.analysis.types import Quotation
from reader.corpus.safe import safe_line
from reader.language import _
from reader.tui.commands import Where, key_of
from reader.tui.text.about import count_words

if TYPE_CHECKING:
    from reader.tui.screens.main import MainScreen
    from reader.tui.screens.who_said_what import WhoSaidWhat


class Voices:
    """Keeps the screen of who said what as it was left, and where the reader was before it."""

    def __init__(self, screen: "MainScreen") -> None:
        self._screen = screen
        self._view: WhoSaidWhat | None = None
        self._from: tuple[int | None, int, Where] | None = None
        self._wanted: tuple[int, int] | None = None
        self._return_from: int | None = None

    def commands(self) -> dict[str, Callable[[], object]]:
        """The commands of this subject."""
        return {"who_said_what": self.open}

    def open(self) -> None:
        """Shows who said what in the corpus, or in what the search found."""
        screen, view = self._screen, self._made()
        self._from = (screen.list_pane.selected_id, screen.list_pane.rows_above, screen.pane)
        self._return_from = None
        screen.opening.save_place()
        results = screen.rows.results
        if results is None:
            view.look_at(None, count_words(screen.listing.total, None, short=False)[0])
        else:
            view.look_at(results.ids, f"{safe_line(screen.searching.query.strip())}")
        screen.app.push_screen("who-said-what")

    def _made(self) -> "WhoSaidWhat":
        from reader.tui.screens.who_said_what import WhoSaidWhat

        screen = self._screen
        if self._view is None:
            self._view = WhoSaidWhat(
                screen.library, screen.worker, screen.marks, on_open=self._open_from_view, on_leave=self._left
            )
            screen.app.install_screen(self._view, "who-said-what")
        return self._view

    def _left(self) -> None:
        """Back to where the reader was."""
        screen = self._screen
        screen.app.pop_screen()
        self._return_from = self._wanted = None
        if self._from is None:
            return
        selected, above, pane = self._from
        self._from = None
        row = screen.rows.index(selected)
        if row is not None and selected != screen.list_pane.selected_id:
            screen.list_pane.show_around(row, above)
            screen.opening.preview_soon()
        screen.arranging.use(pane)

    def _open_from_view(self, article_id: int, start: int) -> None:
        self._screen.app.pop_screen()
        if self.go_to(article_id, start):
            self._return_from = article_id

    def go_to(self, article_id: int, start: int) -> bool:
        """Opens an article at the quotation that starts at `start`; False where it is no longer there."""
        screen = self._screen
        if screen.rows.index(article_id) is None and screen.searching.active:
            screen.searching.clear()
        row = screen.rows.index(article_id)
        if row is None:
            screen.notice(
                _("This article is no longer there; {key} looks at the folder again").format(
                    key=key_of("rescan")
                ),
                problem=True,
            )
            return False
        if article_id != screen.list_pane.selected_id:
            screen.list_pane.show_around(row)
        self._wanted = (article_id, start)
        screen.opening.open_selected()
        self.settle()
        return True

    def settle(self) -> None:
        """Puts the cursor on the quotation that was asked for, as soon as it is there."""
        pane = self._screen.reading_pane
        if self._wanted is None or pane.shown is None or pane.shown.id != self._wanted[0]:
            return
        start = self._wanted[1]
        quotations = pane.walker.analysis.quotations
        pane.walker.cursor = next((one for one in quotations if one.start == start), None)
        pane.see(start)
        if quotations:
            self._wanted = None

    def returns(self) -> bool:
        """Goes back to who said what, as it was left, if the article was opened from there."""
        screen = self._screen
        shown, opened = screen.reading_pane.shown, self._return_from
        self._return_from = None
        if opened is None or shown is None or shown.id != opened or screen.pane is not Where.READING:
            return False
        screen.opening.save_place()
        screen.app.push_screen("who-said-what")
        return True

    def show_reports(self, quotation: Quotation, otherwise: Callable[[], object]) -> None:
        """Shows who else reports a quotation; does `otherwise` where nobody does."""
        from reader.tui.screens.same_words import SameWords

        screen, shown = self._screen, self._screen.reading_pane.shown
        if shown is None:
            return
        reports = screen.library.reports(shown.id, quotation.start)
        mine = next(
            (one for one in reports if (one.article_id, one.start) == (shown.id, quotation.start)), None
        )
        others = [one for one in reports if one is not mine]
        if mine is None or not others:
            otherwise()
            return

        def answered(place: tuple[int, int] | None) -> None:
            if place is not None:
                self.go_to(*place)

        screen.app.push_screen(SameWords(mine, others, screen.marks, otherwise), answered)
