"""Run as a program by the tests on a pseudo-terminal: the app on a small corpus, hostile on request."""

import sys
from pathlib import Path

from reader.tui.app import run
from tests.tui.memory_library import MemoryLibrary
from tests.tui.running import library_of


def main() -> int:
    """Shows the corpus that the first argument names."""
    if sys.argv[1:] == ["hostile"]:
        from tests.tui.test_hostile import library

        found: MemoryLibrary = library()
    else:
        found = library_of()
    code = run(Path("valbrune"), library=found, shelf=found.shelf, theme="ansi")
    print("places kept:", found.shelf.positions())
    return code


if __name__ == "__main__":
    sys.exit(main())
