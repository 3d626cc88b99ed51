"""However the app ends, what was read is kept, nothing of it goes on running, and the terminal is usable."""

import fcntl
import os
import signal
import sqlite3
import struct
import termios
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from reader.library.shelf import Shelf
from reader.places import library_file, log_file, shelf_file
from tests.library.corpora import processes_with, wait_until, write_corpus
from tests.library.killing import is_whole
from tests.tui.pseudo_terminal import Terminal

Open = Callable[..., Terminal]


@pytest.fixture
def press(tmp_path: Path) -> Path:
    """More articles than are analysed before a test is over."""
    return write_corpus(tmp_path / "press", 200)


@pytest.fixture
def opened() -> Iterator[Open]:
    terminals: list[Terminal] = []

    def open_it(*words: str | Path, module: str = "reader.cli") -> Terminal:
        terminal = Terminal(*[os.fspath(word) for word in words], module=module)
        terminals.append(terminal)
        return terminal

    yield open_it
    for terminal in terminals:
        terminal.close()


def running(folder: Path) -> int:
    """How many processes work for the library of `folder`."""
    return len(processes_with(os.fspath(library_file(folder))))


def is_kept(folder: Path) -> bool:
    """Whether the article that was opened is on the shelf."""
    with closing(Shelf(shelf_file())) as shelf:
        return bool(shelf.read_keys()) and shelf.last_folder() == folder.resolve()


def pressed(terminal: Terminal, key: str, happened: Callable[[], bool]) -> bool:
    """Whether the key, pressed again as a user would, has had its effect: a terminal taken anew loses keys."""
    terminal.type(key)
    terminal.read(1.0)
    return happened()


@pytest.mark.parametrize("end", ["SIGTERM", "SIGHUP", "terminal closed", "SIGKILL"])
def test_all_processes_are_gone_and_what_was_read_is_kept(opened: Open, press: Path, end: str) -> None:
    terminal = opened(press)
    terminal.until(lambda: running(press) >= 2 and terminal.shows("Histoire"), 60)
    terminal.type("\r")
    terminal.until(lambda: terminal.shows("Esc"), 30)
    if end == "terminal closed":
        os.close(os.dup(terminal.master))
        os.dup2(os.open(os.devnull, os.O_RDWR), terminal.master)
        os.dup2(os.open(os.devnull, os.O_RDWR), terminal.slave)
    else:
        terminal.process.send_signal(getattr(signal, end))
    terminal.process.wait(10)
    assert wait_until(lambda: running(press) == 0, 5)
    assert is_kept(press)
    assert is_whole(library_file(press))


def test_a_crash_leaves_the_terminal_usable_and_one_line_that_names_the_log(
    opened: Open, press: Path
) -> None:
    terminal = opened(press, module="tests.cli.crashing_program")
    terminal.until(lambda: terminal.shows("Histoire"), 60)
    terminal.type("?")
    assert terminal.ended(20) == 70
    assert termios.tcgetattr(terminal.slave)[:4] == terminal.before[:4]
    after = terminal.sent[terminal.sent.rindex(b"\x1b[?1049l") :]
    assert b"\x1b[?25h" in after
    lines = [line for line in after.decode().split("\r\n") if "reader: " in line]
    assert len(lines) == 1
    assert os.fspath(log_file()) in lines[0]
    assert b"\x1b[31m" not in after
    assert "ZeroDivisionError" in log_file().read_text()
    assert wait_until(lambda: running(press) == 0, 5)


def test_a_storm_of_sizes_and_a_pause_are_lived_through(opened: Open, press: Path) -> None:
    terminal = opened(press)
    terminal.until(lambda: terminal.shows("Histoire"), 60)
    for number in range(60):
        size = struct.pack("HHHH", 1 + number % 30, 1 + 7 * number % 110, 0, 0)
        fcntl.ioctl(terminal.slave, termios.TIOCSWINSZ, size)
        terminal.process.send_signal(signal.SIGWINCH)
    fcntl.ioctl(terminal.slave, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 100, 0, 0))
    terminal.process.send_signal(signal.SIGSTOP)
    terminal.process.send_signal(signal.SIGCONT)
    terminal.process.send_signal(signal.SIGWINCH)
    terminal.read(0.5)
    terminal.screen.reset()
    assert wait_until(lambda: pressed(terminal, "\x0c", lambda: terminal.shows("Histoire")), 60)
    assert wait_until(lambda: pressed(terminal, "\x03", lambda: terminal.process.poll() is not None), 30)
    assert terminal.ended() == 0
    assert termios.tcgetattr(terminal.slave)[:4] == terminal.before[:4]


def test_a_pause_that_nobody_announced_leaves_one_reader_of_keys(opened: Open, press: Path) -> None:
    terminal = opened(press)
    terminal.until(lambda: terminal.shows("Histoire"), 60)
    for _ in range(3):
        terminal.process.send_signal(signal.SIGSTOP)
        terminal.read(0.2)
        terminal.process.send_signal(signal.SIGCONT)
        terminal.read(0.5)
    assert wait_until(lambda: pressed(terminal, "q", lambda: terminal.process.poll() is not None), 30)
    assert terminal.ended() == 0
    assert termios.tcgetattr(terminal.slave)[:4] == terminal.before[:4]


def test_a_library_that_goes_bad_under_the_app_is_no_crash(opened: Open, press: Path, tmp_path: Path) -> None:
    terminal = opened(press)
    terminal.until(lambda: terminal.shows("Histoire"), 60)
    with closing(sqlite3.connect(library_file(press), timeout=20)) as db:
        db.execute("UPDATE texts SET text = x'00ff' WHERE id > 5")
        db.commit()
    terminal.type("jjjjjjjj")
    terminal.until(lambda: terminal.shows("damaged"), 30)
    terminal.type("q")
    assert terminal.ended(20) == 0
    assert not log_file().exists()
