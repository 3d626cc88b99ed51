"""Rows in every form that --format names, from every command that prints rows: each is parsed back."""

import csv
import io
import json
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from reader.cli.exit_codes import ExitCode
from tests.cli.running import Outcome, Reader
from tests.cli.test_hostile import ATTACKS, TEXT, assert_harmless

COMMANDS = [
    ["list", "press"],
    ["search", "press", "maire"],
    ["entities", "press"],
    ["entity", "press", "Claire Morvan"],
    ["quotes", "press"],
    ["keys"],
    ["paths", "press"],
    ["settings"],
]
FORMULA = ("=", "+", "-", "@")


def rows_of(form: str, done: Outcome) -> list[list[str]]:
    """The rows of a table, headings first."""
    if form == "csv":
        return list(csv.reader(io.StringIO(done.out, newline="")))
    return [line.split("\t") for line in done.out.split("\n")[:-1]]


@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: words[0])
def test_each_form_holds_the_same_rows(words: list[str], reader: Reader, corpus: Path) -> None:
    text = reader(*words)
    assert reader(*words, "--format", "text").out == text.out
    tables = [rows_of(form, reader(*words, "--format", form)) for form in ("csv", "tsv")]
    assert tables[0] == tables[1]
    assert len(tables[0]) > 1
    assert len({len(row) for row in tables[0]}) == 1
    if words[0] in ("entity", "paths"):  # one object whatever the number of rows
        assert reader(*words, "--format", "json").out == reader(*words, "--json").out
        return
    assert len(text.rows) == len(tables[0]) - 1
    array = json.loads(reader(*words, "--format", "json").out)
    assert array == reader(*words, "--json").objects == reader(*words, "--format", "jsonl").objects
    assert len(array) == len(text.rows)


@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: words[0])
def test_markdown_is_a_table_or_a_list(words: list[str], reader: Reader, corpus: Path) -> None:
    shown = reader(*words, "--format", "md").out
    rendered = (
        MarkdownIt("commonmark")
        .enable("table")
        .render(shown[shown.index("|" if "quotes" not in words else "-") :])
    )
    assert rendered.startswith("<ul>" if "quotes" in words else "<table>")
    assert "<p>" not in rendered


def test_what_was_left_out_and_the_figures_are_rows_too(reader: Reader, corpus: Path) -> None:
    for form in ("csv", "tsv"):
        figures = rows_of(form, reader("index", "press", "--format", form))
        named = dict(zip(*figures, strict=True))
        assert named["folder"] == "press"
        assert [named[name] for name in ("found", "stored", "analysed", "skipped")] == ["4", "3", "3", "2"]
        left_out = rows_of(form, reader("index", "press", "--skipped", "--format", form))
        assert left_out == [["path", "reason"], ["photo.txt", "binary"], ["vide.txt", "empty"]]
    assert "| photo.txt | binary |" in reader("index", "press", "--skipped", "--format", "md").out
    (outcome,) = reader("index", "press", "--skipped", "--format", "jsonl").objects
    assert [file["path"] for file in outcome["skipped_files"]] == ["photo.txt", "vide.txt"]


@pytest.mark.parametrize("words", [*COMMANDS[:3], COMMANDS[4]], ids=lambda words: words[0])
def test_nothing_to_print_is_exit_code_1_and_no_row(words: list[str], reader: Reader, tmp_path: Path) -> None:
    (tmp_path / "press").mkdir()
    for form in ("csv", "json", "text"):
        done = reader(*words, "--format", form)
        assert (done.code, done.out) == (ExitCode.NOTHING_FOUND, "")
        assert done.err


@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: words[0])
def test_two_forms_at_once_are_wrong_use(words: list[str], reader: Reader, corpus: Path) -> None:
    done = reader(*words, "--json", "--format", "csv")
    assert (done.code, done.out) == (ExitCode.WRONG_USE, "")
    assert done.err == "reader: --json and --format ask for different things\n"


@pytest.mark.parametrize("form", ["csv", "tsv", "md", "json", "jsonl"])
def test_hostile_names_and_texts_are_harmless_in_every_form(
    form: str, reader: Reader, tmp_path: Path
) -> None:
    (tmp_path / "press").mkdir()
    for number, attack in enumerate((*ATTACKS, "=1+1", ";=1+1", "|a|\n---|---", "</td><script>")):
        name = f"{'=+-@'[number % 4]}{number} {attack}".replace("/", "_").replace("\x00", "")[:60]
        (tmp_path / "press" / f"{name}.txt").write_bytes(TEXT.replace("{0}", attack).encode())
    for words in (["list", "press"], ["quotes", "press"], ["search", "press", "titre"]):
        done = reader(*words, "--format", form)
        assert done.code == ExitCode.FINE, done.err
        assert_harmless(done.stdout.replace(b"\r\n", b"\n"))
        if form in ("csv", "tsv"):
            fields = [field for row in rows_of(form, done) for field in row]
            numbers = [field for field in fields if field.lstrip("-").replace(".", "").isdigit()]
            assert not [field for field in fields if field.startswith(FORMULA) and field not in numbers]
        if form == "md":
            assert "<script>" not in MarkdownIt("commonmark").enable("table").render(done.out)
