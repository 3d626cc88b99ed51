"""Read and star marks, and undoing them."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from reader.language import N_, _, ngettext, number
from reader.library.interface import Summary
from reader.tui.commands import key_of
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
        if self._screen.reader_marks.set_read([summary.content_key], read=True, words=N_("read mark")):
            self._changed()

    def star(self) -> None:
        """Stars the article, or all picked ones; unstars them where all are starred."""
        marks, keys = self._screen.reader_marks, self._screen.picking.keys()
        if keys:
            starred = not all(marks.is_starred(key) for key in keys)
            marks.set_starred(keys, starred=starred, words=N_("star"))
            self._told(_("Starred") if starred else _("No longer starred"), len(keys))

    def toggle_read(self) -> None:
        """Marks the article, or all picked ones, read; or unread where all are read."""
        marks, keys = self._screen.reader_marks, self._screen.picking.keys()
        if keys:
            read = not all(marks.is_read(key) for key in keys)
            marks.set_read(keys, read=read, words=N_("read mark"))
            self._told(_("Marked read") if read else _("Marked unread"), len(keys))

    def _told(self, words: str, count: int) -> None:
        self._screen.notice(words if count == 1 else f"{words}: {number(count)}")
        self._changed()

    def mark_all(self) -> None:
        """Asks, with the number, then marks all shown articles read."""
        count = len(self._screen.rows)
        if not count:
            return

        yes, no = _("yes"), _("no")

        def answered(answer: str | None) -> None:
            if answer == yes[0]:
                self._screen.worker.submit("keys", self._collect())

        words = ngettext("Mark the article shown as read?", "Mark the {count} articles shown as read?", count)
        self._screen.ask(words.format(count=number(count)), ((yes[0], yes), (no[0], no)), answered)

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
        count = self._screen.reader_marks.set_read(message.keys, read=True, words=N_("read marks"))
        self._screen.notice(
            _("{count} marked read; {key} undoes it").format(count=number(count), key=key_of("undo"))
        )
        self._changed()

    def undo(self) -> None:
        """Takes the last change back."""
        change = self._screen.reader_marks.undo()
        if change is None:
            self._screen.notice(_("Nothing to undo"))
            return
        self._screen.notice(change.told())
        self._screen.noting.show()
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
