"""A library follows its folder: what is new, changed, moved and gone, and no more work than that."""

import errno
import os
import shutil
import subprocess
import threading
from pathlib import Path

import pytest

from reader.corpus.article import Article
from reader.corpus.read import read_article
from reader.library import text_pass
from reader.library.errors import LibraryBusy, LibraryError
from reader.library.indexing import index
from reader.library.interface import Summary
from reader.library.open import open_library
from reader.library.progress import Progress
from reader.library.writer_lock import WriterLock
from tests.library.corpora import text_of, write_corpus


def listed(corpus: Path, file: Path) -> dict[str, Summary]:
    """The rows of the library, by path."""
    library = open_library(corpus, file=file)
    try:
        return {row.path: row for row in library.summaries(library.ids())}
    finally:
        library.close()


def read_again(corpus: Path, file: Path) -> int:
    """Indexes; the number of files that had to be read."""
    told: list[Progress] = []
    index(corpus, file, progress=told.append, analyse=False)
    return max(one.total for one in told if one.stage == "text")


def test_all_articles_are_listed_searchable_and_analysed(corpus: Path, file: Path) -> None:
    told: list[Progress] = []
    status = index(corpus, file, progress=told.append)
    assert (status.found, status.stored, status.analysed) == (12, 12, 12)
    assert [one.stage for one in told] == sorted(
        (one.stage for one in told), key=["walk", "text", "analysis"].index
    )
    library = open_library(corpus, file=file)
    assert library.search("histoire").total == 12
    assert any(library.analysis(one).mentions for one in library.ids())
    library.close()


def test_an_unchanged_folder_is_not_read_again(corpus: Path, file: Path) -> None:
    index(corpus, file, analyse=False)
    before = listed(corpus, file)
    assert read_again(corpus, file) == 0
    assert listed(corpus, file) == before


def test_only_new_files_are_read(corpus: Path, file: Path) -> None:
    index(corpus, file, analyse=False)
    before = listed(corpus, file)
    write_corpus(corpus, 3, first=12)
    assert read_again(corpus, file) == 3
    after = listed(corpus, file)
    assert len(after) == 15
    assert before.items() <= after.items()


def test_a_changed_file_gets_a_new_id_and_is_found_by_its_new_words_only(corpus: Path, file: Path) -> None:
    index(corpus, file)
    path = "part-0/article-0003.txt"
    old = listed(corpus, file)[path]
    (corpus / path).write_text(
        "Le dirigeable\n\nUn dirigeable mauve survole Quimper, et Anne Le Goff le salue.\n"
    )
    status = index(corpus, file)
    new = listed(corpus, file)[path]
    assert new.id > old.id
    assert (status.stored, status.analysed) == (12, 12)
    library = open_library(corpus, file=file)
    assert list(library.search("dirigeable", typing=False).ids) == [new.id]
    assert library.search(f"title:{old.title.split()[1]}", typing=False, literal=True).total == 0
    with pytest.raises(KeyError):
        library.article(old.id)
    library.close()


def test_a_touched_file_keeps_its_id(corpus: Path, file: Path) -> None:
    index(corpus, file)
    before = listed(corpus, file)
    os.utime(corpus / "part-0/article-0003.txt", (1, 1))
    assert read_again(corpus, file) == 1
    assert listed(corpus, file) == before
    assert read_again(corpus, file) == 0


def test_a_moved_file_keeps_its_id_and_its_analysis(corpus: Path, file: Path) -> None:
    index(corpus, file)
    before = listed(corpus, file)["part-0/article-0005.txt"]
    (corpus / "kept").mkdir()
    (corpus / "part-0/article-0005.txt").rename(corpus / "kept/renamed.txt")
    status = index(corpus, file, analyse=False)
    after = listed(corpus, file)
    assert after["kept/renamed.txt"].id == before.id
    assert (len(after), status.analysed) == (12, 12)


