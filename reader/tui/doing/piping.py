"""Gives the article, or the list, to a command of the reader's own."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from reader.analysis.types import Quotation
from reader.corpus.safe import safe_line
from reader.corpus.shown_path import shown_path
from reader.language import N_, _, ngettext, number
from reader.library.interface import Library
from reader.settings import settings
from reader.settings.declared import PLAIN_WIDTH
from reader.tui.commands import key_of
from reader.tui.lending import lend, wait_for_enter
from reader.tui.text.citation import citation
from reader.tui.text.plain_article import plain_text

if TYPE_CHECKING:
    from reader.tui.screens.main import MainScreen

_KINDS = (("a", N_("article")), ("q", N_("quote")), ("l", N_("list")))
_BLOCK = 500
_NOT_FOUND, _NOT_ALLOWED = 127, 126
"""How a shell says that there is no such command, or that it may not be run (POSIX)."""


class Piping:
    """Runs a command of the shell with words on its standard input; nothing of them is in the command."""

    def __init__(self, screen: "MainScreen") -> None:
        self._screen = screen
        self._last = ""

    def commands(self) -> dict[str, Callable[[], object]]:
        """The commands of this subject."""
        return {"pipe": self.pipe, "plain": self.plain}

    def plain(self) -> None:
        """Prints the article to the normal screen, where the terminal's own selection works."""

        def show(text: str) -> None:
            sys.stdout.write("\n" + text)
            wait_for_enter()

        self._screen.ways_out.with_article(
            lambda article: lend(
                self._screen, lambda: show(plain_text(article, width=settings()[PLAIN_WIDTH]))
            )
        )

    def pipe(self) -> None:
        """Asks what, then to which command."""
        if len(self._screen.rows):
            picked = (("p", N_("picked")),) if self._screen.picking.picked else ()
            self._screen.ask(_("Give to a command"), (*_KINDS, *picked), self._chosen)

    def _chosen(self, kind: str | None) -> None:
        screen = self._screen
        if kind in ("l", "p"):
            ids = list(screen.rows.ids if kind == "l" else screen.picking.picked)
            label = ngettext("{count} article", "{count} articles", len(ids)).format(count=number(len(ids)))
            self._ask_command(label, lambda: list_text(screen.library, ids))
        elif kind == "a":
            screen.ways_out.with_article(
                lambda article: self._ask_command(safe_line(article.title), lambda: plain_text(article))
            )
        elif kind == "q":
            quotation = screen.reading_pane.walker.cursor
            if not isinstance(quotation, Quotation):
                screen.notice(_("Go to a quotation with {key} first").format(key=key_of("next_quote")))
                return
            screen.ways_out.with_article(
                lambda article: self._ask_command(_("quote"), lambda: citation(article, quotation) + "\n")
            )

    def _ask_command(self, label: str, words: Callable[[], str]) -> None:
        """Asks for the command, then runs it; `words` are made once the terminal is lent."""
        from reader.tui.screens.line_prompt import LinePrompt

        def answered(answer: tuple[str, str] | None) -> None:
            if answer is not None and answer[1].strip():
                self._last = answer[1].strip()
                self._run(self._last, words)

        hints = (("Enter", _("run it")), ("Esc", _("leave it")))
        prompt = LinePrompt(f"{label} |", self._last, hints, self._screen.marks)
        self._screen.app.push_screen(prompt, answered)

    def _run(self, command: str, words: Callable[[], str]) -> None:
        code = lend(self._screen, lambda: run_in_shell(command, words()))
        if code is None:
            return
        if code == 0:
            self._screen.notice(_("Done: {command}").format(command=command))
        else:
            self._screen.notice(_failure(command, code), problem=True)


def run_in_shell(command: str, text: str) -> int:
    """Runs `command` by the user's shell with `text` as its input, then waits for Enter; its exit code."""
    shell = os.environ.get("SHELL") or "/bin/sh"
    program = shell if shutil.which(shell) else "/bin/sh"
    done = subprocess.run([program, "-c", command], input=text.encode("utf-8", "replace"), check=False)
    wait_for_enter()
    return done.returncode


def _failure(command: str, code: int) -> str:
    if code == _NOT_FOUND:
        return _("The shell knows no such command: {command}").format(command=command)
    if code == _NOT_ALLOWED:
        return _("It may not be run: {command}").format(command=command)
    if code < 0:
        return _("{command}: ended by signal {number}").format(command=command, number=-code)
    return _("{command}: exit code {number}").format(command=command, number=code)


def list_text(library: Library, ids: Sequence[int]) -> str:
    """A line for each article: path, date, source and title, parted by tabs, as `reader list` prints them."""
    lines = []
    for first in range(0, len(ids), _BLOCK):
        for row in library.summaries(ids[first : first + _BLOCK]):
            fields = (shown_path(row.path), str(row.date or ""), row.source or "", row.title)
            lines.append("\t".join(safe_line(field).replace("\t", " ") for field in fields) + "\n")
    return "".join(lines)
