"""Analyses the article that is opened before the second pass has come to it."""

import select
import threading
import time
from pathlib import Path

from reader.analysis.types import Analysis
from reader.language import N_
from reader.library.encoding import unpack_analysis
from reader.library.time_limit import seconds_for
from reader.library.untrusted import UnreadableRecord
from reader.library.worker import Answer, Worker

PATIENCE = 8.0
"""Seconds that an article may take while somebody waits for it, its length not counted."""
_STARTING = 60.0
"""Seconds that the process may take to begin."""
_TRIES = 2


class AnalysisFailed(Exception):  # noqa: N818 - names what is the case
    """Why an article could not be analysed, in a few words."""


class AnalysisOnDemand:
    """Analyses articles of the library `file` one at a time, in a process of its own, begun when first needed.

    So an article that hangs, kills or takes all memory leaves the program that shows it untouched, and its
    screen is not held up.  May be used from any thread.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._lock = threading.Lock()
        self._changing = threading.Lock()
        """Held while a process is begun or let go: one that is being begun must not outlive `close`."""
        self._worker: Worker | None = None
        self._closed = False

    def analyse(self, article_id: int, length: int) -> Analysis:
        """The analysis of an article whose text has `length` code points. Raises AnalysisFailed, KeyError."""
        with self._lock:
            for _ in range(_TRIES):  # a process may have ended for another reason
                try:
                    answer = self._asked(article_id, seconds_for(length, least=PATIENCE))
                except (EOFError, OSError, ValueError):  # ValueError: its pipes were closed meanwhile
                    self._end()
                    continue
                return _understood(answer, length)
        raise AnalysisFailed(N_("ended the process that analysed it"))

    def forget(self) -> None:
        """Has the next article analysed by a new process: the file is another one now."""
        self._end()

    def close(self) -> None:
        """Ends the process, whatever it is at; from now on everything fails."""
        with self._changing:
            self._closed = True
        self._end()

    def _asked(self, article_id: int, limit: float) -> Answer:
        """Raises EOFError or OSError where the process dies, AnalysisFailed where it takes too long."""
        worker = self._begun()
        worker.give(article_id)
        give_up = time.monotonic() + _STARTING
        while True:
            select.select([worker], [], [], 0.2)
            was_ready = worker.is_ready
            for answer in worker.answers():
                return answer
            if worker.is_ready and not was_ready:
                give_up = time.monotonic() + limit
            if time.monotonic() > give_up:
                self._end()
                raise AnalysisFailed(f"took longer than {limit:.0f} s")

    def _begun(self) -> Worker:
        """The process, begun where there is none. Raises EOFError once closed."""
        with self._changing:
            if self._closed:
                raise EOFError
            if self._worker is None:
                self._worker = Worker(self._file)
            return self._worker

    def _end(self) -> None:
        with self._changing:
            worker, self._worker = self._worker, None
        if worker is not None:
            worker.end()


def _understood(answer: Answer, length: int) -> Analysis:
    if answer.problem == "gone":
        raise KeyError(answer.article_id)
    if answer.problem is not None:
        raise AnalysisFailed(answer.problem)
    try:
        return unpack_analysis(answer.data, length)
    except UnreadableRecord as error:
        raise AnalysisFailed(N_("made no sense")) from error
