"""What `reader quotes` prints for other programs: columns, offsets, context, and nothing that runs."""

import csv
import io
from pathlib import Path

import pytest

from reader.analysis.types import Quotation, QuotationKind, Span, Speaker
from reader.cli.commands.quotes import _rows
from reader.cli.exit_codes import ExitCode
from reader.corpus.article import Article
from tests.cli.running import Reader
from tests.tui.articles import make_article


def table(printed: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(printed, newline="")))


def test_csv_has_a_row_a_quote_with_offsets_cue_and_context(reader: Reader, corpus: Path) -> None:
    done = reader("quotes", "press", "--format", "csv")
    assert (done.code, done.err) == (ExitCode.FINE, "")
    first = table(done.out)[0]
    (article,) = reader("export", "press", "2024/pont.txt").objects
    assert first["path"] == "2024/pont.txt"
    assert article["text"][int(first["start"]) : int(first["end"])].startswith("« Le chantier")
    assert (first["speaker"], first["named"], first["sure"]) == ("Claire Morvan", "yes", "yes")
    assert first["cue"] == "a déclaré"
    assert first["text"] in first["context"]


def test_markdown_is_a_list_that_leads_back(reader: Reader, corpus: Path) -> None:
    done = reader("quotes", "press", "--format", "md", "--by", "morvan")
    (line,) = done.out.splitlines()
    assert line.startswith("- «\u00a0Le chantier durera six semaines\u00a0» — Claire Morvan")
    assert line.endswith("(2024/pont.txt)")


def test_json_has_the_context(reader: Reader, corpus: Path) -> None:
    first = reader("quotes", "press", "--json").objects[0]
    assert first["text"] in first["context"]


def test_only_sure_speakers_and_one_form_at_a_time(reader: Reader, corpus: Path) -> None:
    rows = reader("quotes", "press", "--sure", "--json").objects
    assert rows
    assert all(row["speaker"]["sure"] for row in rows)
    refused = reader("quotes", "press", "--json", "--format", "csv")
    assert refused.code == ExitCode.WRONG_USE


def hostile() -> tuple[Article, Quotation]:
    words = '=cmd|"/c calc"!A1'
    article = make_article("-x\udce9.txt", [f"« {words} » dit +1+1."], title="@SUM(A1)", source="\t=1+1")
    start = article.text.index(words)
    speaker = Speaker("+1+1\x1b[31m", True, True, 0, 1)
    return article, Quotation(
        start - 2,
        start + len(words) + 2,
        Span(start, start + len(words)),
        QuotationKind.DIRECT,
        speaker,
        None,
    )


def test_no_field_of_the_csv_is_a_formula(capsys: pytest.CaptureFixture[str]) -> None:
    _rows().show("csv", [hostile()])
    (row,) = table(capsys.readouterr().out)
    assert not [field for field in row.values() if field.lstrip().startswith(("=", "+", "-", "@"))]
    assert not [field for field in row.values() if "\x1b" in field or "\udce9" in field]
    assert row["text"] == '\'=cmd|"/c calc"!A1'


def test_markdown_shows_signs_as_they_are(capsys: pytest.CaptureFixture[str]) -> None:
    _rows().show("md", [hostile()])
    printed = capsys.readouterr().out
    assert len(printed.splitlines()) == 1
    assert "\x1b" not in printed
