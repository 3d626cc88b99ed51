"""What `list`, `show` and `index` print, to the letter, on a tiny corpus."""

import os
from pathlib import Path

from reader.cli.exit_codes import ExitCode
from tests.cli.running import Reader

LISTED = [
    ["cantine.md", "2024-11-03", "Le Courrier du Fleuve", "La cantine passe au bio"],
    ["2024/pont.txt", "2024-05-14", "", "Le pont de Saint-Aubin rouvrira en juin"],
    ["tempete.txt", "", "", "La tempête a coupé l'électricité dans trois villages de la côte."],
]

SHOWN = """\
La cantine passe au bio
2024-11-03 · Le Courrier du Fleuve

Les écoles de Saint-Aubin serviront des légumes bio dès janvier.

« Les parents le demandaient depuis dix ans », a indiqué Paul Kerbrat.
"""


def test_list_prints_path_date_source_title_newest_first(reader: Reader, corpus: Path) -> None:
    done = reader("list", "press")
    assert (done.code, done.err) == (ExitCode.FINE, "")
    assert done.rows == LISTED


def test_list_sorts_and_limits(reader: Reader, corpus: Path) -> None:
    by_path = [row[0] for row in reader("list", "press", "--sort", "path").rows]
    assert by_path == ["2024/pont.txt", "cantine.md", "tempete.txt"]
    assert reader("list", "press", "--limit", "1").rows == LISTED[:1]
    assert reader("list", "press", "--limit", "0").rows == LISTED


def test_list_json_has_the_same_and_more(reader: Reader, corpus: Path) -> None:
    first, *_, last = reader("list", "press", "--json").objects
    assert first | {"lead": "", "words": 0} == {
        "path": "cantine.md",
        "title": "La cantine passe au bio",
        "title_origin": "front-matter",
        "date": "2024-11-03",
        "source": "Le Courrier du Fleuve",
        "language": "fr",
        "words": 0,
        "lead": "",
    }
    assert first["lead"].startswith("Les écoles de Saint-Aubin")
    assert (last["date"], last["source"], last["title_origin"]) == (None, None, "first-sentence")


def test_list_on_a_terminal_is_in_columns_with_headings(reader: Reader, corpus: Path) -> None:
    done = reader.on_terminal("list", "press", columns=100)
    first = done.out.splitlines()[0]
    assert [word for word in ("path", "date", "source", "title") if word in first] == [
        "path",
        "date",
        "source",
        "title",
    ]
    assert all(title[:30] in done.out for *_, title in LISTED)
    assert "\t" not in done.out
    assert b"\x1b[" in done.stdout


def test_no_color_is_honoured(reader: Reader, corpus: Path) -> None:
    done = reader.on_terminal("search", "press", "pont", environment={"NO_COLOR": "1"})
    assert b"\x1b[33" not in done.stdout
    assert b"\x1b[1;33" not in done.stdout
    assert reader.on_terminal("search", "press", "pont").stdout.count(b"33m") >= 1


def test_a_dumb_terminal_gets_plain_lines(reader: Reader, corpus: Path) -> None:
    done = reader.on_terminal("list", "press", environment={"TERM": "dumb"})
    assert b"\x1b" not in done.stdout
    assert done.out.replace("\r\n", "\n").splitlines()[0].split("\t") == LISTED[0]


