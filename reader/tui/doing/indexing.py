"""The indexing that runs beside the reading: how far it is, and the articles it brings."""

import threading
import time
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from textual.message import Message

from reader.language import N_, _, number
from reader.settings import settings
from reader.settings.declared import LIVE
from reader.tui.commands import key_of
from reader.tui.messages import FolderChanged, IndexingMoved, WorkFailed

if TYPE_CHECKING:
    from reader.library.background import BackgroundIndexer
    from reader.library.progress import Progress
    from reader.tui.screens.main import MainScreen

WATCH_AFTER_SECONDS = 0.4
"""From the start to the watching of the folder, so that the first picture need not wait."""
QUIET_SECONDS = 1.5
"""How long an indexing that a change in the folder began goes on before it is spoken of."""
EVERY_SECONDS = 0.5
"""How often progress is shown and the list takes in what is new."""
_STAGES = {
    "walk": N_("looking for files"),
    "text": N_("reading {done} of {total}"),
    "analysis": N_("analysing {done} of {total}"),
}


class Indexing:
    """Reads the indexer's events in a thread of its own."""

    def __init__(self, screen: "MainScreen", indexer: "BackgroundIndexer | None") -> None:
        self._screen = screen
        self._indexer = indexer
        self._running = self._stopped = self._again = False
        self._stage = ""
        self._no_watch = threading.Event()
        self.problem = ""

    def commands(self) -> dict[str, Callable[[], object]]:
        """The commands of this subject."""
        return {"rescan": self.rescan}

    @property
    def running(self) -> bool:
        """Whether it is at work."""
        return self._running

    def start(self, *, quietly: bool = False) -> None:
        """Begins, if there is an indexer; `quietly`: says nothing of it while it takes only a moment."""
        if self._indexer is not None and not self._running:
            self._running, self._again, self._stage = True, False, ""
            self.problem = ""
            threading.Thread(target=self._read, args=(quietly,), name="indexing", daemon=True).start()

    def watch(self) -> None:
        """Takes in articles as they come, change or go, unless the settings say otherwise."""
        if self._indexer is not None and settings()[LIVE] != "off":
            self._screen.set_timer(WATCH_AFTER_SECONDS, self._watch_now)

    def _watch_now(self) -> None:
        threading.Thread(target=self._follow, name="watching", daemon=True).start()

    def changed(self) -> None:
        """Something in the folder changed: its articles are read at once, their analysis waits."""
        if not self._running:
            self.start(quietly=True)
        else:
            self._again = True
            if self._stage == "analysis" and self._indexer is not None:
                threading.Thread(target=self._indexer.interrupt, name="interrupting", daemon=True).start()

    def rescan(self) -> None:
        """Looks at the folder again."""
        if self._indexer is None:
            self._screen.notice(_("This library is read-only: it is not updated from here"))
        elif self._running:
            self._screen.notice(_("The folder is being read already"))
        else:
            self._screen.notice(_("Looking at the folder again"))
            self.start()

    def ended(self) -> None:
        """The indexing ended; it begins again where the folder changed meanwhile."""
        if self._again and not self._stopped and not self.problem:
            self.start(quietly=True)

    def stop(self) -> None:
        """Has the indexing end; what was stored stays.  Whoever made the indexer waits for its end."""
        self._stopped = True
        self._no_watch.set()
        if self._indexer is not None and self._running:
            self._indexer.ask_to_stop()

    def _follow(self) -> None:
        """Tells of changes, in a thread of its own."""
        from reader.library.watching import CannotWatch

        assert self._indexer is not None
        try:
            for _number in self._indexer.changes(self._no_watch, polling=settings()[LIVE] == "poll"):
                self._post(FolderChanged())
        except CannotWatch as error:
            words = _("New articles will not show by themselves ({reason}); {key} looks for them")
            self._post(WorkFailed(words.format(reason=error, key=key_of("rescan"))))

    def _post(self, message: Message) -> None:
        if not self._stopped:
            with suppress(RuntimeError):  # Textual finds no app: it has ended meanwhile
                self._screen.post_message(message)

    def _read(self, quietly: bool) -> None:  # noqa: FBT001 - a thread's argument
        from reader.library.background import Failed, Finished
        from reader.library.progress import Progress

        assert self._indexer is not None
        said = time.monotonic() + QUIET_SECONDS if quietly else 0.0
        problem = ""
        try:
            for event in self._indexer.events(whole=not quietly):
                now = time.monotonic()
                if isinstance(event, Failed):
                    problem = event.message
                elif isinstance(event, Progress):
                    before, self._stage = self._stage, event.stage
                    if self._again and event.stage == "analysis":
                        self._indexer.interrupt()
                    elif now - said >= EVERY_SECONDS:
                        said = now
                        self._post(IndexingMoved(*_progress_words(event)))
                    elif quietly and event.stage == "analysis" != before:
                        self._post(IndexingMoved("", None))  # the texts are in: they can be shown
                elif isinstance(event, Finished):
                    break
        except Exception as error:
            problem = f"{type(error).__name__}: {error}"
        self._running = False
        self.problem = problem
        self._post(IndexingMoved("", None, ended=True, problem=problem))


def _progress_words(progress: "Progress") -> tuple[str, float | None]:
    numbers = {"done": number(progress.done), "total": number(progress.total)}
    words = _(_STAGES.get(progress.stage, progress.stage)).format(**numbers)
    return words, progress.done / progress.total if progress.total and progress.stage != "walk" else None
