"""The connections that read a library: one for each thread, made anew when another file takes its place."""

import os
import sqlite3
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from weakref import WeakSet

from reader.library.connections import open_reader

_State = tuple[int, ...]


@dataclass(frozen=True, slots=True, weakref_slot=True, eq=False)
class _Open:
    """A connection, what file it reads, and for one that takes its file for unchanging, in which state.

    Only its thread holds it, so that its connection is closed when the thread ends, with 4 MB of memory.
    """

    db: sqlite3.Connection
    identity: _State
    frozen: _State | None

    def __del__(self) -> None:
        """Closes the connection, which by itself would wait for the next search for cycles."""
        with suppress(sqlite3.Error):
            self.db.close()


class ReadingConnections:
    """Hands out connections to the library `file`; calls `when_replaced` when another file stands there."""

    def __init__(self, file: Path, when_replaced: Callable[[], None]) -> None:
        self._file = os.fspath(file)
        self._path = file
        self._when_replaced = when_replaced
        self._local = threading.local()
        self._lock = threading.Lock()
        self._all: WeakSet[_Open] = WeakSet()
        self._identity: _State | None = None
        self._closed = False

    def get(self) -> sqlite3.Connection:
        """The connection of this thread, to the file that stands there now. Raises sqlite3.Error."""
        held: _Open | None = getattr(self._local, "held", None)
        if held is not None and not self._closed and self._is_current(held):
            return held.db
        return self._reopened(held)

    def renew(self) -> bool:
        """Lets go of this thread's connection if a failure may come from the file having changed under it."""
        held: _Open | None = getattr(self._local, "held", None)
        if held is None or (held.frozen is None and self._is_current(held)):
            return False
        self._drop(held)
        return True

    def close(self) -> None:
        """Closes the connection of this thread, and interrupts what other threads ask.

        Theirs are closed by themselves, or as they end: one that is closed under a question of another thread
        takes the process with it.
        """
        held: _Open | None = getattr(self._local, "held", None)
        if held is not None:
            self._drop(held)
        with self._lock:
            self._closed = True
            for other in self._all:
                with suppress(sqlite3.Error):
                    other.db.interrupt()
            self._all.clear()

    def _is_current(self, held: _Open) -> bool:
        identity, state = self._look()
        if not identity:
            return True  # deleted while it is read: what was opened can still be read
        return held.identity == identity and (held.frozen is None or held.frozen == state)

    def _look(self) -> tuple[_State, _State]:
        """Which file stands there, and in which state."""
        try:
            status = os.stat(self._file)  # noqa: PTH116 - at every question
        except OSError:
            return (), ()
        has_journal = os.path.exists(self._file + "-wal")  # noqa: PTH110
        return (status.st_dev, status.st_ino), (status.st_size, status.st_mtime_ns, has_journal)

    def _reopened(self, held: _Open | None) -> sqlite3.Connection:
        if held is not None:
            self._drop(held)
        identity, state = self._look()
        db, unchanging = open_reader(self._path)
        with self._lock:
            if self._closed:
                db.close()
                raise sqlite3.ProgrammingError("the library is closed")
            self._local.held = opened = _Open(db, identity, state if unchanging else None)
            self._all.add(opened)
            is_other = self._identity not in (None, identity)
            self._identity = identity
        if is_other:
            self._when_replaced()
        return db

    def _drop(self, held: _Open) -> None:
        self._local.held = None
        with self._lock:
            self._all.discard(held)
        with suppress(sqlite3.Error):
            held.db.close()
