"""Searching as one types: narrows the list, keeps the place, never shows an old answer."""

import threading
from dataclasses import replace
from pathlib import Path

from textual.events import Paste

from reader.analysis.types import Entity, EntityKind
from reader.library.interface import Correction, Group, Results, Sort
from reader.tui.commands import Where
from reader.tui.marks import UNICODE
from reader.tui.panes.search_bar import is_half_typed, summary_of
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
        assert shelf.searches(Path("valbrune")) == ["opposition"]


async def test_letters_take_the_place_of_the_search_before_and_an_arrow_goes_on_from_it() -> None:
    async with running(library_of()) as run:
        box = run.main.search_bar.input
        await run.press("slash", *"phare")
        await run.until(lambda: run.main.rows.results is not None)
        for more, value in ((("right", "s", "backspace"), "phare"), (("m", "e", "r"), "mer")):
            await run.press("enter")
            await run.until(lambda: run.is_in(Where.READING))
            await run.press("left", "slash", *more)
            assert box.value == value


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


async def test_the_place_in_the_list_is_that_of_the_whole_list_once_the_search_has_ended() -> None:
    async with running(library_of(), (80, 24)) as run:
        await run.press("slash", *"opposition")
        await run.until(lambda: len(run.main.rows) == 1)
        await run.press("escape")
        await run.until(lambda: run.lines()[-1].endswith(f"{run.main.list_pane.selected + 1}/12"))


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
        typing: bool = True, backwards: bool = False, group: Group = Group.NONE,
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
    assert summary_of(corrected, UNICODE) == "Zelenski → Zelensky · 3 articles · = as typed"
    assert summary_of(corrected, UNICODE, number_first=True).startswith("3 articles · Zelenski")
    assert summary_of(corrected, UNICODE, progress="reading 5 of 9").endswith("reading 5 of 9")
    missing = Results([], 0, "q", missing=(Correction("kozann", ("Kozan",), found=False),))
    assert summary_of(missing, UNICODE) == "«\u00a0kozann\u00a0» is in no article; nearest: Kozan"
    assert summary_of(Results([], 0, "q"), UNICODE) == "0 articles"


def test_a_beginning_of_a_word_that_was_taken_is_not_named_beside_it() -> None:
    corrected = Results([1], 3, "q", corrections=(Correction("navete", ("navett", "navette")),))
    assert summary_of(corrected, UNICODE).startswith("navete → navette · ")


def test_what_the_next_keys_may_complete_is_half_typed() -> None:
    for query, at in (("date:", 0), ('port "sans équi', 5), ('by:"Inès Car', 0), ("port is:unr", 5)):
        assert is_half_typed(query, at)
    for query, at in (("date:mai port", 0), ('by:"Inès" date:x y', 10)):
        assert not is_half_typed(query, at)


class HalfUnderstood(MemoryLibrary):
    """Finds all articles for an operator without its value, and says so."""

    def search(
        self, query: str, *, sort: Sort = Sort.RELEVANCE, limit: int | None = None, literal: bool = False,
        typing: bool = True, backwards: bool = False, group: Group = Group.NONE,
    ) -> Results:  # fmt: skip
        return Results(self.ids(), len(self.articles), query, problem="date: needs a value")


async def test_a_half_typed_query_shows_no_error_until_it_is_sent() -> None:
    plain = library_of()
    async with running(HalfUnderstood(list(plain.articles.values()), plain.analyses)) as run:
        await run.press("slash", *"date", "colon")
        await run.until(lambda: run.main.rows.results is not None)
        assert run.main.search_bar.said.words == "12 articles"
        await run.press("enter")
        await run.until(lambda: "date: needs a value" in run.main.search_bar.said.words)


class Corrects(MemoryLibrary):
    """Takes every word for `budget`, unless it is to be taken literally."""

    def search(
        self, query: str, *, sort: Sort = Sort.RELEVANCE, limit: int | None = None, literal: bool = False,
        typing: bool = True, backwards: bool = False, group: Group = Group.NONE,
    ) -> Results:  # fmt: skip
        if literal:
            return super().search(query, sort=sort)
        corrected = (Correction(query, ("budget",)),)
        return replace(super().search("budget", sort=sort), query=query, corrections=corrected)


async def test_one_key_takes_the_words_as_they_were_typed_and_back() -> None:
    plain = library_of()
    async with running(Corrects(list(plain.articles.values()), plain.analyses)) as run:
        await run.press("slash", *"bugdet")
        await run.until(lambda: "bugdet → budget" in run.main.search_bar.said.words)
        assert run.main.search_bar.said.words.endswith("= as typed")
        found = len(run.main.rows)
        await run.press("equals_sign")
        await run.until(lambda: not len(run.main.rows))
        assert run.main.search_bar.input.value == "bugdet"
        await run.press("equals_sign")
        await run.until(lambda: len(run.main.rows) == found)


async def test_an_article_opens_at_its_best_match_and_going_back_at_its_last() -> None:
    library = library_of()
    async with running(library) as run:
        best = library.articles[run.main.rows.ids[0]].path
        library.best[best] = 3
        await run.press("slash", *"debats", "enter")
        await run.until(lambda: run.is_in(Where.READING) and run.main.reading_pane.walker.matches)
        at = next(
            row for row, number in enumerate(run.main.rows.ids) if library.articles[number].path == best
        )
        assert at == run.main.list_pane.selected
        assert run.main.reading_pane.walker.match_index == 3
        await run.press("J")
        await run.until(lambda: run.main.reading_pane.shown.id == run.main.rows.ids[1])  # type: ignore[union-attr]
        await run.press("N")
        await run.until(lambda: run.main.reading_pane.shown.id == run.main.rows.ids[0])  # type: ignore[union-attr]
        assert run.main.reading_pane.walker.match_index == len(run.main.reading_pane.walker.matches) - 1


