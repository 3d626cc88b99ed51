"""Kills Reader at random moments of indexing, analysing and marking, and looks at what is left.

    python -m benchmarks.kills [--times 200] [--articles 300] [--seed N]

After each kill the library must open, answer a search, hold at least what it held but for what was taken out,
and be whole; the shelf must have every mark that was confirmed before the kill.  At the end one run that is not
killed brings all up to date.  Exit code 1 at the first thing that is not so.
"""

import argparse
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from contextlib import closing
from pathlib import Path

from reader.library.indexing import index
from reader.library.open import open_library
from reader.library.shelf import Shelf
from tests.library.corpora import python, text_of, write_corpus
from tests.library.test_interruption import INDEX, is_whole

MARK = """
import sys
from pathlib import Path
from reader.library.shelf import Shelf
shelf = Shelf(Path(sys.argv[1]))
print("open", flush=True)
for number in range(int(sys.argv[2]), 10**9):
    shelf.set_read([f"read {number}"], True)
    shelf.set_starred([f"star {number}"], True)
    shelf.set_position(f"read {number}", number)
    print(number, flush=True)
"""


def main() -> int:
    """Runs it and prints the counts."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--times", type=int, default=200)
    parser.add_argument("--articles", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    rng = random.Random(options.seed)
    with tempfile.TemporaryDirectory(prefix="reader-kills-") as place:
        folder = Path(place)
        library = _Library(folder, options.articles, rng)
        shelf = _Marking(folder / "shelf.sqlite", rng)
        kinds: Counter[str] = Counter()
        for turn in range(options.times):
            job = shelf if turn % 3 == 2 else library
            kinds[job.kill_once()] += 1
            if turn % 20 == 19:
                print(f"{turn + 1} kills so far", file=sys.stderr, flush=True)
        library.finish()
    print(f"{options.times} kills, seed {options.seed}: all whole")
    for kind, number in sorted(kinds.items()):
        print(f"  {number:>4} {kind}")
    print(f"  {shelf.confirmed:>4} marks confirmed before kills, all there")
    return 0


class _Library:
    """Indexing of a folder in which files change all the time."""

    def __init__(self, folder: Path, number: int, rng: random.Random) -> None:
        self._corpus = write_corpus(folder / "corpus", number)
        self._file, self._number, self._rng = folder / "press.library", number, rng
        self._stored = self._turn = 0
        began = time.monotonic()
        python(INDEX, self._corpus, self._file).communicate()
        self._whole_run = time.monotonic() - began

    def kill_once(self) -> str:
        """Kills one run; what it was at."""
        self._change()
        writer = python(INDEX, self._corpus, self._file)
        time.sleep(self._rng.uniform(0.05, 1.1) * self._whole_run)
        _kill(writer)
        library = open_library(self._corpus, file=self._file)
        stored, status = len(library.ids()), library.status()
        assert status.stored == stored, (status, stored)
        assert stored >= self._stored - 3, f"{self._stored} articles before, {stored} after"
        assert library.search("histoire", limit=5).total <= stored
        library.close()
        assert is_whole(self._file), "the library is not whole"
        self._stored = stored
        if stored < self._number - 3:
            return "before or while texts were read"
        return "while articles were analysed" if status.analysed < stored else "when all was done"

    def _change(self) -> None:
        self._turn += 1
        if self._turn % 3 == 1:  # begin again, so that both passes are met all along
            for one in self._file.parent.glob(f"{self._file.name}*"):
                one.unlink()
            self._stored = 0
        for _ in range(3):
            number = self._rng.randrange(self._number)
            file = self._corpus / f"part-{number // 20}" / f"article-{number:04d}.txt"
            file.write_text(text_of(self._rng.randrange(10**6)), "utf-8")

    def finish(self) -> None:
        """One run to the end."""
        status = index(self._corpus, self._file)
        assert status.stored == status.analysed == self._number, status
        assert is_whole(self._file)


class _Marking:
    """Marking, one article after another."""

    def __init__(self, file: Path, rng: random.Random) -> None:
        self._file, self._rng = file, rng
        self.confirmed = 0

    def kill_once(self) -> str:
        """Kills one run; what it was at."""
        marking = python(MARK, self._file, str(self.confirmed))
        assert marking.stdout is not None
        while os.read(marking.stdout.fileno(), 1) != b"\n":  # it is open
            pass
        time.sleep(self._rng.uniform(0.01, 0.5))
        told = _kill(marking)
        whole = [int(line) for line in told.split(b"\n")[:-1]]
        self.confirmed = max([self.confirmed, *(number + 1 for number in whole)])
        shelf = Shelf(self._file)
        assert shelf.problem is None, shelf.problem
        wanted = range(self.confirmed)
        assert {f"read {number}" for number in wanted} <= shelf.read_keys(), "a read mark is lost"
        assert {f"star {number}" for number in wanted} <= shelf.starred_keys(), "a star is lost"
        assert all(shelf.position(f"read {number}") == number for number in wanted[-50:]), "a place is lost"
        shelf.close()
        with closing(sqlite3.connect(self._file)) as db:
            assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return "while articles were marked"


def _kill(process: "subprocess.Popen[bytes]") -> bytes:
    process.send_signal(signal.SIGKILL)
    return process.communicate()[0]


if __name__ == "__main__":
    sys.exit(main())
