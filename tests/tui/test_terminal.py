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
    check_bytes(terminal.sent)


def check_bytes(sent: bytes) -> None:
    """Nothing is left of what was sent, once the sequences of the program's own are taken away, that steers."""
    left = OWN.sub(b"", sent).decode("utf-8")
    odd = {sign for sign in left if (ord(sign) < 32 and sign not in "\n\r") or 127 <= ord(sign) < 160}
    assert not odd, re.findall(r".{0,30}[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f].{0,30}", left)
    assert not set(left) & set("\u202e\u202c\u2066\u2069\u200f")


PASTED = (
    "zzqx \x1b]52;c;QUJD\x07 \x1b[31mred\x1b[0m \x1b]0;title\x1b\\ \x1bP1$r\x1b\\ \x1b[?1049l \x1bc \x9b2J \x90q\x9c"
    " \x85\x00\x08\x0e\x7f \u202egnol\u202c \u2066x\u2069 \u200f \u2028 e"
    + "\u0301" * 40
    + " [/] [@click=app.bell()]x[/] zzqx\r\nzzqx\tz"
)
"""What must steer nothing, wherever it is pasted."""
PLACES = {
    "search": "/", "note": "a", "tags": "T", "command": "|", "palette": ":", "help": "?", "themes": "t",
    "files left out": "i", "names": "E", "who said what": "W", "question": "A", "list": "", "export": "X\r",
    "article": "\r", "search in the article": "\r/", "headings": "\rH", "note in the article": "\ra", "layout": "\rF",
}  # fmt: skip


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("bracketed", [True, False])
def test_only_known_sequences_reach_the_terminal_of_what_is_pasted(place: str, bracketed: bool) -> None:
    """With the mark that ends a paste in it, and, as where terminals know no such marks, as keys."""
    terminal = Terminal("plain")
    try:
        terminal.until(lambda: terminal.shows("12 articles"))
        for key in PLACES[place]:
            terminal.type(key)
            terminal.read(0.3)
        if bracketed:
            terminal.type(f"\x1b[200~{PASTED}\x1b[201~zz\x1b[200~{PASTED}\x1b[201~")
        else:
            terminal.type("".join(sign for sign in PASTED if sign not in "[]\r\n\x03|!oOeEV"))
        terminal.read(0.5)
        if place in ("search", "note", "tags", "search in the article", "note in the article"):
            terminal.until(lambda: terminal.shows("zzqx") or not bracketed)
            terminal.type("\r")
            terminal.read(0.3)
        terminal.type("\x03")
        assert terminal.ended() == 0
    finally:
        terminal.close()
    check_bytes(terminal.sent)
