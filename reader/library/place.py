"""Makes sure that a library stands where it is wanted: makes a missing one, and an outdated one again."""

import sqlite3
import time
from pathlib import Path

from reader import places
from reader.corpus.safe import safe_line
from reader.language import _
from reader.library.connections import make_library, set_aside, version_of
from reader.library.errors import (
    LibraryBusy,
    LibraryDamaged,
    LibraryError,
    NotALibrary,
    explained,
)
from reader.library.schema import VERSION
from reader.library.writer_lock import WriterLock

_PATIENCE = 3.0
"""Seconds to wait for another program that is just making the same library."""


def is_cache(file: Path) -> bool:
    """Whether `file` lies where Reader keeps its own libraries, which it may replace without asking."""
    return file.parent == places.library_file(Path("/")).parent


def make_folder(file: Path) -> None:
    """Makes the folder that `file` is to stand in: for its owner alone in the cache, else as the umask says.

    Raises OSError.
    """
    file.parent.mkdir(mode=0o700 if is_cache(file) else 0o777, parents=True, exist_ok=True)


def ensure_library(folder: Path, file: Path) -> str | None:
    """Makes the library `file` of the corpus `folder` unless a good one stands there.

    Returns what to tell the user, if anything.  Raises LibraryError.
    """
    try:
        if version_of(file) == VERSION:
            return None
    except (LibraryDamaged, NotALibrary):
        if not is_cache(file):
            raise
    except OSError as error:
        raise explained(error, file) from error
    give_up = time.monotonic() + _PATIENCE
    while True:
        try:
            make_folder(file)
            with WriterLock(file):
                return make_if_needed(folder, file)
        except LibraryBusy:
            if time.monotonic() > give_up:
                raise
            time.sleep(0.05)
            if version_of(file) == VERSION:
                return None
        except OSError as error:
            raise _cannot_make(error, file) from error


def make_if_needed(folder: Path, file: Path, *, share_private: bool = False) -> str | None:
    """`ensure_library` for who holds the lock; `share_private`: see `make_library`. Raises LibraryError and OSError."""
    notice = None
    try:
        version = version_of(file)
    except (LibraryDamaged, NotALibrary) as error:
        if not is_cache(file):
            raise
        notice = set_damaged_aside(file, error)
        version = 0
    if version == VERSION:
        return None
    try:
        make_library(file, folder, private=is_cache(file), share_private=share_private)
    except sqlite3.Error as error:
        raise explained(error, file) from error
    return notice


def set_damaged_aside(file: Path, error: LibraryError) -> str:
    """Moves the damaged library `file` out of the way; returns what to tell the user. Raises OSError."""
    aside = set_aside(file)
    reason = str(error).partition(";")[0].partition(":")[0].strip()
    return _("{reason}; it is made again, and the old one is kept as {aside}").format(
        reason=reason, aside=safe_line(str(aside))
    )


def _cannot_make(error: OSError, file: Path) -> LibraryError:
    try:
        old = version_of(file)
    except (LibraryError, OSError):
        old = 0
    if old:
        name = safe_line(str(file))
        return LibraryError(
            _("an older Reader made this library, and it cannot be made again here: {name}").format(name=name)
        )
    return explained(error, file)
