"""Copies: the text, a quotation with its source, title and path."""

import os
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from reader.analysis.types import Quotation
from reader.corpus.article import Article
from reader.language import N_, _, ngettext, number
from reader.tui import clipboard
from reader.tui.commands import key_of
from reader.tui.text.citation import citation

if TYPE_CHECKING:
    from reader.tui.screens.main import MainScreen

_KINDS = (("y", N_("text")), ("q", N_("quote")), ("t", N_("title")), ("p", N_("path")))
_COPIED = {
    "y": N_("the text"), "q": N_("the quotation and its source"), "t": N_("title and path"), "p": N_("the path"),
}  # fmt: skip


class Copying:
    """Puts words of the selected article on the clipboard, and says how much."""

    def __init__(self, screen: "MainScreen") -> None:
        self._screen = screen

    def commands(self) -> dict[str, Callable[[], object]]:
        """The commands of this subject."""
        return {"copy": self.copy}

    def copy(self) -> None:
        """Asks what, then copies it."""

        def answered(answer: str | None) -> None:
            if answer is not None:
                self._screen.ways_out.with_article(lambda article: self._copy(answer, article))

        if len(self._screen.rows):
            self._screen.ask(_("Copy"), _KINDS, answered)

    def _copy(self, kind: str, article: Article) -> None:
        screen = self._screen
        path = os.fspath(screen.folder / article.path)
        shown_path = path.encode("utf-8", "replace").decode()
        if kind == "q":
            quotation = screen.reading_pane.walker.cursor
            if not isinstance(quotation, Quotation):
                screen.notice(_("Go to a quotation with {key} first").format(key=key_of("next_quote")))
                return
            text = citation(article, quotation)
        else:
            text = {"y": article.text, "t": f"{article.title}\n{shown_path}", "p": shown_path}[kind]
        self.put(text, _(_COPIED[kind]))

    def put(self, text: str, what: str) -> None:
        """Copies `text` by the tools of the display, in a thread, and by the terminal; says `what` it was."""
        app = self._screen.app
        tools = [] if app.is_headless else clipboard.tools()

        def give() -> None:
            took = clipboard.give(text, tools)
            with suppress(RuntimeError):  # the app has ended meanwhile
                app.call_from_thread(self._finish, text, what, took)

        if tools:
            threading.Thread(target=give, name="clipboard", daemon=True).start()
        else:
            self._finish(text, what, ())

    def _finish(self, text: str, what: str, took: Sequence[str]) -> None:
        if clipboard.TMUX not in took:  # which has told the terminal by itself
            self._screen.app.copy_to_clipboard(text)
        size = len(text) if took else len(clipboard.fitting(text))
        if size < len(text):
            words = _("Copied only {part} of {all} characters: a terminal takes no more at once")
            self._screen.notice(words.format(part=number(size), all=number(len(text))), problem=True)
            return
        words = ngettext("Copied {what}: {count} character", "Copied {what}: {count} characters", size)
        self._screen.notice(words.format(what=what, count=number(size)))
