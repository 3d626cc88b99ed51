"""The list: moving, previewing, opening, marking, sorting."""

from reader.library.interface import Sort
from reader.tui.commands import Where
from tests.tui.memory_library import MemoryShelf
from tests.tui.running import library_of, running


async def test_the_list_and_the_first_article_are_there_at_once() -> None:
    async with running(library_of()) as run:
        assert "Valbrune : le budget" in run.text()
        assert "12 articles · 12 unread" in run.lines()[0]
        assert run.is_in(Where.LIST)


async def test_moving_only_previews_and_opening_marks_read() -> None:
    async with running(library_of()) as run:
        key = run.main.rows.summary(1).content_key  # type: ignore[union-attr]
        await run.press("j")
        await run.until(
            lambda: run.main.reading_pane.shown and run.main.reading_pane.shown.content_key == key
        )
        assert not run.main.reader_marks.is_read(key)
        await run.press("enter")
        assert run.main.reader_marks.is_read(key)
        assert run.is_in(Where.READING)
        await run.press("escape")
        assert run.is_in(Where.LIST)
        assert run.main.list_pane.selected == 1


async def test_a_terminal_made_wider_shows_the_selected_article_beside_the_list() -> None:
    async with running(library_of(), (80, 24)) as run:
        await run.press("j")
        key = run.main.rows.summary(1).content_key  # type: ignore[union-attr]
        await run.pilot.resize_terminal(120, 40)
        await run.until(
            lambda: run.main.reading_pane.shown and run.main.reading_pane.shown.content_key == key
        )


async def test_a_held_key_moves_without_a_preview_at_every_row() -> None:
    async with running(library_of()) as run:
        before = run.main.reading_pane.shown
        await run.press(*"jjjjj")
        assert run.main.list_pane.selected == 5
        assert run.main.reading_pane.shown is before


async def test_a_long_list_asks_only_for_what_is_seen() -> None:
    library = library_of(3000)
    async with running(library, (120, 24)) as run:
        await run.press("G")
        await run.until(lambda: "sans-titre" not in run.text() and "Un phare" in run.text())
        assert run.main.list_pane.selected == 2999
        assert len(set(library.asked)) < 80


async def test_the_list_jumps_half_a_screen_at_its_edge() -> None:
    async with running(library_of(60), (120, 24)) as run:
        pane = run.main.list_pane
        await run.press(*["j"] * pane.capacity)
        assert pane.selected == pane.capacity
        assert pane.top == pane.capacity // 2 + 1
        top = pane.top
        await run.press("j", "j")
        assert pane.top == top


async def test_marks_are_kept_on_the_shelf_and_undone_step_by_step() -> None:
    shelf = MemoryShelf()
    async with running(library_of(shelf=shelf)) as run:
        await run.press("s", "m", "j", "s")
        assert len(shelf.starred) == 2
        assert len(shelf.read) == 1
        await run.press("x")
        assert len(shelf.starred) == 1
        await run.press("x", "x")
        assert (shelf.starred, shelf.read) == (set(), set())
        await run.press("x")
        assert run.main.footer_line.notice_text == "Nothing to undo"


async def test_marking_all_asks_with_the_number_and_can_be_undone() -> None:
    shelf = MemoryShelf()
    async with running(library_of(shelf=shelf)) as run:
        await run.press("A")
        assert "Mark the 12 articles shown as read?" in run.text()
        await run.press("n")
        assert not shelf.read
        await run.press("A", "y")
        await run.until(lambda: len(shelf.read) == 12)
        await run.press("x")
        assert not shelf.read


async def test_the_next_unread_article_is_found_beyond_the_screen() -> None:
    shelf = MemoryShelf()
    library = library_of(900, shelf)
    ids = library.ids()
    shelf.set_read([library.articles[number].content_key for number in ids if number != ids[850]], True)
    async with running(library) as run:
        await run.press("u")
        await run.until(lambda: run.main.list_pane.selected == 850)
        await run.press("u")
        await run.until(lambda: run.main.footer_line.notice_text == "No further unread article")
        await run.press("U")
        await run.until(lambda: run.main.footer_line.notice_text == "No unread article before")


async def test_sorting_keeps_the_article_selected() -> None:
    async with running(library_of()) as run:
        await run.press("j", "j")
        selected = run.main.list_pane.selected_id
        await run.press("S")
        assert run.main.listing.sort is Sort.SOURCE
        assert run.main.list_pane.selected_id == selected


async def test_what_was_left_out_is_told_with_the_reason() -> None:
    from reader.library.interface import Skipped

    library = library_of()
    library.left_out = [Skipped("photo.jpg", "binary"), Skipped("vide.txt", "empty")]
    async with running(library) as run:
        await run.press("i")
        assert "2 files left out: 1 binary, 1 empty" in run.text()
        assert "photo.jpg" in run.text()


async def test_an_empty_corpus_says_so() -> None:
    from tests.tui.memory_library import MemoryLibrary

    async with running(MemoryLibrary([])) as run:
        assert "No articles in this folder" in run.text()
        await run.press("enter", "j", "s", "y", "A", "slash", "escape", "n", "e", "z", "tab", "v", "G")
        assert run.main.is_attached


async def test_the_terminals_cursor_stands_where_the_reader_is() -> None:
    async with running(library_of()) as run:
        await run.press("j", "j")
        pane = run.main.list_pane
        assert run.app.cursor_position == (pane.region.x, pane.region.y + 5)
        await run.press("enter")
        await run.until(lambda: run.is_in(Where.READING))
        reading = run.main.reading_pane
        assert run.app.cursor_position == reading.region.offset
        await run.press("slash")
        assert run.app.cursor_position.y == run.main.search_bar.region.y
