"""What opening a library does with what it finds: nothing, an old one, a newer one, a broken one, a foreign one."""

import os
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from reader.library import schema
from reader.library.connections import open_writer
from reader.library.errors import LibraryDamaged, LibraryError, LibraryTooNew, NotALibrary
from reader.library.indexing import index
from reader.library.open import open_library
from tests.library.corpora import as_a_stranger, write_corpus


def change(file: Path, statement: str) -> None:
    """Runs a statement on the library behind its back."""
    with sqlite3.connect(file) as db:
        db.execute(statement)
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    db.close()


def test_where_there_is_none_an_empty_one_is_made_for_its_owner_alone(corpus: Path, cache: Path) -> None:
    library = open_library(corpus)
    assert (library.notice, list(library.ids()), library.status().stored) == (None, [], 0)
    assert stat.S_IMODE(cache.stat().st_mode) == 0o600
    assert stat.S_IMODE(cache.parent.stat().st_mode) == 0o700
    library.close()
    index(corpus, cache, analyse=False)
    assert {stat.S_IMODE(one.stat().st_mode) for one in cache.parent.iterdir()} == {0o600}


def test_elsewhere_it_is_shared_as_the_umask_says(open_place: Path) -> None:
    corpus, file = write_corpus(open_place / "corpus", 2), open_place / "press.library"
    os.umask(0o027)
    index(corpus, file, analyse=False)
    assert stat.S_IMODE(file.stat().st_mode) == 0o640


def test_an_open_library_sees_what_is_written(corpus: Path, cache: Path) -> None:
    library = open_library(corpus)
    index(corpus, cache, analyse=False)
    assert len(library.ids()) == 12
    library.close()


def test_one_of_an_earlier_version_is_made_again(corpus: Path, cache: Path) -> None:
    index(corpus, cache, analyse=False)
    library = open_library(corpus)
    assert len(library.ids()) == 12
    change(cache, f"PRAGMA user_version = {schema.VERSION - 1}")
    open_library(corpus).close()
    assert list(library.ids()) == []
    index(corpus, cache, analyse=False)
    assert len(library.ids()) == 12
    library.close()


def test_one_of_a_newer_version_is_left_alone(corpus: Path, cache: Path) -> None:
    index(corpus, cache, analyse=False)
    change(cache, f"PRAGMA user_version = {schema.VERSION + 1}")
    before = cache.read_bytes()
    for use in (lambda: open_library(corpus), lambda: index(corpus, cache)):
        with pytest.raises(LibraryTooNew, match="newer Reader"):
            use()
    assert cache.read_bytes() == before


@pytest.mark.parametrize("harm", ["cut", "overwritten", "text"])
def test_a_damaged_one_in_the_cache_is_set_aside_and_made_again(corpus: Path, cache: Path, harm: str) -> None:
    index(corpus, cache, analyse=False)
    data = cache.read_bytes()
    half = len(data) // 2
    broken = {
        "cut": data[:50],
        "overwritten": data[:100] + os.urandom(half) + data[100 + half :],
        "text": b"Bonjour, je ne suis pas une base." * 9,
    }
    cache.write_bytes(broken[harm])
    library = open_library(corpus)
    assert library.notice is not None
    assert "kept as" in library.notice
    assert "\n" not in library.notice
    assert cache.with_name(cache.name + ".damaged").read_bytes() == broken[harm]
    assert index(corpus, cache, analyse=False).stored == 12
    assert len(library.ids()) == 12
    library.close()


def test_damage_met_while_indexing_is_mended_the_same_way(corpus: Path, cache: Path) -> None:
    index(corpus, cache, analyse=False)
    data = bytearray(cache.read_bytes())
    page = 4096
    for start in range(2 * page, len(data) - page, page):
        data[start : start + 64] = os.urandom(64)
    cache.write_bytes(data)
    assert index(corpus, cache, analyse=False).stored == 12


def test_a_damaged_one_elsewhere_is_one_line_and_stays_as_it_is(corpus: Path, file: Path) -> None:
    index(corpus, file, analyse=False)
    file.write_bytes(file.read_bytes()[:50])
    for use in (lambda: open_library(corpus, file=file), lambda: index(corpus, file)):
        with pytest.raises(LibraryDamaged) as told:
            use()
        assert "\n" not in str(told.value)
    assert file.stat().st_size == 50


