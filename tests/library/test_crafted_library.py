"""A library that somebody made to do harm is data all the same: at worst it is one line."""

import os
import sqlite3
import zlib
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from benchmarks.fuzz_parsers import use_library
from reader.library.errors import LibraryError
from reader.library.indexing import index
from reader.library.open import open_library
from reader.library.sqlite_library import SqliteLibrary
from tests.library.corpora import write_corpus

CODES = "\x1b[2J\x07\u202e"
NESTED = b"[" * 200_000 + b"]" * 200_000
BOMB = zlib.compress(bytes(400 << 20), 1)
EDITS = {
    "numbers for words": "UPDATE articles SET title = 7, language = 1.5, content_key = 3",
    "words for numbers": "UPDATE articles SET words = 'many', copies = 'x'",
    "codes in titles": "UPDATE articles SET title = 'CODES', source = 'CODES', lead = 'CODES'",
    "codes in names": "UPDATE naming_entities SET name = 'CODES'",
    "codes in what was said": "UPDATE sayings_quotations SET text = 'CODES', relay = 'CODES'",
    "codes in speakers": "UPDATE sayings_speakers SET name = 'CODES'",
    "ids below nothing": "UPDATE articles SET id = -id; UPDATE texts SET id = -id",
    "ids beyond all": "UPDATE articles SET id = id + 9223372036854775000; UPDATE analyses SET id = id * -7",
    "paths that are none": "UPDATE articles SET path = id + 0.5",
    "dates that are none": "UPDATE articles SET date = '99999-99'",
    "counts that are none": "UPDATE counts SET value = 'x'",
    "no counts": "DELETE FROM counts",
    "no tables": "DROP TABLE texts; DROP TABLE analyses; DROP TABLE sayings_quotations",
    "a view for a table": "ALTER TABLE articles RENAME TO away; CREATE VIEW articles AS SELECT * FROM away",
    "an endless view": (
        "DROP TABLE counts; CREATE VIEW counts AS WITH RECURSIVE n(name, value) AS "
        "(SELECT 'stored', 1 UNION ALL SELECT name, value + 1 FROM n) SELECT * FROM n LIMIT 100000"
    ),
    "triggers": (
        "CREATE TRIGGER harm AFTER INSERT ON articles BEGIN DELETE FROM texts; END;"
        "CREATE TRIGGER more AFTER UPDATE ON counts BEGIN INSERT INTO origin VALUES (randomblob(10)); END"
    ),
    "functions in the schema": "CREATE VIEW harm AS SELECT load_extension('/tmp/x.so'), writefile('/tmp/x', 'x')",
}
BLOBS = {
    "deep": NESTED,
    "deep packed": zlib.compress(NESTED),
    "bomb": BOMB,
    "noise": bytes(range(256)),
    "none": None,
}


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of a library with all that a library holds."""
    folder = tmp_path_factory.mktemp("good")
    index(write_corpus(folder / "corpus", 12), folder / "press.library")
    return (folder / "press.library").read_bytes()


@pytest.fixture
def crafted(tmp_path: Path, good: bytes) -> Callable[..., Path]:
    def craft(*statements: str, value: object = None) -> Path:
        file = tmp_path / "press.library"
        file.write_bytes(good)
        with closing(sqlite3.connect(file, isolation_level=None)) as db:
            for statement in statements:
                db.execute(statement.replace("CODES", CODES), (value,) if "?" in statement else ())
            db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return file

    return craft


def ask_everything(file: Path) -> None:
    """Raises what should not be raised, and where something unsafe is told."""
    in_one_line(lambda: use_library(SqliteLibrary(file.parent, file)))


def in_one_line(action: Callable[[], object]) -> None:
    """Does it, where a LibraryError of one line may come of it."""
    told = ""
    try:
        action()
    except LibraryError as error:
        told = str(error)
    assert "\n" not in told


@pytest.mark.parametrize("edit", EDITS)
def test_what_was_changed_by_hand(crafted: Callable[..., Path], edit: str) -> None:
    ask_everything(
        crafted(*EDITS[edit].split(";")) if "TRIGGER" not in EDITS[edit] else _with_triggers(crafted)
    )


def _with_triggers(crafted: Callable[..., Path]) -> Path:
    one, _, two = EDITS["triggers"].partition("END;")
    return crafted(one + "END", two)


@pytest.mark.parametrize("blob", BLOBS)
@pytest.mark.parametrize("place", ["texts SET text", "texts SET blocks", "analyses SET data"])
def test_what_was_packed_by_hand(crafted: Callable[..., Path], place: str, blob: str) -> None:
    if blob == "none" and place.startswith("texts"):
        pytest.skip("the schema does not take it")
    ask_everything(crafted(f"UPDATE {place} = ? WHERE id = 1", value=BLOBS[blob]))


@pytest.mark.parametrize("share", [0.01, 0.3, 0.7, 0.999])
def test_what_was_cut_off(tmp_path: Path, good: bytes, share: float) -> None:
    file = tmp_path / "press.library"
    file.write_bytes(good[: int(len(good) * share)])
    ask_everything(file)


def test_a_file_that_pretends_to_be_endless(tmp_path: Path, good: bytes) -> None:
    file = tmp_path / "press.library"
    file.write_bytes(good)
    os.truncate(file, 20 << 30)
    ask_everything(file)


def test_a_special_file_is_one_line(tmp_path: Path, corpus: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for file in (tmp_path / "pipe", Path("/dev/zero"), Path("/proc/self/mem"), tmp_path):
        with pytest.raises(LibraryError) as told:
            open_library(corpus, file=file)
        assert "\n" not in str(told.value)


def test_indexing_into_what_was_crafted_is_one_line_or_works(
    crafted: Callable[..., Path], tmp_path: Path
) -> None:
    corpus = write_corpus(tmp_path / "corpus", 3)
    for edit in ("triggers", "no counts", "no tables", "a view for a table", "numbers for words"):
        file = _with_triggers(crafted) if edit == "triggers" else crafted(*EDITS[edit].split(";"))
        with closing(sqlite3.connect(file)) as db:
            db.execute("UPDATE origin SET folder = ?", (os.fsencode(corpus.resolve()),))
            db.commit()
        in_one_line(lambda file=file: index(corpus, file))  # type: ignore[misc]
