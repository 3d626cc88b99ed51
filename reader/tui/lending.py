"""Lends the terminal to another program, or to plain text, and takes it back."""

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from textual.app import SuspendNotSupported

from reader.language import _
from reader.system_words import os_words

if TYPE_CHECKING:
    from reader.tui.screens.main import MainScreen

T = TypeVar("T")


def lend(screen: "MainScreen", work: Callable[[], T]) -> T | None:
    """What `work` returns, done on the terminal as it was before the app; None where that cannot be.

    An error of the system in it becomes a notice.  Ctrl+C meanwhile is for the program that runs.
    """
    try:
        with screen.app.suspend(), _interrupts_left_alone():
            try:
                return work()
            except OSError as error:
                name = error.filename if isinstance(error.filename, str) else ""
                problem = f"{name}: {os_words(error)}" if name else os_words(error)
    except SuspendNotSupported:
        problem = _("This terminal cannot be lent to another program")
    screen.notice(problem, problem=True)
    return None


def wait_for_enter() -> None:
    """Says how to come back, and waits for it."""
    sys.stdout.write("\n" + _("Enter: back to Reader") + " ")
    sys.stdout.flush()
    sys.stdin.readline()


@contextmanager
def _interrupts_left_alone() -> Iterator[None]:
    """A handler that does nothing, and not SIG_IGN, which the program would inherit."""
    before = signal.signal(signal.SIGINT, lambda _number, _frame: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
