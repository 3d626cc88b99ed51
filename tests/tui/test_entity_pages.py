"""The page of an entity and the index of entities: opened, walked, left, and back exactly where one was."""

import pytest

from reader.analysis.types import Analysis, Entity, EntityKind, Mention
from reader.tui.commands import Where
from reader.tui.screens.entity_index import EntityIndex
from reader.tui.screens.entity_page import EntityScreen
from tests.tui.articles import make_article, mention
from tests.tui.memory_library import MemoryLibrary
from tests.tui.running import Running, library_of, running


def valbrune() -> MemoryLibrary:
    """The test corpus, its dispatches naming the port and the town too."""
    library = library_of()
    for article in library.articles.values():
        if article.path not in library.analyses and "Kerlan" in article.text:
            library.analyses[article.path] = Analysis(
                (
                    mention(article, "Kerlan", EntityKind.PLACE, nth=1),
                    mention(article, "Valbrune", EntityKind.PLACE),
                    mention(article, "Inès Carvalho", EntityKind.PERSON),
                ),
                (),
            )
    return library


async def to_name(run: Running, name: str) -> Mention:
    """Opens the first article and goes to a name in it."""
    await run.press("enter")
    await run.until(lambda: run.main.reading_pane.walker.analysis.mentions)
    for _ in range(8):
        await run.press("e")
        cursor = run.cursor()
        if isinstance(cursor, Mention) and cursor.entity.name == name:
            return cursor
    raise AssertionError(name)


def page_of(run: Running) -> EntityScreen:
    assert isinstance(run.app.screen, EntityScreen)
    return run.app.screen


async def test_enter_on_a_name_opens_its_page_and_esc_goes_back_exactly() -> None:
    async with running(valbrune()) as run:
        cursor = await to_name(run, "Inès Carvalho")
        before = run.lines()
        await run.press("enter")
        await run.until(lambda: isinstance(run.app.screen, EntityScreen) and "with:" in run.text())
        first = run.lines()[0]
        assert first.startswith(" Inès Carvalho · person")
        assert first.endswith("11 articles · 11 mentions · 1 quote")
        await run.press("escape")
        assert run.lines() == before
        assert run.cursor() is cursor


async def test_the_names_of_a_concordance_stand_one_under_another() -> None:
    async with running(valbrune()) as run:
        await to_name(run, "Inès Carvalho")
        await run.press("enter")
        await run.until(lambda: "with:" in run.text())
        rows = [line for line in run.lines()[3:-1] if "Inès Carvalho" in line]
        assert len(rows) == 11
        assert len({line.index("Inès Carvalho") for line in rows}) == 1


async def test_a_place_is_opened_from_the_page_and_esc_comes_back_to_it_and_then_to_the_beginning() -> None:
    async with running(valbrune()) as run:
        await to_name(run, "Inès Carvalho")
        pane = run.main.reading_pane
        read, place, selected = pane.shown, pane.place, run.main.list_pane.selected
        assert read is not None
        await run.press("enter")
        await run.until(lambda: "with:" in run.text())
        await run.press("j", "j", "j")
        page = run.lines()
        line, _ = page_of(run).lines.line(3)
        assert line is not None
        await run.press("enter")
        await run.until(
            lambda: (
                run.main.reading_pane.shown is not None and run.main.reading_pane.shown.id == line.article_id
            )
        )
        await run.until(lambda: run.cursor() is not None)
        opened = run.main.reading_pane.shown
        assert opened is not None
        assert opened.article.text[line.start : line.end] == "Inès Carvalho"
        await run.press("escape")
        await run.until(lambda: isinstance(run.app.screen, EntityScreen) and "with:" in run.text())
        assert run.lines() == page
        await run.press("escape")
        await run.until(
            lambda: run.main.reading_pane.shown is not None and run.main.reading_pane.shown.id == read.id
        )
        assert (pane.place, run.main.list_pane.selected) == (place, selected)
        assert isinstance(run.cursor(), Mention)
        assert run.is_in(Where.READING)


