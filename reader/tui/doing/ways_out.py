"""Programs for an article: the pager, the editor."""

import os
import shlex
import subprocess
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported

from reader.corpus.article import Article
from reader.language import _
from reader.settings import settings
from reader.settings.declared import EDITOR, PAGER

if TYPE_CHECKING:
    from reader.tui.screens.main import MainScreen


class WaysOut:
    """Programs for the selected article."""

    def __init__(self, screen: "MainScreen") -> None:
        self._screen = screen

    def commands(self) -> dict[str, Callable[[], object]]:
        """The commands of this subject."""
        return {"pager": self.pager, "editor": self.editor}

    def with_article(self, then: Callable[[Article], object]) -> None:
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

    def pager(self) -> None:
        """Opens the cleaned text in $PAGER."""
        self.with_article(self._page)

    def _page(self, article: Article) -> None:
        with tempfile.TemporaryDirectory(prefix="reader-") as folder:
            file = Path(folder) / "article.txt"
            file.write_text(f"{article.title}\n\n{article.text}\n", "utf-8", "replace")
            self._run(_program(settings()[PAGER] or os.environ.get("PAGER") or "less"), str(file))

    def editor(self) -> None:
        """Opens the file itself in $EDITOR."""
        self.with_article(lambda article: self._edit(article.path))

    def _edit(self, path: str) -> None:
        file = os.path.join(os.fspath(self._screen.folder), path)  # noqa: PTH118 - bytes stand as surrogates
        program = _program(settings()[EDITOR] or os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi")
        self._run(program, os.path.abspath(file))  # noqa: PTH100 - so that no name begins with a dash

    def edit_words(self, words: str) -> str | None:
        """`words` as they come back from $EDITOR, or None where it could not be run."""
        with tempfile.TemporaryDirectory(prefix="reader-") as folder:
            file = Path(folder) / "note.txt"
            file.write_text(words + "\n" if words else "", "utf-8", "replace")
            program = _program(
                settings()[EDITOR] or os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi"
            )
            if not self._run(program, str(file)):
                return None
            return file.read_text("utf-8", "replace")

    def _run(self, program: Sequence[str], file: str) -> bool:
        """Runs a program on a file in place of the app; no shell sees the name. Whether it could be run."""
        if not program:
            self._screen.notice(_("PAGER or EDITOR is not a command"), problem=True)
            return False
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
        return not problem


def _program(command: str) -> list[str]:
    try:
        return shlex.split(command)
    except ValueError:
        return []
