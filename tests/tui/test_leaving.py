"""Ways out of the app that need a file or a program: export, pipe, plain view, the line for an editor."""

import json
import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.corpus.read import UnreadableArticle, parse_article
from reader.tui import lending
from reader.tui.doing import piping
from reader.tui.doing.piping import run_in_shell
from reader.tui.text.file_line import editor_command, line_of
from reader.tui.text.plain_article import plain_text
from tests.tui.articles import make_article
from tests.tui.memory_library import MemoryLibrary
from tests.tui.pseudo_terminal import Terminal
from tests.tui.running import Running, library_of, running


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HOME", os.fspath(tmp_path))
    monkeypatch.chdir(tmp_path)
    return tmp_path


async def type_line(run: Running, words: str) -> None:
    """Types a line in place of what is proposed."""
    await run.press("ctrl+u", *words.replace(" ", "\0").split("\0")[0])
    for word in words.split(" ")[1:]:
        await run.press("space", *word)
    await run.press("enter")


# --- export ---------------------------------------------------------------------------------------------------


async def test_the_list_is_exported_into_a_file_of_the_chosen_format(home: Path) -> None:
    async with running(library_of()) as run:
        await run.press("X", "l", *"jsonl")
        await run.press("enter", "enter")
        await run.until(lambda: "12 articles in" in run.main.footer_line.notice_text)
    rows = [json.loads(line) for line in (home / "valbrune.jsonl").read_text("utf-8").splitlines()]
    assert len(rows) == 12
    assert rows[0]["path"] == "gazette/budget.txt"


async def test_only_what_is_picked_is_exported(home: Path) -> None:
    async with running(library_of()) as run:
        await run.press("j", "p", "p", "X", "p", *"jsonl")
        await run.press("enter", "enter")
        await run.until(lambda: "2 articles in" in run.main.footer_line.notice_text)
    rows = [json.loads(line) for line in (home / "valbrune.jsonl").read_text("utf-8").splitlines()]
    assert [row["path"] for row in rows] == ["depeches/010.txt", "depeches/009.txt"]


async def test_one_article_is_named_after_its_title_and_the_ending_decides(home: Path) -> None:
    async with running(library_of()) as run:
        await run.press("X", "a", "enter")
        assert "~/valbrune-le-budget-adopte-dans-la.md" in run.text()
        await type_line(run, "note.html")
        await run.until(lambda: "1 article in note.html" in run.main.footer_line.notice_text)
    assert (home / "note.html").read_text("utf-8").startswith("<!DOCTYPE html>")


async def test_a_file_that_is_there_is_written_over_only_when_one_says_so(home: Path) -> None:
    (home / "a.md").write_text("mine")
    async with running(library_of()) as run:
        for answer, expected in (("n", "mine"), ("escape", "mine"), ("y", "# Valbrune")):
            await run.press("X", "a", "enter")
            await type_line(run, "a.md")
            assert "a.md exists. Write over it?" in run.text()
            await run.press(answer)
            await run.until(lambda expected=expected: (home / "a.md").read_text().startswith(expected))  # type: ignore[misc]


async def test_what_cannot_be_written_is_one_notice(home: Path) -> None:
    (home / "folder").mkdir()
    library = library_of()
    library.folder = home / "press"
    library.folder.mkdir()
    async with running(library) as run:
        for place, said in (
            ("folder", "folder is a folder"),
            ("none/a.md", "No such file"),
            ("press/a.md", "where Reader never writes"),
        ):
            await run.press("X", "a", "enter")
            await type_line(run, place)
            await run.until(lambda said=said: said in run.main.footer_line.notice_text)  # type: ignore[misc]
    assert list(library.folder.iterdir()) == []