async def test_the_heading_marks_the_order_of_the_hits() -> None:
    async with running(library_of()) as run:
        assert "Date ▾" in run.lines()[1]
        await run.press("slash", *"numero", "enter", "escape")
        await run.until(lambda: run.main.rows.results is not None)
        assert "▾" not in run.lines()[1]
        await run.press("S", "S")
        await run.until(lambda: "Source ▾" in run.lines()[1])
        await run.press("escape")
        assert "Date ▾" in run.lines()[1]


async def test_escape_leads_from_the_text_to_the_list_in_two_presses() -> None:
    async with running(library_of()) as run:
        await run.press("enter", "slash", *"debats", "enter")
        assert "Esc end" in run.lines()[-1]
        await run.until(lambda: run.main.reading_pane.walker.analysis.quotations)
        await run.press("c", "escape", "escape")
        assert run.is_in(Where.LIST)


async def test_what_is_pasted_stands_once_in_the_box() -> None:
    async with running(library_of()) as run:
        await run.press("slash")
        run.main.search_bar.input.post_message(Paste("port\x1b[31m ouvert"))
        await run.until(lambda: run.main.search_bar.input.value)
        assert run.main.search_bar.input.value.count("ouvert") == 1
        await run.press("equals_sign")
        assert run.main.search_bar.input.value.endswith("=")


async def test_in_a_narrow_window_too_a_hit_opens_where_its_best_match_is_seen() -> None:
    library = library_of()
    async with running(library, (40, 12)) as run:
        library.best[library.articles[run.main.rows.ids[0]].path] = 5
        await run.press("slash", *"debats", "enter")
        pane = run.main.reading_pane
        await run.until(lambda: run.is_in(Where.READING) and pane.page is not None and pane.top)
        assert pane.page is not None
        row = pane.page.row_of(pane.walker.matches[5][0])
        assert pane.top <= row < pane.top + pane.size.height


async def test_a_hit_is_seen_on_the_quotation_under_the_cursor() -> None:
    async with running(library_of()) as run:
        await run.press("slash", *"parole", "enter")
        pane = run.main.reading_pane
        await run.until(lambda: run.is_in(Where.READING) and pane.walker.matches)
        await run.until(lambda: pane.walker.analysis.quotations)
        await run.press("c")

        def hits() -> set[object]:
            return {
                segment.style.bgcolor
                for strip in run.app.screen._compositor.render_strips()
                for segment in strip
                if segment.text == "parole" and segment.style is not None
            }

        await run.until(lambda: pane.style_of("match").bgcolor in hits())


async def test_a_search_for_a_speaker_leads_back_to_the_quotation_it_was_made_at() -> None:
    async with running(library_of()) as run:
        await run.press("j", "j", "k", "k", "enter")
        pane = run.main.reading_pane
        await run.until(lambda: pane.walker.analysis.quotations)
        await run.press("c", "c")
        assert pane.shown is not None
        article, place = pane.shown.id, pane.walker.cursor.start  # type: ignore[union-attr]
        above = run.main.list_pane.rows_above
        run.main.searching.search_for('by:"Paul Estrade"')
        await run.until(lambda: run.main.rows.results is not None)
        assert run.is_in(Where.LIST)
        await run.press("escape")
        await run.until(lambda: pane.shown is not None and pane.search_results is None)
        assert run.is_in(Where.READING)
        assert run.main.rows.results is None
        assert (pane.shown.id, run.main.list_pane.rows_above) == (article, above)
        assert pane.page is not None
        assert pane.top <= pane.page.row_of(place) < pane.top + pane.size.height


async def test_a_date_is_searched_by_the_words_that_stand_there() -> None:
    async with running(library_of()) as run:
        await run.press("enter")
        walker = run.main.reading_pane.walker
        await run.until(lambda: walker.analysis.mentions)
        said = next(one for one in walker.analysis.mentions if one.entity.kind is EntityKind.DATE)
        walker.cursor = replace(said, entity=Entity("2024-05-30", EntityKind.DATE))
        assert walker.query() == '"jeudi"'


def test_what_can_become_no_date_is_said_while_it_is_typed() -> None:
    assert is_half_typed("date:2024-", 5)
    assert not is_half_typed("date:hier", 5)
    problem = Results((), 41, "", problem="not a date")
    assert summary_of(problem, UNICODE, number_first=True).startswith("not a date")


async def test_walking_the_hits_of_an_article_says_which_of_how_many() -> None:
    async with running(library_of()) as run:
        await run.press("slash", *"carvalho", "enter")
        await run.until(lambda: run.is_in(Where.READING) and run.main.reading_pane.walker.matches)
        number = len(run.main.reading_pane.walker.matches)
        assert number > 1
        before = run.main.reading_pane.walker.match_index
        await run.until(lambda: f"{before + 1}/{number} · " in run.lines()[0])
        await run.press("n" if before + 1 < number else "N")
        at = run.main.reading_pane.walker.match_index
        assert at != before
        await run.until(lambda: f"{at + 1}/{number} · " in run.lines()[0])
        await run.press("slash", *"xyzzy")
        assert "not in this article" in run.lines()[0]
        await run.press("escape", "escape")
        await run.until(lambda: run.is_in(Where.LIST))
        assert f"/{number} · " not in run.lines()[0]
