"""The process that indexes in the background.

    python -m reader.library.background_process FOLDER FILE PARENT

Its first line of input is a JSON list of the paths that changed since the folder was indexed last, or `null`:
then it looks at the whole folder.  Prints events as JSON lines; ends when its standard input does, or when the
process PARENT ends.
"""

import json
import os
import signal
import sqlite3
import sys
import threading
import time
from contextlib import closing
from dataclasses import asdict
from pathlib import Path

from reader.language import _
from reader.library import rows
from reader.library.connections import open_reader
from reader.library.errors import LibraryBusy, LibraryError
from reader.library.indexing import index
from reader.library.interface import Status
from reader.library.parent_watch import die_with, read_lines_until_end
from reader.library.progress import Progress

_NICENESS = 5
_GRACE = 0.3
"""Seconds to end in good order, once nobody listens any more."""
_BETWEEN_REPORTS = 0.2
_BETWEEN_TRIES = 1.0
"""Seconds between two looks at whether another program has finished with the library."""


def main() -> None:
    """Runs the process."""
    folder, file = Path(sys.argv[1]), Path(sys.argv[2])
    die_with(int(sys.argv[3]))
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.nice(_NICENESS)
    stop = threading.Event()
    lines = read_lines_until_end(sys.stdin.buffer, at_end=lambda: _end_soon(stop))
    signal.signal(signal.SIGTERM, lambda *_: stop.set())
    try:
        status = _indexed(folder, file, stop, json.loads(lines.get() or b"null"))
        _tell("finished", **asdict(status))
    except LibraryError as error:
        _tell("failed", message=str(error))
    except MemoryError:
        _tell("failed", message=_("memory has run out while the articles were read"))
    except BrokenPipeError:
        os._exit(0)  # nobody listens; flushing at exit would fail again


def _indexed(folder: Path, file: Path, stop: threading.Event, changed: list[str] | None) -> Status:
    """Indexes as soon as no other program does; until then tells how far that one is. Raises LibraryError."""
    report = _Throttled()
    while True:
        try:
            return index(folder, file, progress=report, stop=stop, changed=changed)
        except LibraryBusy:
            changed = None
            status = _status(file)
            if status is not None:
                report(_progress_of(status))
            if stop.wait(_BETWEEN_TRIES):
                return status or Status(0, 0, 0)


def _status(file: Path) -> Status | None:
    try:
        db, _ = open_reader(file)
        with closing(db):
            return rows.read_status(db)
    except (sqlite3.Error, KeyError):
        return None


def _progress_of(status: Status) -> Progress:
    left_out = sum(status.skipped.values())
    if status.stored + left_out < status.found:
        return Progress("text", status.stored, status.found)
    return Progress("analysis", status.analysed, status.stored)


class _Throttled:
    """Tells progress a few times a second, and every change of stage."""

    def __init__(self) -> None:
        self._stage = ""
        self._next = 0.0

    def __call__(self, progress: Progress) -> None:
        """Tells `progress` if it is time to."""
        now = time.monotonic()
        if progress.stage != self._stage or now >= self._next or progress.done == progress.total:
            self._stage, self._next = progress.stage, now + _BETWEEN_REPORTS
            _tell("progress", **asdict(progress))


def _tell(event: str, **fields: object) -> None:
    sys.stdout.write(json.dumps({"event": event, **fields}) + "\n")
    sys.stdout.flush()


def _end_soon(stop: threading.Event) -> None:
    """Ends in good order, or at once where that takes too long: the library stands it."""
    stop.set()
    time.sleep(_GRACE)
    os._exit(0)


if __name__ == "__main__":
    main()
