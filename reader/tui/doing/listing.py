"""What the list holds: all articles in an order, kept in step with the library."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from reader.language import N_, _
from reader.library.interface import Group, Sort
from reader.tui.commands import Where, key_of

if TYPE_CHECKING:
    from reader.tui.screens.main import MainScreen

SORTS = (Sort.DATE, Sort.SOURCE, Sort.TITLE, Sort.PATH)
_SORTED = {
    Sort.RELEVANCE: N_("Sorted by relevance"),
    Sort.DATE: N_("Sorted by date"),
    Sort.SOURCE: N_("Sorted by source"),
    Sort.TITLE: N_("Sorted by title"),
    Sort.PATH: N_("Sorted by path"),
}
_BACKWARDS = {
    Sort.DATE: N_("Sorted by date, the oldest first"),
    Sort.SOURCE: N_("Sorted by source, from the end"),
    Sort.TITLE: N_("Sorted by title, from the end"),
    Sort.PATH: N_("Sorted by path, from the end"),
}
_GROUPED = {
    Group.NONE: N_("No headings"),
    Group.DATE: N_("Headings by month"),
    Group.SOURCE: N_("Headings by source"),
    Group.FOLDER: N_("Headings by folder"),
}


class Listing:
    """The order of the articles, and that of hits, which can also stand by relevance."""

    def __init__(self, screen: "MainScreen") -> None:
        self._screen = screen
        view = screen.view
        self.sort = Sort(view.word("sort", SORTS, Sort.DATE))
        self.group = Group(view.word("group", list(Group), Group.NONE))
        self.backwards = view.flag("backwards")
        self.search_sort = Sort.RELEVANCE
        self.total = 0

    def commands(self) -> dict[str, Callable[[], object]]:
        """The commands of this subject."""
        return {"sort": self.next_sort, "reverse": self.reverse, "group": self.next_group}

    def show_all(self) -> None:
        """The list of all articles."""
        ids = self._screen.library.ids(self.sort, backwards=self.backwards, group=self.group)
        self.total = len(ids)
        self._screen.rows.show(ids)
        status = self._screen.library.status()
        self._screen.list_pane.dated, self._screen.list_pane.sourced = status.dated, status.sourced
        self._tell_pane(self.sort)

    def _tell_pane(self, sort: Sort) -> None:
        pane = self._screen.list_pane
        pane.sort, pane.backwards, pane.group = sort, self.backwards, self.group

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
        else:
            self.sort = SORTS[(SORTS.index(self.sort) + 1) % len(SORTS)]
            screen.view.keep("sort", self.sort)
        self.backwards = False
        screen.view.keep("backwards", False)  # noqa: FBT003 - what is kept
        self._again()
        screen.notice(self._told())

    def reverse(self) -> None:
        """The same order the other way round."""
        screen = self._screen
        if screen.searching.active and self.search_sort is Sort.RELEVANCE:
            screen.notice(_("The best hit stays first; {key} sorts otherwise").format(key=key_of("sort")))
            return
        self.backwards = not self.backwards
        screen.view.keep("backwards", self.backwards)
        self._again()
        screen.notice(self._told())

    def next_group(self) -> None:
        """The next sort of headings."""
        groups = list(Group)
        self.group = groups[(groups.index(self.group) + 1) % len(groups)]
        self._screen.view.keep("group", self.group)
        self._again()
        self._screen.notice(_(_GROUPED[self.group]))

    def _told(self) -> str:
        sort = self.search_sort if self._screen.searching.active else self.sort
        return _(_BACKWARDS[sort] if self.backwards and sort in _BACKWARDS else _SORTED[sort])

    def _again(self) -> None:
        if self._screen.searching.active:
            self._tell_pane(self.search_sort)
            self._screen.searching.again()
        else:
            self.reload()
