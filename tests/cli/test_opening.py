"""`reader` and `reader FOLDER`: what is said where the app cannot be opened, and what opens it."""

from argparse import Namespace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from reader.cli import opening
from reader.cli.exit_codes import ExitCode
from reader.library.shelf import Shelf
from reader.places import shelf_file
from reader.resources import resource_folder
from tests.cli.running import Reader


def remember(folder: Path) -> None:
    shelf = Shelf(shelf_file())
    shelf.set_last_folder(folder)
    shelf.close()


def test_the_first_time_without_a_terminal_says_in_three_lines_what_to_do(reader: Reader) -> None:
    done = reader()
    assert (done.code, done.out) == (ExitCode.WRONG_USE, "")
    assert len(done.err.splitlines()) == 3
    assert "reader FOLDER" in done.err
    assert "reader sample:" in done.err


def test_the_first_time_on_a_terminal_offers_the_sample_and_takes_no(reader: Reader) -> None:
    done = reader.on_terminal(typed=b"n\n")
    assert done.code == ExitCode.FINE
    assert "Open the sample now? [Y/n]" in done.out
    assert "\x1b" not in done.out


def test_a_pipe_is_refused_in_one_line(reader: Reader, corpus: Path) -> None:
    done = reader("press")
    assert (done.code, done.out) == (ExitCode.WRONG_USE, "")
    assert done.err.count("\n") == 1
    assert "terminal" in done.err


def test_a_dumb_terminal_is_refused_in_one_line(reader: Reader, corpus: Path) -> None:
    done = reader.on_terminal("press", environment={"TERM": "dumb"})
    assert done.code == ExitCode.WRONG_USE
    assert done.err.count("\n") == 1
    assert "TERM" in done.err


def test_a_last_folder_that_is_gone_is_said(reader: Reader, tmp_path: Path) -> None:
    remember(tmp_path / "gone")
    done = reader()
    assert done.code == ExitCode.CANNOT
    assert f"{tmp_path}/gone" in done.err
    assert done.err.count("\n") == 1


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Path, dict[str, Any]]]:
    """What the app was opened with, in place of the app."""
    calls: list[tuple[Path, dict[str, Any]]] = []

    def run(folder: Path, **with_what: Any) -> int:
        calls.append((folder, with_what))
        return 0

    monkeypatch.setattr(opening, "_check_terminal", lambda: None)
    monkeypatch.setattr("reader.tui.app.run", run)
    return calls


def test_a_folder_is_opened_and_remembered(opened: list[tuple[Path, dict[str, Any]]], corpus: Path) -> None:
    assert opening.open_app(Namespace(folder=str(corpus), library=None)) == ExitCode.FINE
    assert opening.open_app(Namespace(folder=None, library=None)) == ExitCode.FINE
    assert [folder for folder, _ in opened] == [corpus, corpus]
    assert set(opened[0][1]) == {"library", "shelf", "indexer"}


def test_the_sample_is_opened_by_its_name(opened: list[tuple[Path, dict[str, Any]]]) -> None:
    opening.open_app(Namespace(folder="sample:", library=None))
    assert opened[0][0] == resource_folder("sample_corpus")


@pytest.mark.parametrize(
    ("answer", "opens"), [("", True), ("y", True), ("oui", True), ("n", False), ("?", False)]
)
def test_the_offer_of_the_sample(
    answer: str, opens: bool, opened: list[tuple[Path, dict[str, Any]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "_is_terminal", lambda: True)
    monkeypatch.setattr("builtins.input", lambda: answer)
    assert opening.open_app(Namespace(folder=None, library=None)) == ExitCode.FINE
    assert bool(opened) is opens


def test_the_question_ended_by_end_of_input_opens_nothing(
    opened: list[tuple[Path, dict[str, Any]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    def end() -> str:
        raise EOFError

    monkeypatch.setattr(opening, "_is_terminal", lambda: True)
    monkeypatch.setattr("builtins.input", end)
    assert opening.open_app(Namespace(folder=None, library=None)) == ExitCode.FINE
    assert opened == []


def test_terminals_are_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(isatty=lambda: True))
    monkeypatch.setattr("sys.stdout", SimpleNamespace(isatty=lambda: False))
    assert opening._is_terminal() is False
