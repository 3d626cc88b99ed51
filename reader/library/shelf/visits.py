"""What was in a folder at the last visit, so that the next one can say what is new."""

import os
from collections.abc import Callable, Iterable
from pathlib import Path

from reader.library.shelf.connection import ShelfConnection

_BYTES = 8
"""Kept of each content key: two of a million articles are taken for one another once in 37 million visits."""


class Visits:
    """One visit to one folder: what was there before it, and what has come since."""

    def __init__(self, db: ShelfConnection) -> None:
        self._db = db
        self._folder: Path | None = None
        self._before: bytes | None = None  # packed: a set of a hundred thousand keys takes 10 MB
        self._new: set[str] | None = None

    def begin(self, folder: Path) -> None:
        """Takes what was there at the last visit to `folder` as what is known."""
        self._folder, self._new = folder, None
        rows = self._db.rows("SELECT seen FROM visits WHERE folder = ?", os.fsencode(folder))
        self._before = rows[0][0] if rows and isinstance(rows[0][0], bytes) else None

    @property
    def is_first(self) -> bool:
        """Whether nothing is known of an earlier visit, and so nothing is new."""
        return self._before is None

    def new_keys(self, there: Callable[[], Iterable[str]]) -> set[str]:
        """The content keys of what has come since the last visit; `there` tells those of all that is there."""
        if self._new is None:
            if self._before is None:
                self._new = set()
            else:
                before = frozenset(_unpacked(self._before))
                self._new = {key for key in there() if _short(key) not in before}
        return self._new

    def forget_new(self) -> None:
        """What is there has changed: what is new is found out again."""
        self._new = None

    def settle(self, there: bytes) -> None:
        """The first visit has seen what `there` is (content keys, `packed`): only what comes later is new."""
        if self._before is None:
            self._before, self._new = there, None

    def end(self, there: bytes) -> None:
        """Notes what is there for the next visit; `there`: all content keys, `packed`."""
        if self._folder is not None:
            row = (os.fsencode(self._folder), there)
            self._db.write(("INSERT OR REPLACE INTO visits (folder, seen) VALUES (?, ?)", [row]))


def packed(keys: Iterable[str]) -> bytes:
    """Content keys in eight bytes each, ascending."""
    return b"".join(sorted({_short(key) for key in keys}))


def _short(key: str) -> bytes:
    try:
        return bytes.fromhex(key[: 2 * _BYTES])
    except ValueError:  # a key of another making
        return key.encode("utf-8", "replace")[:_BYTES].ljust(_BYTES, b"\0")


def _unpacked(data: bytes) -> Iterable[bytes]:
    return (data[at : at + _BYTES] for at in range(0, len(data), _BYTES))
