"""What leaves the program: copies by OSC 52, the pager, the editor."""

import os
import shlex
import subprocess
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported

from reader.analysis.types import Quotation
from reader.corpus.article import Article
from reader.language import N_, _, ngettext, number
from reader.settings import settings
from reader.settings.declared import EDITOR, PAGER
from reader.tui.commands import key_of
from reader.tui.text.citation import citation

if TYPE_CHECKING:
    from reader.tui.screens.main import MainScreen

_KINDS = (("y", N_("text")), ("q", N_("quote")), ("t", N_("title")), ("p", N_("path")))
_COPIED = {
    "y": N_("the text"), "q": N_("the quotation and its source"), "t": N_("title and path"), "p": N_("the path"),
}  # fmt: skip


class WaysOut:
    """Copies and programs for the article in the reading pane."""

    def __init__(self, screen: "MainScreen") -> None:
        self._screen = screen

    def commands(self) -> dict[str, Callable[[], object]]:
        """The commands of this subject."""
        return {"copy": self.copy, "pager": self.pager, "editor": self.editor}

    def _with_article(self, then: Callable[[Article], object]) -> None:
        """Calls `then` with the selected article, once it has been read."""
        screen = self._screen
        shown, selected = screen.reading_pane.shown, screen.list_pane.selected_id
        if shown is not None and shown.id == selected:
            then(shown.article)
        elif selected is not None:
            try:
                then(screen.library.article(selected))
            except (KeyError, OSError):
                screen.notice(_("This article is no longer there"), problem=True)

    def copy(self) -> None:
        """Asks what, then copies it."""

        def answered(answer: str | None) -> None:
            if answer is not None:
                self._with_article(lambda article: self._copy(answer, article))

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
        screen.app.copy_to_clipboard(text)
        words = ngettext("Copied {what}: {count} character", "Copied {what}: {count} characters", len(text))
        screen.notice(words.format(what=_(_COPIED[kind]), count=number(len(text))))

    def pager(self) -> None:
        """Opens the cleaned text in $PAGER."""
        self._with_article(self._page)

    def _page(self, article: Article) -> None:
        with tempfile.TemporaryDirectory(prefix="reader-") as folder:
            file = Path(folder) / "article.txt"
            file.write_text(f"{article.title}\n\n{article.text}\n", "utf-8", "replace")
            self._run(_program(settings()[PAGER] or os.environ.get("PAGER") or "less"), str(file))

    def editor(self) -> None:
        """Opens the file itself in $EDITOR."""
        self._with_article(lambda article: self._edit(article.path))

    def _edit(self, path: str) -> None:
        file = os.path.join(os.fspath(self._screen.folder), path)  # noqa: PTH118 - bytes stand as surrogates
        program = _program(settings()[EDITOR] or os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi")
        self._run(program, os.path.abspath(file))  # noqa: PTH100 - so that no name begins with a dash

    def _run(self, program: Sequence[str], file: str) -> None:
        """Runs a program on a file in place of the app; no shell sees the name."""
        if not program:
            self._screen.notice(_("PAGER or EDITOR is not a command"), problem=True)
            return
        problem = ""
        try:
            with self._screen.app.suspend():
                try:
                    subprocess.run([*program, file], check=False)
                except OSError as error:
                    problem = f"{program[0]}: {error.strerror}"
        except SuspendNotSupported:
            problem = _("This terminal cannot be lent to another program")
        if problem:
            self._screen.notice(problem, problem=True)


def _program(command: str) -> list[str]:
    try:
        return shlex.split(command)
    except ValueError:
        return []
