"""What the driver asks of the app: a canvas that is begun anew is painted in full."""

import os
import sys
from collections.abc import Callable
from typing import Any, cast

import pytest
from textual.app import App
from textual.geometry import Size

from reader.tui.output.driver import DifferenceDriver


class Painter:
    """Stands in for the app: of some size, and counts how often it is asked to paint everything."""

    def __init__(self) -> None:
        self.size = Size(20, 5)
        self.painted = 0

    def call_later(self, callback: Callable[[], None]) -> None:
        callback()

    def refresh(self) -> None:
        self.painted += 1


async def test_a_size_that_came_and_went_has_everything_painted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "__stderr__", open(os.devnull, "w"))  # noqa: SIM115, PTH123
    app = Painter()
    driver = DifferenceDriver(cast(App[Any], app))
    driver.write("\x1b[1;1HAlbatros\x1b[2;1Hgoéland")
    assert app.painted == 0
    app.size = Size(3, 2)
    driver.write("\x1b[1;1HAlb")
    app.size = Size(20, 5)
    driver.write("\x1b[2;1Hmouette")
    assert app.painted == 2
    driver.write("\x1b[2;1Hgoéland")
    assert app.painted == 2
    driver.redraw()
    assert app.painted == 3