async def test_slash_on_the_page_searches_for_the_name() -> None:
    async with running(valbrune()) as run:
        await to_name(run, "Inès Carvalho")
        await run.press("enter")
        await run.until(lambda: "with:" in run.text())
        await run.press("slash")
        await run.until(lambda: run.main.searching.query)
        assert run.main.searching.query == 'person:"Inès Carvalho"'


async def test_the_index_is_filtered_by_typing_and_by_kind() -> None:
    async with running(valbrune()) as run:
        await run.press("E")
        await run.until(lambda: isinstance(run.app.screen, EntityIndex) and "Valbrune" in run.text())
        assert "Inès Carvalho" in run.text()
        await run.press(*"valb")
        assert "Inès Carvalho" not in run.text()
        await run.press("escape", "tab")
        assert "Valbrune" not in run.text()
        assert "Paul Estrade" in run.text()
        await run.press("enter")
        await run.until(lambda: isinstance(run.app.screen, EntityScreen))
        await run.press("escape")
        await run.until(lambda: isinstance(run.app.screen, EntityIndex) and "Paul Estrade" in run.text())
        assert "Valbrune" not in run.text()
        await run.press("escape")
        assert run.is_in(Where.LIST)
        assert not isinstance(run.app.screen, EntityIndex)


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 12), (12, 4), (1, 1)])
async def test_any_size_will_do(size: tuple[int, int]) -> None:
    async with running(valbrune()) as run:
        await run.press("E")
        await run.until(lambda: isinstance(run.app.screen, EntityIndex))
        await run.pilot.resize_terminal(*size)
        await run.press("down", "up", "tab", "enter")
        await run.until(lambda: isinstance(run.app.screen, EntityScreen))
        await run.press("j", "k", "G", "g", "space", "b")
        await run.pilot.resize_terminal(120, 40)
        await run.pilot.pause()
        assert "Inès Carvalho · person" in run.lines()[0]


async def test_hostile_names_are_shown_as_text() -> None:
    name = "[/red]\x1b[31m\u202eEvil\u0007 [Reportage] \U0001f480" + "x" * 500
    article = make_article("a.txt", [f"Voici {name} encore. Et {name}."], title="[b]Titre")
    analysis = Analysis((mention(article, name, EntityKind.PERSON),), ())
    async with running(MemoryLibrary([article], {"a.txt": analysis})) as run:
        await run.press("E")
        await run.until(lambda: isinstance(run.app.screen, EntityIndex) and "[/red]" in run.text())
        await run.press("enter")
        await run.until(lambda: isinstance(run.app.screen, EntityScreen))
        await run.press("j", "k")
        assert "[/red]" in run.text()
        assert not any(sign in run.text() for sign in "\x1b\u202e\u0007")


async def test_a_place_is_in_sight_on_a_narrow_screen_too() -> None:
    library = valbrune()
    first = next(iter(library.articles.values()))
    last = first.text.rindex("Inès Carvalho")
    late = Mention(last, last + len("Inès Carvalho"), Entity("Inès Carvalho", EntityKind.PERSON))
    analysis = library.analyses[first.path]
    library.analyses[first.path] = Analysis((*analysis.mentions, late), analysis.quotations)
    async with running(library, (40, 12)) as run:
        await run.press("E", *"carv", "enter")
        await run.until(lambda: isinstance(run.app.screen, EntityScreen) and "with:" in run.text())
        await run.press("j", "enter")
        await run.until(lambda: run.cursor() is not None)
        assert "Carvalho" in run.text()
        assert run.main.reading_pane.top > 0


async def test_a_slash_typed_out_of_habit_before_a_name_does_not_hide_the_name() -> None:
    async with running(valbrune()) as run:
        await run.press("E", "slash", *"carv")
        assert "/ carv" in run.text()
        assert "Inès Carvalho" in run.text()
        await run.press("escape", "escape")
