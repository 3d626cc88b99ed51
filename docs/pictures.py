"""Takes pictures of the real app on the sample corpus, for the documentation (`docs/generate.py`)."""

import re
from pathlib import Path
from typing import Any

PICTURES = {
    "reading.svg": ((120, 40), [*"jjjjjjj", "j", "enter", "v", "c"]),
    "search.svg": ((120, 40), ["slash", *"navete nuit", "enter"]),
    "who-said-what.svg": ((120, 40), ["W"]),
    "names.svg": ((120, 40), ["E", *"roudaut", "enter"]),
    "help.svg": ((120, 40), ["question_mark"]),
}
"""Size in columns and lines, and the keys that lead there."""
_IDS = re.compile(r"terminal-\d+-")
_STILL = 4
"""Looks in a row that must find the same screen before a picture of it is taken."""


async def picture(library_file: Path, shelf_file: Path, size: tuple[int, int], keys: list[str]) -> str:
    """The screen as SVG after `keys`, at `size` columns and lines."""
    from reader.library.open import open_library
    from reader.library.shelf import Shelf
    from reader.resources import resource_folder
    from reader.tui.app import ReaderApp

    folder = resource_folder("sample_corpus")
    shelf = Shelf(shelf_file)
    library = open_library(folder, file=library_file, shelf=shelf)
    app = ReaderApp(folder, library=library, shelf=shelf, theme="dark")
    async with app.run_test(size=size) as pilot:
        await _settle(app, pilot)
        for key in keys:
            await pilot.press("space" if key == " " else key)
            await _settle(app, pilot)
        svg = app.export_screenshot(title="reader sample_corpus")
    library.close()
    shelf.close()
    return _IDS.sub("terminal-", svg)


async def _settle(app: Any, pilot: Any) -> None:
    """Waits until nothing on the screen changes any more."""
    same, before = 0, None
    while same < _STILL or app.main.arranging.unread is None:
        await pilot.pause(0.06)
        now = [strip.text for strip in app.screen._compositor.render_strips()]
        same, before = (same + 1 if now == before else 0), now
