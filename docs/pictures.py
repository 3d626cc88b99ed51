"""Makes the pictures of the documentation from the real app on the sample corpus: `python docs/pictures.py`.

With `--check`, says whether the pictures that are there are what the app shows now (exit code 1 if not).
"""

import argparse
import asyncio
import os
import re
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
PICTURES = {
    "reading.svg": ("120x40", [*"jjjjjjj", "j", "enter", "v", "c"]),
    "search.svg": ("120x40", ["slash", *"navete nuit", "enter"]),
    "who-said-what.svg": ("120x40", ["W"]),
}
_IDS = re.compile(r"terminal-\d+-")


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
        await pilot.pause(0.5)
        for key in keys:
            await pilot.press("space" if key == " " else key)
            await pilot.pause(0.2)
        await pilot.pause(0.5)
        svg = app.export_screenshot(title="reader sample_corpus")
    library.close()
    shelf.close()
    return _IDS.sub("terminal-", svg)


def main() -> int:
    """Makes or checks every picture."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    check = parser.parse_args().check
    from reader.library.indexing import index
    from reader.resources import resource_folder

    stale = 0
    with tempfile.TemporaryDirectory() as kept:
        library_file = Path(kept) / "sample.sqlite"
        index(resource_folder("sample_corpus"), library_file)
        for name, (size, keys) in PICTURES.items():
            columns, lines = (int(part) for part in size.split("x"))
            svg = asyncio.run(picture(library_file, Path(kept) / f"{name}.shelf", (columns, lines), keys))
            if not check:
                (HERE / name).write_text(svg, "utf-8")
                print(f"{os.fspath(HERE / name)}: {len(svg)} bytes")
            elif (HERE / name).read_text("utf-8") != svg:
                print(f"{name} is not what the app shows now: run {Path(sys.argv[0]).name}", file=sys.stderr)
                stale += 1
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
