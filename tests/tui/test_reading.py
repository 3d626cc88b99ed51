"""The reading pane: place, names, quotations, finding, and what is shown beside the text."""

from reader.analysis.types import Mention, Quotation
from reader.tui.commands import Where
from reader.tui.screens.entity_page import EntityScreen
from reader.tui.text.page import NOTHING
from tests.tui.memory_library import MemoryShelf
from tests.tui.running import Running, library_of, running


async def test_under_a_hundred_columns_one_pane_is_shown_at_a_time() -> None:
    async with running(library_of(), (80, 24)) as run:
        assert not run.main.reading_pane.display
        await run.press("enter")
        await run.until(lambda: "Le conseil municipal" in run.text())
        assert not run.main.list_pane.display
        assert run.lines()[0].startswith(" ‹ 1/12  La Gazette")
        await run.press("escape")
        assert run.main.list_pane.display


async def test_a_resize_keeps_the_sentence_at_the_top() -> None:
    async with running(library_of(), (120, 30)) as run:
        await run.press("enter", "space", "j")
        pane = run.main.reading_pane
        place = pane.place
        for size in ((140, 30), (60, 20), (40, 12), (1, 1), (120, 30)):
            await run.pilot.resize_terminal(*size)
            await run.pilot.pause()
        assert pane.place == place
        assert pane.page is not None
        assert pane.page.row_of(place) == pane.top


async def test_a_window_that_shows_all_of_the_text_for_a_while_keeps_the_sentence() -> None:
    async with running(library_of(), (40, 12)) as run:
        await run.press("j", "enter")
        await run.until(lambda: run.main.reading_pane.walker.analysis is not NOTHING)
        await run.press("space")
        place = run.main.reading_pane.place
        assert place
        for size in ((140, 200), (1, 1), (40, 12)):
            await run.pilot.resize_terminal(*size)
            await run.pilot.pause(0.1)
        assert run.main.reading_pane.place == place
        assert run.main.reading_pane.top


async def test_reopening_shows_the_same_article_at_the_same_sentence() -> None:
    shelf = MemoryShelf()
    async with running(library_of(shelf=shelf), (120, 24)) as run:
        await run.press("enter", "space", "j")
        place = run.main.reading_pane.place
        await run.press("q")
        assert run.is_in(Where.LIST)
        await run.press("q")
    assert place > 0
    async with running(library_of(shelf=shelf), (120, 24)) as run:
        assert run.main.reading_pane.place == place


async def test_a_walk_over_quotations_says_who_speaks() -> None:
    async with running(library_of()) as run:
        await run.press("enter")
        await run.until(lambda: run.main.reading_pane.walker.analysis.quotations)
        await run.press("c")
        assert isinstance(run.cursor(), Quotation)
        assert run.main.footer_line.status_text == "quotation 1/2 · Inès Carvalho"
        await run.press("c")
        assert run.main.footer_line.status_text == "quotation 2/2 · Paul Estrade ? (probable)"
        await run.press("c")
        assert run.main.footer_line.notice_text == "No further quotation"
        await run.press("C")
        assert run.main.footer_line.status_text.startswith("quotation 1/2")
        await run.press("C")
        assert run.main.footer_line.notice_text == "No quotation before"
        await run.press("escape")
        assert run.cursor() is None
        assert run.is_in(Where.READING)


async def test_a_walk_over_names_says_what_they_are_and_enter_opens_the_page_of_one() -> None:
    async with running(library_of()) as run:
        await run.press("enter")
        await run.until(lambda: run.main.reading_pane.walker.analysis.mentions)
        await run.press("e", "e", "e")
        assert isinstance(run.cursor(), Mention)
        assert run.main.footer_line.status_text == "person · Inès Carvalho"
        await run.press("enter")
        assert isinstance(run.app.screen, EntityScreen)


async def test_speakers_legend_and_boilerplate_come_and_go_by_a_key() -> None:
    async with running(library_of()) as run:
        await run.press("enter")
        await run.until(lambda: run.main.reading_pane.walker.analysis.quotations)
        assert "— Inès Carvalho" not in run.text()
        await run.press("v")
        assert "— Inès Carvalho" in run.text()
        assert "— Paul Estrade ?" in run.text()
        await run.press("L")
        assert "organization" in run.lines()[3]
        await run.press("f", "G")
        assert "vingt + dix =" in run.text()


async def test_finding_in_the_article_counts_and_walks_the_hits() -> None:
    async with running(library_of()) as run:
        await run.press("enter", "slash", *"debats", "enter")
        assert run.main.search_bar.said.words == "1/13"
        await run.press("n")
        assert run.main.search_bar.said.words == "2/13"
        await run.press("N", "N")
        assert run.main.search_bar.said.words == "13/13"
        await run.press("escape")
        assert not run.main.search_bar.display
        assert run.is_in(Where.READING)


async def test_zen_in_a_narrow_window_says_why_nothing_changes() -> None:
    async with running(library_of(), (80, 24)) as run:
        await run.press("enter", "z")
        assert "alone already" in run.main.footer_line.notice_text
        assert not run.main.arranging.zen


async def test_zen_shows_the_text_alone_and_back_shows_both() -> None:
    async with running(library_of()) as run:
        await run.press("z")
        assert [pane.display for pane in (run.main.list_pane, run.main.reading_pane)] == [False, True]
        await run.press("escape")
        assert [pane.display for pane in (run.main.list_pane, run.main.reading_pane)] == [True, True]


async def test_the_next_article_is_opened_from_the_reading_pane() -> None:
    async with running(library_of()) as run:
        await run.press("enter", "J")
        await run.until(
            lambda: run.main.reading_pane.shown and run.main.reading_pane.shown.id == run.main.rows.ids[1]
        )
        assert run.is_in(Where.READING)
        assert run.main.reader_marks.is_read(run.main.reading_pane.shown.content_key)  # type: ignore[union-attr]


async def test_an_article_that_went_away_is_told() -> None:
    library = library_of()
    async with running(library) as run:
        gone = library.articles.pop(run.main.rows.ids[1])
        assert gone
        await run.press("j")
        await run.until(lambda: "no longer there" in run.main.footer_line.notice_text)


def is_shown(run: Running) -> int | None:
    return run.main.reading_pane.shown.id if run.main.reading_pane.shown else None


async def test_an_article_that_could_not_be_analysed_is_shown_with_one_notice() -> None:
    library = library_of()
    first = library.ids()[0]
    library.analyses.clear()
    library.problems[first] = "took longer than 20 s"
    async with running(library) as run:
        await run.until(lambda: "could not be found: took longer than 20 s" in run.text())
        assert "Le conseil municipal" in run.text()
        await run.press("j")
        await run.until(lambda: is_shown(run) != first)
        await run.press("k")
        await run.until(lambda: is_shown(run) == first)
        assert "could not be found" not in run.text()
