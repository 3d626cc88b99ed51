"""What can go wrong with a library, each as one line for the user."""

import sqlite3
from pathlib import Path

from reader.corpus.safe import safe_line
from reader.language import N_, _
from reader.system_words import os_words

_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
SENSELESS = (TypeError, ValueError, AssertionError, IndexError, AttributeError, OverflowError, RecursionError)
"""What a stored value of the wrong type or size shows as, where nothing checked it before."""
_REASONS = {
    sqlite3.SQLITE_FULL: N_("no space is left on the disk"),
    sqlite3.SQLITE_READONLY: N_("it cannot be written"),
    sqlite3.SQLITE_CANTOPEN: N_("it cannot be opened"),
    sqlite3.SQLITE_PERM: N_("access is denied"),
    sqlite3.SQLITE_BUSY: N_("another program holds it"),
    sqlite3.SQLITE_LOCKED: N_("another program holds it"),
    sqlite3.SQLITE_IOERR: N_("the disk reports an error"),
    sqlite3.SQLITE_NOMEM: N_("memory has run out"),
}


class LibraryError(Exception):
    """Why a library cannot be used; its text is one line, safe to show."""


class LibraryBusy(LibraryError):  # noqa: N818 - names what is the case
    """Another program is writing this library."""


class LibraryReadOnly(LibraryError):  # noqa: N818 - names what is the case
    """The library can be read, but is not this user's to write."""


class LibraryDamaged(LibraryError):  # noqa: N818 - names what is the case
    """The file is not a library any more: cut off, overwritten, or broken inside."""


class LibraryTooNew(LibraryError):  # noqa: N818 - names what is the case
    """A later version of Reader wrote the file."""


class NotALibrary(LibraryError):  # noqa: N818 - names what is the case
    """The file is something else, and is left alone."""


def explained(error: sqlite3.Error | OSError, file: Path) -> LibraryError:
    """`error`, met while using the library `file`, as the LibraryError to raise from it."""
    name = safe_line(str(file))
    if isinstance(error, OSError):
        return LibraryError(
            _("the library cannot be used: {what}: {name}").format(what=safe_line(os_words(error)), name=name)
        )
    if _code(error) in _DAMAGED:
        return damaged(file)
    return LibraryError(
        _("the library cannot be used: {reason}: {name}").format(reason=sqlite_words(error), name=name)
    )


def sqlite_words(error: sqlite3.Error) -> str:
    """Why the database could not do it, safe to show."""
    return _(_REASONS.get(_code(error), "")) or safe_line(str(error))


def _code(error: sqlite3.Error) -> int:
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF


def damaged(file: Path) -> LibraryDamaged:
    """The error that says that the library `file` is broken."""
    name = safe_line(str(file))
    return LibraryDamaged(
        _("the library is damaged; delete it to have it made again: {name}").format(name=name)
    )


def senseless(error: Exception, file: Path) -> LibraryDamaged:
    """The error that says that the library `file` holds what this program does not write, which showed as `error`."""
    name = safe_line(str(file))
    kind = type(error).__name__
    return LibraryDamaged(
        _("the library makes no sense ({kind}); delete it to have it made again: {name}").format(
            kind=kind, name=name
        )
    )
