"""Whatever ends a program, and whenever: the library opens, and goes on."""

import os
import random
import subprocess
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from reader.library.connections import open_writer
from reader.library.errors import LibraryError
from reader.library.indexing import index
from reader.library.open import open_library
from reader.library.shelf import Shelf
from tests.library.corpora import kill, processes_with, python, wait_until, write_corpus
from tests.library.killing import INDEX, Analysing, Indexing, Marking, Noting, is_whole

LIMITED = """
import resource, sys
from pathlib import Path
from reader.library.errors import LibraryError
from reader.library.indexing import index
from reader.library.shelf import Shelf
shelf = Shelf(Path(sys.argv[3]))
resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))
try:
    index(Path(sys.argv[1]), Path(sys.argv[2]), analyse=False)
except LibraryError as error:
    print(error)
shelf.set_read([f"{number:0200}" for number in range(3000)], True)
print(shelf.problem)
print(len(shelf.read_keys()))
"""
KILLS = int(os.environ.get("READER_KILLS", "4"))
"""Kills at random moments, of each kind of work."""
SEED = int(os.environ.get("READER_KILLS_SEED", "20"))


def test_killed_while_indexing_it_goes_on_where_it_was(tmp_path: Path) -> None:
    job = Indexing(tmp_path, 200, random.Random(SEED))
    for _ in range(KILLS):
        job.kill_once()
    job.finish()


def test_killed_while_analysing_it_ends_as_if_it_had_not_been(tmp_path: Path) -> None:
    job = Analysing(tmp_path, 120, random.Random(SEED))
    for _ in range(KILLS):
        job.kill_once()
    job.finish()


@pytest.mark.parametrize("work", [Marking, Noting])
def test_what_was_confirmed_outlives_the_program(tmp_path: Path, work: type[Marking]) -> None:
    job = work(tmp_path / "shelf.sqlite", random.Random(SEED))
    for _ in range(KILLS):
        job.kill_once()
    assert job.confirmed


def test_workers_do_not_outlive_the_writer(tmp_path: Path, file: Path) -> None:
    corpus = write_corpus(tmp_path / "corpus", 200)
    writer = python(INDEX, corpus, file)
    assert wait_until(lambda: len(processes_with(os.fspath(file))) > 1)
    kill(writer)
    assert wait_until(lambda: not processes_with(os.fspath(file)), 2)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of one megabyte, where we may mount one."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("mounting a small disk takes rights that are missing here")
    yield disk
    subprocess.run(["umount", "-l", disk], check=False)


def test_a_full_disk_is_one_line_and_leaves_the_library_whole(tmp_path: Path, small_disk: Path) -> None:
    corpus = write_corpus(tmp_path / "corpus", 40)
    file = small_disk / "press.library"
    assert index(corpus, file, analyse=False).stored == 40
    write_corpus(corpus, 2000, first=40)
    with pytest.raises(LibraryError, match="no space is left") as told:
        index(corpus, file, analyse=False)
    assert "\n" not in str(told.value)
    library = open_library(corpus, file=file)
    assert len(library.ids()) >= 40
    assert library.search("histoire").total >= 40
    library.close()
    assert is_whole(file)


def test_what_may_not_be_written_for_another_reason_is_one_line_too(tmp_path: Path, file: Path) -> None:
    """As a quota that is used up, which SQLite tells no more of than of this: the system refuses to write."""
    corpus = write_corpus(tmp_path / "corpus", 20)
    index(corpus, file, analyse=False)
    write_corpus(corpus, 1500, first=20)
    limited = python(LIMITED, corpus, file, tmp_path / "shelf.sqlite")
    told, failures = limited.communicate()
    assert not failures
    of_library, of_shelf, kept = told.decode().splitlines()
    assert os.fspath(file) in of_library
    assert "marks and notes will not be kept" in of_shelf
    assert kept == "3000"
    library = open_library(corpus, file=file)
    assert len(library.ids()) >= 20
    library.close()
    assert is_whole(file)
    assert index(corpus, file, analyse=False).stored == 1520


def test_a_journal_moved_into_the_file_only_in_part_is_no_damage(tmp_path: Path, file: Path) -> None:
    corpus = write_corpus(tmp_path / "corpus", 12)
    index(corpus, file, analyse=False)
    before = file.read_bytes()
    with closing(open_writer(file)) as db:
        db.execute("PRAGMA wal_autocheckpoint = 0")
        db.execute("INSERT INTO skipped VALUES (?, 'binary', 1, 1)", (b"x" * 200_000,))
        journal = Path(f"{file}-wal").read_bytes()
    torn = tmp_path / "torn" / file.name
    torn.parent.mkdir()
    torn.write_bytes(file.read_bytes()[:4096] + before[4096:])
    Path(f"{torn}-wal").write_bytes(journal)
    library = open_library(corpus, file=torn)
    assert (len(library.ids()), len(library.skipped())) == (12, 1)
    library.close()
    assert is_whole(torn)


def test_on_a_full_disk_marks_last_as_long_as_the_program(small_disk: Path) -> None:
    shelf = Shelf(small_disk / "shelf.sqlite")
    shelf.set_starred(["one"], True)
    with pytest.raises(OSError):
        (small_disk / "ballast").write_bytes(bytes(2 << 20))
    keys = [f"article {number}" for number in range(5000)]
    shelf.set_read(keys, True)
    assert shelf.problem is not None
    assert "\n" not in shelf.problem
    assert shelf.read_keys() == set(keys)
    assert shelf.starred_keys() == {"one"}
    shelf.close()
    (small_disk / "ballast").unlink()
    again = Shelf(small_disk / "shelf.sqlite")
    assert (again.problem, again.starred_keys()) == (None, {"one"})
    again.close()