def test_a_moved_folder_of_copies_keeps_every_id(corpus: Path, file: Path) -> None:
    for name in ("one", "two"):
        (corpus / f"part-0/{name}.txt").write_text(text_of(3), "utf-8")
    index(corpus, file, analyse=False)
    before = sorted(row.id for row in listed(corpus, file).values())
    (corpus / "part-0").rename(corpus / "moved")
    index(corpus, file, analyse=False)
    after = listed(corpus, file)
    assert sorted(row.id for row in after.values()) == before
    assert all(path.startswith("moved/") for path in after)


def test_what_is_gone_is_taken_out(corpus: Path, file: Path) -> None:
    (corpus / "readme.pdf").write_text("what is no article")
    index(corpus, file)
    shutil.rmtree(corpus / "part-0")
    status = index(corpus, file)
    assert (status.found, status.stored, status.analysed) == (0, 0, 0)
    library = open_library(corpus, file=file)
    assert library.search("histoire").total == 0
    assert list(library.ids()) == []
    library.close()


def test_files_left_out_are_counted_by_reason_and_not_read_again(corpus: Path, file: Path) -> None:
    (corpus / "empty.txt").touch()
    (corpus / "picture.txt").write_bytes(bytes(range(256)) * 20)
    (corpus / ".hidden.txt").write_text("caché")
    os.mkfifo(corpus / "pipe.txt")
    status = index(corpus, file, analyse=False)
    assert status.stored == 12
    assert status.skipped == {"empty": 1, "binary": 1, "hidden": 1, "named pipe": 1}
    assert read_again(corpus, file) == 0
    library = open_library(corpus, file=file)
    assert {one.path: one.reason for one in library.skipped()}["picture.txt"] == "binary"
    library.close()
    (corpus / "picture.txt").write_text("Un vrai titre\n\nUn vrai texte, cette fois, et plus une image.\n")
    (corpus / "empty.txt").unlink()
    status = index(corpus, file, analyse=False)
    assert (status.stored, status.skipped) == (13, {"hidden": 1, "named pipe": 1})


def test_a_file_that_becomes_binary_leaves_the_list(corpus: Path, file: Path) -> None:
    index(corpus, file, analyse=False)
    (corpus / "part-0/article-0000.txt").write_bytes(bytes(range(256)) * 20)
    status = index(corpus, file, analyse=False)
    assert (status.stored, status.skipped) == (11, {"binary": 1})
    assert index(corpus, file, analyse=False) == status


def test_copies_are_counted_while_they_come_and_go(corpus: Path, file: Path) -> None:
    (corpus / "copy.txt").write_text(text_of(0), "utf-8")
    (corpus / "other copy.txt").write_text(text_of(0).replace("\n\n", "\n\n\n"), "utf-8")
    index(corpus, file, analyse=False)
    assert sorted(row.copies for row in listed(corpus, file).values())[-3:] == [2, 2, 2]
    (corpus / "copy.txt").unlink()
    index(corpus, file, analyse=False)
    assert sorted(row.copies for row in listed(corpus, file).values())[-3:] == [0, 1, 1]


def test_names_that_are_not_utf8_are_listed_and_found(corpus: Path, file: Path) -> None:
    name = os.fsdecode(b"caf\xe9\x1b[31m\n.txt")
    (corpus / name).write_text("Au café\n\nLe café de la gare rouvre ce matin sous la pluie.\n", "utf-8")
    index(corpus, file)
    library = open_library(corpus, file=file)
    found = library.find(name)
    assert found is not None
    assert library.article(found).path == name
    library.close()


def test_a_file_that_vanishes_between_walk_and_reading_does_no_harm(corpus: Path, file: Path) -> None:
    def vanish(progress: Progress) -> None:
        if progress.stage == "text":
            (corpus / "part-0/article-0004.txt").unlink(missing_ok=True)

    status = index(corpus, file, progress=vanish, analyse=False)
    assert status.stored == 11
    assert index(corpus, file, analyse=False).stored == 11


def test_only_one_program_writes(corpus: Path, file: Path) -> None:
    file.parent.mkdir()
    with WriterLock(file), pytest.raises(LibraryBusy, match="another program"):
        index(corpus, file)
    assert index(corpus, file, analyse=False).stored == 12


