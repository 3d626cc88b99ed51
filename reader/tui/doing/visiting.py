"""What is new since the last visit, and marks that follow articles through their edits."""

import threading
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from reader.language import _, ngettext, number
from reader.library.shelf.visits import packed
from reader.tui.commands import key_of
from reader.tui.messages import VisitKnown

if TYPE_CHECKING:
    from reader.tui.screens.main import MainScreen

QUERY = "is:new"


class Visiting:
    """Looks, in a thread of its own, at what is there: at the start, and whenever an indexing has ended."""

    def __init__(self, screen: "MainScreen") -> None:
        self._screen = screen
        self._lock = threading.Lock()
        self._there: bytes | None = None  # packed
        self._said = False
        self.new = 0

    def commands(self) -> dict[str, Callable[[], object]]:
        """The commands of this subject."""
        return {"new": self.show_new}

    def look(self, *, ended: bool) -> None:
        """Looks; `ended`: all that the folder holds is in the library now."""
        threading.Thread(target=self._look, args=(ended,), name="visit", daemon=True).start()

    def _look(self, ended: bool) -> None:  # noqa: FBT001 - a thread's argument
        screen, shelf = self._screen, self._screen.shelf
        with self._lock:
            try:
                followed = shelf.follow(screen.folder, screen.library.contents) if ended else 0
                there = packed(self._keys())
                if ended:
                    shelf.visit.settle(there)
                shelf.visit.forget_new()
                new = len(shelf.new_keys(self._keys))
            except Exception as error:  # the library or the shelf is gone: what one reads goes on
                screen.post_failure(error)
                return
            self._there = there
        screen.post_message(VisitKnown(new, followed, ended=ended))

    def _keys(self) -> Iterator[str]:
        return (content.content_key for content in self._screen.library.contents())

    def known(self, message: VisitKnown) -> None:
        """Says what is new: in the title line, and once, when the folder has been read, in the last one."""
        screen = self._screen
        self.new = message.new
        if message.followed:
            screen.reader_marks.reload()
            screen.noting.show()
            screen.marking.count_soon()
        screen.arranging.say_counts()
        if message.ended and not self._said:
            self._said = True
            if message.new:
                words = ngettext(
                    "{count} new since your last visit", "{count} new since your last visit", message.new
                )
                more = _("; {key} shows them").format(key=key_of("new"))
                screen.notice(words.format(count=number(message.new)) + more)

    def show_new(self) -> None:
        """Shows only what is new."""
        if self.new:
            self._screen.searching.search_for(QUERY)
            self._screen.set_focus(None)
        else:
            self._screen.notice(_("Nothing new since your last visit"))

    def end(self) -> None:
        """The visit ends: what was there is known the next time, unless the first reading was cut off."""
        if self._there is not None and not self._screen.shelf.visit.is_first:
            self._screen.shelf.visit.end(self._there)
