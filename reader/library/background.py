"""Brings a library up to date beside the program that reads it, in a process of its own."""

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from reader.language import _
from reader.library.interface import Status
from reader.library.progress import Progress
from reader.library.worker import worker_environment
from reader.system_words import os_words

_GRACE = 0.5
"""Seconds that a process has to end in good order, from when it is asked to."""
_MOST_CHANGED = 1000
"""Paths that are looked at one by one; with more, the whole folder is."""


@dataclass(frozen=True, slots=True)
class Finished:
    """The library is up to date, or was stopped on the way; `status` tells how far it is."""

    status: Status


@dataclass(frozen=True, slots=True)
class Failed:
    """Indexing ended early; `message` is one line for the user."""

    message: str


Event = Progress | Finished | Failed


class BackgroundIndexer:
    """Indexes `folder` into the library `file` at a lower priority, from when `events` is called."""

    def __init__(self, folder: Path, file: Path) -> None:
        self._folder, self._file = folder, file
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._end_by: float | None = None
        self._stopped = self._interrupted = False
        self._changed: set[str] | None = None
        self._watch_is_new = False

    def events(self, *, whole: bool = True) -> Iterator[Event]:
        """Indexes once, and tells how it goes; the last event is Finished or Failed, unless it is stopped.

        Blocks between events, so it is read from a thread of its own, which lasts as long as the indexing.
        Called again, it brings the library up to date again.  `whole`: whether to look at the whole folder
        even where `changes` told what changed since.
        """
        with self._lock:
            changed, self._changed = None if whole else self._changed, set()
            first_of_watch, self._watch_is_new = self._watch_is_new, False
        if changed is None or not first_of_watch:
            yield from self._run(changed)
            return
        for event in self._run(changed):
            if isinstance(event, Failed):
                yield event
                return
            if isinstance(event, Progress):
                yield event
        yield from self._run(None)  # what changed before the watch began was told to nobody

    def _run(self, changed: set[str] | None) -> Iterator[Event]:
        """The events of one process; `changed`: the paths it looks at, None for the whole folder."""
        try:
            process = self._start(changed)
        except OSError as error:
            yield Failed(_("articles cannot be read in the background: {what}").format(what=os_words(error)))
            return
        if process is None:
            return
        texts_are_read = False
        try:
            for event in self._heard(process):
                reads = isinstance(event, Progress) and event.stage != "analysis"
                texts_are_read = texts_are_read or not (reads or isinstance(event, Failed))
                yield event
        finally:
            self._end(process)
            if not texts_are_read:
                self._note(None)

    def changes(self, stop: threading.Event, *, polling: bool) -> Iterator[int]:
        """How many files of the folder changed, each time some did; see `watching.changes`. Raises CannotWatch."""
        from reader.library.watching import changes

        self._watch_is_new = True
        for paths in changes(self._folder, stop, besides=self._file, polling=polling):
            self._note(paths)
            yield len(paths or ())

    def interrupt(self) -> None:
        """Ends the indexing that is at work; `events` ends without a last event, and may be called again."""
        with self._lock:
            self._interrupted = self._process is not None
            process = self._process
        if process is not None:
            self._end(process)

    def ask_to_stop(self) -> None:
        """Has the indexing end while the caller does other things; `stop` waits for it. It does not start again."""
        with self._lock:
            self._stopped = True
            process = self._process
        if process is not None:
            self._ask_to_end(process)

    def stop(self) -> None:
        """Ends the indexing, within half a second; what was stored stays. It does not start again."""
        self.ask_to_stop()
        with self._lock:
            process = self._process
        if process is not None:
            self._end(process)

    def _note(self, changed: frozenset[str] | None) -> None:
        """Keeps for the next run what changed; None: it takes the whole folder to tell."""
        with self._lock:
            if changed is None or self._changed is None:
                self._changed = None
            else:
                self._changed |= changed
                if len(self._changed) > _MOST_CHANGED:
                    self._changed = None

    def _start(self, changed: set[str] | None) -> "subprocess.Popen[bytes] | None":
        """The process, or None where one is at work or none is wanted any more. Raises OSError."""
        words = (os.fspath(self._folder), os.fspath(self._file), str(os.getpid()))
        with self._lock:
            if self._stopped or self._process is not None:
                return None
            self._interrupted = False
            self._process = subprocess.Popen(
                [sys.executable, "-m", "reader.library.background_process", *words],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                env=worker_environment(), process_group=0,
            )  # fmt: skip
            assert self._process.stdin is not None
            with suppress(BrokenPipeError):  # it ended at once; nothing will be heard of it
                self._process.stdin.write(
                    json.dumps(None if changed is None else sorted(changed)).encode() + b"\n"
                )
                self._process.stdin.flush()
            return self._process

    def _heard(self, process: "subprocess.Popen[bytes]") -> Iterator[Event]:
        assert process.stdout is not None
        told = False
        with suppress(ValueError):  # what is read was closed by `stop`
            for line in process.stdout:
                event = _event(json.loads(line))
                told = not isinstance(event, Progress)
                yield event
                if told:
                    return
        if not told and not self._stopped and not self._interrupted:
            yield Failed(_("the process that reads the articles ended without a word"))

    def _ask_to_end(self, process: "subprocess.Popen[bytes]") -> None:
        """Gives the process until a moment, which the first to ask sets."""
        with self._lock:
            if process is self._process and self._end_by is None:
                self._end_by = time.monotonic() + _GRACE
        with suppress(OSError):
            if process.stdin is not None:
                process.stdin.close()

    def _end(self, process: "subprocess.Popen[bytes]") -> None:
        """Has the process end, by itself if it can."""
        self._ask_to_end(process)
        end_by = self._end_by or 0.0
        try:
            process.wait(max(0.0, end_by - time.monotonic()))
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        with self._lock:
            if self._process is process:
                self._process = self._end_by = None


def _event(told: "dict[str, object]") -> Event:
    """The event that a line of the other process tells."""
    kind = told.pop("event")
    if kind == "finished":
        return Finished(Status(**told))  # type: ignore[arg-type]
    if kind == "failed":
        return Failed(str(told["message"]))
    return Progress(**told)  # type: ignore[arg-type]
