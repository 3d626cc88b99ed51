"""Brings the library of a corpus up to date: first its texts, then their analysis."""

import errno
import os
import sqlite3
import threading
from collections.abc import Callable, Collection
from contextlib import closing
from pathlib import Path

from reader.corpus.safe import safe_line
from reader.language import _
from reader.library import rows
from reader.library.analysis_pass import AnalysisPass
from reader.library.audience import Audience, audience_of
from reader.library.batches import Batches
from reader.library.connections import open_writer
from reader.library.errors import LibraryDamaged, LibraryError, LibraryReadOnly, explained
from reader.library.interface import Status
from reader.library.place import is_cache, make_folder, make_if_needed, set_damaged_aside
from reader.library.progress import Progress
from reader.library.scan import Differences, compare, compare_paths
from reader.library.store import Store
from reader.library.text_pass import TextPass
from reader.library.writer_lock import WriterLock
from reader.system_words import os_words


def _silent(progress: Progress) -> None:
    """Tells nobody."""


def index(
    folder: Path, file: Path, *, progress: Callable[[Progress], None] = _silent, analyse: bool = True,
    processes: int = 2, stop: threading.Event | None = None, share_private: bool | None = None,
    changed: Collection[str] | None = None,
) -> Status:  # fmt: skip
    """Brings the library `file`, made where it is missing, up to what `folder` holds; returns how far it is.

    `processes`: how many in all, the one that writes among them (it has at least one other to analyse).
    `stop`: ends it early, in good order, once set.  `share_private`: whether a library that others may read
    also gets what they may not read in the folder; None: as it was said last, at first no.  `changed`: paths
    relative to `folder`, where nothing else changed since it was indexed last; saves looking at all the others.

    It may be cut off in any way: the next one goes on from there. A damaged library in the cache is set aside
    and made again. Raises LibraryError: another process is writing it, the folder cannot be listed, no space
    is left and the like.
    """
    is_stopped = stop.is_set if stop is not None else lambda: False
    work = _Indexing(folder, file, progress, is_stopped, share_private, changed)
    try:
        make_folder(file)
        with WriterLock(file):
            try:
                return work.run(analyse=analyse, workers=processes - 1)
            except LibraryDamaged as error:
                if not is_cache(file):
                    raise
                set_damaged_aside(file, error)
                return work.run(analyse=analyse, workers=processes - 1)
    except PermissionError as error:
        raise _not_ours(file, error) from error
    except OSError as error:
        raise _not_ours(file, error) if error.errno == errno.EROFS else explained(error, file) from error


def _not_ours(file: Path, error: OSError) -> LibraryError:
    if not os.access(file, os.R_OK):
        return explained(error, file)
    return LibraryReadOnly(
        _("this library can be read, but not brought up to date from here: {file}").format(
            file=safe_line(str(file))
        )
    )


class _Indexing:
    """One run over one library, whose lock is held."""

    def __init__(
        self, folder: Path, file: Path, progress: Callable[[Progress], None],
        is_stopped: Callable[[], bool], share_private: bool | None,  # noqa: FBT001 - one of ours alone calls it
        changed: Collection[str] | None,
    ) -> None:  # fmt: skip
        self._folder, self._file, self._share_private = folder, file, share_private
        self._changed = changed
        self._progress, self._is_stopped = progress, is_stopped

    def run(self, *, analyse: bool, workers: int) -> Status:
        """Both passes. Raises LibraryError and OSError."""
        make_if_needed(self._folder, self._file, share_private=bool(self._share_private))
        try:
            with closing(open_writer(self._file)) as db:
                self._check_origin(db)
                store = Store(db)
                if self._share_private is not None:
                    store.set_shares_private(self._share_private)
                batches = Batches(db, store)
                self._read_texts(db, store, batches)
                if analyse and not self._is_stopped():
                    self._analyse(db, store, batches, workers)
                return rows.read_status(db)
        except sqlite3.Error as error:
            raise explained(error, self._file) from error

    def _check_origin(self, db: sqlite3.Connection) -> None:
        """Keeps the library of one folder from being turned into that of another."""
        folder = os.fsencode(self._folder.resolve())
        (made_of,) = db.execute("SELECT folder FROM origin").fetchone()
        if made_of == folder:
            return
        if Path(os.fsdecode(made_of)).is_dir():
            other = safe_line(os.fsdecode(made_of))
            raise LibraryError(
                _("this is the library of another folder, {other}: {file}").format(
                    other=other, file=safe_line(str(self._file))
                )
            )
        db.execute("UPDATE origin SET folder = ?", (folder,))

    def _read_texts(self, db: sqlite3.Connection, store: Store, batches: Batches) -> None:
        differences = self._compare(db, None if store.shares_private() else audience_of(self._file))
        if self._is_stopped():
            return
        total = len(differences.to_read)
        texts = TextPass(db, store, self._folder, differences, batches)
        with batches:
            store.write_counts(differences.found)
            if texts.has_work:
                store.note_unfinished()
        batches.end()
        self._progress(Progress("text", 0, total))
        finished = texts.run(lambda done: self._progress(Progress("text", done, total)), self._is_stopped)
        if finished:
            self._finish_search(store, batches)

    def _compare(self, db: sqlite3.Connection, audience: Audience | None) -> Differences:
        """Raises LibraryError where the folder cannot be read, or not by all who may read the library."""
        if self._changed is not None and audience is None:
            some = compare_paths(self._folder, db, self._changed)
            if some is not None:
                return some
        may_show = audience.may_read if audience is not None else None
        try:
            if audience is not None and not audience.may_enter(self._folder):
                raise LibraryError(
                    _(
                        "others may read this library but not its folder; "
                        "close it to them (chmod go= FILE), or say --share-private: {file}"
                    ).format(file=safe_line(str(self._file)))
                )
            return compare(
                self._folder, db, lambda seen: self._progress(Progress("walk", seen, 0)), self._is_stopped,
                may_show,
            )  # fmt: skip
        except OSError as error:
            name = safe_line(str(self._folder))
            raise LibraryError(
                _("the folder cannot be read: {what}: {name}").format(what=os_words(error), name=name)
            ) from error

    def _analyse(self, db: sqlite3.Connection, store: Store, batches: Batches, workers: int) -> None:
        analyses = AnalysisPass(db, store, self._file, batches, workers=workers)
        if analyses.has_work:
            with batches:
                store.note_unfinished()
            batches.end()
        finished = analyses.run(
            lambda done, total: self._progress(Progress("analysis", done, total)), self._is_stopped
        )
        if finished:
            self._finish_search(store, batches)
            self._finish_naming(store, batches)

    def _finish_naming(self, store: Store, batches: Batches) -> None:
        if store.naming_is_due():
            with batches:
                store.finish_naming()
            batches.end()

    def _finish_search(self, store: Store, batches: Batches) -> None:
        if store.is_unfinished():
            with batches:
                store.finish_search()
            batches.end()
