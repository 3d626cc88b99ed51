"""One registry of commands: every key leads somewhere, and nowhere twice."""

from collections import Counter

import pytest
from rich.cells import cell_len

from reader.tui.commands import BY_NAME, COMMANDS, FOOTER, PANES, Where, commands_for
from reader.tui.key_names import key_label
from reader.tui.marks import UNICODE
from reader.tui.screens.choice import matching
from reader.tui.screens.command_options import palette_options
from tests.tui.running import library_of, running


def test_no_key_has_two_meanings_in_one_pane() -> None:
    for pane in PANES:
        keys = Counter(key for command in COMMANDS if command.works_in(pane) for key in command.keys)
        assert [key for key, count in keys.items() if count > 1] == []


def test_no_command_sits_on_a_key_that_terminals_or_multiplexers_take() -> None:
    taken = {f"ctrl+{letter}" for letter in "hijmab"}
    assert not taken & {key for command in COMMANDS for key in command.keys}


@pytest.mark.parametrize("pane", [Where.LIST, Where.READING])
def test_the_footer_has_five_commands_that_work_there(pane: Where) -> None:
    assert len(FOOTER[pane]) == 5
    assert all(BY_NAME[name].works_in(pane) for name in FOOTER[pane])


def test_the_help_begins_with_the_pane_in_use() -> None:
    assert commands_for(Where.READING)[0].where is Where.READING
    for pane in PANES:
        works = [command.works_in(pane) for command in commands_for(pane)]
        assert works == sorted(works, reverse=True)
        assert set(commands_for(pane)) == set(COMMANDS)


def test_keys_are_written_for_people() -> None:
    assert [key_label(key) for key in ("slash", "enter", "J", "left")] == ["/", "Enter", "J", "←"]
    assert key_label("left", ascii_only=True) == "Left"


def test_every_help_is_read_whole_at_eighty_columns() -> None:
    assert [command.help for command in COMMANDS if cell_len(command.help) > 58] == []


async def test_every_command_does_something() -> None:
    async with running(library_of()) as run:
        assert set(run.main._handlers) == {one.name for one in COMMANDS if one.is_of_the_main_screen}


async def test_help_filters_as_one_types_and_runs_what_is_chosen() -> None:
    async with running(library_of()) as run:
        await run.press("question_mark")
        assert "Keys in the list" in run.text()
        await run.press("e", "t", "o", "i", "l", "e")
        assert "Star or unstar" in run.text()
        await run.press("enter")
        await run.until(lambda: run.main.footer_line.notice_text == "Starred")


async def test_the_palette_finds_commands_by_their_french_and_english_words() -> None:
    async with running(library_of()) as run:
        for word, found in (("voix", "speakers"), ("theme", "theme"), ("citation", "quote")):
            await run.press("colon", *word)
            assert found in run.lines()[-6] + run.text()
            await run.press("escape", "escape")


def names_found(typed: str) -> list[str]:
    return [option.value for option in matching(palette_options(Where.LIST, UNICODE), typed)]


def test_what_enter_runs_in_the_palette_is_what_was_typed() -> None:
    assert names_found("the")[0] == "theme"
    assert names_found("exp")[0] == "export"
    assert names_found("no")[0] == "note"
    assert names_found("unread")[0] in {"next_unread", "previous_unread"}


def test_the_key_of_a_command_finds_it_first_whatever_words_hold_that_letter() -> None:
    assert names_found("X")[0] == "export"
    assert names_found("x")[0] == "undo"


async def test_the_palette_shows_the_keys_whole_at_the_right_edge() -> None:
    async with running(library_of(), (80, 24)) as run:
        await run.press("colon")
        assert any("End the search" in line and line.endswith("  Esc") for line in run.lines())
        await run.press("escape")


async def test_the_width_of_the_text_is_marked_among_those_offered() -> None:
    async with running(library_of()) as run:
        await run.press("enter", "plus", "F")
        marked = [line.split() for line in run.lines() if line.endswith("now")]
        assert [words[0] for words in marked] == [str(run.main.reading_pane.text_width)]
        await run.press("escape")


async def test_a_command_of_the_other_pane_goes_there_first() -> None:
    async with running(library_of()) as run:
        await run.press("colon", *"next quotation", "enter")
        await run.until(lambda: run.main.pane is Where.READING)
