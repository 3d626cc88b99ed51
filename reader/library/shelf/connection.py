"""Reads and writes the shelf's file: at once, whole, and from when it fails on in memory."""

import sqlite3
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar

from reader.library.shelf.file import ShelfUnusable, in_memory, open_shelf, unusable_because

_T = TypeVar("_T")
Step = tuple[str, Sequence[Sequence[object]]]
"""A statement, and the rows of values it is run with."""


class ShelfConnection:
    """The SQLite file of a shelf, for any thread.  `problem`: one line for the user where something is wrong."""

    def __init__(self, file: Path) -> None:
        self._lock = threading.RLock()
        self._file = file
        self.problem: str | None = None
        self._db, self.problem = open_shelf(file)
        self._kept = self.problem is None

    def rows(self, query: str, *values: object) -> list[Any]:
        """What a query finds."""
        return self._safely(lambda: self._db.execute(query, values).fetchall())

    def write(self, *steps: Step) -> None:
        """Does all of `steps`, or none where the program is killed meanwhile."""

        def write() -> None:
            self._db.execute("BEGIN IMMEDIATE")
            try:
                for statement, rows in steps:
                    self._db.executemany(statement, rows)
                self._db.execute("COMMIT")
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise

        self._safely(write)

    def close(self) -> None:
        """Lets go of the file."""
        with self._lock, suppress(sqlite3.Error):
            self._db.close()

    def _safely(self, action: Callable[[], _T]) -> _T:
        """Acts on the file, or, from when it fails on, on a copy in memory."""
        with self._lock:
            try:
                return action()
            except sqlite3.ProgrammingError:
                raise
            except sqlite3.DatabaseError as error:
                if not self._kept:
                    raise
                self._go_on_in_memory(unusable_because(self._file, error))
                return action()

    def _go_on_in_memory(self, problem: ShelfUnusable) -> None:
        copy = in_memory(self._db)
        with suppress(sqlite3.Error):
            self._db.close()
        self._db, self.problem, self._kept = copy, str(problem), False


def storable(text: str) -> str:
    """`text` as it can be stored: lone surrogates replaced."""
    return text.encode("utf-8", "replace").decode("utf-8")
