"""Ends a process when the one it works for has ended, however that came."""

import ctypes
import os
import queue
import signal
import sys
import threading
from collections.abc import Callable
from typing import BinaryIO

_SET_DEATH_SIGNAL = 1


def die_with(parent: int) -> None:
    """Has the system kill this process when `parent` ends, where it can (Linux); ends it if that was before.

    Linux means the thread of the parent that started this process: it has to last.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(_SET_DEATH_SIGNAL, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != parent:
        os._exit(0)


def read_lines_until_end(
    stream: BinaryIO, at_end: Callable[[], None] | None = None
) -> "queue.SimpleQueue[bytes | None]":
    """The lines of `stream`, read by a thread, so that its end is seen at once.

    At the end `at_end` is called, which by default ends the process: who wrote has gone, and so nobody
    waits for what it is doing.  None stands for the end in the queue.
    """
    lines: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()

    def read() -> None:
        for line in stream:
            lines.put(line.rstrip(b"\n"))
        if at_end is None:
            os._exit(0)
        lines.put(None)
        at_end()

    threading.Thread(target=read, daemon=True, name="parent-watch").start()
    return lines
