"""Pictures of the screens, compared with those that were looked at and found good."""

from collections.abc import Callable, Iterable
from typing import Any

import pytest
from textual.pilot import Pilot

from tests.tui.running import Running, app_of, library_of


def after(*keys: str, until: Callable[[Running], object]) -> Callable[[Pilot[int]], Any]:
    """Presses keys and waits, before the picture is taken."""

    async def run(pilot: Pilot[int]) -> None:
        app: Any = pilot.app
        running = Running(app, pilot)
        await running.until(lambda: app.main.arranging.unread is not None)
        await pilot.press(*keys)
        await running.until(lambda: until(running))

    return run


def analysed(run: Running) -> object:
    """Whether the article stands with its names and quotations."""
    return run.main.reading_pane.walker.analysis.quotations


def helped(run: Running) -> object:
    """Whether the help is there."""
    return "Keys in the list" in run.text()


CASES: Iterable[Any] = [
    pytest.param((120, 40), "dark", after("enter", "v", until=analysed), id="reading_with_speakers_120x40"),
    pytest.param(
        (80, 24),
        "light",
        after("slash", *"grues", until=lambda run: run.main.rows.results is not None),
        id="search_80x24",
    ),
    pytest.param((40, 12), "ansi", after("enter", until=analysed), id="reading_40x12"),
    pytest.param((80, 24), "dark", after("question_mark", until=helped), id="help_80x24"),
]


@pytest.mark.parametrize(("size", "theme", "run_before"), CASES)
def test_it_looks_as_it_did(
    snap_compare: Callable[..., bool],
    size: tuple[int, int],
    theme: str,
    run_before: Callable[[Pilot[int]], Any],
) -> None:
    assert snap_compare(app_of(library_of(), theme), terminal_size=size, run_before=run_before)
