"""Keeps a library to one writer at a time."""

import fcntl
import os
from pathlib import Path
from types import TracebackType

from reader.corpus.safe import safe_line
from reader.language import _
from reader.library.errors import LibraryBusy


class WriterLock:
    """Held while a library is written, from entering to leaving; when the process dies, so does the lock.

    It stands on a file beside the library (`….lock`, which stays), because the library's own locks belong
    to SQLite. Entering raises LibraryBusy where another process holds it, and OSError.
    """

    def __init__(self, file: Path) -> None:
        self._library = file
        self._file = file.with_name(file.name + ".lock")
        self._handle = -1

    def __enter__(self) -> "WriterLock":
        self._handle = os.open(self._file, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
        try:
            fcntl.flock(self._handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            os.close(self._handle)
            name = safe_line(str(self._library))
            raise LibraryBusy(
                _("another program is bringing this library up to date: {name}").format(name=name)
            ) from error
        except OSError:
            os.close(self._handle)
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        os.close(self._handle)
