"""The second pass: worker processes analyse every article, newest first, and the writer stores it."""

import select
import sqlite3
from array import array
from collections import Counter, deque
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from reader.language import N_, _
from reader.library.batches import Batches
from reader.library.encoding import unpack_analysis
from reader.library.errors import LibraryError
from reader.library.rows import read_article
from reader.library.store import Store
from reader.library.time_limit import seconds_for
from reader.library.untrusted import UnreadableRecord
from reader.library.worker import Answer, Worker

TIME_LIMIT = 20.0
"""Seconds that one article may take, its length not counted."""
_TRIES = 2
"""Times that an article is tried which a worker died of: it may have been killed for another reason."""
_START_LIMIT = 60.0
"""Seconds that a worker may take to begin."""
_WAIT = 0.2
_BAD_STARTS = 3

_WANTED = """
SELECT id FROM articles WHERE id NOT IN (SELECT id FROM analyses) ORDER BY date DESC, id
"""
_SAME = """
SELECT other.data
FROM articles JOIN articles AS same USING (digest) JOIN analyses AS other ON other.id = same.id
WHERE articles.id = ? AND same.id <> articles.id AND other.data IS NOT NULL LIMIT 1
"""


class AnalysisPass:
    """Analyses what the library `file` holds and has not analysed yet.

    A worker that takes longer than `time_limit` seconds, and some for the length of the article (`seconds_for`), is
    ended, and the article stored as failed;
    one that dies is replaced, and the article it was at tried once more.  Articles of the same bytes are
    analysed once.
    """

    def __init__(
        self, db: sqlite3.Connection, store: Store, file: Path, batches: Batches, *, workers: int = 1,
        time_limit: float | None = None,
    ) -> None:  # fmt: skip
        self._db, self._store, self._file, self._batches = db, store, file, batches
        self._number, self._time_limit = max(1, workers), time_limit or TIME_LIMIT
        self._waiting = deque(array("q", (row[0] for row in db.execute(_WANTED))))
        self._workers: list[Worker] = []
        self._deaths: Counter[int] = Counter()
        self._bad_starts = 0
        self._done = 0

    def run(self, report: Callable[[int, int], None], stopped: Callable[[], bool]) -> bool:
        """Analyses all; `report` is told how many of how many are done. False where it was `stopped`.

        Raises LibraryError where workers do not even start.
        """
        total = len(self._waiting)
        try:
            while self._waiting or any(worker.given for worker in self._workers):
                if stopped():
                    return False
                report(self._done, total)
                self._feed()
                self._listen()
            report(self._done, total)
            return True
        finally:
            for worker in self._workers:
                worker.end()
            self._batches.end()

    @property
    def has_work(self) -> bool:
        """Whether there is anything to analyse."""
        return bool(self._waiting)

    def _feed(self) -> None:
        """Gives every worker enough to do; starts those that are missing."""
        wanted = min(self._number, len(self._waiting))
        while len(self._workers) < wanted:
            self._workers.append(Worker(self._file))
        for worker in list(self._workers):
            while self._waiting and worker.wants_more():
                article_id = self._waiting.popleft()
                if self._copied(article_id):
                    continue
                try:
                    worker.give(article_id)
                except OSError:
                    self._bury(worker)
                    break

    def _listen(self) -> None:
        """Takes what the workers answer; ends those that take too long."""
        if not self._workers:
            return
        ready, _, _ = select.select(self._workers, [], [], _WAIT)
        if not ready:
            self._batches.end()  # nothing came for a while: let readers see what there is
        for worker in list(self._workers):
            try:
                for answer in worker.answers() if worker in ready else ():
                    self._store_answer(answer)
            except EOFError:
                self._bury(worker)
                continue
            if worker.busy_for() > self._time_limit and worker.busy_for() > self._limit_of(worker):
                self._give_up(worker)

    def _limit_of(self, worker: Worker) -> float:
        """The seconds that the article a worker is at may take."""
        if not worker.is_ready:
            return max(_START_LIMIT, self._time_limit)
        query = "SELECT size FROM articles WHERE id = ?"
        row = self._db.execute(query, (worker.given[0],)).fetchone()
        return seconds_for(row[0] if row else 0, least=self._time_limit)

    def _store_answer(self, answer: Answer) -> None:
        self._bad_starts = 0
        if answer.problem == "gone":
            self._done += 1
        elif answer.problem is not None:
            self._fail(answer.article_id, answer.problem)
        else:
            self._store_data(answer.article_id, answer.data)

    def _store_data(self, article_id: int, data: bytes) -> None:
        try:
            article = read_article(self._db, article_id)
            analysis = unpack_analysis(data, len(article.text))
        except KeyError:
            self._done += 1
            return
        except UnreadableRecord:
            self._fail(article_id, N_("made no sense"))
            return
        with self._batches:
            self._store.add_analysis(article_id, article, analysis, data)
        self._done += 1

    def _copied(self, article_id: int) -> bool:
        """Takes over the analysis of an article of the same bytes, where there is one."""
        row = self._db.execute(_SAME, (article_id,)).fetchone()
        if row is None:
            return False
        self._store_data(article_id, row[0])
        return True

    def _fail(self, article_id: int, problem: str) -> None:
        with self._batches:
            self._store.fail_analysis(article_id, problem)
        self._done += 1

    def _give_up(self, worker: Worker) -> None:
        """Ends a worker that has taken too long over an article, or over its start."""
        if worker.is_ready:
            limit = self._limit_of(worker)
            self._fail(worker.given.popleft(), f"took longer than {limit:.0f} s")
        else:
            self._note_bad_start()
        self._dismiss(worker)

    def _bury(self, worker: Worker) -> None:
        """Takes note of a worker that died: over the first article it was given, or before it could begin."""
        if not worker.is_ready:
            self._note_bad_start()
        elif worker.given:
            culprit = worker.given[0]
            self._deaths[culprit] += 1
            if self._deaths[culprit] >= _TRIES:
                self._fail(worker.given.popleft(), N_("ended the process that analysed it"))
        self._dismiss(worker)

    def _note_bad_start(self) -> None:
        self._bad_starts += 1
        if self._bad_starts > _BAD_STARTS:
            raise LibraryError(_("articles cannot be analysed: the processes that should do it do not start"))

    def _dismiss(self, worker: Worker) -> None:
        """Ends a worker; what it had not begun goes to another."""
        with suppress(OSError):
            worker.end()
        self._workers.remove(worker)
        self._waiting.extendleft(reversed(worker.given))
        worker.given.clear()
