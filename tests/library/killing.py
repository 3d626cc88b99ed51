"""Work of every kind on a library and a shelf, killed at random moments, and what must hold after each kill.

A job has `kill_once`, which does harm once, looks at what is left, and says what was met; and `finish`, which
brings all to an end without a kill.  AssertionError: something is lost or broken.
"""

import json
import os
import random
import shutil
import signal
import sqlite3
import time
from contextlib import closing
from pathlib import Path

from reader.library.indexing import index
from reader.library.open import open_library
from reader.library.shelf import Shelf
from reader.resources import resource_folder
from tests.library.corpora import kill, processes_with, python, text_of, write_corpus

INDEX = """
import sys
from pathlib import Path
from reader.library.indexing import index
def report(progress):
    if progress.stage == "analysis":
        print(progress.done, flush=True)
index(Path(sys.argv[1]), Path(sys.argv[2]), progress=report)
print("end", flush=True)
"""
_SHELF = """
import sys
from pathlib import Path
from reader.library.shelf import Shelf
from tests.library.killing import {step} as step
shelf = Shelf(Path(sys.argv[1]))
print("open", flush=True)
for number in range(int(sys.argv[2]), 10**9):
    step(shelf, number)
    print(number, flush=True)
"""
_ANALYSED = (
    "SELECT path, data, problem FROM articles JOIN analyses USING (id) ORDER BY path",
    "SELECT path, quotations.start, quotations.end, text, sure, speakers.folded FROM sayings_quotations AS quotations "
    "JOIN articles ON articles.id = article LEFT JOIN sayings_speakers AS speakers ON speakers.id = speaker "
    "ORDER BY path, quotations.start, quotations.end, text",
    "SELECT name, kind, articles, mentions FROM naming_names ORDER BY name, kind",
    "SELECT path, naming_names.name, kind, naming_in.mentions, quotations FROM naming_in "
    "JOIN articles ON articles.id = article JOIN naming_names ON naming_names.id = naming_in.name "
    "ORDER BY path, naming_names.name, kind",
    "SELECT kind, articles, mentions FROM naming_entities ORDER BY kind, articles, mentions",
)
"""What the second pass leaves, by path instead of by number."""


def is_whole(file: Path) -> bool:
    """Whether SQLite finds nothing wrong, and tables agree with one another."""
    with closing(sqlite3.connect(file)) as db:
        checks = [
            "SELECT count(*) = 1 FROM pragma_integrity_check WHERE integrity_check = 'ok'",
            "SELECT (SELECT count(*) FROM articles) = (SELECT value FROM counts WHERE name = 'stored')",
            "SELECT (SELECT count(*) FROM analyses) = (SELECT value FROM counts WHERE name = 'analysed')",
            "SELECT (SELECT count(*) FROM articles) = (SELECT count(*) FROM texts JOIN articles USING (id))",
            "SELECT count(*) = 0 FROM texts WHERE id NOT IN (SELECT id FROM articles)",
            "SELECT count(*) = 0 FROM analyses WHERE id NOT IN (SELECT id FROM articles)",
            "SELECT count(*) = 0 FROM sayings_quotations WHERE article NOT IN (SELECT id FROM analyses)",
            "SELECT count(*) = 0 FROM naming_in WHERE article NOT IN (SELECT id FROM analyses)",
        ]
        return all(db.execute(check).fetchone()[0] for check in checks)


def analysed(file: Path) -> list[list[tuple[object, ...]]]:
    """What the second pass has left in the library `file`; the same for the same texts, whatever came between."""
    with closing(sqlite3.connect(file)) as db:
        return [db.execute(query).fetchall() for query in _ANALYSED]


class Indexing:
    """Both passes over a folder in which files change all the time."""

    def __init__(self, folder: Path, number: int, rng: random.Random) -> None:
        self._corpus = write_corpus(folder / "indexed", number)
        self._file, self._number, self._rng = folder / "indexed.library", number, rng
        self._stored = self._turn = 0
        began = time.monotonic()
        python(INDEX, self._corpus, self._file).communicate()
        self._whole_run = time.monotonic() - began

    def kill_once(self) -> str:
        """Kills one run; what it was at."""
        self._change()
        writer = python(INDEX, self._corpus, self._file)
        time.sleep(self._rng.uniform(0.05, 1.1) * self._whole_run)
        kill(writer)
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
        return "while changes were analysed" if status.analysed < stored else "when all was done"

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