async def test_an_export_can_be_stopped_and_leaves_nothing(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = library_of()
    article = library.article

    def slow(article_id: int) -> object:
        import time

        time.sleep(0.1)
        return article(article_id)

    async with running(library) as run:
        monkeypatch.setattr(library, "article", slow)
        await run.press("X", "l", "enter", "enter")
        await run.press("X")
        assert "Stop the export" in run.text()
        await run.press("y")
        await run.until(lambda: "Export stopped" in run.main.footer_line.notice_text)
    assert not list(home.glob("*.md")) + list(home.glob(".*.part"))


# --- pipe and plain view --------------------------------------------------------------------------------------


@pytest.fixture
def lent(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal that is lent without one, and comes back by itself."""

    @contextmanager
    def suspend(_app: object) -> Iterator[None]:
        yield

    monkeypatch.setattr("textual.app.App.suspend", suspend)
    monkeypatch.setattr(piping, "wait_for_enter", lambda: None)
    monkeypatch.setattr(lending, "wait_for_enter", lambda: None)
    monkeypatch.setenv("SHELL", "/bin/sh")


async def test_article_and_list_reach_the_command_whole(lent: None, home: Path) -> None:
    library = library_of()
    async with running(library) as run:
        await run.press("vertical_line", "l")
        assert "12 articles |" in run.text()
        await type_line(run, "cat > list.txt")
        await run.until(lambda: "Done: cat > list.txt" in run.main.footer_line.notice_text)
        await run.press("exclamation_mark", "a")
        await type_line(run, "cat > article.txt")
        await run.until(lambda: "article.txt" in run.main.footer_line.notice_text)
    rows = [line.split("\t") for line in (home / "list.txt").read_text("utf-8").splitlines()]
    assert len(rows) == 12
    assert rows[0] == [
        "gazette/budget.txt",
        "2024-05-30",
        "La Gazette",
        "Valbrune : le budget adopté dans la douleur",
    ]
    assert (home / "article.txt").read_text("utf-8") == plain_text(library.articles[1])


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("exit 3", "exit 3: exit code 3"),
        ("no-such-command", "The shell knows no such command"),
        ("kill -9 $$", "ended by signal 9"),
        ("true", "Done: true"),
    ],
)
async def test_how_a_command_ended_is_told(command: str, said: str, lent: None) -> None:
    async with running(library_of()) as run:
        await run.press("vertical_line", "a")
        await type_line(run, command)
        await run.until(lambda: said in run.main.footer_line.notice_text)


async def test_names_and_texts_are_never_part_of_the_command(lent: None, home: Path) -> None:
    hostile = make_article(
        "$(touch owned); `touch owned`\n'\".txt", ["$(touch owned) `touch owned`; touch owned"]
    )
    async with running(MemoryLibrary([hostile])) as run:
        for kind in ("a", "l"):
            await run.press("vertical_line", kind)
            await type_line(run, "cat > out.txt")
            await run.until(lambda: "Done" in run.main.footer_line.notice_text)
            await run.press("j")
    assert sorted(path.name for path in home.iterdir()) == ["out.txt"]


def test_a_command_that_does_not_read_is_no_failure(lent: None) -> None:
    assert run_in_shell("exit 0", "x" * 1_000_000) == 0
    assert run_in_shell("head -c 1 > /dev/null", "x" * 1_000_000) == 0


def test_ctrl_c_ends_the_command_and_not_the_app(tmp_path: Path) -> None:
    begun = tmp_path / "begun"
    begun.write_text(
        "begun\n"
    )  # said by the command itself: between two of its own a shell may lose a Ctrl+C
    terminal = Terminal("plain", SHELL="/bin/sh", BEGUN=str(begun))
    try:
        terminal.until(lambda: terminal.shows("12 articles"))
        terminal.type("|a")
        terminal.until(lambda: terminal.shows("Enter run it"))
        terminal.type('tail -f "$BEGUN"\r')
        terminal.until(lambda: b"begun\r\n" in terminal.sent.rpartition(b"\x1b[?1049l")[2])
        os.killpg(terminal.process.pid, signal.SIGINT)  # as a terminal does for Ctrl+C
        terminal.until(lambda: b"Enter: back to Reader" in terminal.sent)
        terminal.type("\r")
        terminal.until(lambda: terminal.shows('tail -f "$BEGUN": '))
        terminal.type("q")
        assert terminal.ended() == 0
    finally:
        terminal.close()


def test_the_plain_view_is_on_the_normal_screen_and_comes_back() -> None:
    terminal = Terminal("plain")
    try:
        terminal.until(lambda: terminal.shows("12 articles"))
        terminal.type("V")
        terminal.until(lambda: terminal.shows("Enter: back to Reader"))
        printed = terminal.sent[terminal.sent.rindex(b"\x1b[?1049l") :].decode()
        assert "Laisser un commentaire\r\nvingt + dix =" in printed
        paragraph = next(line for line in printed.split("\r\n") if line.startswith("Le conseil municipal"))
        assert paragraph.endswith("a applaudi longuement.")
        terminal.type("\r")
        terminal.until(lambda: terminal.shows("12 articles"))
        terminal.type("q")
        assert terminal.ended() == 0
    finally:
        terminal.close()


@pytest.mark.parametrize("width", [0, 30])
def test_plain_text_breaks_lines_only_where_it_is_told_to(width: int) -> None:
    article = make_article(
        "a.txt", ["« Un mot », dit-il ; puis " + "encore " * 20], title="Titre", source="S"
    )
    lines = plain_text(article, width=width).splitlines()
    assert lines[:3] == ["Titre", "S", ""]
    assert len(lines) == 4 if not width else max(map(len, lines)) <= width


# --- the line of a place --------------------------------------------------------------------------------------

FILE = """\
---
title: Le port
date: 2024-05-30
---

Le port de Kerlan attend ses grues depuis un an.
Elles viendront de Gdansk, [dit le maire](http://x.example/a).

« Nous avons perdu assez de temps », a-t-il ajouté.
Le port de Kerlan attend ses grues depuis un an.
"""


@pytest.mark.parametrize(
    ("words", "line"),
    [("Elles viendront", 7), ("dit le maire", 7), ("Nous avons perdu", 9), ("Le port de", 6)],
)
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16"])
def test_the_line_is_that_of_the_words(words: str, line: int, ends: str, encoding: str) -> None:
    data = FILE.replace("\n", ends).encode(encoding)
    article = parse_article("a.txt", data)
    assert line_of(data, article.text, article.text.index(words)) == line


def test_of_the_same_words_the_place_as_far_on_is_taken() -> None:
    data = FILE.encode()
    article = parse_article("a.txt", data)
    assert line_of(data, article.text, article.text.rindex("Le port de")) == 10


@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace")))
def test_any_file_has_a_line_for_any_place(data: bytes) -> None:
    try:
        article = parse_article("a.txt", data)
    except UnreadableArticle:
        return
    for offset in range(0, len(article.text) + 1, 7):
        assert 1 <= line_of(data, article.text, offset) <= data.count(b"\n") + data.count(b"\r") + 1


@pytest.mark.parametrize(
    ("program", "expected"),
    [
        (["/usr/bin/vim", "-n"], ["/usr/bin/vim", "-n", "+7", "/a b"]),
        (["nano"], ["nano", "+7", "/a b"]),
        (["hx"], ["hx", "/a b:7"]),
        (["code", "-w"], ["code", "-w", "--goto", "/a b:7"]),
        (["unknown"], ["unknown", "/a b"]),
    ],
)
def test_each_editor_is_told_the_line_in_its_own_way(program: list[str], expected: list[str]) -> None:
    assert editor_command(program, "/a b", 7) == expected
    assert editor_command(program, "/a b", 1) == [*program, "/a b"]
