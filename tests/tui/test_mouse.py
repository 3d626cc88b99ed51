"""The mouse: a click opens, the wheel moves, and it can be left to the terminal."""

from collections.abc import Callable
from typing import Any

import pytest
from textual.app import App

from reader.tui.app import run as run_app
from reader.tui.commands import Where
from tests.tui.running import library_of, running


async def test_a_click_opens_an_article_and_one_in_the_text_goes_there() -> None:
    async with running(library_of()) as run:
        await run.pilot.click("#list", offset=(20, 1 + 2 * 3))
        await run.until(lambda: run.is_in(Where.READING))
        assert run.main.list_pane.selected == 3
        await run.press("escape")
        await run.until(lambda: run.is_in(Where.LIST))
        await run.pilot.click("#reading", offset=(10, 5))
        await run.until(lambda: run.is_in(Where.READING))


async def test_a_click_chooses_in_lists_of_choices() -> None:
    async with running(library_of(), theme="dark") as run:
        await run.press("t")
        await run.until(lambda: "high contrast" in run.text())
        await run.pilot.click("#choice", offset=(4, 3))
        await run.until(lambda: run.app.theme == "ansi")
        assert run.app.screen is run.main


@pytest.mark.parametrize("wanted", [True, False])
def test_the_mouse_can_be_left_to_the_terminal(
    wanted: bool, set_settings: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    set_settings({"mouse": wanted})
    asked: list[Any] = []
    monkeypatch.setattr(App, "run", lambda self, **options: asked.append(options["mouse"]))
    library = library_of()
    run_app(library.folder, library=library, shelf=library.shelf)
    assert asked == [wanted]
