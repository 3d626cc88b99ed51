"""The SQLite file of the shelf: opened, made, set aside where it is damaged, or replaced by memory."""

import itertools
import os
import sqlite3
import time
from contextlib import closing, suppress
from pathlib import Path
from urllib.parse import quote

from reader.corpus.safe import safe_line
from reader.language import _
from reader.library.errors import sqlite_words
from reader.system_words import os_words

_APPLICATION_ID = 0x52645368
_VERSION = 2
"""What `user_version` holds.  A later version only ever adds tables, so that an earlier shelf loses nothing."""
_PATIENCE = 5.0
"""Seconds to wait for another program that writes the same shelf."""
_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_TABLES = (
    "CREATE TABLE IF NOT EXISTS marks (content_key TEXT PRIMARY KEY, read INTEGER NOT NULL DEFAULT 0, "
    "starred INTEGER NOT NULL DEFAULT 0, position INTEGER) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS folders ("
    "folder BLOB PRIMARY KEY, opened REAL NOT NULL, content_key TEXT) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS searches ("
    "folder BLOB, query TEXT, at REAL NOT NULL, PRIMARY KEY (folder, query)) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS notes (id TEXT PRIMARY KEY, content_key TEXT NOT NULL, start INTEGER, "
    "stop INTEGER, passage TEXT NOT NULL, words TEXT NOT NULL, at REAL NOT NULL) WITHOUT ROWID",
    "CREATE INDEX IF NOT EXISTS notes_by_article ON notes(content_key)",
    "CREATE TABLE IF NOT EXISTS tags (content_key TEXT, tag TEXT, PRIMARY KEY (content_key, tag)) WITHOUT ROWID",
    "CREATE INDEX IF NOT EXISTS articles_by_tag ON tags(tag)",
    "CREATE TABLE IF NOT EXISTS views (folder BLOB, name TEXT, value TEXT NOT NULL, "
    "PRIMARY KEY (folder, name)) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS visits (folder BLOB PRIMARY KEY, seen BLOB NOT NULL) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS traces (content_key TEXT, folder BLOB, path BLOB, digest TEXT NOT NULL, "
    "PRIMARY KEY (content_key, folder, path)) WITHOUT ROWID",
)
"""The tables.  `folder` and `path` are `os.fsencode`d.

`notes.start` and `stop` are NULL for a note on a whole article.  `views.value` is JSON.  `visits.seen`: what was in
the folder at the last visit, see `visits.packed`.  `traces`: where what was marked stood last.
"""


class ShelfUnusable(Exception):  # noqa: N818 - names what is the case
    """Why the file cannot be used as it is; its text is one line for the user."""


def open_shelf(file: Path) -> tuple[sqlite3.Connection, str | None]:
    """The shelf in `file`, made where there is none; and what to tell the user, if anything.

    Where it cannot be written, a copy in memory; a damaged one is set aside first.
    """
    try:
        return _opened(file), None
    except (sqlite3.DatabaseError, ShelfUnusable, OSError) as error:
        if not _is_damage(error):
            problem = error if isinstance(error, ShelfUnusable) else unusable_because(file, error)
            return _copied(file), str(problem)
    try:
        aside = _set_aside(file)
        return _opened(file), _(
            "the shelf was damaged; a new one is begun, the old one kept as {aside}"
        ).format(aside=safe_line(str(aside)))
    except (sqlite3.DatabaseError, ShelfUnusable, OSError) as error:
        return _new_in_memory(), str(unusable_because(file, error))


def unusable_because(file: Path, error: Exception) -> ShelfUnusable:
    """What to tell the user when `error` comes of writing the shelf `file`."""
    if isinstance(error, OSError):
        reason = os_words(error)
    else:
        reason = sqlite_words(error) if isinstance(error, sqlite3.Error) else str(error)
    return ShelfUnusable(
        _("marks and notes will not be kept: {reason}: {file}").format(
            reason=safe_line(reason), file=safe_line(str(file))
        )
    )


def in_memory(db: sqlite3.Connection) -> sqlite3.Connection:
    """A copy in memory of what `db` holds, as far as it can be read."""
    copy = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    with suppress(sqlite3.DatabaseError):
        db.backup(copy)
    try:
        _make_tables(copy)
    except sqlite3.DatabaseError:
        copy.close()
        return _new_in_memory()
    return copy


def _opened(file: Path) -> sqlite3.Connection:
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not file.exists():  # an existing one, opened and closed beside SQLite, would lose it its locks
        os.close(os.open(file, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600))
    db = _connected(file, "rw")
    try:
        _check(db, file)
        db.execute("PRAGMA synchronous = NORMAL")
        db.execute("BEGIN IMMEDIATE")
        _make_tables(db)
        db.execute("COMMIT")
        db.execute("PRAGMA journal_mode = WAL")
    except BaseException:
        db.close()
        raise
    return db


def _check(db: sqlite3.Connection, file: Path) -> None:
    """Raises ShelfUnusable for a newer or foreign file, sqlite3.DatabaseError for a damaged one."""
    if db.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
        raise _damage()
    (application,) = db.execute("PRAGMA application_id").fetchone()
    (version,) = db.execute("PRAGMA user_version").fetchone()
    (tables,) = db.execute("SELECT count(*) FROM sqlite_master").fetchone()
    name = safe_line(str(file))
    if application != _APPLICATION_ID and (application or tables):
        raise ShelfUnusable(
            _("marks and notes will not be kept: this is a file of another program: {name}").format(name=name)
        )
    if version > _VERSION:
        raise ShelfUnusable(
            _("marks and notes will not be kept: a newer Reader wrote the shelf: {name}").format(name=name)
        )


def _make_tables(db: sqlite3.Connection) -> None:
    for statement in _TABLES:
        db.execute(statement)
    db.execute(f"PRAGMA application_id = {_APPLICATION_ID}")
    db.execute(f"PRAGMA user_version = {_VERSION}")


def _copied(file: Path) -> sqlite3.Connection:
    """A shelf in memory that holds what can be read of `file`."""
    for options in ("", "&immutable=1"):
        with (
            suppress(sqlite3.DatabaseError, ShelfUnusable),
            closing(_connected(file, "ro" + options)) as db,
        ):
            _check(db, file)
            return in_memory(db)
    return _new_in_memory()


def _new_in_memory() -> sqlite3.Connection:
    db = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    _make_tables(db)
    return db


def _connected(file: Path, mode: str) -> sqlite3.Connection:
    address = f"file:{quote(os.fsencode(file.absolute()))}?mode={mode}"
    db = sqlite3.connect(address, uri=True, isolation_level=None, timeout=_PATIENCE, check_same_thread=False)
    db.execute("PRAGMA trusted_schema = 0")
    return db


def _set_aside(file: Path) -> Path:
    """Renames a damaged shelf and what SQLite keeps beside it. Raises OSError."""
    stamp = f"{file.name}.damaged-{time.strftime('%Y%m%d-%H%M%S')}"
    names = (file.with_name(f"{stamp}-{number}") for number in itertools.count(1))
    aside = next(name for name in names if not name.exists())
    for suffix in ("-wal", "-shm", "-journal"):
        with suppress(FileNotFoundError):
            Path(f"{file}{suffix}").rename(f"{aside}{suffix}")
    file.rename(aside)
    return aside


def _damage() -> sqlite3.DatabaseError:
    error = sqlite3.DatabaseError("the file is damaged")
    error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
    return error


def _is_damage(error: Exception) -> bool:
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in _DAMAGED
