"""Compares a folder with its library: what is new or changed, what is gone, what is left out."""

import errno
import os
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from reader.corpus.walk import FoundFile, walk

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
    may_show: Callable[[os.stat_result], bool] | None = None,
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
        if isinstance(file, FoundFile):
            differences.found += 1
            row = known.pop(path, None)
            if row is not None and row[0] == file.size and row[1] == file.mtime_ns:
                continue
            if row is not None:
                differences.changed[file.path] = row[2]
            before = noted.get(path)
            if before is not None and before[0] == file.size and before[1] == file.mtime_ns:
                del noted[path]
                continue
            differences.to_read.append(file)
        else:
            if file.is_unlisted:
                unlisted.append(f"{file.path}/")
            before = noted.pop(path, None)
            if before is None or before[2] != file.reason:
                differences.skipped[file.path] = file.reason
    if known and number < 0:
        raise FileNotFoundError(errno.ENOENT, "it is empty now; is its disk mounted?", os.fspath(folder))
    beneath = tuple(map(os.fsencode, unlisted))
    differences.gone = [row[2] for path, row in known.items() if not path.startswith(beneath)]
    differences.unskipped = list(noted)
    return differences
