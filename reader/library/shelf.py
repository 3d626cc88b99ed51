"""The shelf: what the reader did - read, starred, left off at, searched for - kept for good.

It belongs to the user, not to a library: it hangs on the content of articles, and survives moves and
rebuilt libraries.
"""

import os
import sqlite3
import threading
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from reader.library.shelf_file import ShelfUnusable, in_memory, open_shelf, unusable_because

_T = TypeVar("_T")
_MOST_SEARCHES = 200
"""Searches remembered for a folder."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What the reader has done with an article."""

    read: bool
    starred: bool


class Shelf:
    """The shelf in `file`; may be used from any thread, and by several programs at a time.

    What is set is written at once, and stands a program that is killed. `problem`: one line for the user
    where something is wrong with the file, else None.  Where it cannot be written, what it holds is shown
    and what is set lasts as long as the program; where it is damaged, it is set aside, never deleted, and a
    new one begun.
    """

    def __init__(self, file: Path) -> None:
        self._lock = threading.RLock()
        self.problem: str | None = None
        self._db, self.problem = open_shelf(file)
        self._file = file
        self._kept = self.problem is None

    def mark(self, content_key: str) -> Mark:
        """Whether the article is read and starred."""
        rows = self._rows("SELECT read, starred FROM marks WHERE content_key = ?", content_key)
        return Mark(bool(rows[0][0]), bool(rows[0][1])) if rows else Mark(read=False, starred=False)

    def read_keys(self) -> set[str]:
        """The content keys of all that is read."""
        return {row[0] for row in self._rows("SELECT content_key FROM marks WHERE read")}

    def starred_keys(self) -> set[str]:
        """The content keys of all that is starred."""
        return {row[0] for row in self._rows("SELECT content_key FROM marks WHERE starred")}

    def set_read(self, keys: Iterable[str], read: bool) -> None:  # noqa: FBT001 - reads as a sentence where it is called
        """Marks articles read, or unread."""
        self._set("read", keys, int(read))

    def set_starred(self, keys: Iterable[str], starred: bool) -> None:  # noqa: FBT001
        """Stars articles, or takes the stars off."""
        self._set("starred", keys, int(starred))

    def position(self, content_key: str) -> int | None:
        """Where the reader left off: a code point of the article's text."""
        rows = self._rows("SELECT position FROM marks WHERE content_key = ?", content_key)
        return None if not rows or rows[0][0] is None else int(rows[0][0])

    def set_position(self, content_key: str, offset: int) -> None:
        """Notes where the reader left off."""
        self._set("position", [content_key], offset)

    def last_folder(self) -> Path | None:
        """The folder that was opened last."""
        rows = self._rows("SELECT folder FROM folders ORDER BY opened DESC LIMIT 1")
        return Path(os.fsdecode(rows[0][0])) if rows else None

    def set_last_folder(self, folder: Path) -> None:
        """Notes that `folder` was opened."""
        self._write(
            "INSERT INTO folders (folder, opened) VALUES (?, ?) "
            "ON CONFLICT DO UPDATE SET opened = excluded.opened",
            [(os.fsencode(folder), self._next("folders", "opened"))],
        )

    def last_article(self, folder: Path) -> str | None:
        """The content key of the article that was open last in `folder`."""
        rows = self._rows("SELECT content_key FROM folders WHERE folder = ?", os.fsencode(folder))
        return rows[0][0] if rows else None

    def set_last_article(self, folder: Path, content_key: str) -> None:
        """Notes which article is open."""
        self._write(
            "INSERT INTO folders (folder, opened, content_key) VALUES (?, 0, ?) "
            "ON CONFLICT DO UPDATE SET content_key = excluded.content_key",
            [(os.fsencode(folder), content_key)],
        )

    def searches(self, folder: Path) -> list[str]:
        """What was searched for in `folder`, the latest first, each once."""
        rows = self._rows("SELECT query FROM searches WHERE folder = ? ORDER BY at DESC", os.fsencode(folder))
        return [row[0] for row in rows]

    def add_search(self, folder: Path, query: str) -> None:
        """Notes a search; the oldest are forgotten beyond two hundred."""
        name = os.fsencode(folder)
        self._write(
            "INSERT OR REPLACE INTO searches (folder, query, at) VALUES (?, ?, ?)",
            [(name, _writable(query), self._next("searches", "at"))],
        )
        self._write(
            "DELETE FROM searches WHERE folder = ? AND at <= "
            "(SELECT at FROM searches WHERE folder = ? ORDER BY at DESC LIMIT 1 OFFSET ?)",
            [(name, name, _MOST_SEARCHES)],
        )

    def close(self) -> None:
        """Lets go of the file."""
        with self._lock, suppress(sqlite3.Error):
            self._db.close()

    def _set(self, column: str, keys: Iterable[str], value: int) -> None:
        self._write(
            f"INSERT INTO marks (content_key, {column}) VALUES (?, ?) "  # noqa: S608 - the column is ours
            f"ON CONFLICT DO UPDATE SET {column} = excluded.{column}",
            [(key, value) for key in keys],
        )

    def _next(self, table: str, column: str) -> float:
        """Now, or, where the clock went back, just after the last time that was noted."""
        last = self._rows(f"SELECT max({column}) FROM {table}")[0][0]  # noqa: S608 - the names are ours
        return max(time.time(), (last or 0.0) + 1e-3)

    def _rows(self, query: str, *values: object) -> list[Any]:
        return self._safely(lambda: self._db.execute(query, values).fetchall())

    def _write(self, statement: str, rows: list[tuple[object, ...]]) -> None:
        def write() -> None:
            self._db.execute("BEGIN IMMEDIATE")
            try:
                self._db.executemany(statement, rows)
                self._db.execute("COMMIT")
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise

        self._safely(write)

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


def _writable(query: str) -> str:
    """`query` as it can be stored: lone surrogates replaced."""
    return query.encode("utf-8", "replace").decode("utf-8")
