"""Ways to the clipboard: what is written to the terminal, through tmux and screen too; and other tools."""

import base64
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.tui.clipboard import LARGEST, fitting, give, sequence, tools
from tests.tui.pseudo_terminal import ROOT, Terminal
from tests.tui.running import library_of, running

OSC_52 = re.compile(r"\x1b\]52;c;([A-Za-z0-9+/=]*)\a")


def copied(written: str) -> list[str]:
    """The texts that a terminal would take from what is written to it."""
    return [base64.b64decode(text).decode() for text in OSC_52.findall(written)]


def handed_on(written: str, begin: str) -> str:
    """What a multiplexer hands to its terminal: the inside of each string that begins with `begin`."""
    return "".join(re.findall(rf"\x1bP{begin}(.*?)\x1b\\", written, re.S)).replace("\x1b\x1b", "\x1b")


@given(st.text(max_size=40))
def test_a_terminal_takes_what_was_copied(text: str) -> None:
    plain = text.encode("utf-8", "replace").decode()
    assert copied(sequence(text, {"TERM": "xterm-256color"})) == [plain]
    in_tmux = sequence(text, {"TERM": "screen-256color", "TMUX": "/tmp/x,1,0"})
    assert copied(handed_on(in_tmux, "tmux;")) == [plain]
    assert copied(handed_on(sequence(text, {"TERM": "screen", "STY": "1.x"}), "")) == [plain]


def test_screen_is_given_strings_as_short_as_it_takes() -> None:
    text = "é" * 3000
    written = sequence(text, {"TERM": "screen.xterm-256color"})
    passed = written[written.index("\x1bP") :]
    assert max(len(part) for part in passed.split("\x1bP")) < 768
    assert copied(handed_on(passed, "")) == [text]


def test_no_more_than_a_terminal_takes_is_sent_and_no_sign_is_cut() -> None:
    text = "é" * LARGEST
    assert fitting(text) == "é" * (LARGEST // 2)
    assert len(sequence(text, {"TERM": "xterm"})) <= 100_000


def test_undecodable_names_are_copied_as_what_can_be() -> None:
    assert copied(sequence("a\udce9.txt", {})) == ["a?.txt"]


def tool(folder: Path, name: str, script: str) -> Path:
    file = folder / name
    file.write_text(f"#!/bin/sh\n{script}\n")
    file.chmod(0o755)
    return file


def test_the_tool_of_the_display_that_is_there_is_taken(tmp_path: Path) -> None:
    for name in ("wl-copy", "xsel", "tmux"):
        tool(tmp_path, name, "exit 0")
    path = {"PATH": os.fspath(tmp_path)}
    assert tools(path, "linux") == []
    assert tools(path | {"WAYLAND_DISPLAY": "wayland-0"}, "linux") == [["wl-copy"]]
    assert tools(path | {"DISPLAY": ":0"}, "linux") == [["xsel", "--clipboard", "--input"]]
    assert tools(path | {"TMUX": "x"}, "linux") == [["tmux", "load-buffer", "-w", "-"]]
    assert tools(path, "darwin") == []


def test_tools_that_fail_hang_or_are_gone_are_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.tui.clipboard._SECONDS", 0.2)
    kept = tmp_path / "kept"
    commands = [
        [os.fspath(tool(tmp_path, "fails", "exit 3"))],
        [os.fspath(tool(tmp_path, "hangs", "exec sleep 9"))],
        [os.fspath(tmp_path / "gone")],
        [os.fspath(tool(tmp_path, "works", f"cat > {kept}"))],
    ]
    assert give("où \udce9", commands) == [commands[3][0]]
    assert kept.read_text("utf-8") == "où ?"


async def test_a_copy_that_is_cut_is_told_with_both_numbers() -> None:
    async with running(library_of()) as run:
        run.main.copying.put("x" * (LARGEST + 6), "the text")
        assert run.main.footer_line.notice_text.startswith("Copied only 74,994 of 75,000 characters")


def test_a_copy_reaches_a_real_terminal() -> None:
    terminal = Terminal("plain")
    try:
        terminal.until(lambda: terminal.shows("12 articles"))
        terminal.type("yp")
        terminal.until(lambda: terminal.shows("27 characters"))
        assert copied(terminal.sent.decode("utf-8", "replace")) == ["valbrune/gazette/budget.txt"]
    finally:
        terminal.close()


@pytest.fixture
def tmux(tmp_path: Path) -> Iterator[list[str]]:
    """A tmux server of its own, whose programs may set its buffers."""
    if shutil.which("tmux") is None:
        pytest.skip("this machine has no tmux")
    command = ["tmux", "-S", os.fspath(tmp_path / "socket"), "-f", "/dev/null"]
    yield command
    subprocess.run([*command, "kill-server"], check=False, capture_output=True)


@pytest.mark.parametrize("by_tool", [True, False], ids=["as tmux has it by default", "by OSC 52 alone"])
def test_a_copy_is_in_a_buffer_of_tmux(by_tool: bool, tmux: list[str]) -> None:
    program = f"{sys.executable} -m tests.tui.terminal_program plain"
    shell = program if by_tool else f"env -u TMUX {program}"
    size = ["-x", "100", "-y", "30"]
    environ = {**os.environ, "PYTHONPATH": os.fspath(ROOT)}
    subprocess.run([*tmux, "new-session", "-d", *size, "-c", ROOT, shell], check=True, env=environ)
    if not by_tool:
        subprocess.run([*tmux, "set-option", "-s", "set-clipboard", "on"], check=True)

    def until(words: str, command: str) -> None:
        for _ in range(200):
            done = subprocess.run([*tmux, *command.split()], capture_output=True, text=True, check=False)
            if words in done.stdout:
                return
            time.sleep(0.1)
        pytest.fail(f"{words!r} is not in {done.stdout!r}")

    until("12 articles", "capture-pane -p")
    subprocess.run([*tmux, "send-keys", "y", "p"], check=True)
    until("valbrune/gazette/budget.txt", "show-buffer")
    until("27 characters", "capture-pane -p")
