"""Reader never speaks to a network: with sockets forbidden it does all it does, and in an empty one as well."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import SCHOOL, STORM, WATER
from tests.tui.pseudo_terminal import Terminal

ROOT = Path(__file__).parents[1]
ALL = """
import sys
from reader.cli.main import main
for words in ("index press", "list press", "search press maire", "entities press", "quotes press",
              "export press --json", "show press cantine.md", "paths press", "keys"):
    assert main(words.split()) == 0, words
assert not {"http.client", "urllib.request", "requests", "httpx", "ftplib", "smtplib"} & set(sys.modules)
"""
GUARD = r"""
import socket, sys
def forbid(event, details):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.bind", "socket.sendto") or (
        event == "socket.__new__" and details[1] != socket.AF_UNIX
    ):
        with open(FILE, "a") as file:
            file.write(f"{event} {details} {sys.argv}\n")
        raise OSError(f"no network: {event}")
sys.addaudithook(forbid)
"""


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Three articles."""
    folder = tmp_path / "press"
    folder.mkdir()
    for name, text in (("pont.txt", WATER), ("cantine.md", SCHOOL), ("tempete.txt", STORM)):
        (folder / name).write_text(text)
    return folder


@pytest.fixture
def watched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every Python process that is started writes what it wants of a network into this file, and is refused."""
    asked = tmp_path / "asked"
    folder = tmp_path / "guard"
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(GUARD.replace("FILE", repr(os.fspath(asked))))
    monkeypatch.setenv("PYTHONPATH", f"{folder}{os.pathsep}{ROOT}")
    for name in ("XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, os.fspath(tmp_path / name))
    return asked


def test_the_guard_guards(watched: Path) -> None:
    code = "import socket; socket.create_connection(('127.0.0.1', 9))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert "no network" in done.stderr
    assert watched.exists()


def test_no_command_and_no_process_of_it_asks_for_a_network(
    watched: Path, tmp_path: Path, corpus: Path
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", ALL], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert not watched.exists(), watched.read_text()


def test_the_app_asks_for_no_network(watched: Path, corpus: Path) -> None:
    terminal = Terminal(os.fspath(corpus), module="reader.cli", PYTHONPATH=os.environ["PYTHONPATH"])
    try:
        terminal.until(lambda: terminal.shows("3 articles"), 40)
        for keys in ("j", "\r", "e", "\r", "\x1b", "\x1b", "W", "\x1b", "/maire\r", "\x1b"):
            terminal.type(keys)
            terminal.read(0.3)
        terminal.type("\x03")
        assert terminal.ended() == 0
    finally:
        terminal.close()
    assert not watched.exists(), watched.read_text()


def test_in_an_empty_network_all_works_the_same(watched: Path, tmp_path: Path, corpus: Path) -> None:
    apart = ["unshare", "-n"]
    if subprocess.run([*apart, "true"], capture_output=True, check=False).returncode:
        pytest.skip("this machine lets nobody make an empty network")
    done = subprocess.run(
        [*apart, sys.executable, "-c", ALL], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
