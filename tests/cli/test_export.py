"""`reader export` in its formats, into files, and what it says when it may not."""

import csv
import io
import json
from pathlib import Path

import pytest

from reader.cli.exit_codes import ExitCode
from tests.cli.running import Reader


@pytest.mark.parametrize(
    ("form", "begins"),
    [
        ("md", "# Le pont de Saint-Aubin"), ("html", "<!DOCTYPE html>"), ("csv", "path,title,"),
        ("tsv", "path\ttitle\t"), ("json", "[\n{"), ("jsonl", '{"path"'), ("bibtex", "@misc{"),
    ],
)  # fmt: skip
def test_every_format_is_printed(form: str, begins: str, reader: Reader, corpus: Path) -> None:
    done = reader("export", "press", "--format", form)
    assert (done.code, done.err) == (ExitCode.FINE, "")
    assert done.out.startswith(begins)


def test_the_ending_of_the_file_says_the_format(reader: Reader, corpus: Path, tmp_path: Path) -> None:
    done = reader("export", "press", "--output", "all.csv")
    size = (tmp_path / "all.csv").stat().st_size
    assert (done.code, done.out, done.err) == (ExitCode.FINE, "", f"reader: all.csv: {size:,} bytes\n")
    rows = list(csv.reader(io.StringIO((tmp_path / "all.csv").read_text("utf-8-sig"))))
    assert len(rows) == 4


def test_a_file_is_replaced_only_when_asked(reader: Reader, corpus: Path, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("mine")
    done = reader("export", "press", "--output", "a.json")
    assert (done.code, done.out) == (ExitCode.CANNOT, "")
    assert done.err == "reader: a.json exists; --replace writes over it, if it is a file\n"
    assert (tmp_path / "a.json").read_text() == "mine"
    assert reader("export", "press", "--output", "a.json", "--replace").code == ExitCode.FINE
    assert len(json.loads((tmp_path / "a.json").read_text("utf-8"))) == 3


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["--output", "press/a.md"], ExitCode.WRONG_USE, "press/a.md is in the folder of articles"),
        (["--output", "none/a.md"], ExitCode.CANNOT, "there is no such file or folder"),
        (["--output", "press"], ExitCode.WRONG_USE, "press is in the folder"),
        (["--output", ""], ExitCode.CANNOT, "exists"),
        (["--output", "a\x1b[31m\udce9\n/x.md"], ExitCode.CANNOT, "\\x1b[31m\\xe9\\x0a"),
        (["--format", "pdf"], ExitCode.WRONG_USE, "invalid choice"),
        (["--json", "--format", "csv"], ExitCode.WRONG_USE, "--json and --format"),
        (["--query", "zzzz"], ExitCode.NOTHING_FOUND, ""),
    ],
)
def test_what_cannot_be_is_one_line(
    words: list[str], code: ExitCode, said: str, reader: Reader, corpus: Path
) -> None:
    done = reader("export", "press", *words)
    assert (done.code, done.out) == (code, "")
    assert said in done.err
    assert "\x1b" not in done.err
    assert {path.name for path in corpus.iterdir()} == {
        "2024",
        "cantine.md",
        "photo.txt",
        "tempete.txt",
        "vide.txt",
    }


def test_json_in_a_latin_locale_is_plain_ascii_of_the_same_meaning(reader: Reader, corpus: Path) -> None:
    script = f"PYTHONUTF8=0 PYTHONIOENCODING=latin-1 {reader.command} export press --format json"
    done = reader.shell(script)
    assert done.stdout.isascii()
    assert json.loads(done.stdout) == json.loads(reader("export", "press", "--format", "json").stdout)
