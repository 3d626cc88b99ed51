"""On a real pseudo-terminal: it starts, answers, ends, and sends nothing but sequences of its own."""

import os
import re
import signal
import termios
from collections.abc import Iterator

import pytest

from tests.tui.pseudo_terminal import Terminal

OWN = re.compile(
    rb"\x1b\[[0-9;]*m"  # styles
    rb"|\x1b\[[0-9]*(?:;[0-9]*)?H|\x1b\[[0-9]*[ABCD]"  # where to write
    rb"|\x1b\[[0-9]*[LM]|\x1b\[(?:[0-9]+;[0-9]+)?r|\x1b\[6n"  # rows that move; how far the terminal is
    rb"|\x1b\[\?(?:25|1049|1000|1002|1003|1004|1006|1015|1016|2004|2026|2031|2048|7)[hl]"  # modes
    rb"|\x1b\[\?(?:2026|2048)\$p"  # questions about modes
    rb"|\x1b\[[<>=]?[0-9;]*u"  # kitty's keys
    rb"|\x1b\[0?c|\x1b\[[0-9]*[JKX]"
    rb"|\x1b\]22;[a-z]*\x1b\\\\?|\x1b\]22;[a-z]*\x07"  # shape of the pointer
)
"""What Textual and the app send on purpose."""


@pytest.fixture
def terminal() -> Iterator[Terminal]:
    opened = Terminal("plain")
    yield opened
    opened.close()


def test_it_starts_answers_and_leaves_the_terminal_as_it_was(terminal: Terminal) -> None:
    terminal.until(lambda: terminal.shows("Le conseil municipal") and terminal.shows("12 articles"))
    terminal.type("jj")
    terminal.until(lambda: terminal.shows("3/12"))
    terminal.type("q")
    assert terminal.ended() == 0
    assert termios.tcgetattr(terminal.slave)[:4] == terminal.before[:4]
    for mode in (b"\x1b[?1049l", b"\x1b[?25h", b"\x1b[?1000l", b"\x1b[?2004l"):
        assert mode in terminal.sent


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_it_with_the_place_kept(terminal: Terminal, number: signal.Signals) -> None:
    terminal.until(lambda: terminal.shows("12 articles"))
    terminal.type("\r")
    terminal.until(lambda: terminal.shows("Esc list"))
    terminal.type("  ")
    terminal.until(lambda: re.search(r"[5-9]\d %|100 %", terminal.screen.display[-1]))
    terminal.process.send_signal(number)
    assert terminal.ended(5) == 128 + number
    assert re.search(rb"places kept: \[[1-9]\d*\]", terminal.sent)


def test_an_ended_terminal_ends_it() -> None:
    terminal = Terminal("plain")
    try:
        terminal.until(lambda: terminal.shows("12 articles"))
        os.close(terminal.slave)
        os.close(terminal.master)
        terminal.process.wait(5)
    finally:
        if terminal.process.poll() is None:
            terminal.process.kill()
    assert terminal.process.returncode is not None


def test_ctrl_c_quits_from_the_search_box_too(terminal: Terminal) -> None:
    terminal.until(lambda: terminal.shows("12 articles"))
    terminal.type("/pha")
    terminal.until(lambda: terminal.shows("/ pha"))
    terminal.type("\x03")
    assert terminal.ended() == 0


def test_only_known_sequences_reach_the_terminal_from_a_hostile_corpus() -> None:
    terminal = Terminal("hostile")
    try:
        terminal.until(lambda: terminal.shows("1 article"))
        for keys, words in (("\r", "Esc list"), ("ee", "person"), ("\x1b", "Esc list"), ("i", "left out")):
            terminal.type(keys)
            terminal.until(lambda words=words: terminal.shows(words))  # type: ignore[misc]
        terminal.type("\x1b")
        terminal.read(0.5)
        terminal.type("q")
        terminal.read(0.3)
        terminal.type("q")
        assert terminal.ended() == 0
    finally:
        terminal.close()
    left = OWN.sub(b"", terminal.sent).decode("utf-8")
    odd = {sign for sign in left if (ord(sign) < 32 and sign not in "\n\r") or 127 <= ord(sign) < 160}
    assert not odd, re.findall(r".{0,30}[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f].{0,30}", left)
    assert not set(left) & set("\u202e\u202c\u2066\u2069\u200f")
