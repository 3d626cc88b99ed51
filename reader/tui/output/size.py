"""The size of a terminal that does not know it."""

import os
import sys
import termios
from contextlib import suppress

USUAL = (24, 80)
"""Rows and columns of a terminal of which nothing is known."""


def give_size() -> None:
    """Gives the terminal the usual size where it has none, as on a serial line or under `script` and `expect`.

    Textual would take one size for another at the start, and draw for ever.
    """
    with suppress(OSError, ValueError, AttributeError, termios.error):
        descriptor = sys.__stdout__.fileno()  # type: ignore[union-attr]  # AttributeError is met
        if 0 in os.get_terminal_size(descriptor):
            termios.tcsetwinsize(descriptor, USUAL)
