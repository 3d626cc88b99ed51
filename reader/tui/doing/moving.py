"""Moving in the pane in use, and from article to article."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from reader.language import _
from reader.tui.commands import Where
from reader.tui.messages import UnreadFound

if TYPE_CHECKING:
    from reader.tui.screens.main import MainScreen

BLOCK = 400
"""Rows looked at in one go for the next unread one."""


class Moving:
    """Rows in the list, lines in the reading pane."""

    def __init__(self, screen: "MainScreen") -> None:
        self._screen = screen

    def commands(self) -> dict[str, Callable[[], object]]:
        """The commands of this subject."""
        return {
            "down": lambda: self._rows(1),
            "up": lambda: self._rows(-1),
            "page_down": lambda: self._pages(1.0),
            "page_up": lambda: self._pages(-1.0),
            "half_down": lambda: self._pages(0.5),
            "half_up": lambda: self._pages(-0.5),
            "top": self._top,
            "bottom": self._bottom,
            "next_article": lambda: self.article(1),
            "previous_article": lambda: self.article(-1),
            "next_unread": lambda: self._unread(1),
            "previous_unread": lambda: self._unread(-1),
        }

    @property
    def _in_list(self) -> bool:
        return self._screen.pane is Where.LIST

    def _rows(self, by: int) -> None:
        searching = self._screen.searching
        if self._screen.focused is not None and by < 0 and searching.recall():
            return
        searching.settle()
        if self._in_list:
            self._screen.list_pane.move(by)
        else:
            self._screen.reading_pane.scroll_rows(by)

    def _pages(self, share: float) -> None:
        if self._in_list:
            capacity = self._screen.list_pane.capacity
            self._screen.list_pane.move(round(share * max(1, capacity - 1)) or (1 if share > 0 else -1))
        else:
            height = self._screen.reading_pane.size.height
            overlap = 2 if abs(share) == 1 else 0  # two lines stay, so that the eye finds its place
            self._screen.reading_pane.scroll_rows(round(share * max(1, height - overlap)))

    def _top(self) -> None:
        if self._in_list:
            self._screen.list_pane.select(0)
        else:
            self._screen.reading_pane.scroll_to_start()

    def _bottom(self) -> None:
        if self._in_list:
            self._screen.list_pane.select(len(self._screen.rows) - 1)
        else:
            self._screen.reading_pane.scroll_to_finish()

    def article(self, by: int) -> None:
        """The next article or the one before; opened if the reading pane is in use."""
        self.to_row(self._screen.list_pane.selected + by)

    def to_row(self, row: int) -> None:
        """An article by its row; opened if the reading pane is in use."""
        pane = self._screen.list_pane
        if not 0 <= row < len(self._screen.rows):
            self._screen.notice(_("No article before") if row < 0 else _("No further article"))
        elif self._in_list:
            pane.select(row)
        else:
            pane.select(row, quietly=True)
            self._screen.opening.open_selected()

    def _unread(self, by: int) -> None:
        screen = self._screen
        ids, start = screen.rows.ids, screen.list_pane.selected + by

        def look() -> None:
            row: int | None = start
            while row is not None and 0 <= row < len(ids):
                first = row if by > 0 else max(0, row - BLOCK + 1)
                last = min(len(ids), row + BLOCK) if by > 0 else row + 1
                wanted = ids[first:last]
                keys = {found.id: found.content_key for found in screen.library.summaries(wanted)}
                order = range(len(wanted)) if by > 0 else range(len(wanted) - 1, -1, -1)
                for at in order:
                    key = keys.get(wanted[at])
                    if key is not None and not screen.reader_marks.is_read(key):
                        screen.post_message(UnreadFound(first + at))
                        return
                row = last if by > 0 else first - 1
            screen.post_message(UnreadFound(None, before=by < 0))

        screen.worker.submit("unread", look)