def test_list_of_an_empty_folder_says_so(reader: Reader, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    done = reader("list", "empty")
    assert (done.code, done.out) == (ExitCode.NOTHING_FOUND, "")
    assert done.err == "reader: no articles in empty\n"


def test_list_of_a_folder_with_nothing_readable_says_why(reader: Reader, tmp_path: Path) -> None:
    (tmp_path / "odd").mkdir()
    (tmp_path / "odd" / "a.txt").write_bytes(b"")
    done = reader("list", "odd")
    assert (done.code, done.out) == (ExitCode.NOTHING_FOUND, "")
    assert done.err == "reader: no articles in odd; files skipped: 1 empty\n"


def test_a_folder_named_like_a_command(reader: Reader, corpus: Path, tmp_path: Path) -> None:
    corpus.rename(tmp_path / "list")
    assert reader("list", "list").rows == LISTED


def test_show_prints_title_date_source_and_paragraphs(reader: Reader, corpus: Path) -> None:
    for words in (["press/cantine.md"], ["press", "cantine.md"], ["press", "press/cantine.md"]):
        done = reader("show", *words)
        assert (done.code, done.err, done.out) == (ExitCode.FINE, "", SHOWN)


def test_show_does_not_print_a_title_that_is_a_line_of_the_text_twice(reader: Reader, corpus: Path) -> None:
    shown = reader("show", "press/2024/pont.txt").out
    assert shown.count("Le pont de Saint-Aubin rouvrira en juin") == 1
    assert shown.splitlines()[1] == "2024-05-14"


def test_show_reads_standard_input(reader: Reader, corpus: Path) -> None:
    done = reader("show", "-", given=(corpus / "cantine.md").read_bytes())
    assert (done.code, done.err, done.out) == (ExitCode.FINE, "", SHOWN)


def test_show_needs_no_library(reader: Reader, corpus: Path, home: Path) -> None:
    reader("show", "press/cantine.md")
    assert not list(home.rglob("*.sqlite"))


def test_show_raw_prints_the_file_as_it_is_in_any_encoding(reader: Reader, corpus: Path) -> None:
    text = (corpus / "cantine.md").read_text(encoding="utf-8")
    assert reader("show", "--raw", "press/cantine.md").out == text
    (corpus / "latin.md").write_bytes(text.encode("cp1252"))
    assert reader("show", "--raw", "press/latin.md").out == text


def test_show_of_a_folder_tells_how_to_name_an_article(reader: Reader, corpus: Path) -> None:
    done = reader("show", "press")
    assert (done.code, done.out) == (ExitCode.WRONG_USE, "")
    assert "reader show press PATH" in done.err


def test_show_says_why_a_file_is_no_article(reader: Reader, corpus: Path) -> None:
    for name, reason in (("vide.txt", "empty"), ("photo.txt", "binary")):
        done = reader("show", f"press/{name}")
        assert (done.code, done.out) == (ExitCode.CANNOT, "")
        assert done.err.startswith(f"reader: press/{name}: ")
        assert reason in done.err


def test_show_of_a_path_outside_the_folder_is_refused(reader: Reader, corpus: Path, tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text("Un texte.")
    assert reader("show", "press", "../other.txt").code == ExitCode.WRONG_USE
    assert reader("show", "press", "none.txt").code == ExitCode.CANNOT


def test_show_sets_paragraphs_to_the_width_of_a_terminal(reader: Reader, corpus: Path) -> None:
    done = reader.on_terminal("show", "press/cantine.md", columns=40)
    assert all(len(line) < 60 for line in done.out.splitlines())
    assert len(done.out.splitlines()) > len(SHOWN.splitlines())


def test_index_tells_what_was_stored_analysed_and_skipped(reader: Reader, corpus: Path) -> None:
    done = reader("index", "press", "--skipped")
    assert (done.code, done.err) == (ExitCode.FINE, "")
    first, second, *listed, last = done.out.splitlines()
    assert first.startswith("press: 3 articles stored, 3 analysed, in ")
    assert second == "2 files skipped: 1 binary, 1 empty"
    assert sorted(listed) == ["  photo.txt: binary", "  vide.txt: empty"]
    assert Path(last.removeprefix("library: ")).is_file()


def test_index_json(reader: Reader, corpus: Path, tmp_path: Path) -> None:
    library = tmp_path / "own.sqlite"
    (outcome,) = reader("index", "press", "--json", "--library", library).objects
    assert library.is_file()
    assert outcome | {"found": 4, "seconds": 0} == {
        "folder": "press", "library": os.fspath(library), "found": 4, "stored": 3, "analysed": 3,
        "skipped": {"binary": 1, "empty": 1}, "seconds": 0,
    }  # fmt: skip


def test_no_analysis_leaves_the_second_pass_for_later(reader: Reader, corpus: Path) -> None:
    (outcome,) = reader("index", "press", "--json", "--no-analysis").objects
    assert (outcome["stored"], outcome["analysed"]) == (3, 0)


def test_no_update_leaves_the_library_as_it_is(reader: Reader, corpus: Path) -> None:
    before = reader("list", "press", "--no-update")
    assert before.code == ExitCode.CANNOT
    assert "reader index" in before.err
    assert reader("list", "press").rows == LISTED
    (corpus / "new.txt").write_text("Un nouvel article sur le marché de Noël.", encoding="utf-8")
    assert reader("list", "press", "--no-update").rows == LISTED
    assert len(reader("list", "press").rows) == 4


def test_the_sample_has_a_name_of_its_own(reader: Reader) -> None:
    rows = reader("list", "sample:", "--limit", "3").rows
    assert len(rows) == 3
    assert reader("show", f"sample:{rows[0][0]}").out.splitlines()[0] == rows[0][3]


def test_lines_break_where_it_is_asked_for(reader: Reader, corpus: Path) -> None:
    whole = reader("show", "press/2024/pont.txt").out
    assert reader("show", "press/2024/pont.txt", "--wrap", "0").out == whole
    broken = reader("show", "press/2024/pont.txt", "--wrap", "40").out
    assert max(map(len, broken.splitlines())) <= 40
    assert broken.split() == whole.split()
    on_terminal = reader.on_terminal("show", "press/2024/pont.txt", "--wrap", "0", columns=40)
    assert (
        "Le conseil municipal de Saint-Aubin a voté lundi la réparation du pont.".encode()
        in on_terminal.stdout
    )
    wrong = reader("show", "press/2024/pont.txt", "--wrap", "-1")
    assert (wrong.code, wrong.out) == (2, "")
