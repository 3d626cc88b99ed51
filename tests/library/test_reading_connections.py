"""A library that is closed while other threads ask it something takes nothing away under them."""

import os
import sqlite3
import threading
from pathlib import Path

import pytest

from reader.library.indexing import index
from reader.library.reading_connections import ReadingConnections


def test_the_connection_of_another_thread_is_not_closed_under_its_question(corpus: Path, file: Path) -> None:
    index(corpus, file, analyse=False)
    connections = ReadingConnections(file, lambda: None)
    own = connections.get()
    asks, closed = threading.Event(), threading.Event()
    told: list[object] = []

    def ask() -> None:
        db = connections.get()
        asks.set()
        closed.wait(20)
        told.extend(db.execute("SELECT count(*) FROM articles").fetchone())
        try:
            connections.get()
        except sqlite3.ProgrammingError as error:
            told.append(str(error))

    other = threading.Thread(target=ask)
    other.start()
    assert asks.wait(20)
    connections.close()
    closed.set()
    other.join(20)
    assert told == [12, "the library is closed"]
    with pytest.raises(sqlite3.ProgrammingError):
        own.execute("SELECT 1")


def test_a_thread_that_ends_takes_its_connection_with_it(corpus: Path, file: Path) -> None:
    index(corpus, file, analyse=False)
    connections = ReadingConnections(file, lambda: None)
    connections.get()

    def times_open() -> int:
        handles = Path("/proc/self/fd").iterdir()
        return sum(os.path.realpath(handle) == str(file.resolve()) for handle in handles)

    before = times_open()
    for _ in range(20):
        thread = threading.Thread(target=lambda: connections.get().execute("SELECT 1").fetchone())
        thread.start()
        thread.join(20)
    assert times_open() <= before + 1  # SQLite keeps a handle by, to use it again
    connections.close()
