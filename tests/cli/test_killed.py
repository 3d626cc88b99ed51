"""Killed at any moment, the app has kept what its screen had shown as done."""

import os
import random
import shutil
import signal
import time
from contextlib import closing
from pathlib import Path

from reader.library.indexing import index
from reader.library.shelf import Shelf
from reader.places import library_file, shelf_file
from tests.library.corpora import write_corpus
from tests.tui.pseudo_terminal import Terminal

KILLS = int(os.environ.get("READER_KILLS", "4"))
SEED = int(os.environ.get("READER_KILLS_SEED", "20"))
ARTICLES = 24
EACH = "saparce que\rTbudget\rj"
"""What is typed on each article, faster than by hand: a star, a note, a tag, and on to the next."""


def shown(terminal: Terminal) -> tuple[int, int, int]:
    """How many rows of the list bear a star, a note and a tag."""
    rows = [line for line in terminal.screen.display if "Histoire" in line or "dit-on" in line]
    stars, notes, tags = (sum(sign in row for row in rows) for sign in ("* Histoire", "¶", "#budget"))
    return stars, notes, tags


def kill(terminal: Terminal, rng: random.Random) -> None:
    """Types on many articles, and kills when some of it is done; what the terminal got before that is read."""
    goal = rng.randrange(1, 12)
    terminal.type(EACH * (ARTICLES - 1))
    terminal.until(lambda: sum(shown(terminal)) >= goal, 60)
    time.sleep(rng.uniform(0, 0.1))
    terminal.process.send_signal(signal.SIGKILL)
    terminal.process.wait(10)
    terminal.read(0.2)


def test_what_the_screen_had_confirmed_is_on_the_shelf(tmp_path: Path) -> None:
    press = write_corpus(tmp_path / "press", ARTICLES)
    index(press, library_file(press), analyse=False)
    rng = random.Random(SEED)
    for _ in range(KILLS):
        terminal = Terminal(os.fspath(press), module="reader.cli", size=(80, 60))
        try:
            terminal.until(lambda: terminal.shows("Histoire"), 60)  # noqa: B023 - called at once
            kill(terminal, rng)
            with closing(Shelf(shelf_file())) as shelf:
                assert shelf.problem is None
                kept = len(shelf.starred_keys()), len(shelf.noted_keys()), len(shelf.tagged_keys("budget"))
        finally:
            terminal.close()
        told = shown(terminal)
        assert all(there >= said for there, said in zip(kept, told, strict=True)), (kept, told)
        shutil.rmtree(shelf_file().parent)
