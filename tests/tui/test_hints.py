"""Hints: given the first times, gone by themselves, remembered, and off where they are not wanted."""

from collections.abc import Callable

from reader.tui.commands import BY_NAME
from reader.tui.doing.hinting import EVERYWHERE, HINTS, TIMES
from tests.tui.running import library_of, running

NEXT = "c goes to the next quotation"


async def test_a_hint_is_given_twice_and_never_again(set_settings: Callable[..., None]) -> None:
    set_settings({"hints": True})
    library = library_of()
    for _visit in range(2):
        async with running(library) as run:
            for _time in range(TIMES + 1):
                await run.press("enter")
                seen = NEXT in run.main.footer_line.notice_text
                await run.press("escape")
            assert not seen
    given = library.shelf.view(EVERYWHERE, "hints")
    assert isinstance(given, dict)
    assert given["open"] == TIMES


async def test_a_hint_goes_with_the_next_command_and_is_over_once_its_key_is_known(
    set_settings: Callable[..., None],
) -> None:
    set_settings({"hints": True})
    async with running(library_of()) as run:
        await run.press("enter")
        assert NEXT in run.main.footer_line.notice_text
        await run.press("c")
        assert NEXT not in run.main.footer_line.notice_text
        await run.press("escape", "escape", "escape", "enter")
        assert NEXT not in run.main.footer_line.notice_text


async def test_no_hint_is_given_to_who_wants_none(set_settings: Callable[..., None]) -> None:
    set_settings({"hints": False})
    async with running(library_of()) as run:
        await run.press("enter")
        assert run.main.footer_line.notice_text == ""


def test_hints_are_of_commands_that_there_are() -> None:
    for command, (_words, taught) in HINTS.items():
        assert {command, *taught} <= set(BY_NAME)
