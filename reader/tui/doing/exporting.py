"""Exports: asks what, in which format and where to, then writes it in a thread."""

import os
import re
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING
from unicodedata import normalize

from reader.corpus.shown_path import path_from, shown_path
from reader.export.file import InCorpus, export_file
from reader.export.formats import Exported, Format, format_of
from reader.language import N_, _, ngettext, number
from reader.library.interface import Library
from reader.system_words import os_words
from reader.tui.messages import Told

if TYPE_CHECKING:
    from reader.tui.screens.main import MainScreen

_BETWEEN_NOTICES = 2.0
"""Seconds between two notices of how far it is."""
_SECONDS_TO_END = 1.0
_LONGEST_NAME = 40
_YES_NO = (("y", N_("yes")), ("n", N_("no")))
_WORDS = re.compile(r"[a-z0-9]+")


class _Stopped(Exception):  # noqa: N818 - the reader wished it
    """Ends the writing."""


class Exporting:
    """One export at a time; asking for a second one asks whether to stop the first."""

    def __init__(self, screen: "MainScreen") -> None:
        self._screen = screen
        self._thread: threading.Thread | None = None
        self._stop = threading.Event()
        self._folder = "~"

    def commands(self) -> dict[str, Callable[[], object]]:
        """The commands of this subject."""
        return {"export": self.export}

    def export(self) -> None:
        """Asks what to export."""
        screen = self._screen
        if self._thread is not None and self._thread.is_alive():
            screen.ask(_("Stop the export that is being written?"), _YES_NO, self._stop_if_wished)
            return
        selected = screen.list_pane.selected_id
        if selected is None:
            return
        choices = {"a": [selected], "l": list(screen.rows.ids), "p": list(screen.picking.picked)}

        def chosen(kind: str | None) -> None:
            if kind is not None:
                self._ask_format(choices[kind])

        if len(choices["l"]) < 2:
            chosen("a")
            return
        screen.ask(_("Export"), answers(choices), chosen)

    def stop(self) -> None:
        """Ends what is being written, with nothing left behind."""
        self._stop.set()
        if self._thread is not None:
            self._thread.join(_SECONDS_TO_END)

    def _stop_if_wished(self, answer: str | None) -> None:
        if answer == "y":
            self._stop.set()

    def _ask_format(self, ids: Sequence[int]) -> None:
        from reader.tui.screens.choice import Choice, Option

        screen = self._screen
        options = [Option(form.value, form.ending, _(form.about)) for form in Format]

        def chosen(form: str | None) -> None:
            if form is not None:
                self._ask_place(ids, Format(form), f"{self._folder}/{self._name(ids)}{Format(form).ending}")

        screen.app.push_screen(Choice(_("Export as"), options, screen.marks), chosen)

    def _name(self, ids: Sequence[int]) -> str:
        """A name for the file: the words of the title, or of the folder."""
        summaries = self._screen.library.summaries(ids) if len(ids) == 1 else []
        title = summaries[0].title if summaries else self._screen.folder.resolve().name
        words = _WORDS.findall(normalize("NFKD", title).encode("ascii", "ignore").decode().lower())
        name = "-".join(words)
        if len(name) > _LONGEST_NAME:
            name = name[: _LONGEST_NAME + 1].rpartition("-")[0] or name[:_LONGEST_NAME]
        return name or "articles"

    def _ask_place(self, ids: Sequence[int], form: Format, suggested: str) -> None:
        from reader.tui.screens.line_prompt import LinePrompt

        screen = self._screen

        def answered(answer: tuple[str, str] | None) -> None:
            if answer is None or not answer[1].strip():
                return
            typed = answer[1].strip()
            place = Path(os.path.expanduser(path_from(typed)))  # noqa: PTH111 - of no user: stays as it is
            self._folder = os.path.dirname(typed) or "."  # noqa: PTH120 - as it was typed
            if place.is_dir():
                screen.notice(_("{file} is a folder").format(file=shown_path(typed)), problem=True)
            elif place.exists():
                words = _("{file} exists. Write over it?").format(file=shown_path(place.name))
                screen.ask(words, _YES_NO, partial(self._replace_if_wished, ids, form, place))
            else:
                self._start(ids, form, place, replace=False)

        hints = (("Enter", _("write the file")), ("Esc", _("leave it")))
        screen.app.push_screen(LinePrompt(_("Into"), suggested, hints, screen.marks), answered)

    def _replace_if_wished(self, ids: Sequence[int], form: Format, place: Path, answer: str | None) -> None:
        if answer == "y":
            self._start(ids, form, place, replace=True)

    def _start(self, ids: Sequence[int], form: Format, place: Path, *, replace: bool) -> None:
        self._stop.clear()
        write = partial(self._write, ids, format_of(place.name) or form, place, replace=replace)
        self._thread = threading.Thread(target=write, name="export", daemon=True)
        self._thread.start()

    def _write(self, ids: Sequence[int], form: Format, place: Path, *, replace: bool) -> None:
        """In the thread: writes, and tells how it went."""
        screen, name = self._screen, shown_path(os.fspath(place))
        try:
            articles = self._articles(screen.library, ids)
            size = export_file(place, articles, form, corpus=screen.folder, replace=replace)
        except _Stopped:
            self._tell(_("Export stopped; nothing was written"))
        except InCorpus:
            words = _("{file} is in the folder of articles, where Reader never writes")
            self._tell(words.format(file=name), problem=True)
        except OSError as error:
            self._tell(f"{name}: {os_words(error)}", problem=True)
        except Exception as error:  # whatever went wrong is told, and the app lives on
            self._tell(f"{name}: {type(error).__name__}: {error}", problem=True)
        else:
            words = ngettext("{count} article in {file}", "{count} articles in {file}", len(ids))
            told = words.format(count=number(len(ids)), file=name)
            self._tell(f"{told} ({_kilobytes(size)})")

    def _articles(self, library: Library, ids: Sequence[int]) -> Iterator[Exported]:
        """The articles that are still there; tells how far it is, and ends when it is to stop."""
        told_at = monotonic()
        for done, article_id in enumerate(ids):
            if self._stop.is_set():
                raise _Stopped
            if monotonic() - told_at > _BETWEEN_NOTICES:
                told_at = monotonic()
                words = _("Writing: {done} of {all}").format(done=number(done), all=number(len(ids)))
                self._tell(words)
            try:
                yield library.article(article_id), library.analysis(article_id)
            except KeyError:
                continue

    def _tell(self, words: str, *, problem: bool = False) -> None:
        self._screen.post_message(Told(words, problem=problem))


def answers(choices: Mapping[str, Sequence[int]]) -> list[tuple[str, str]]:
    """What can be asked for: the article, all that is shown, and the picked ones where there are any."""
    shown, picked = len(choices["l"]), len(choices["p"])
    found = [("a", _("article"))]
    if picked:
        found.append(("p", ngettext("{count} picked", "{count} picked", picked).format(count=number(picked))))
    many = ngettext("{count} article shown", "{count} articles shown", shown)
    return [*found, ("l", many.format(count=number(shown)))]


def _kilobytes(size: int) -> str:
    return f"{number(max(1, round(size / 1000)))} kB"
