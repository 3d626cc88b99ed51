"""Indexing beside the reading: it tells how it goes, gives way, and never outlives the program."""

import os
import threading
import time
from pathlib import Path

import pytest

from reader.library.background import BackgroundIndexer, Event, Failed, Finished
from reader.library.open import open_library
from reader.library.progress import Progress
from reader.library.writer_lock import WriterLock
from tests.library.corpora import kill, processes_with, python, wait_until, write_corpus

PARENT = """
import sys
from pathlib import Path
from reader.library.background import BackgroundIndexer
for event in BackgroundIndexer(Path(sys.argv[1]), Path(sys.argv[2])).events():
    pass
"""


def test_it_tells_how_it_goes_and_ends_with_the_status(corpus: Path, file: Path) -> None:
    events = list(BackgroundIndexer(corpus, file).events())
    last = events[-1]
    assert isinstance(last, Finished)
    assert (last.status.stored, last.status.analysed) == (12, 12)
    assert all(isinstance(event, Progress) for event in events[:-1])
    assert {"text", "analysis"} <= {event.stage for event in events[:-1] if isinstance(event, Progress)}


def test_it_can_be_asked_again(corpus: Path, file: Path) -> None:
    indexer = BackgroundIndexer(corpus, file)
    list(indexer.events())
    write_corpus(corpus, 3, first=12)
    last = list(indexer.events())[-1]
    assert isinstance(last, Finished)
    assert last.status.stored == 15


def test_the_list_fills_while_it_runs(tmp_path: Path, file: Path) -> None:
    corpus = write_corpus(tmp_path / "corpus", 400)
    library = open_library(corpus, file=file)
    indexer = BackgroundIndexer(corpus, file)
    seen = [len(library.ids()) for _ in indexer.events()]
    assert seen == sorted(seen)
    assert any(number > 0 for number in seen[:-1])
    assert len(library.ids()) == 400
    library.close()


def test_it_stops_within_a_second(tmp_path: Path, file: Path) -> None:
    corpus = write_corpus(tmp_path / "corpus", 400)
    indexer = BackgroundIndexer(corpus, file)
    told: list[Event] = []
    listening = threading.Thread(target=lambda: told.extend(indexer.events()))
    listening.start()
    assert wait_until(lambda: bool(processes_with(os.fspath(file))))
    began = time.monotonic()
    indexer.stop()
    listening.join(5)
    assert not listening.is_alive()
    assert time.monotonic() - began < 2
    assert wait_until(lambda: not processes_with(os.fspath(file)), 2)
    assert not any(isinstance(event, Failed) for event in told)
    assert list(indexer.events()) == []


def test_it_ends_with_the_program_that_started_it(tmp_path: Path, file: Path) -> None:
    corpus = write_corpus(tmp_path / "corpus", 400)
    parent = python(PARENT, corpus, file)
    assert wait_until(lambda: len(processes_with(os.fspath(file))) >= 3)
    kill(parent)
    assert wait_until(lambda: not processes_with(os.fspath(file)), 2)
    library = open_library(corpus, file=file)
    library.close()


def test_what_cannot_be_done_is_one_event(corpus: Path, tmp_path: Path) -> None:
    (tmp_path / "plain").write_text("no folder")
    for folder, file in (
        (corpus, tmp_path / "plain" / "library"),
        (tmp_path / "nowhere", tmp_path / "library"),
    ):
        events = [
            event for event in BackgroundIndexer(folder, file).events() if not isinstance(event, Progress)
        ]
        assert len(events) == 1
        assert isinstance(events[0], Failed)
        assert "\n" not in events[0].message


def test_it_waits_for_another_program_that_writes(corpus: Path, file: Path) -> None:
    open_library(corpus, file=file).close()
    told: list[Event] = []
    with WriterLock(file):
        listening = threading.Thread(target=lambda: told.extend(BackgroundIndexer(corpus, file).events()))
        listening.start()
        assert wait_until(lambda: bool(told))
        assert all(isinstance(event, Progress) for event in told)
    listening.join(20)
    assert isinstance(told[-1], Finished)
    assert told[-1].status.stored == 12


def test_it_runs_from_a_hostile_folder(corpus: Path, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("sqlite3.py", "json.py", "reader.py", "zlib.py"):
        (corpus / name).write_text("raise SystemExit('taken from the corpus')")
    monkeypatch.chdir(corpus)
    last = list(BackgroundIndexer(corpus, file).events())[-1]
    assert isinstance(last, Finished)
    assert last.status.stored == 12