class Analysing:
    """The second pass alone: texts are read, and the writer or its worker killed between first and last analysis."""

    def __init__(self, folder: Path, number: int, rng: random.Random) -> None:
        self._corpus = write_corpus(folder / "analysed", number)
        shutil.copytree(resource_folder("sample_corpus"), self._corpus / "sample")
        self._file, self._rng = folder / "analysed.library", rng
        self._read, whole = folder / "read.library", folder / "whole.library"
        self._total = index(self._corpus, self._read, analyse=False).stored
        shutil.copy(self._read, whole)
        began = time.monotonic()
        index(self._corpus, whole)
        self._whole_run, self._wanted = time.monotonic() - began, analysed(whole)
        self._before = self._total

    def kill_once(self) -> str:
        """Kills one run; what it was at."""
        if self._before == self._total:
            self._begin_again()
        writer = python(INDEX, self._corpus, self._file)
        assert writer.stdout is not None
        writer.stdout.readline()  # it has begun to analyse
        victim = self._rng.choice(("the writer", "the writer", "a worker"))
        if victim == "a worker":
            time.sleep(self._rng.uniform(0, 0.5) * self._whole_run)
            self._kill_worker(writer.pid)
        time.sleep(self._rng.uniform(0, 1.0 if victim == "the writer" else 0.5) * self._whole_run)
        told = kill(writer)
        now = self._look()
        if b"end" in told:
            assert now == self._total
            return "when all was analysed"
        return f"while articles were analysed, {victim}" if now < self._total else "while names were joined"

    def _begin_again(self) -> None:
        for one in self._file.parent.glob(f"{self._file.name}*"):
            one.unlink()
        shutil.copy(self._read, self._file)
        self._before = 0

    def _kill_worker(self, writer: int) -> None:
        for process in processes_with(os.fspath(self._file)):
            if process != writer:
                try:
                    os.kill(process, signal.SIGKILL)
                except ProcessLookupError:
                    continue

    def _look(self) -> int:
        """How many are analysed, all else being as it should."""
        library = open_library(self._corpus, file=self._file)
        status = library.status()
        assert (status.stored, len(library.ids())) == (self._total, self._total), status
        assert status.analysed >= self._before, f"{self._before} analyses before, {status.analysed} after"
        assert library.search("histoire", limit=5).total > 0
        assert library.speakers().speakers >= 0
        for entity in library.entities(library.entity_ids()[:5]):
            library.entity_page(entity.id)
        library.close()
        assert is_whole(self._file), "the library is not whole"
        self._before = status.analysed
        return status.analysed

    def finish(self) -> None:
        """One run to the end, after which nothing tells that there were others."""
        status = index(self._corpus, self._file)
        assert status.stored == status.analysed == self._total, status
        assert is_whole(self._file)
        assert analysed(self._file) == self._wanted, "not what one run in one go makes"


def mark_step(shelf: Shelf, number: int) -> None:
    """Reads and stars two articles, and leaves off in one."""
    shelf.set_read([f"read {number}"], True)
    shelf.set_starred([f"star {number}"], True)
    shelf.set_position(f"read {number}", number)


def note_step(shelf: Shelf, number: int) -> None:
    """Writes a note and tags, changes the note before, and takes every fifth away again."""
    from reader.library.shelf.notes import Note

    def note(one: int, words: str) -> Note:
        return Note(f"note {one}", f"noted {one}", one, one + 6, "phrase", words, float(one))

    shelf.notes.put([note(number, "d'abord")])
    shelf.set_tags({f"noted {number}": ("budget", f"n{number}"), f"other {number}": (f"n{number}",)})
    shelf.set_starred([f"noted {number}"], True)
    if number:
        shelf.notes.put([note(number - 1, "puis")])
    if number >= 5 and number % 5 == 0:
        shelf.notes.remove([note(number - 5, "")])


class Marking:
    """Marks, stars and places, one after another."""

    step = "mark_step"
    name = "while articles were marked"

    def __init__(self, file: Path, rng: random.Random) -> None:
        self._file, self._rng = file, rng
        self.confirmed = 0

    def kill_once(self) -> str:
        """Kills one run; what it was at."""
        process = python(_SHELF.format(step=self.step), self._file, str(self.confirmed))
        assert process.stdout is not None
        while os.read(process.stdout.fileno(), 1) != b"\n":  # it is open
            pass
        time.sleep(self._rng.uniform(0.001, 0.5))
        told = [int(line) for line in kill(process).split(b"\n")[:-1]]
        self.confirmed = max([self.confirmed, *(number + 1 for number in told)])
        with closing(Shelf(self._file)) as shelf:
            assert shelf.problem is None, shelf.problem
            self._look(shelf)
        with closing(sqlite3.connect(self._file)) as db:
            assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return self.name

    def _look(self, shelf: Shelf) -> None:
        wanted = range(self.confirmed)
        assert {f"read {number}" for number in wanted} <= shelf.read_keys(), "a read mark is lost"
        assert {f"star {number}" for number in wanted} <= shelf.starred_keys(), "a star is lost"
        assert all(shelf.position(f"read {number}") == number for number in wanted[-50:]), "a place is lost"


class Noting(Marking):
    """Notes written, changed and taken away, with tags and stars."""

    step = "note_step"
    name = "while articles were noted"

    def _look(self, shelf: Shelf) -> None:
        confirmed = self.confirmed
        notes = {note.id: note for note in shelf.notes.all()}
        for number in range(confirmed):
            is_removed = number % 5 == 0 and number + 5 < confirmed
            may_be_removed = number % 5 == 0 and number + 5 == confirmed  # it was killed there, perhaps
            note = notes.get(f"note {number}")
            if is_removed or (may_be_removed and note is None):
                assert note is None, "a note that was taken away is back"
                continue
            assert note is not None, "a note is lost"
            words = ("puis",) if number < confirmed - 1 else ("d'abord", "puis")
            assert (note.start, note.end, note.passage) == (number, number + 6, "phrase"), note
            assert note.words in words, note
        tags = shelf.tags()
        for number in range(confirmed):
            assert tags.get(f"noted {number}") == ("budget", f"n{number}"), "tags are lost"
        for number in range(confirmed + 1):  # the last may be there or not, but whole
            alone = tags.get(f"other {number}") == (f"n{number}",)
            assert alone == (f"noted {number}" in tags), "tags that were given in one go are torn apart"
        assert {f"noted {number}" for number in range(confirmed)} <= shelf.starred_keys(), "a star is lost"
        assert [json.dumps(row) for row in shelf.exported()], "it cannot be exported"
