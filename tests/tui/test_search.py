"""Searching as one types: narrows the list, keeps the place, never shows an old answer."""

import threading

from reader.library.interface import Correction, Results, Sort
from reader.tui.commands import Where
from reader.tui.marks import UNICODE
from reader.tui.panes.search_bar import summary_of
from tests.tui.memory_library import MemoryLibrary, MemoryShelf
from tests.tui.running import library_of, running


async def test_the_list_narrows_and_the_hit_opens_at_its_match() -> None:
    shelf = MemoryShelf()
    async with running(library_of(shelf=shelf)) as run:
        await run.press("slash", *"opposition")
        await run.until(lambda: len(run.main.rows) == 1)
        assert run.lines()[0].startswith(" / opposition")
        assert run.lines()[0].endswith("1 article")
        await run.press("enter")
        await run.until(lambda: run.main.reading_pane.walker.matches)
        assert run.is_in(Where.READING)
        assert shelf.queries == ["opposition"]


async def test_escape_returns_to_where_one_was() -> None:
    async with running(library_of()) as run:
        await run.press(*"jjjj")
        selected, above = run.main.list_pane.selected_id, run.main.list_pane.rows_above
        await run.press("slash", *"phare")
        await run.until(lambda: run.main.rows.results is not None)
        await run.press("escape")
        assert run.main.rows.results is None
        assert (run.main.list_pane.selected_id, run.main.list_pane.rows_above) == (selected, above)
        assert not run.main.search_bar.display


async def test_a_chosen_hit_stays_selected_while_the_query_is_refined() -> None:
    async with running(library_of()) as run:
        await run.press("slash", *"ker")
        await run.until(lambda: run.main.rows.results is not None)
        await run.press("down", "down")
        chosen = run.main.list_pane.selected_id
        await run.press(*"lan")
        await run.until(lambda: run.main.rows.results and run.main.rows.results.query == "kerlan")
        assert run.main.list_pane.selected_id == chosen


async def test_a_word_that_is_nowhere_is_named() -> None:
    async with running(library_of()) as run:
        await run.press("slash", *"zzzz")
        await run.until(lambda: run.main.rows.results is not None)
        assert "is in no article" in run.main.search_bar.said.words
        assert "is in no article" in run.lines()[3]
        await run.press("escape")


class SlowFirst(MemoryLibrary):
    """Its first search lasts until it is let go."""

    gate = threading.Event()

    def search(
        self, query: str, *, sort: Sort = Sort.RELEVANCE, limit: int | None = None, literal: bool = False,
        typing: bool = True,
    ) -> Results:  # fmt: skip
        if query == "p":
            self.gate.wait(10)
        return super().search(query, sort=sort, limit=limit, literal=literal, typing=typing)


async def test_an_old_search_never_replaces_a_newer_one() -> None:
    plain = library_of()
    library = SlowFirst(list(plain.articles.values()), plain.analyses)
    async with running(library) as run:
        await run.press("slash", "p")
        await run.press(*"hare")
        assert run.main.search_bar.input.value == "phare"
        library.gate.set()
        await run.until(lambda: run.main.rows.results is not None)
        assert run.main.rows.results is not None
        assert run.main.rows.results.query == "phare"


async def test_n_goes_on_to_the_next_article_that_was_found() -> None:
    async with running(library_of()) as run:
        await run.press("slash", *"numero", "enter")
        await run.until(lambda: run.main.pane is Where.READING and run.main.reading_pane.walker.matches)
        first = run.main.list_pane.selected
        await run.press("n")
        await run.until(lambda: run.main.list_pane.selected == first + 1)


def test_what_was_understood_is_said() -> None:
    corrected = Results([1], 3, "q", corrections=(Correction("Zelenski", ("Zelensky",)),))
    assert summary_of(corrected, UNICODE) == "Zelenski → Zelensky · 3 articles"
    missing = Results([], 0, "q", missing=(Correction("kozann", ("Kozan",), found=False),))
    assert summary_of(missing, UNICODE) == "«\u00a0kozann\u00a0» is in no article; nearest: Kozan"
    assert summary_of(Results([], 0, "q"), UNICODE) == "0 articles"
