"""Searching the corpus as one types, finding in the article, and walking the hits."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from reader.corpus.safe import safe_line
from reader.language import _
from reader.tui.commands import Where, key_of
from reader.tui.doing.origin import Origin
from reader.tui.messages import SearchDone

if TYPE_CHECKING:
    from reader.tui.screens.main import MainScreen

FIRST_LINES = 24
"""Lines of matches that the search thread finds along with the hits."""


class Searching:
    """Holds the query and where one was before it; only the newest search is ever shown."""

    def __init__(self, screen: "MainScreen") -> None:
        self._screen = screen
        self._number = self._answered = 0
        self._touched = False
        self._from: Origin | None = None
        self.query = ""
        self.wanted = ""
        self.in_article = False
        self.literal = False
        self._open_when_done = self._resumed = False
        self._recalled: int | None = None

    def commands(self) -> dict[str, Callable[[], object]]:
        """The commands of this subject."""
        return {
            "search": self.begin,
            "clear": self.clear,
            "next_hit": lambda: self._step(1),
            "previous_hit": lambda: self._step(-1),
            "literal": self.take_literally,
        }

    @property
    def active(self) -> bool:
        """Whether the list shows the results of a search."""
        return self._screen.rows.results is not None or bool(self.query)

    def begin(self) -> None:
        """Opens the search bar: for the corpus from the list, for the article from the reading pane."""
        screen = self._screen
        self.in_article = screen.pane is Where.READING and screen.reading_pane.shown is not None
        if self.in_article:
            screen.arranging.show_search(_("/ in article"), self.wanted)
        else:
            self._remember()
            screen.arranging.show_search("/", self.query)
        screen.set_focus(screen.search_bar.input)  # at once: the next keys are already on their way

    def _remember(self, *, reading: bool = False) -> None:
        if self._from is None:
            self._from = Origin.of(self._screen, reading=reading)
            self._touched = False

    def search_for(self, query: str) -> None:
        """Searches the corpus for a query that was made, not typed; its end leads back into the article."""
        self._remember(reading=self._screen.pane is Where.READING)
        self.in_article = False
        self._screen.arranging.show_search("/", query)
        self._screen.arranging.use(Where.LIST)
        self.typed(query)

    def resume(self) -> None:
        """Takes up the search that was on when one left, without moving from the article one was at."""
        query = self._screen.view.text("search")
        if query.strip():
            self._remember()
            self._touched = self._resumed = True
            self._screen.arranging.show_search("/", query)
            self.typed(query)

    def keep(self) -> None:
        """Keeps the search that is on for the next time."""
        self._screen.view.keep("search", self.query)

    def recall(self) -> bool:
        """Puts the search before into an empty box, then the ones before that; whether there was one."""
        box = self._screen.search_bar.input
        if self.in_article or (box.value.strip() and self._recalled is None):
            return False
        searches = self._screen.shelf.searches(self._screen.folder)
        at = 0 if self._recalled is None else self._recalled + 1
        if at >= len(searches):
            return self._recalled is not None
        box.value = safe_line(searches[at])
        box.cursor_position = len(box.value)
        self._recalled = at
        return True

    def settle(self) -> None:
        """The recalled search is the one wanted: the keys move in what it found."""
        self._recalled = None

    def typed(self, text: str) -> None:
        """The query is another one."""
        if self._recalled is not None and text != self._screen.search_bar.input.value:
            self.settle()
        if self.in_article:
            self._find(text)
            return
        self.query = text
        self._number += 1
        if not text.strip():
            self.literal = False
            self._screen.listing.show_all()
            self._screen.search_bar.said.say("")
            (self._from or Origin()).show_row(self._screen)
            return
        self._screen.worker.submit("search", self._job(self._number, text))

    def _job(self, number: int, query: str) -> Callable[[], None]:
        screen = self._screen
        sort, literal, listing = screen.listing.search_sort, self.literal, screen.listing
        backwards, group = listing.backwards, listing.group

        def search() -> None:
            results = screen.library.search(
                query, sort=sort, literal=literal, backwards=backwards, group=group
            )
            if number != self._number:
                return
            first = results.ids[:FIRST_LINES]
            excerpts = {article_id: screen.library.excerpt(article_id, results) for article_id in first}
            screen.post_message(SearchDone(number, results, excerpts))

        return search

    def again(self) -> None:
        """Searches anew, in another order or because the library changed."""
        if self.query.strip():
            self._number += 1
            self._screen.worker.submit("search", self._job(self._number, self.query))

    @property
    def can_be_literal(self) -> bool:
        """Whether the key that takes words literally means something: a word was taken for another, or was."""
        results = self._screen.rows.results
        return not self.in_article and (self.literal or bool(results is not None and results.corrections))

    def take_literally(self) -> None:
        """Takes the words as they were typed, or again for the nearest that stand in articles."""
        if not self.can_be_literal:
            self._screen.notice(_("No word was taken for another"))
            return
        self.literal = not self.literal
        self.again()

    def explain(self) -> None:
        """Says what was understood and found, and of how many articles while the folder is being read."""
        screen, results = self._screen, self._screen.rows.results
        if results is None or self.in_article:
            return
        typing = self.query if screen.focused is not None else None
        words = screen.arranging.progress_words
        screen.search_bar.explain(results, typing=typing, literal=self.literal, progress=words)

    def done(self, message: SearchDone) -> None:
        """Shows what the newest search found; the selection stays on its article once one was chosen."""
        if message.number != self._number:
            return
        self._answered = message.number
        screen, results = self._screen, message.results
        selected, above = screen.list_pane.selected_id, screen.list_pane.rows_above
        again = screen.rows.results is not None and screen.rows.results.query == results.query
        screen.rows.show(results.ids, results)
        screen.rows.warm(results, message.excerpts)
        row = screen.rows.index(selected) if self._touched or again else None
        screen.list_pane.sort = screen.listing.search_sort
        screen.list_pane.show_around(row or 0, above if row is not None else 0)
        self.explain()
        screen.list_pane.empty_text = screen.search_bar.said.words
        screen.list_pane.redraw()
        screen.arranging.say_place()
        if self._open_when_done:
            self._open_when_done = False
            self._open()
        elif (again or self._resumed) and screen.list_pane.selected_id == selected:
            screen.reading_pane.search_results = results  # the text that is read does not move
        else:
            screen.opening.preview_soon()
        self._resumed = False

    def moved(self) -> None:
        """The reader chose a hit: it stays selected while the query is refined."""
        self._touched = self._touched or self.active

    def submit(self) -> None:
        """Enter in the search bar: opens the selected hit, or goes on in the article."""
        screen = self._screen
        self.settle()
        screen.set_focus(None)
        if self.in_article:
            if not self.wanted:
                self._end_finding()
            return
        self.explain()
        if not self.query.strip():
            self.clear()
        elif self._answered != self._number:
            self._open_when_done = True
        else:
            self._open()

    def _open(self) -> None:
        if len(self._screen.rows):
            self._screen.shelf.add_search(self._screen.folder, self.query)
            self._screen.opening.open_selected()

    def clear(self) -> None:
        """Ends the search and returns to where one was."""
        screen = self._screen
        if self.in_article:
            self._end_finding()
            return
        if not self.active and self._from is None:
            return
        self._number += 1
        self.query, self.literal = "", False
        screen.set_focus(None)
        screen.listing.show_all()
        origin, self._from = self._from or Origin(), None
        origin.show_row(screen)
        screen.arranging.hide_search()
        origin.show_place(screen)

    def _find(self, text: str) -> None:
        from reader.tui.text.find import find_in

        pane = self._screen.reading_pane
        self.wanted = text
        found = find_in(pane.shown.article.text, text) if pane.shown is not None and text else ()
        pane.mark_matches(found)
        self.say_place()
        if text and not found:
            self._screen.search_bar.said.say(_("not in this article"), style="problem", short=_("not here"))

    def _end_finding(self) -> None:
        screen = self._screen
        self.wanted, self.in_article = "", False
        screen.set_focus(None)
        screen.footer_line.typing(())
        pane = screen.reading_pane
        results = screen.rows.results
        again = (
            screen.library.matches(pane.shown.article, results) if pane.shown and results is not None else ()
        )
        pane.mark_matches(again, go=False)
        if results is not None:
            screen.arranging.show_search("/", self.query)
            self.explain()
        else:
            screen.arranging.hide_search()

    def left_article(self) -> None:
        """Another pane or article: what was searched in the article no longer counts."""
        if self.in_article:
            self._end_finding()

    def say_place(self) -> None:
        """Which hit of how many, while one searches the article."""
        if self.in_article:
            self._screen.search_bar.said.say(self._screen.reading_pane.walker.match_place)

    def _step(self, by: int) -> None:
        screen, walker = self._screen, self._screen.reading_pane.walker
        match = walker.step_match(by)
        if match is None and not walker.matches and not self.active:
            screen.notice(_("Nothing searched yet; {key} searches").format(key=key_of("search")))
            return
        if match is None and self.active and not self.in_article:
            self._next_hit_article(by)
            return
        if match is None:
            match = walker.first_match() if by > 0 else walker.last_match()
            screen.notice(_("From the beginning again") if by > 0 else _("From the end again"))
        if match is not None:
            screen.reading_pane.see(match[0])
        self.say_place()

    def _next_hit_article(self, by: int) -> None:
        screen = self._screen
        row = screen.list_pane.selected + by
        if 0 <= row < len(screen.rows):
            screen.opening.enter_by(by)
            screen.moving.to_row(row)
        else:
            screen.notice(_("No hit before") if by < 0 else _("No further hit"))
