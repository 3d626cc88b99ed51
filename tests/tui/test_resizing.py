"""The terminal changes its size in every state, down to one cell and back; it is stopped, and goes on."""

import fcntl
import os
import signal
import struct
import termios
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.tui.pseudo_terminal import Terminal

STATES = ("", "\r", "/port", "?", "W", "E")
"""Keys that lead from the list to: the list, a text, the search, the help, who said what, all names."""
USUAL = (100, 30)


def resize(terminal: Terminal, columns: int, rows: int) -> None:
    fcntl.ioctl(terminal.slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
    terminal.process.send_signal(signal.SIGWINCH)
    terminal.screen.resize(rows, columns)


@pytest.fixture
def terminal() -> Iterator[Terminal]:
    opened = Terminal("plain", size=USUAL)
    opened.until(lambda: opened.shows("12 articles") and opened.shows("Le conseil municipal"))
    yield opened
    opened.close()


def settled(terminal: Terminal) -> list[str]:
    """What is on the screen once nothing more comes."""
    size = -1
    while size != len(terminal.sent):
        size = len(terminal.sent)
        terminal.read(0.5)
    return list(terminal.screen.display)


def test_it_stands_every_size_in_every_state_and_comes_back_whole(terminal: Terminal) -> None:
    for keys in STATES:
        terminal.type(keys)
        before = settled(terminal)
        for size in ((1, 1), (40, 12), (2, 60), (300, 100), (60, 2), (1, 1), USUAL):
            resize(terminal, *size)
            terminal.read(0.05)
        terminal.until(lambda before=before: settled(terminal) == before)  # type: ignore[misc]
        assert terminal.process.poll() is None
        terminal.type("\x1b")
        settled(terminal)


def test_a_storm_of_sizes_ends_with_the_screen_of_the_last(terminal: Terminal) -> None:
    before = settled(terminal)
    for number in range(60):
        resize(terminal, 40 + number, 12 + number % 7)
        time.sleep(0.002)
    resize(terminal, *USUAL)
    terminal.until(lambda: settled(terminal) == before)


def test_a_size_that_came_back_at_once_is_mended(terminal: Terminal) -> None:
    before = settled(terminal)
    resize(terminal, 50, 15)
    resize(terminal, *USUAL)
    terminal.until(lambda: settled(terminal) == before)


def test_the_redraw_key_mends_what_another_program_wrote(terminal: Terminal) -> None:
    before = settled(terminal)
    os.write(terminal.slave, b"\x1b[5;1H\x1b[31mnoise from elsewhere\x1b[10;20r\x1b[2L")
    assert settled(terminal) != before
    terminal.type("\x0c")
    terminal.until(lambda: settled(terminal) == before)


def test_it_is_stopped_and_goes_on(terminal: Terminal) -> None:
    before = settled(terminal)
    terminal.process.send_signal(signal.SIGTSTP)
    terminal.until(lambda: b"\x1b[?1049l" in terminal.sent)
    state = Path(f"/proc/{terminal.process.pid}/stat")
    end = time.monotonic() + 10
    while state.read_text().rpartition(")")[2].split()[0] != "T":
        assert time.monotonic() < end, "it does not stop"
        time.sleep(0.02)
    terminal.screen.reset()
    terminal.process.send_signal(signal.SIGCONT)
    terminal.until(lambda: settled(terminal) == before)
    terminal.type("j")
    terminal.until(lambda: terminal.shows("2/12"))
