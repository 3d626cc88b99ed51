"""Read and star marks, and undoing them."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from reader.library.interface import Summary
from reader.tui.messages import KeysCollected, UnreadCounted

if TYPE_CHECKING:
    from reader.tui.screens.main import MainScreen

BLOCK = 2000
"""Summaries asked for at a time when all shown articles are marked."""


class Marking:
    """Marks the selected article, or all that are shown."""

    def __init__(self, screen: "MainScreen") -> None:
        self._screen = screen

    def commands(self) -> dict[str, Callable[[], object]]:
        """The commands of this subject."""
        return {
            "star": self.star,
            "toggle_read": self.toggle_read,
            "mark_all": self.mark_all,
            "undo": self.undo,
        }

    def was_opened(self, summary: Summary) -> None:
        """An opened article is read."""
        if self._screen.reader_marks.set_read([summary.content_key], read=True, words="read"):
            self._changed()

    def star(self) -> None:
        """Stars or unstars the article."""
        if (summary := self._screen.list_pane.summary) is not None:
            starred = not self._screen.reader_marks.is_starred(summary.content_key)
            self._screen.reader_marks.set_starred([summary.content_key], starred=starred, words="star")
            self._screen.notice("Starred" if starred else "No longer starred")
            self._changed()

    def toggle_read(self) -> None:
        """Marks the article read or unread."""
        if (summary := self._screen.list_pane.summary) is not None:
            read = not self._screen.reader_marks.is_read(summary.content_key)
            self._screen.reader_marks.set_read([summary.content_key], read=read, words="read mark")
            self._screen.notice("Marked read" if read else "Marked unread")
            self._changed()

    def mark_all(self) -> None:
        """Asks, with the number, then marks all shown articles read."""
        number = len(self._screen.rows)
        if not number:
            return

        def answered(answer: str | None) -> None:
            if answer == "y":
                self._screen.worker.submit("keys", self._collect())

        many = f"the {number:,} articles shown".replace(",", " ") if number > 1 else "the article shown"
        self._screen.ask(f"Mark {many} as read?", (("y", "yes"), ("n", "no")), answered)

    def _collect(self) -> Callable[[], None]:
        screen, ids = self._screen, self._screen.rows.ids

        def collect() -> None:
            keys: list[str] = []
            for first in range(0, len(ids), BLOCK):
                keys += [found.content_key for found in screen.library.summaries(ids[first : first + BLOCK])]
            screen.post_message(KeysCollected(keys))

        return collect

    def collected(self, message: KeysCollected) -> None:
        """All keys of the shown articles are known."""
        number = self._screen.reader_marks.set_read(message.keys, read=True, words="read marks")
        self._screen.notice(f"{number} marked read; x undoes it")
        self._changed()

    def undo(self) -> None:
        """Takes the last change back."""
        change = self._screen.reader_marks.undo()
        if change is None:
            self._screen.notice("Nothing to undo")
            return
        number = len(change.keys)
        self._screen.notice(f"Undone: {change.words} on {number} article{'s' if number > 1 else ''}")
        self._changed()

    def _changed(self) -> None:
        self._screen.list_pane.redraw()
        self.count_soon()

    def count_soon(self) -> None:
        """Counts what is not read, in the thread of the searches."""
        screen = self._screen

        def count() -> None:
            screen.post_message(UnreadCounted(screen.library.search("is:unread").total))

        screen.worker.submit("count", count)