def test_files_of_others_are_never_touched(corpus: Path, file: Path) -> None:
    file.parent.mkdir()
    with sqlite3.connect(file) as db:
        db.execute("CREATE TABLE bookmarks (address TEXT)")
    db.close()
    before = file.read_bytes()
    for use in (lambda: open_library(corpus, file=file), lambda: index(corpus, file)):
        with pytest.raises(NotALibrary, match="another program"):
            use()
    assert file.read_bytes() == before
    file.write_text("Ma liste de courses : du pain, du beurre salé, des coquelicots.")
    with pytest.raises(NotALibrary):
        open_library(corpus, file=file)
    assert file.read_text().startswith("Ma liste")


def test_reading_damage_is_one_line(corpus: Path, file: Path) -> None:
    index(corpus, file, analyse=False)
    change(file, "UPDATE texts SET text = x'00ff'")
    library = open_library(corpus, file=file)
    with pytest.raises(LibraryDamaged):
        library.article(library.ids()[0])
    change(file, "UPDATE articles SET date = 'bientôt'")
    with pytest.raises(LibraryDamaged):
        library.summaries(library.ids())
    library.close()


def test_a_cache_that_cannot_be_made_gives_a_library_for_a_while(corpus: Path, cache: Path) -> None:
    cache.parent.parent.mkdir()
    cache.parent.write_text("a file stands where the folder should be")
    library = open_library(corpus)
    assert library.notice is not None
    assert "will not be kept" in library.notice
    assert stat.S_IMODE(library.file.parent.stat().st_mode) == 0o700
    index(corpus, library.file, analyse=False)
    assert len(library.ids()) == 12
    library.close()
    assert not library.file.parent.exists()


def test_where_the_user_named_a_place_that_cannot_be_used_it_is_one_line(corpus: Path) -> None:
    for use in (open_library, index):
        with pytest.raises(LibraryError) as told:
            use(corpus, file=Path("/proc/nowhere/press.library"))
        assert "\n" not in str(told.value)


def test_a_library_of_somebody_else_opens_without_any_right_to_write(open_place: Path) -> None:
    corpus, file = write_corpus(open_place / "corpus", 12), open_place / "libraries" / "press.library"
    index(corpus, file)
    file.chmod(0o644)
    file.parent.chmod(0o555)
    before = sorted(file.parent.iterdir())

    def read() -> str:
        library = open_library(corpus, file=file)
        ids = library.ids()
        library.article(ids[0])
        library.analysis(ids[0])
        return f"{len(ids)} listed, {library.search('histoire').total} found"

    assert as_a_stranger(read) == "12 listed, 12 found"
    said = as_a_stranger(lambda: str(index(corpus, file)))
    assert said.startswith("LibraryReadOnly: this library can be read, but not brought up to date")
    assert sorted(file.parent.iterdir()) == before


def test_a_library_that_is_closed_to_the_reader_is_one_line(open_place: Path) -> None:
    corpus, file = write_corpus(open_place / "corpus", 2), open_place / "libraries" / "press.library"
    index(corpus, file, analyse=False)
    file.chmod(0)
    said = as_a_stranger(lambda: str(open_library(corpus, file=file).ids()))
    assert said.startswith("LibraryError: the library cannot be used")
    assert "\n" not in said


def test_a_reader_without_rights_sees_what_the_owner_writes_meanwhile(open_place: Path) -> None:
    corpus, file = write_corpus(open_place / "corpus", 12), open_place / "libraries" / "press.library"
    index(corpus, file, analyse=False)
    file.chmod(0o444)
    file.parent.chmod(0o555)
    library = open_library(corpus, file=file)
    assert len(library.ids()) == 12
    (corpus / "new.txt").write_text("Du neuf\n\nUne péniche toute neuve remonte le canal vers Redon.\n")
    file.chmod(0o644)
    file.parent.chmod(0o755)
    index(corpus, file, analyse=False)
    assert len(library.ids()) == 13
    library.close()


def test_a_reader_without_rights_reads_while_the_owner_writes(open_place: Path) -> None:
    corpus, file = write_corpus(open_place / "corpus", 12), open_place / "libraries" / "press.library"
    index(corpus, file, analyse=False)
    file.parent.chmod(0o755)
    with closing(open_writer(file)) as db:
        db.execute("BEGIN IMMEDIATE")
        db.execute("DELETE FROM articles WHERE id < 5")
        assert as_a_stranger(lambda: str(len(open_library(corpus, file=file).ids()))) == "12"
        db.execute("COMMIT")
        assert as_a_stranger(lambda: str(len(open_library(corpus, file=file).ids()))) == "8"
    assert as_a_stranger(lambda: str(len(open_library(corpus, file=file).ids()))) == "8"