def test_it_stops_in_good_order_and_goes_on_where_it_was(corpus: Path, file: Path) -> None:
    write_corpus(corpus, 60)
    stop = threading.Event()

    def tell(progress: Progress) -> None:
        if progress.stage == "text" and progress.done >= 32:
            stop.set()

    status = index(corpus, file, progress=tell, stop=stop)
    assert 30 <= status.stored < 60
    assert status.analysed == 0
    assert read_again(corpus, file) == 60 - status.stored


def test_the_library_of_one_folder_is_not_turned_into_that_of_another(
    corpus: Path, file: Path, tmp_path: Path
) -> None:
    index(corpus, file, analyse=False)
    other = write_corpus(tmp_path / "other", 2)
    with pytest.raises(LibraryError, match="another folder"):
        index(other, file)
    assert len(listed(corpus, file)) == 12


def test_a_folder_that_was_moved_keeps_its_library(corpus: Path, file: Path, tmp_path: Path) -> None:
    index(corpus, file, analyse=False)
    before = listed(corpus, file)
    moved = tmp_path / "moved"
    corpus.rename(moved)
    assert read_again(moved, file) == 0
    assert listed(moved, file) == before


def test_a_folder_that_is_not_there_is_one_line(tmp_path: Path, file: Path) -> None:
    with pytest.raises(LibraryError) as told:
        index(tmp_path / "nowhere", file)
    assert "\n" not in str(told.value)
    assert "the folder cannot be read" in str(told.value)


def test_an_article_that_breaks_its_reader_is_left_out_with_the_reason(
    corpus: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(folder: Path, path: str) -> Article:
        if path.endswith("0003.txt"):
            raise RecursionError
        return read_article(folder, path)

    monkeypatch.setattr(text_pass, "read_article", broken)
    status = index(corpus, file, analyse=False)
    assert (status.stored, status.skipped) == (11, {"cannot be understood (RecursionError)": 1})


def test_a_folder_that_is_suddenly_empty_is_one_line_and_changes_nothing(corpus: Path, file: Path) -> None:
    """Where a disk is not mounted there is an empty folder."""
    index(corpus, file, analyse=False)
    shutil.rmtree(corpus / "part-0")
    with pytest.raises(LibraryError, match="is its disk mounted") as told:
        index(corpus, file)
    assert "\n" not in str(told.value)
    library = open_library(corpus, file=file)
    assert library.article(library.ids()[0]).text
    library.close()


def test_what_lies_in_a_folder_that_fails_for_now_is_not_gone(
    corpus: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a network disk fails in part; no such disk is at hand, so the failure is ours."""
    write_corpus(corpus, 3, first=20)
    index(corpus, file, analyse=False)
    listed = os.scandir

    def failing(path: str) -> object:
        if path.endswith("part-1"):
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return listed(path)

    monkeypatch.setattr(os, "scandir", failing)
    (corpus / "part-0" / "article-0001.txt").unlink()
    status = index(corpus, file, analyse=False)
    assert (status.stored, list(status.skipped)) == (14, ["folder that cannot be read (Input/output error)"])


def test_a_corpus_on_a_disk_that_is_taken_away_stays_readable(tmp_path: Path, file: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = subprocess.run(["mount", "-t", "tmpfs", "tmpfs", disk], capture_output=True, check=False)
    if mount.returncode:
        pytest.skip("mounting a disk takes rights that are missing here")
    try:
        write_corpus(disk / "corpus", 4)
        index(disk / "corpus", file, analyse=False)
        library = open_library(disk / "corpus", file=file)
    finally:
        subprocess.run(["umount", "-l", disk], check=True)
    with pytest.raises(LibraryError, match="cannot be read: No such file"):
        index(disk / "corpus", file, analyse=False)
    assert len(library.ids()) == 4
    assert library.article(library.ids()[0]).text
    assert library.search("histoire").total == 4
    library.close()
