"""Runs the app in a test: without a terminal, on a library in memory."""

import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from reader.tui.app import ReaderApp
from reader.tui.commands import Where
from reader.tui.screens.main import MainScreen
from tests.tui.articles import corpus
from tests.tui.memory_library import MemoryLibrary, MemoryShelf


def library_of(number: int = 12, shelf: MemoryShelf | None = None) -> MemoryLibrary:
    """The library of the test corpus."""
    articles, analyses = corpus(number)
    return MemoryLibrary(articles, analyses, shelf, Path("valbrune"))


def app_of(library: MemoryLibrary, theme: str = "dark", indexer: Any = None) -> ReaderApp:
    """The app on a library in memory."""
    return ReaderApp(library.folder, library=library, shelf=library.shelf, indexer=indexer, theme=theme)


class Running:
    """The app while it runs."""

    def __init__(self, app: ReaderApp, pilot: Pilot[int]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def main(self) -> MainScreen:
        return self.app.main

    def is_in(self, pane: Where) -> bool:
        return self.main.pane is pane

    def cursor(self) -> object:
        return self.main.reading_pane.walker.cursor

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)

    async def until(self, condition: Callable[[], object], seconds: float = 10.0) -> None:
        """Waits for what a thread or a timer brings about."""
        end = time.monotonic() + seconds
        while not condition():
            assert time.monotonic() < end, "it did not come about"
            await self.pilot.pause(0.01)
        await self.pilot.pause()

    def lines(self) -> list[str]:
        """What is on the screen."""
        strips = self.app.screen._compositor.render_strips()
        return [strip.text.rstrip() for strip in strips]

    def text(self) -> str:
        return "\n".join(self.lines())


@asynccontextmanager
async def running(
    library: MemoryLibrary, size: tuple[int, int] = (120, 40), theme: str = "dark", indexer: Any = None
) -> AsyncIterator[Running]:
    """The app, with its list and first article shown."""
    app = app_of(library, theme, indexer)
    async with app.run_test(size=size) as pilot:
        run = Running(app, pilot)
        if library.articles and size[0] >= 100:
            await run.until(lambda: app.main.reading_pane.shown is not None)
        await run.until(lambda: app.main.arranging.unread is not None)
        yield run
