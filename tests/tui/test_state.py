"""Notes, tags, picks, what is new, visits and shapes: kept on the shelf, undone step by step."""

from collections.abc import Callable
from pathlib import Path

import pytest

from reader.library.interface import Group, Sort
from reader.library.shelf.visits import packed
from reader.tui.commands import Where
from tests.tui.memory_library import MemoryShelf
from tests.tui.running import library_of, running

FOLDER = Path("valbrune")


async def test_a_note_is_written_shown_listed_changed_and_undone() -> None:
    shelf = MemoryShelf()
    async with running(library_of(shelf=shelf)) as run:
        key = run.main.list_pane.summary.content_key if run.main.list_pane.summary else ""
        await run.press("a", *"[/] vu", "enter")
        await run.until(lambda: [note.words for note in shelf.notes.of(key)] == ["[/] vu"])
        assert any("¶ [/] vu" in line for line in run.lines())
        await run.press("a", *" bis", "enter")
        await run.until(lambda: [note.words for note in shelf.notes.of(key)] == ["[/] vu bis"])
        await run.press("B")
        await run.until(lambda: "1 note" in run.text())
        await run.press("escape", "x")
        await run.until(lambda: [note.words for note in shelf.notes.of(key)] == ["[/] vu"])
        await run.press("x")
        await run.until(lambda: not shelf.noted_keys())


async def test_a_note_on_a_quotation_opens_at_it() -> None:
    shelf = MemoryShelf()
    async with running(library_of(shelf=shelf)) as run:
        await run.press("enter", "c", "a", *"qui ?", "enter")
        await run.until(lambda: shelf.noted_keys())
        (note,) = shelf.notes.all()
        assert note.start is not None
        assert note.passage.startswith("«")
        assert any("¶ qui ?" in line for line in run.lines())
        await run.press("escape", "escape", "G", "B")
        await run.until(lambda: "1 note" in run.text())
        await run.press("enter")
        await run.until(lambda: run.is_in(Where.READING) and run.main.list_pane.selected == 0)


async def test_tags_are_set_on_one_and_added_to_the_picked() -> None:
    shelf = MemoryShelf()
    async with running(library_of(shelf=shelf)) as run:
        await run.press("T", *"budget", "enter")
        await run.until(lambda: len(shelf.tagged_keys("budget")) == 1)
        assert "#budget" in run.text()
        await run.press("p", "p", "p", "T", *"ville -budget", "enter")
        await run.until(lambda: len(shelf.tagged_keys("ville")) == 3)
        assert not shelf.tagged_keys("budget")
        await run.press("s")
        await run.until(lambda: len(shelf.starred) == 3)
        await run.press("x", "x")
        await run.until(lambda: len(shelf.tagged_keys("budget")) == 1 and not shelf.starred)
        await run.press("escape")
        assert not run.main.picking.picked


async def test_what_is_new_is_counted_and_shown_alone() -> None:
    shelf, library = MemoryShelf(), library_of()
    library.shelf = shelf
    keys = [content.content_key for content in library.contents()]
    shelf.visit.begin(FOLDER)
    shelf.visit.settle(packed(keys[2:]))
    async with running(library) as run:
        await run.until(lambda: "2 new" in run.lines()[0])
        await run.press("w")
        await run.until(lambda: len(run.main.rows) == 2)
        await run.press("escape")
        await run.until(lambda: len(run.main.rows) == 12)


async def test_a_search_is_taken_up_the_next_time_and_recalled_in_an_empty_box() -> None:
    shelf = MemoryShelf()
    async with running(library_of(shelf=shelf)) as run:
        for word in ("budget", "opposition"):
            await run.press("slash", *word)
            await run.until(lambda: run.main.searching._answered == run.main.searching._number)
            await run.press("enter", "escape", "escape")
        await run.press("slash", "up")
        await run.until(lambda: run.main.search_bar.input.value == "opposition")
        await run.press("up")
        await run.until(lambda: run.main.search_bar.input.value == "budget")
        await run.press("ctrl+c")
    async with running(library_of(shelf=shelf)) as run:
        await run.until(lambda: run.main.rows.results is not None)
        assert run.lines()[0].startswith(" / budget")


async def test_an_article_is_read_only_after_the_time_that_is_set(set_settings: Callable[..., None]) -> None:
    set_settings({"reading.read_after": 1})
    shelf = MemoryShelf()
    async with running(library_of(shelf=shelf)) as run:
        await run.press("enter", "escape", "j", "enter")
        assert not shelf.read
        await run.until(lambda: len(shelf.read) == 1)


async def test_one_goes_back_and_forward_through_what_was_opened() -> None:
    async with running(library_of()) as run:
        await run.press("enter", "J", "J")
        await run.until(lambda: run.main.list_pane.selected == 2)
        await run.press("backspace", "backspace")
        await run.until(lambda: run.main.list_pane.selected == 0)
        await run.press("backspace")
        assert "before" in run.main.footer_line.notice_text
        await run.press("greater_than_sign")
        await run.until(lambda: run.main.list_pane.selected == 1)
        assert run.is_in(Where.READING)


async def test_the_shape_of_list_and_text_is_kept() -> None:
    shelf = MemoryShelf()
    async with running(library_of(shelf=shelf), (160, 30)) as run:
        before = run.main.list_pane.size.width
        await run.press("plus", "enter", "minus", "f", "F", "enter")
        await run.until(lambda: run.main.reading_pane.shape.justified)
    async with running(library_of(shelf=shelf), (160, 30)) as run:
        pane = run.main.reading_pane
        assert run.main.list_pane.size.width == before + 4
        assert (pane.text_width, pane.shape.unfolded, pane.shape.justified) == (68, True, True)


async def test_the_list_is_sorted_both_ways_and_stays_so() -> None:
    shelf = MemoryShelf()
    async with running(library_of(shelf=shelf)) as run:
        selected = run.main.list_pane.selected_id
        newest = run.main.rows.ids[0]
        await run.press("R")
        await run.until(lambda: run.main.rows.ids[-1] == newest)
        assert run.main.list_pane.selected_id == selected
        assert "Date ▴" in run.lines()[1]
        await run.press("S", "S", "S")
        await run.until(lambda: run.main.listing.sort is Sort.PATH)
    async with running(library_of(shelf=shelf)) as run:
        assert run.main.listing.sort is Sort.PATH


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 12)])
async def test_headings_part_the_list_and_the_selection_is_always_whole(size: tuple[int, int]) -> None:
    async with running(library_of(40), size) as run:
        await run.press("H", "H")
        await run.until(lambda: run.main.list_pane.group is Group.SOURCE)
        assert any(line.startswith((" La Gazette ─", " no source ─")) for line in run.lines())
        for key in ["j"] * 13 + ["k"] * 9 + ["G", "g", "space", "space", "b"]:
            await run.press(key)
            pane = run.main.list_pane
            assert (pane.selected, 1) in pane._planned(pane.top)
            assert 0 <= pane.top <= pane.selected
