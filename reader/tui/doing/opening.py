"""Opening and previewing articles, keeping their places, and which pane is in use."""

from bisect import bisect_left
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from textual.timer import Timer

from reader.analysis.types import Analysis
from reader.language import _
from reader.library.interface import Summary
from reader.settings import settings
from reader.settings.declared import READ_AFTER
from reader.tui.commands import Where, key_of
from reader.tui.messages import ArticleAnalysed, ArticleGone, ArticleRead
from reader.tui.panes.reading_pane import Shown
from reader.tui.text.page import NOTHING

if TYPE_CHECKING:
    from reader.tui.screens.main import MainScreen

PREVIEW_SECONDS = 0.13
"""From the last key to the preview: long enough that a held key draws none."""

ANALYSIS_SECONDS = 0.04
"""How long a text waits for its names and quotations before it is shown without them."""


class Opening:
    """One article at a time is wanted; what arrives for an older wish is left."""

    def __init__(self, screen: "MainScreen") -> None:
        self._screen = screen
        self._number = 0
        self._timer: Timer | None = None
        self._opened_key: str | None = None
        self._waiting: ArticleRead | None = None
        self._entered_by = 0
        self._told: set[int] = set()
        self._read_timer: Timer | None = None
        self._to_see: int | None = None

    def commands(self) -> dict[str, Callable[[], object]]:
        """The commands of this subject."""
        return {
            "open": self.open_selected,
            "back": self.back,
            "other_pane": self.other_pane,
            "zen": self.zen,
        }

    def preview_soon(self) -> None:
        """Shows the selected article when the keys have come to rest."""
        if self._timer is not None:
            self._timer.stop()
        self._timer = self._screen.set_timer(PREVIEW_SECONDS, self.preview)

    def preview(self) -> None:
        """Shows the selected article beside the list, if there is room."""
        if self._screen.reading_pane.display:
            self._load()

    def enter_by(self, step: int) -> None:
        """The next article is come to from the hit before (1) or behind it (-1), so not at its best one."""
        self._entered_by = step

    def open_selected(self) -> None:
        """Opens the selected article: it is read, and the reading pane is in use."""
        screen = self._screen
        summary = screen.list_pane.summary
        if summary is None:
            return
        if self._timer is not None:
            self._timer.stop()
        screen.arranging.use(Where.READING)
        self._load()
        self._opened_key = summary.content_key
        screen.finding_way.visited(summary.id)
        screen.shelf.set_last_article(screen.folder, summary.content_key)
        if self._read_timer is not None:
            self._read_timer.stop()
        after = settings()[READ_AFTER]
        if after:
            self._read_timer = screen.set_timer(after, lambda: self._stayed(summary))
        else:
            screen.marking.was_opened(summary)

    def _stayed(self, summary: Summary) -> None:
        """The time after which an opened article is read has passed; it is read if one is still at it."""
        shown = self._screen.reading_pane.shown
        if self._screen.pane is Where.READING and shown is not None and shown.id == summary.id:
            self._screen.marking.was_opened(summary)

    def open_at(self, article_id: int, offset: int | None) -> None:
        """Opens an article of this folder, at a place of its text where one is given."""
        screen = self._screen
        row = screen.rows.index(article_id)
        if row is None and screen.searching.active:
            screen.searching.clear()
            row = screen.rows.index(article_id)
        if row is None:
            screen.notice(_("This article is not in the list"))
            return
        shown = screen.reading_pane.shown
        screen.list_pane.show_around(row)
        if shown is not None and shown.id == article_id and offset is not None:
            screen.reading_pane.see(offset)
        self._to_see = offset
        self.open_selected()

    def _load(self) -> None:
        screen = self._screen
        summary = screen.list_pane.summary
        shown = screen.reading_pane.shown
        if summary is None:
            screen.reading_pane.clear()
            return
        same = shown is not None and shown.id == summary.id
        if same and screen.reading_pane.search_results is screen.rows.results:
            self._to_see = None
            return
        self.save_place()
        self._waiting = None
        self._number += 1
        screen.worker.submit("article", self._reading(self._number, summary))

    def _reading(self, number: int, summary: Summary) -> Callable[[], None]:
        screen, results = self._screen, self._screen.rows.results
        entered_by, self._entered_by = self._entered_by, 0

        def read() -> None:
            try:
                article = screen.library.article(summary.id)
            except (KeyError, OSError) as error:
                screen.post_message(ArticleGone(number, summary.id, str(error)))
                return
            matches = screen.library.matches(article, results) if results is not None else ()
            best = 0 if entered_by > 0 else len(matches) - 1
            if matches and not entered_by and results is not None:
                excerpt = screen.library.excerpt(summary.id, results)
                best = bisect_left(matches, (excerpt.at, 0)) if excerpt is not None else 0
            best = max(0, min(best, len(matches) - 1))
            screen.post_message(ArticleRead(number, summary.id, article, matches, best))
            screen.analyser.submit("analysis", analyse)

        def analyse() -> None:
            if number != self._number:
                return
            with suppress(KeyError):  # it is no longer there
                analysis = screen.library.analysis(summary.id)
                problem = None if analysis.mentions else screen.library.analysis_problem(summary.id)
                screen.post_message(ArticleAnalysed(summary.id, analysis, problem))

        return read

    def arrived(self, message: ArticleRead) -> None:
        """An article that was asked for is there; it waits a moment for its names, to be painted once."""
        if message.number == self._number:
            self._waiting = message
            self._screen.set_timer(ANALYSIS_SECONDS, lambda: self._show(message, NOTHING))

    def analysed(self, message: ArticleAnalysed) -> None:
        """The names and quotations of an article are there."""
        waiting = self._waiting
        if waiting is not None and waiting.article_id == message.article_id:
            self._show(waiting, message.analysis)
        else:
            self._screen.reading_pane.add_analysis(message.article_id, message.analysis)
        if message.problem is not None and message.article_id not in self._told:
            self._told.add(message.article_id)
            words = _("Names and quotations of this article could not be found: {reason}")
            self._screen.notice(words.format(reason=message.problem), problem=True)

    def _show(self, message: ArticleRead, analysis: Analysis) -> None:
        if message is not self._waiting:
            return
        self._waiting = None
        screen = self._screen
        summary = screen.list_pane.summary
        key = (
            summary.content_key
            if summary and summary.id == message.article_id
            else message.article.content_key
        )
        copies = summary.copies if summary and summary.id == message.article_id else 0
        screen.reading_pane.search_results = screen.rows.results
        at = 0 if message.matches else screen.shelf.position(key) or 0
        shown = Shown(
            message.article_id, message.article, key, copies, analysis,
            screen.noting.placed(key, message.article), screen.reader_marks.tags(key),
        )  # fmt: skip
        screen.reading_pane.show(shown, at=at, matches=message.matches, match=message.best)
        if self._to_see is not None:
            screen.reading_pane.see(self._to_see)
            self._to_see = None
        screen.exploring.settle()
        screen.begun()

    def gone(self, message: ArticleGone) -> None:
        """An article that was asked for cannot be read."""
        if message.number == self._number:
            self._waiting = None
            self._screen.reading_pane.clear()
            self._screen.notice(
                _("This article is no longer there; {key} looks at the folder again").format(
                    key=key_of("rescan")
                ),
                problem=True,
            )

    def save_place(self) -> None:
        """Keeps the place in the article that is shown, if it was opened."""
        pane = self._screen.reading_pane
        if pane.shown is not None and pane.shown.content_key == self._opened_key:
            self._screen.shelf.set_position(self._opened_key, pane.place)

    def resume(self) -> None:
        """Goes to the article that was open last."""
        screen = self._screen
        key = screen.shelf.last_article(screen.folder)
        article_id = screen.library.find_content(key) if key else None
        row = screen.rows.index(article_id)
        if row is None:
            self.preview()
            return
        screen.list_pane.show_around(row)
        self._opened_key = key
        if screen.arranging.narrow:
            screen.arranging.use(Where.READING)
        self._load()

    def back(self) -> None:
        """From the reading pane to the list, on the row it left; from zen to both panes first."""
        self.save_place()
        self._screen.arranging.zen = False
        self._screen.arranging.use(Where.LIST)

    def other_pane(self) -> None:
        """To the other pane; from the search box to the list or text under it."""
        screen = self._screen
        if screen.focused is not None:
            screen.set_focus(None)
        elif screen.pane is Where.READING:
            self.back()
        elif screen.reading_pane.shown is None or screen.arranging.narrow:
            self.open_selected()
        else:
            screen.arranging.use(Where.READING)

    def zen(self) -> None:
        """The reading pane alone, or both."""
        screen = self._screen
        if screen.arranging.narrow and screen.pane is Where.READING:
            screen.notice(_("The article is alone already; a wider window has room for the list"))
            return
        screen.arranging.zen = not screen.arranging.zen
        if screen.arranging.zen and screen.pane is Where.LIST:
            self.open_selected()
        screen.arranging.arrange()
