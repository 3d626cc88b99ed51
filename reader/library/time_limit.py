"""A limit on how long a piece of work may take, kept from within the process that does it."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class TimeLimitReached(Exception):  # noqa: N818 - names what is the case
    """The work took too long, and was broken off."""


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Breaks off what is done within after `seconds` of the clock. Raises TimeLimitReached there.

    Regular expressions are broken off too: they look at signals as they go.  Only the main thread of a process
    gets signals: in another one nothing is limited.  Not to be nested.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    is_over = False

    def ring(_number: int, _frame: FrameType | None) -> None:
        if not is_over:  # the signal may come while the limit is being taken off
            raise TimeLimitReached

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds, 1.0)  # again each second, should the first be swallowed
    try:
        yield
    finally:
        is_over = True
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def seconds_for(size: int, *, least: float) -> float:
    """The seconds that an article of `size` bytes may take: `least`, and up to a hundred more for a long one."""
    return least + min(_MOST_MORE, size * _PER_BYTE)


_PER_BYTE = 20e-6
"""Seconds: above twice what analysis takes on a calm core (`benchmarks/growth.py`)."""
_MOST_MORE = 100.0
