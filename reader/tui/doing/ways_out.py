"""Programs for an article: the pager, the editor."""

import os
import shlex
import subprocess
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reader.corpus.article import Article
from reader.language import _
from reader.settings import settings
from reader.settings.declared import EDITOR, PAGER
from reader.tui.lending import lend

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
        from reader.tui.text.plain_article import plain_text

        with tempfile.TemporaryDirectory(prefix="reader-") as folder:
            file = Path(folder) / "article.txt"
            file.write_text(plain_text(article), "utf-8", "replace")
            program = _program(settings()[PAGER] or os.environ.get("PAGER") or "less")
            # Over SSH the locale is often one that this machine does not have, and less then shows bytes.
            utf8 = {"LESSCHARSET": "utf-8"} | os.environ
            self._run([*program, str(file)] if program else [], utf8)

    def editor(self) -> None:
        """Opens the file itself in $EDITOR, at the line of the place one is at."""
        self.with_article(self._edit)

    def _edit(self, article: Article) -> None:
        file = os.path.join(os.fspath(self._screen.folder), article.path)  # noqa: PTH118 - bytes stand as surrogates
        file = os.path.abspath(file)  # noqa: PTH100 - so that no name begins with a dash
        program = _program(settings()[EDITOR] or os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi")
        from reader.tui.text.file_line import editor_command

        self._run(editor_command(program, file, self._line(article, file)) if program else [])

    def edit_words(self, words: str) -> str | None:
        """`words` as they come back from $EDITOR, or None where it could not be run."""
        with tempfile.TemporaryDirectory(prefix="reader-") as folder:
            file = Path(folder) / "note.txt"
            file.write_text(words + "\n" if words else "", "utf-8", "replace")
            program = _program(
                settings()[EDITOR] or os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi"
            )
            if not self._run([*program, str(file)] if program else []):
                return None
            return file.read_text("utf-8", "replace")

    def _line(self, article: Article, file: str) -> int:
        """The line of the file where the cursor is, or the top of the pane; 1 where that is not known."""
        from reader.corpus.read import LARGEST_FILE
        from reader.tui.text.file_line import line_of

        pane = self._screen.reading_pane
        if pane.shown is None or pane.shown.article is not article:
            return 1
        cursor = pane.walker.cursor
        offset = cursor.start if cursor is not None else pane.place
        try:
            with open(file, "rb") as held:  # noqa: PTH123 - bytes stand as surrogates
                return line_of(held.read(LARGEST_FILE), article.text, offset) if offset else 1
        except OSError:
            return 1

    def _run(self, command: Sequence[str], environment: Mapping[str, str] | None = None) -> bool:
        """Runs a command in place of the app, without a shell; says what went wrong. Whether it could be run."""
        if not command:
            self._screen.notice(_("PAGER or EDITOR is not a command"), problem=True)
            return False
        code = lend(self._screen, lambda: subprocess.run(command, check=False, env=environment).returncode)
        if code:
            words = _("{command}: exit code {number}").format(command=command[0], number=code)
            self._screen.notice(words, problem=True)
        return code is not None


def _program(command: str) -> list[str]:
    try:
        return shlex.split(command)
    except ValueError:
        return []
