"""The screens over the main one: their keys are those of the registry, and can be changed like all others."""

from collections.abc import Callable

import pytest

from reader.settings import settings
from reader.tui.commands import COMMANDS
from reader.tui.keyboard import resolved
from reader.tui.screens.choice import Choice
from reader.tui.screens.entity_index import EntityIndex
from reader.tui.screens.entity_page import EntityScreen
from reader.tui.screens.keyed import Keyed
from reader.tui.screens.same_words import SameWords
from reader.tui.screens.who_said_what import WhoSaidWhat
from tests.tui.running import Running, running
from tests.tui.test_entity_pages import valbrune
from tests.tui.test_who_said_what import library, opened

SetSettings = Callable[..., None]


def screen_of(run: Running) -> Keyed[object]:
    assert isinstance(run.app.screen, Keyed)
    return run.app.screen


async def to_reports(run: Running) -> None:
    await run.press("slash", *"redit", "enter")
    await run.until(lambda: run.main.reading_pane.walker.analysis.quotations)
    await run.press("c", "enter")
    await run.until(lambda: isinstance(run.app.screen, SameWords))


async def to_page(run: Running) -> None:
    await run.press("E")
    await run.until(lambda: isinstance(run.app.screen, EntityIndex) and run.app.screen.lines.ids)
    await run.press("enter")
    await run.until(lambda: isinstance(run.app.screen, EntityScreen) and run.app.screen.lines.total)


@pytest.mark.parametrize(
    "kind", [WhoSaidWhat, EntityScreen, SameWords, Choice, EntityIndex], ids=lambda kind: str(kind.WHERE)
)
async def test_every_command_of_a_screen_does_something_there(kind: type[Keyed[object]]) -> None:
    async with running(library()) as run:
        if kind is WhoSaidWhat:
            await opened(run)
        elif kind is EntityScreen:
            await to_page(run)
        elif kind is SameWords:
            await to_reports(run)
        else:
            await run.press("question_mark" if kind is Choice else "E")
        screen = screen_of(run)
        assert isinstance(screen, kind)
        wanted = {command.name for command in COMMANDS if command.works_in(kind.WHERE)}
        assert wanted <= set(screen.acts())


async def test_changed_keys_hold_in_who_said_what_and_are_shown_there(set_settings: SetSettings) -> None:
    set_settings({"keys": {"down": ["f6"], "open": ["f7"], "probable": ["f8"], "back": ["f9"]}})
    async with running(library()) as run:
        screen = await opened(run)
        assert "f7 quotes" in run.lines()[-1]
        assert "f8 probable" in run.lines()[-1]
        await run.press("j", "down", "enter", "p")
        assert (screen.speaker_list.selected, screen.in_quotes, screen.question.sure_only) == (
            0,
            False,
            False,
        )
        await run.press("f6")
        assert screen.speaker_list.selected == 1
        await run.press("f7")
        assert screen.in_quotes
        await run.press("f8")
        assert screen.question.sure_only
        await run.press("f9", "f9")
        await run.until(lambda: run.app.screen is run.main)


async def test_what_is_typed_into_a_filter_is_no_command(set_settings: SetSettings) -> None:
    set_settings({"keys": {"probable": ["e"], "choose": ["f7"], "leave": ["f9"]}})
    async with running(library()) as run:
        screen = await opened(run)
        await run.press("slash", *"est", "backspace")
        assert "f7 keep" in run.lines()[-1]
        assert (screen.question.typed, screen.question.sure_only) == ("es", False)
        await run.press("f7", "e")
        assert (screen.typing, screen.question.typed, screen.question.sure_only) == (False, "es", True)


