"""`reader settings`: what holds and from where, a file to begin with, the editor."""

import json
from pathlib import Path

import pytest

from reader.cli.exit_codes import ExitCode
from tests.cli.running import Reader


@pytest.fixture
def file(home: Path) -> Path:
    """Where the settings of this home stand."""
    found = home / ".config" / "reader" / "settings.toml"
    found.parent.mkdir(parents=True)
    return found


def test_every_value_is_printed_with_its_origin(
    file: Path, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.write_text("[reading]\nwidth = 60\n", "utf-8")
    monkeypatch.setenv("READER_MOUSE", "off")
    shown = reader("settings", "--json", "--set", "theme=light")
    rows = {row["key"]: row for row in map(json.loads, shown.out.splitlines())}
    assert (rows["reading.width"]["value"], rows["reading.width"]["origin"]) == (60, "file")
    assert (rows["mouse"]["value"], rows["mouse"]["origin"]) == (False, "environment")
    assert (rows["theme"]["value"], rows["theme"]["origin"]) == ("light", "flag")
    assert (rows["hints"]["value"], rows["hints"]["origin"]) == (True, "default")
    assert "reading.width\t60\tfile\t" in reader("settings").out


def test_a_wrong_value_is_one_line_and_the_command_goes_on(file: Path, reader: Reader) -> None:
    file.write_text('mouse = "\\u001b[31m"\n', "utf-8")
    shown = reader("keys")
    assert shown.code == ExitCode.FINE
    assert shown.err.count("\n") == 1
    assert "settings.toml, line 1, mouse" in shown.err
    assert b"\x1b" not in shown.stderr
    assert shown.out


def test_the_language_of_the_file_is_spoken_by_help_too(file: Path, reader: Reader) -> None:
    file.write_text('language = "fr"\n', "utf-8")
    assert "réglage" in reader("settings", "--help").out


def test_path_and_default(file: Path, reader: Reader) -> None:
    assert reader("settings", "--path").out.strip() == str(file)
    shown = reader("settings", "--default").out
    assert "# width = 72" in shown
    assert "[reading]" in shown


def test_edit_makes_the_file_and_checks_it(
    file: Path, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", "true")
    monkeypatch.delenv("VISUAL", raising=False)
    assert reader("settings", "--edit").code == ExitCode.FINE
    assert "width" in file.read_text("utf-8")
    monkeypatch.setenv("EDITOR", "sh -c 'echo mouse = 1 > $0'")
    shown = reader("settings", "--edit")
    assert shown.code == ExitCode.WRONG_USE
    assert "line 1, mouse" in shown.err
    monkeypatch.setenv("EDITOR", "no-such-editor")
    assert reader("settings", "--edit").code == ExitCode.CANNOT


def test_a_key_that_is_none_is_wrong_use(reader: Reader) -> None:
    for words in (["settings", "--set", "colour=1"], ["settings", "--set", "mouse"]):
        shown = reader(*words)
        assert shown.code == ExitCode.WRONG_USE
        assert shown.err.count("\n") == 1


def test_what_the_app_would_tell_of_keys_and_themes_is_told_here_too(file: Path, reader: Reader) -> None:
    file.write_text('[keys]\nstar = "f9"\nundo = "f9"\n', "utf-8")
    (file.parent / "themes").mkdir()
    (file.parent / "themes" / "mine.toml").write_text("x = [", "utf-8")
    told = reader("settings").err
    assert "f9 (star, undo)" in told
    assert "mine.toml" in told
    assert "there is no theme 'purple'; there are: ansi" in reader("settings", "--set", "theme=purple").err


def test_options_for_every_command_may_stand_before_its_name(
    reader: Reader, corpus: Path, tmp_path: Path
) -> None:
    french = reader("--set", "language=fr", "search", str(corpus), "zzxqj")
    assert french.code == ExitCode.NOTHING_FOUND
    assert "aucun article" in french.err
    assert reader("--set=theme=light", "settings").out.count('"light"\tflag') == 1
    library = tmp_path / "press.library"
    assert len(reader("--library", str(library), "list", str(corpus)).rows) == 3
    assert library.is_file()
    wrong = reader("--set", "no=thing", "list", str(corpus))
    assert (wrong.code, wrong.err.count("\n")) == (ExitCode.WRONG_USE, 1)
    assert reader("--version", "list").out.startswith("reader ")
