"""Ends the app when its terminal goes away or it is asked to, with the reader's place kept."""

import asyncio
import os
import select
import signal
import sys
import threading
from collections.abc import Callable

GRACE_SECONDS = 2.0
"""After this long the process ends whatever hangs: a thread that reads an ended terminal spins for ever."""


def end_with(leave: Callable[[int], object]) -> None:
    """Calls `leave` on SIGHUP, SIGTERM or a terminal that hung up, and ends within the grace."""
    loop = asyncio.get_running_loop()

    def end(code: int) -> None:
        _end_after_grace(code)
        leave(code)

    for number in (signal.SIGHUP, signal.SIGTERM):
        loop.add_signal_handler(number, end, 128 + number)
    threading.Thread(target=_watch, args=(loop, end), name="hangup", daemon=True).start()


def _end_after_grace(code: int) -> None:
    """Ends the process in a while, from a thread: also where the app itself is too busy to hear of it."""
    timer = threading.Timer(GRACE_SECONDS, os._exit, (code,))
    timer.daemon = True
    timer.start()


def _watch(loop: asyncio.AbstractEventLoop, end: Callable[[int], None]) -> None:
    """Waits for the terminal to hang up."""
    try:
        poll = select.poll()
        poll.register(sys.__stdin__.fileno(), 0) if sys.__stdin__ is not None else None
        while True:
            if any(event & (select.POLLHUP | select.POLLERR | select.POLLNVAL) for _, event in poll.poll()):
                _end_after_grace(128 + signal.SIGHUP)
                loop.call_soon_threadsafe(end, 128 + signal.SIGHUP)
                return
    except (OSError, ValueError, RuntimeError):
        return  # no terminal to watch, or the loop has ended
