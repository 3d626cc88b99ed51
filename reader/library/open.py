"""Opens the library of a corpus, making an empty one where there is none."""

import atexit
import shutil
import tempfile
from pathlib import Path

from reader import places
from reader.language import _
from reader.library.errors import LibraryBusy, LibraryDamaged, LibraryError, NotALibrary
from reader.library.place import ensure_library, is_cache, set_damaged_aside
from reader.library.shelf import Shelf
from reader.library.sqlite_library import SqliteLibrary
from reader.system_words import os_words


def open_library(folder: Path, *, file: Path | None = None, shelf: Shelf | None = None) -> SqliteLibrary:
    """The library of the corpus in `folder`, as far as it is; `file`: elsewhere than in the cache.

    It never reads the corpus: `indexing.index` or `background.BackgroundIndexer` bring it up to date, given
    `library.file`.  Where the cache cannot be written, an empty library in a private temporary folder,
    removed when it is closed or the program ends; `library.notice` says so, as it says when a damaged one
    was set aside. Raises LibraryError: a file of another program or of a newer Reader, a damaged or
    unreadable one elsewhere than in the cache.
    """
    wanted = places.library_file(folder) if file is None else file
    try:
        return _opened(folder, wanted, shelf)
    except (LibraryBusy, NotALibrary):
        raise
    except LibraryDamaged as error:
        if not is_cache(wanted):
            raise
        try:
            notice = set_damaged_aside(wanted, error)
            ensure_library(folder, wanted)
            return SqliteLibrary(folder, wanted, shelf=shelf, notice=notice)
        except OSError as problem:
            return _temporary(folder, shelf, f"{error} ({os_words(problem)})")
    except LibraryError as error:
        if not is_cache(wanted) or type(error) is not LibraryError:
            raise
        return _temporary(folder, shelf, str(error))


def _opened(folder: Path, file: Path, shelf: Shelf | None) -> SqliteLibrary:
    notice = ensure_library(folder, file)
    return SqliteLibrary(folder, file, shelf=shelf, notice=notice)


def _temporary(folder: Path, shelf: Shelf | None, why: str) -> SqliteLibrary:
    """An empty library that lasts as long as it is open."""
    try:
        place = Path(tempfile.mkdtemp(prefix="reader-"))
    except OSError as error:
        raise LibraryError(
            _("no library can be kept, not even for a while ({strerror}): {why}").format(
                strerror=os_words(error), why=why
            )
        ) from error

    def remove() -> None:
        atexit.unregister(remove)
        shutil.rmtree(place, ignore_errors=True)

    atexit.register(remove)
    file = place / places.library_file(folder).name
    try:
        ensure_library(folder, file)
        notice = _("what is read here will not be kept: {why}").format(why=why)
        return SqliteLibrary(folder, file, shelf=shelf, notice=notice, when_closed=remove)
    except BaseException:
        remove()
        raise
