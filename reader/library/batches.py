"""Groups what a writer does into transactions: short at first, so that a list fills at once, then longer."""

import sqlite3
import time
from types import TracebackType

from reader.library.store import Store

_SHORTEST = 0.5
_LONGEST = 2.0


class Batches:
    """Entered for each piece of work, which is never cut in two; commits by itself when it is time.

    A batch lasts 0.5 to 2 seconds, a tenth of the work so far: what an interruption loses, and what a
    reader waits to see.  Where the work fails, the batch is undone.
    """

    def __init__(self, db: sqlite3.Connection, store: Store) -> None:
        self._db, self._store = db, store
        self._began = time.monotonic()
        self._commit_at = 0.0

    def __enter__(self) -> None:
        if not self._db.in_transaction:
            now = time.monotonic()
            self._commit_at = now + min(_LONGEST, max(_SHORTEST, (now - self._began) / 10))
            self._db.execute("BEGIN IMMEDIATE")

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is not None:
            self.undo()
        elif time.monotonic() >= self._commit_at:
            self.end()

    def end(self) -> None:
        """Commits what is open."""
        if self._db.in_transaction:
            self._store.write_counts()
            self._db.execute("COMMIT")

    def undo(self) -> None:
        """Takes back what is open."""
        self._store.forget_changes()
        if self._db.in_transaction:
            self._db.execute("ROLLBACK")
