"""Opens the SQLite file of a library: for its one writer, or for reading, and tells what the file is."""

import os
import sqlite3
import stat
import tempfile
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

from reader.corpus.safe import safe_line
from reader.language import _
from reader.library.audience import audience_of, shared_mode
from reader.library.errors import LibraryTooNew, NotALibrary, damaged
from reader.library.schema import APPLICATION_ID, VERSION, create_tables

_SIGNATURE = b"SQLite format 3\0"
_HEADER = 100
_COMPANIONS = ("-wal", "-shm", "-journal")
_PATIENCE = 5.0
"""Seconds that SQLite waits for another process; in WAL mode, readers only wait for a writer that closes."""


def version_of(file: Path) -> int:
    """The version of the library `file`, 0 where there is none yet (no file, or an empty one).

    Read from the file alone, without its journal, so that nothing is made beside it.  Raises LibraryTooNew,
    NotALibrary, LibraryDamaged and OSError.
    """
    name = safe_line(str(file))
    try:
        status = file.stat()
    except FileNotFoundError:
        return 0
    if not stat.S_ISREG(status.st_mode):  # a device, a pipe, a folder: never to be replaced
        raise NotALibrary(_("this is not a regular file: {name}").format(name=name))
    if status.st_size == 0:
        return 0
    application, version = _identity(file)
    if application != APPLICATION_ID:
        raise NotALibrary(_("this file is a database of another program: {name}").format(name=name))
    if version > VERSION:
        raise LibraryTooNew(
            _("a newer Reader made this library (format {version}, this one reads {ours}): {name}").format(
                version=version, ours=VERSION, name=name
            )
        )
    return version


def _identity(file: Path) -> tuple[int, int]:
    """Whose the database `file` is, and its version. Raises NotALibrary, LibraryDamaged and OSError.

    SQLite reads them, not we: a file that is opened and closed beside it loses this process all the locks that
    its connections hold on that file (sqlite.org/howtocorrupt.html, 2.2).
    """
    try:
        if file.stat().st_size < _HEADER:
            raise sqlite3.DatabaseError("shorter than its header")
        return _asked_who_it_is(file)
    except sqlite3.DatabaseError as error:
        with file.open("rb") as stream:
            head = stream.read(_HEADER)
        if head.startswith(_SIGNATURE[: len(head)]):
            raise damaged(file) from error
        raise NotALibrary(
            _("this file is not a library of Reader: {file}").format(file=safe_line(str(file)))
        ) from error


def _asked_who_it_is(file: Path) -> tuple[int, int]:
    """What `_identity` tells, of the file alone or, where that makes no sense, with its journal.

    A writer that fails or is killed while it moves its journal into the file (a full disk) leaves a file that
    is whole only with the journal.  Raises sqlite3.Error.
    """
    try:
        return _application_and_version(_address(file, "ro") + "&immutable=1")
    except sqlite3.DatabaseError:
        if not _holds_something(Path(f"{file}-wal")):
            raise
        return _application_and_version(_address(file, "ro"))


def _application_and_version(address: str) -> tuple[int, int]:
    with closing(sqlite3.connect(address, uri=True)) as db:
        (application,) = db.execute("PRAGMA application_id").fetchone()
        (version,) = db.execute("PRAGMA user_version").fetchone()
        return int(application), int(version)


def make_library(file: Path, folder: Path, *, private: bool, share_private: bool = False) -> None:
    """Puts an empty library of the corpus `folder` at `file`, in place of what stands there: whole, or not.

    `private`: only its owner may read it, else who the umask says and may enter the folder, or, with
    `share_private`, whether they may or not.  Programs that still read the old file go
    on with what they have.  Raises OSError and sqlite3.Error.
    """
    handle, name = tempfile.mkstemp(prefix=f"{file.name}.", suffix=".new", dir=file.parent)
    new = Path(name)
    try:
        if not private:
            group = os.fstat(handle).st_gid
            os.fchmod(handle, 0o666 & ~_umask() if share_private else shared_mode(folder, group, _umask()))
        os.close(handle)
        with closing(sqlite3.connect(_address(new, "rw"), uri=True, isolation_level=None)) as db:
            create_tables(db, os.fsencode(folder.resolve()))
            db.execute("PRAGMA journal_mode = WAL")
        _remove_companions(file)
        new.replace(file)
    finally:
        new.unlink(missing_ok=True)
        _remove_companions(new)


def open_writer(file: Path) -> sqlite3.Connection:
    """A connection that writes the library `file`; the caller begins transactions. Raises sqlite3.Error, OSError."""
    db = sqlite3.connect(
        _address(file, "rw"), uri=True, isolation_level=None, timeout=_PATIENCE, check_same_thread=False
    )
    try:
        harden(db)
        db.execute("PRAGMA synchronous = NORMAL")
        if (
            audience_of(file) is not None
        ):  # what is taken out of a shared library is not left in its free pages
            db.execute("PRAGMA secure_delete = 1")
        db.execute("PRAGMA cache_size = -32768")
        db.execute("PRAGMA journal_size_limit = 16777216")
    except BaseException:
        db.close()
        raise
    return db


def open_reader(file: Path) -> tuple[sqlite3.Connection, bool]:
    """A connection that only reads `file`, and whether it takes the file for unchanging.

    The latter where neither the journal of the writer is there nor one may be made (a library of somebody
    else, in a folder that is not ours): the connection must be thrown away when the file changes. Raises
    sqlite3.Error.
    """
    try:
        return _reader(_address(file, "ro")), False
    except sqlite3.OperationalError:
        if _holds_something(Path(f"{file}-wal")) or not os.access(file, os.R_OK):
            raise
    return _reader(_address(file, "ro") + "&immutable=1"), True


def _holds_something(file: Path) -> bool:
    try:
        return file.stat().st_size > 0
    except FileNotFoundError:
        return False


def _reader(address: str) -> sqlite3.Connection:
    db = sqlite3.connect(address, uri=True, isolation_level=None, timeout=_PATIENCE, check_same_thread=False)
    try:
        harden(db)
        db.execute("PRAGMA query_only = 1")
        db.execute("SELECT 1 FROM counts").fetchone()
    except BaseException:
        db.close()
        raise
    return db


def harden(db: sqlite3.Connection) -> None:
    """Keeps a crafted file from running functions by its schema, or reading others through it."""
    db.execute("PRAGMA trusted_schema = 0")
    db.execute("PRAGMA cell_size_check = 1")


def set_aside(file: Path) -> Path:
    """Moves a damaged library out of the way, in place of the last one that was; returns where it now is."""
    aside = file.with_name(file.name + ".damaged")
    _remove_companions(file)
    file.replace(aside)
    return aside


def _remove_companions(file: Path) -> None:
    """Deletes what SQLite keeps beside `file`, and would take for a part of the next file of that name."""
    for suffix in _COMPANIONS:
        Path(f"{file}{suffix}").unlink(missing_ok=True)


def _umask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def _address(file: Path, mode: str) -> str:
    return f"file:{quote(os.fsencode(file.absolute()))}?mode={mode}"
