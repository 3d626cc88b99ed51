"""What `reader --help` and the help of each command promise."""

import subprocess
import sys
from pathlib import Path

import pytest

from reader.cli.arguments import command_parser
from reader.cli.commands.table import COMMANDS
from reader.cli.exit_codes import ExitCode
from tests.cli.running import Reader


def test_help_names_every_command_and_every_exit_code(reader: Reader) -> None:
    shown = reader("--help")
    assert shown.code == ExitCode.FINE
    assert shown.err == ""
    for name, command in COMMANDS.items():
        assert f"  {name:<10} {command.summary}" in shown.out
    codes = shown.out.partition("exit codes:")[2]
    for code in ExitCode:
        assert str(int(code)) in codes


@pytest.mark.parametrize("name", COMMANDS)
def test_help_of_each_command_ends_with_examples_of_that_command(name: str, reader: Reader) -> None:
    shown = reader(name, "--help")
    assert shown.code == ExitCode.FINE
    assert shown.out.startswith(f"usage: reader {name}")
    assert f"\n  reader {name}" in shown.out.partition("\nexamples:\n")[2]
    assert all(len(line) <= 100 for line in shown.out.splitlines())


@pytest.mark.parametrize("name", COMMANDS)
def test_every_argument_is_explained(name: str) -> None:
    for action in command_parser(COMMANDS[name])._actions:
        assert action.help, action


def test_help_needs_neither_textual_nor_rich_nor_the_library() -> None:
    script = (
        "import sys; from reader.cli.main import main; main(['--help'])\n"
        "slow = {'textual', 'rich', 'sqlite3', 'rapidfuzz', 'ftfy', 'charset_normalizer', 'tomllib'}\n"
        "print(sorted(slow & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"


def test_what_prints_loads_neither_textual_nor_rich_in_a_pipe(reader: Reader, corpus: Path) -> None:
    commands = [["list", "press"], ["search", "press", "pont"], ["show", "press/2024/pont.txt"], ["keys"]]
    script = (
        "import sys; from reader.cli.main import main\n"
        f"codes = [main(words) for words in {commands!r}]\n"
        "print([int(code) for code in codes], sorted({'textual', 'rich', 'shtab'} & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=reader.folder,
        env=reader.environment(),
    )  # fmt: skip
    assert done.stderr.splitlines()[-1] == "[0, 0, 0, 0] []"


def test_version(reader: Reader) -> None:
    shown = reader("--version")
    assert shown.code == ExitCode.FINE
    assert shown.out.startswith("reader ")


@pytest.mark.parametrize(
    "words",
    [
        ["list"],
        ["list", "--sort", "colour", "x"],
        ["search", "x"],
        ["list", "--limit", "-3", "x"],
        ["--colour"],
    ],
)
def test_wrong_use_is_one_line_that_names_the_help(words: list[str], reader: Reader) -> None:
    shown = reader(*words)
    assert shown.code == ExitCode.WRONG_USE
    assert shown.out == ""
    assert shown.err.count("\n") == 1
    assert "--help" in shown.err


def test_wrong_use_prints_hostile_arguments_harmlessly(reader: Reader) -> None:
    shown = reader("list", "press", "--\x1b]0;owned\x07")
    assert shown.code == ExitCode.WRONG_USE
    assert b"\x1b" not in shown.stderr
    assert b"\x07" not in shown.stderr


@pytest.mark.parametrize(
    ("name", "words", "expected"),
    [
        ("export", ["press", "--json", "a.txt", "b.txt"], {"folder": "press", "paths": ["a.txt", "b.txt"]}),
        ("export", ["--json", "press"], {"folder": "press", "paths": []}),
        (
            "search",
            ["press", "--json", "pont", "--limit", "3", "maire"],
            {"query": ["pont", "maire"], "limit": 3},
        ),
        ("search", ["press", "-pont maire"], {"query": ["-pont maire"]}),
        ("search", ["press", "--", "-pont"], {"query": ["-pont"]}),
        ("show", ["press", "--raw", "a.txt"], {"file": "press", "path": "a.txt", "raw": True}),
        ("show", ["-"], {"file": "-", "path": None}),
        ("quotes", ["--by", "Claire Morvan", "press"], {"by": "Claire Morvan", "folder": "press"}),
    ],
)
def test_options_may_stand_anywhere(name: str, words: list[str], expected: dict[str, object]) -> None:
    arguments = vars(command_parser(COMMANDS[name]).parse_intermixed_args(words))
    assert {key: arguments[key] for key in expected} == expected


@pytest.mark.parametrize("name", COMMANDS)
def test_help_is_whole_in_french_too(name: str, reader: Reader, french: None) -> None:
    shown = reader(name, "--help")
    assert shown.code == ExitCode.FINE
    assert shown.out.startswith(f"usage\N{NO-BREAK SPACE}: reader {name}")
    assert "\nexemples\N{NO-BREAK SPACE}:\n" in shown.out
    assert "afficher cette aide" in shown.out
    assert all(len(line) <= 100 for line in shown.out.splitlines())
    assert not [word for word in ("options:", " the ", " of ", "show ") if word in help_words(shown.out)]


def help_words(text: str) -> str:
    """The prose of a help, without its examples."""
    return " ".join(text.partition("\nexemples\N{NO-BREAK SPACE}:\n")[0].replace("reader show", "").split())


def test_wrong_use_is_told_in_french(reader: Reader, french: None) -> None:
    shown = reader("list", "--sort", "colour", "x")
    assert shown.code == ExitCode.WRONG_USE
    assert "choix invalide" in shown.err
    assert "voir\N{NO-BREAK SPACE}: reader list --help" in shown.err
