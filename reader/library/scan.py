"""Compares a folder with its library: what is new or changed, what is gone, what is left out."""

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
    folder: Path, db: sqlite3.Connection, report: Callable[[int], None], stopped: Callable[[], bool]
) -> Differences:
    """Walks `folder` and compares it with what `db` holds, by path, size and time.

    `report` is told how many files were seen; where `stopped` becomes true, nothing counts as gone.
    Raises OSError when the folder cannot be listed.
    """
    known = {row[0]: row[1:] for row in db.execute("SELECT path, size, mtime_ns, id FROM articles")}
    noted = {row[0]: row[1:] for row in db.execute("SELECT path, size, mtime_ns, reason FROM skipped")}
    differences = Differences()
    for number, file in enumerate(walk(folder)):
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
            before = noted.pop(path, None)
            if before is None or before[2] != file.reason:
                differences.skipped[file.path] = file.reason
    differences.gone = [row[2] for row in known.values()]
    differences.unskipped = list(noted)
    return differences
