"""Completions, tried in the shells themselves."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from reader.cli.commands.completion import completion
from reader.cli.commands.table import COMMANDS
from reader.cli.exit_codes import ExitCode
from tests.cli.running import Reader

BASH = """\
source "$1"; shift
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMP_LINE="$*"; COMP_POINT=${#COMP_LINE}
_shtab_reader
printf '%s\\n' "${COMPREPLY[@]}"
"""
LINES = [
    ("reader ", set(COMMANDS)),
    ("reader se", {"search", "settings"}),
    ("reader export press --format ", {"md", "html", "csv", "tsv", "json", "jsonl", "bibtex"}),
    ("reader list press --sort d", {"date"}),
    ("reader search press --li", {"--limit", "--literal", "--library"}),
    ("reader completion ", {"bash", "zsh", "fish"}),
    ("reader list p", {"press"}),
    ("reader show n", {"note.txt"}),
    ("reader list n", set()),
]  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "press").mkdir()
    (tmp_path / "note.txt").write_text("x")
    return tmp_path


def found(words: list[str], folder: Path) -> set[str]:
    done = subprocess.run(words, cwd=folder, capture_output=True, text=True, timeout=60, check=False)
    assert done.stderr == ""
    return {line.partition("\t")[0].rstrip("/ ") for line in done.stdout.splitlines() if line.strip()}


@pytest.mark.skipif(shutil.which("bash") is None, reason="this machine has no bash")
@pytest.mark.parametrize(("line", "expected"), LINES)
def test_bash_completes(line: str, expected: set[str], folder: Path) -> None:
    script = folder.parent / f"{folder.name}.bash"
    script.write_text(completion("bash"))
    assert found(["bash", "-c", BASH, "bash", os.fspath(script), *line.split(" ")], folder) == expected


@pytest.mark.skipif(shutil.which("fish") is None, reason="this machine has no fish")
@pytest.mark.parametrize(("line", "expected"), LINES)
def test_fish_completes(line: str, expected: set[str], folder: Path) -> None:
    script = folder.parent / f"{folder.name}.fish"
    script.write_text(completion("fish"))
    shown = found(["fish", "-N", "-c", f"source {script}; complete -C '{line}'"], folder)
    assert expected <= shown
    assert not (shown - expected) & {*COMMANDS, "note.txt"}


@pytest.mark.skipif(shutil.which("zsh") is None, reason="this machine has no zsh")
def test_zsh_reads_it(tmp_path: Path) -> None:
    script = tmp_path / "_reader"
    script.write_text(completion("zsh"))
    setup = f'autoload -U compinit; compinit -u -d {tmp_path}/dump; eval "$(<{script})"; print ${{_comps[reader]}}'
    assert found(["zsh", "-f", "-c", setup], tmp_path) == {"_shtab_reader"}


def test_the_command_prints_it_and_knows_no_other_shell(reader: Reader) -> None:
    assert reader("completion", "fish").out == completion("fish")
    done = reader("completion", "tcsh")
    assert (done.code, done.out) == (ExitCode.WRONG_USE, "")
