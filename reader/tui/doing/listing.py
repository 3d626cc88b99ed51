"""What the list holds: all articles in an order, kept in step with the library."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from reader.language import _
from reader.library.interface import Sort
from reader.tui.commands import Where

if TYPE_CHECKING:
    from reader.tui.screens.main import MainScreen

SORTS = (Sort.DATE, Sort.SOURCE, Sort.TITLE)


class Listing:
    """The order of the articles, and that of hits, which can also stand by relevance."""

    def __init__(self, screen: "MainScreen") -> None:
        self._screen = screen
        self.sort = Sort.DATE
        self.search_sort = Sort.RELEVANCE
        self.total = 0

    def commands(self) -> dict[str, Callable[[], object]]:
        """The commands of this subject."""
        return {"sort": self.next_sort}

    def show_all(self) -> None:
        """The list of all articles."""
        ids = self._screen.library.ids(self.sort)
        self.total = len(ids)
        self._screen.rows.show(ids)
        self._screen.list_pane.sort = self.sort

    def reload(self) -> None:
        """Takes in what the library has now; the selected article stays where it is."""
        screen = self._screen
        screen.rows.forget()
        if screen.searching.active:
            self.total = screen.library.status().stored
            screen.searching.again()
            return
        selected, above = screen.list_pane.selected_id, screen.list_pane.rows_above
        was_empty = not len(screen.rows)
        self.show_all()
        row = screen.rows.index(selected)
        screen.list_pane.show_around(row or 0, above if row is not None else 0)
        if was_empty and len(screen.rows):
            screen.opening.resume()
        elif selected is not None and row is None:
            self._selected_went()
        screen.arranging.say_place()

    def _selected_went(self) -> None:
        """The selected article is no longer in the folder; what is being read stays until one leaves it."""
        screen = self._screen
        if screen.pane is Where.LIST:
            screen.opening.preview()
        elif screen.reading_pane.shown is not None:
            screen.notice(_("This article is no longer in the folder; its text stays until you leave it"))

    def next_sort(self) -> None:
        """The next order."""
        screen = self._screen
        if screen.searching.active:
            orders = (Sort.RELEVANCE, *SORTS)
            self.search_sort = orders[(orders.index(self.search_sort) + 1) % len(orders)]
            screen.searching.again()
            screen.notice(_("Hits by {order}").format(order=_(self.search_sort.value)))
            return
        self.sort = SORTS[(SORTS.index(self.sort) + 1) % len(SORTS)]
        self.reload()
        screen.notice(_("Sorted by {order}").format(order=_(self.sort.value)))
