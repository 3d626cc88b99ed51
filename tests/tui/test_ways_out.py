"""What leaves the program: copies, with a notice of how much; programs, without a shell."""

import os
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from reader.tui.text.citation import citation
from tests.tui.articles import budget, make_article, quotation
from tests.tui.running import library_of, running


async def test_text_title_and_path_are_copied_with_a_notice_of_what_and_how_much() -> None:
    library = library_of()
    async with running(library) as run:
        article = library.articles[1]
        for key, what, copied in (
            ("y", "the text", article.text),
            ("t", "title and path", f"{article.title}\nvalbrune/gazette/budget.txt"),
            ("p", "the path", "valbrune/gazette/budget.txt"),
        ):
            await run.press("y", key)
            await run.until(lambda copied=copied: run.app.clipboard == copied)  # type: ignore[misc]
            size = f"{len(copied):,}"
            assert run.main.footer_line.notice_text == f"Copied {what}: {size} characters"


async def test_a_quotation_is_copied_as_one_would_cite_it() -> None:
    async with running(library_of()) as run:
        await run.press("enter")
        await run.until(lambda: run.main.reading_pane.walker.analysis.quotations)
        await run.press("y", "q")
        assert "Go to a quotation" in run.main.footer_line.notice_text
        await run.press("c", "y", "q")
        await run.until(lambda: run.app.clipboard.startswith("«\u00a0Nous avons tenu parole\u00a0» — "))


def test_a_citation_names_speaker_source_date_and_path() -> None:
    article, analysis = budget()
    assert citation(article, analysis.quotations[1]) == (
        "«\u00a0Ce budget n’est pas à la hauteur\u00a0» "
        "— Paul Estrade (?), La Gazette, 30 mai 2024 (gazette/budget.txt)"
    )


def test_a_citation_is_typeset_and_says_only_what_is_known() -> None:
    article = make_article("a\udce9.txt", ['« Il a dit « jamais » et "non", l\'ami : vraiment ? » '])
    said = quotation(article, 'Il a dit « jamais » et "non", l\'ami : vraiment ?', None)
    assert citation(article, said).startswith(
        "«\u00a0Il a dit “jamais” et “non”, l’ami\u00a0: vraiment\u202f?\u00a0» — a"
    )
    assert citation(article, said).encode("utf-8")


async def test_pager_and_editor_get_a_file_and_no_shell(monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[Sequence[str]] = []
    texts: list[str] = []
    charsets: list[str] = []

    def run_program(program: Sequence[str], **how: Any) -> subprocess.CompletedProcess[bytes]:
        ran.append(program)
        charsets.append((how["env"] or {}).get("LESSCHARSET", ""))
        if Path(program[-1]).is_file():
            texts.append(Path(program[-1]).read_text("utf-8"))
        return subprocess.CompletedProcess(list(program), 0)

    @contextmanager
    def lent() -> Iterator[None]:
        yield

    monkeypatch.setattr(subprocess, "run", run_program)
    monkeypatch.setenv("PAGER", "less -R")
    monkeypatch.delenv("LESSCHARSET", raising=False)
    monkeypatch.setenv("VISUAL", "vim -n")
    async with running(library_of()) as run:
        monkeypatch.setattr(run.app, "suspend", lent)
        await run.press("o", "O")
    assert [list(program[:2]) for program in ran] == [["less", "-R"], ["vim", "-n"]]
    assert texts
    assert texts[0].startswith("Valbrune : le budget")
    assert texts[0].count("Valbrune : le budget") == 1
    assert charsets == ["utf-8", ""]
    assert ran[1][2] == os.path.abspath("valbrune/gazette/budget.txt")  # noqa: PTH100
    assert not Path(ran[0][2]).exists()


async def test_where_the_terminal_cannot_be_lent_a_notice_says_so() -> None:
    async with running(library_of()) as run:
        await run.press("o")
        assert "cannot be lent" in run.main.footer_line.notice_text


async def test_a_narrow_window_shows_every_answer_to_a_question() -> None:
    for width in (30, 34, 120):
        async with running(library_of(), (width, 12)) as run:
            await run.press("enter", "y")
            line = run.lines()[-1]
            assert line.split()[-8:] == ["y", "text", "q", "quote", "t", "title", "p", "path"]
            assert line.startswith(" Copy") is (width == 120)
            await run.press("escape")


async def test_the_end_of_a_suggested_name_is_in_sight_in_a_narrow_window() -> None:
    for width in (30, 40, 80):
        async with running(library_of(), (width, 12)) as run:
            await run.press("X", "a", "enter")
            await run.until(lambda: ".md" in run.lines()[-2])
            await run.press("escape")