async def test_changed_keys_hold_in_the_index_and_on_the_page(set_settings: SetSettings) -> None:
    set_settings(
        {
            "keys": {
                "next_kind": ["f5"],
                "choose": ["f7"],
                "choice_down": ["f6"],
                "down": ["f6"],
                "back": ["f9"],
            }
        }
    )
    async with running(valbrune()) as run:
        await run.press("E")
        index = run.app.screen
        assert isinstance(index, EntityIndex)
        assert "f5 kind" in run.lines()[-1]
        await run.press("tab", "down", "enter")
        assert (index.lines.tab, index.lines.selected) == (0, 0)
        await run.press("f6")
        assert index.lines.selected == 1
        await run.press("f5", "f7")
        await run.until(lambda: isinstance(run.app.screen, EntityScreen) and run.app.screen.lines.total)
        page = run.app.screen
        assert isinstance(page, EntityScreen)
        assert "f6 k walk" in run.lines()[-1]
        await run.press("f6")
        assert page.lines.selected == 1
        await run.press("escape")
        assert run.app.screen is page
        await run.press("f9")
        await run.until(lambda: isinstance(run.app.screen, EntityIndex))


async def test_changed_keys_hold_among_the_same_words(set_settings: SetSettings) -> None:
    set_settings({"keys": {"speaker": ["f5"], "up": ["f6"]}})
    async with running(library()) as run:
        await to_reports(run)
        screen = run.app.screen
        assert isinstance(screen, SameWords)
        assert "f5 the speaker" in run.lines()[-1]
        await run.press("f6")
        assert screen.entries.selected == 0
        await run.press("f5")
        await run.until(lambda: run.main.searching.query.startswith("by:"))


async def test_changed_keys_hold_in_lists_of_choices(set_settings: SetSettings) -> None:
    set_settings({"keys": {"choice_down": ["f6"], "leave": ["f9"]}})
    async with running(library()) as run:
        await run.press("question_mark", "down", "f6")
        choice = run.app.screen
        assert isinstance(choice, Choice)
        assert choice.lines.selected == 1
        await run.press("escape")
        assert run.app.screen is choice
        await run.press("f9")
        await run.until(lambda: run.app.screen is run.main)


async def test_a_list_of_choices_says_when_nothing_matches_and_stays() -> None:
    async with running(library()) as run:
        await run.press("t", *"zzq", "enter")
        assert isinstance(run.app.screen, Choice)
        assert "nothing matches" in run.text()


async def test_the_help_of_a_screen_begins_with_its_keys_and_does_what_is_chosen() -> None:
    async with running(library()) as run:
        screen = await opened(run)
        await run.press("question_mark")
        assert "Keys in who said what" in run.text()
        await run.press(*"only probable", "enter")
        assert run.app.screen is screen
        assert screen.question.sure_only


async def test_help_and_palette_do_nothing_where_a_command_is_of_another_screen() -> None:
    async with running(library()) as run:
        await run.press("question_mark", *"only probable")
        assert "(who said what)" in run.text()
        await run.press("enter")
        await run.press("colon", *"only probable")
        assert "only probable" not in "\n".join(run.lines()[3:])


def test_one_key_for_two_commands_of_a_screen_is_told() -> None:
    _, problems = resolved("reader", {"probable": ("f9",), "sort": ("f9",)})
    assert "f9 (sort, probable)" in problems[0]


def test_a_letter_is_no_key_where_letters_filter() -> None:
    keys, problems = resolved("reader", {"choose": ("x", "f7"), "leave": ("?",)})
    assert (keys["choose"], keys["leave"]) == (("f7",), ("escape",))
    assert ["choose" in problems[0], "?" in problems[1]] == [True, True]


async def test_another_key_to_quit_holds_everywhere_and_the_old_one_is_free(
    set_settings: SetSettings,
) -> None:
    set_settings({"keys": {"quit": ["f12"], "star": ["ctrl+q"]}})
    assert settings().problems == ()
    async with running(library()) as run:
        await run.press("ctrl+q")
        await run.until(lambda: run.main.footer_line.notice_text == "Starred")
        await run.press("slash", "f12")
        assert run.app.return_code == 0
