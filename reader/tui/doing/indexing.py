"""The indexing that runs beside the reading: how far it is, and the articles it brings."""

import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from reader.language import N_, _, number
from reader.tui.messages import IndexingMoved

if TYPE_CHECKING:
    from reader.library.background import BackgroundIndexer
    from reader.library.progress import Progress
    from reader.tui.screens.main import MainScreen

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
        self._running = False
        self._stopped = False
        self.problem = ""

    def commands(self) -> dict[str, Callable[[], object]]:
        """The commands of this subject."""
        return {"rescan": self.rescan}

    @property
    def running(self) -> bool:
        """Whether it is at work."""
        return self._running

    def start(self) -> None:
        """Begins, if there is an indexer."""
        if self._indexer is not None and not self._running:
            self._running = True
            self.problem = ""
            threading.Thread(target=self._read, name="indexing", daemon=True).start()

    def rescan(self) -> None:
        """Looks at the folder again."""
        if self._indexer is None:
            self._screen.notice(_("This library is read-only: it is not updated from here"))
        elif self._running:
            self._screen.notice(_("The folder is being read already"))
        else:
            self._screen.notice(_("Looking at the folder again"))
            self.start()

    def stop(self) -> None:
        """Ends the indexing; what was stored stays."""
        self._stopped = True
        if self._indexer is not None and self._running:
            self._indexer.stop()

    def _read(self) -> None:
        from reader.library.background import Failed, Finished
        from reader.library.progress import Progress

        assert self._indexer is not None
        post = self._screen.post_message
        said = 0.0
        problem = ""
        try:
            for event in self._indexer.events():
                now = time.monotonic()
                if isinstance(event, Failed):
                    problem = event.message
                elif isinstance(event, Progress) and now - said >= EVERY_SECONDS:
                    said = now
                    post(IndexingMoved(*_progress_words(event)))
                elif isinstance(event, Finished):
                    break
        except Exception as error:
            problem = f"{type(error).__name__}: {error}"
        self._running = False
        self.problem = problem
        if not self._stopped:
            post(IndexingMoved("", None, ended=True, problem=problem))


def _progress_words(progress: "Progress") -> tuple[str, float | None]:
    numbers = {"done": number(progress.done), "total": number(progress.total)}
    words = _(_STAGES.get(progress.stage, progress.stage)).format(**numbers)
    return words, progress.done / progress.total if progress.total and progress.stage != "walk" else None
