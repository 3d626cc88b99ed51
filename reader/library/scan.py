"""Compares a folder with its library: what is new or changed, what is gone, what is left out."""

import errno
import os
import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from reader.corpus.walk import FoundFile, MayShow, NeedsWalk, SkippedFile, look_at, walk

_EVERY = 2000
"""Files between two reports of how many were seen."""


@dataclass(slots=True)
class Differences:
    """What a folder holds that its library does not, and the other way round.

    `to_read`: files that are new or changed, in the order of the walk.  `changed`: of those, the ids by
    path. `gone`: ids of articles whose file is not there any more.  `found`: files that may be articles.
    `skipped`: what the walk leaves out, path → reason, where it is not noted yet; `unskipped`: paths noted
    that are no longer left out.
    """

    found: int = 0
    to_read: list[FoundFile] = field(default_factory=list)
    changed: dict[str, int] = field(default_factory=dict)
    gone: list[int] = field(default_factory=list)
    skipped: dict[str, str] = field(default_factory=dict)
    unskipped: list[bytes] = field(default_factory=list)


def compare(
    folder: Path, db: sqlite3.Connection, report: Callable[[int], None], stopped: Callable[[], bool],
    may_show: MayShow | None = None,
) -> Differences:  # fmt: skip
    """Walks `folder` and compares it with what `db` holds, by path, size and time.

    `report` is told how many files were seen; where `stopped` becomes true, nothing counts as gone.
    `may_show`: see `walk`.  What lies in a sub-folder that cannot be listed for now is not gone.
    Raises OSError when the folder cannot be listed, or is empty and was not: a disk that is not mounted.
    """
    known = {row[0]: row[1:] for row in db.execute("SELECT path, size, mtime_ns, id FROM articles")}
    noted = {row[0]: row[1:] for row in db.execute("SELECT path, size, mtime_ns, reason FROM skipped")}
    differences = Differences()
    number = -1
    unlisted: list[str] = []
    for number, file in enumerate(walk(folder, may_show)):
        if number % _EVERY == 0:
            report(number)
            if stopped():
                return Differences()
        path = os.fsencode(file.path)
        row = None
        if isinstance(file, FoundFile):
            differences.found += 1
            row = known.pop(path, None)
        elif file.is_unlisted:
            unlisted.append(f"{file.path}/")
        if _sort_in(differences, file, row, noted.get(path)):
            noted.pop(path, None)
    if known and number < 0:
        raise FileNotFoundError(errno.ENOENT, "it is empty now; is its disk mounted?", os.fspath(folder))
    beneath = tuple(map(os.fsencode, unlisted))
    differences.gone = [row[2] for path, row in known.items() if not path.startswith(beneath)]
    differences.unskipped = list(noted)
    return differences


def compare_paths(folder: Path, db: sqlite3.Connection, paths: Iterable[str]) -> Differences | None:
    """What became of some files since `db` was compared with the whole `folder`; the rest counts as unchanged.

    `paths`: relative to the folder, as `FoundFile.path`.  None where only `compare` can tell.
    Raises OSError when the folder cannot be listed.
    """
    (found,) = db.execute("SELECT value FROM counts WHERE name = 'found'").fetchone()
    with os.scandir(folder) as listing:
        is_empty = next(listing, None) is None
    if not found or is_empty:
        return None  # a library made anew, a disk that is not mounted
    differences = Differences(found=found)
    for path in paths:
        key = os.fsencode(path)
        row = db.execute("SELECT size, mtime_ns, id FROM articles WHERE path = ?", (key,)).fetchone()
        noted = db.execute("SELECT size, mtime_ns, reason FROM skipped WHERE path = ?", (key,)).fetchone()
        try:
            file = look_at(folder, path)
        except NeedsWalk:
            return None
        if row is None and noted is None and _was_folder(db, key):
            return None
        was_found = row is not None or (noted is not None and noted[0] is not None)
        differences.found += isinstance(file, FoundFile) - was_found
        if row is not None and not isinstance(file, FoundFile):
            differences.gone.append(row[2])
        holds = file is not None and _sort_in(differences, file, row, noted)
        if noted is not None and not holds:
            differences.unskipped.append(key)
    return differences


def _was_folder(db: sqlite3.Connection, path: bytes) -> bool:
    """Whether `db` knows of anything beneath `path`."""
    beneath = (path + b"/", path + b"0")  # 0 comes behind the slash
    query = "SELECT 1 FROM articles WHERE path > ? AND path < ? UNION SELECT 1 FROM skipped WHERE path > ? AND path < ?"
    return db.execute(query, beneath * 2).fetchone() is not None


def _sort_in(
    differences: Differences, file: FoundFile | SkippedFile, row: tuple[int, int, int] | None,
    noted: tuple[int | None, int | None, str] | None,
) -> bool:  # fmt: skip
    """Puts `file` where it belongs, given its article's size, time and id, and the same of what is noted of it as
    left out, with the reason; returns whether that note still holds."""
    if isinstance(file, SkippedFile):
        if noted is None or noted[2] != file.reason:
            differences.skipped[file.path] = file.reason
        return True
    stamp = (file.size, file.mtime_ns)
    if row is not None and row[:2] == stamp:
        return False
    if row is not None:
        differences.changed[file.path] = row[2]
    if noted is not None and noted[:2] == stamp:
        return True
    differences.to_read.append(file)
    return False
