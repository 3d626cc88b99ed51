"""Told which files changed, a library comes to the same as when it looks at the whole folder."""

import os
import random
import shutil
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.library.background import BackgroundIndexer
from reader.library.indexing import index
from reader.library.open import open_library
from reader.library.progress import Progress
from tests.library.corpora import text_of, wait_until, write_corpus

State = tuple[int, dict[str, tuple[str, str]], dict[str, str]]


def state(corpus: Path, file: Path) -> State:
    """How many files were found, the title and content of each article, and why files are left out."""
    library = open_library(corpus, file=file)
    try:
        rows = {row.path: (row.title, row.content_key) for row in library.summaries(library.ids())}
        return library.status().found, rows, {one.path: one.reason for one in library.skipped()}
    finally:
        library.close()


def _write(text: str) -> Callable[[Path], object]:
    def act(path: Path) -> None:
        path.parent.mkdir(exist_ok=True)
        if path.is_dir():
            shutil.rmtree(path)
        path.unlink(missing_ok=True)
        path.write_text(text)

    return act


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _folder(path: Path) -> None:
    _remove(path)
    path.mkdir(parents=True)
    (path / "dedans.txt").write_text("Un article dans un dossier.")


def _link(path: Path) -> None:
    _remove(path)
    path.parent.mkdir(exist_ok=True)
    path.symlink_to("nowhere.txt")


ACTS: tuple[Callable[[Path], object], ...] = (
    _write("Un article tout neuf sur la digue."),
    _write("Un autre article, sur le phare."),
    _write(""),
    _write("\x00\x01\x02" * 400),
    _remove,
    _remove,
    _folder,
    _link,
)
NAMES = ("a.txt", "b.txt", "c.md", "image.png", ".caché.txt", "sous/d.txt", "sous/e.txt", ".git/f.txt", "g~")


@pytest.mark.parametrize("seed", range(12))
def test_the_same_as_the_whole(corpus: Path, file: Path, tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    (corpus / "sous").mkdir()
    index(corpus, file, analyse=False)
    for step in range(4):
        names = [name for name in chance.sample(NAMES, 3) if not (corpus / name).parent.is_file()]
        for name in names:
            chance.choice(ACTS)(corpus / name)
        index(corpus, file, analyse=False, changed=names)
        fresh = tmp_path / f"fresh{step}.library"
        index(corpus, fresh, analyse=False)
        assert state(corpus, file) == state(corpus, fresh), (step, names)


def test_files_that_did_not_change_are_not_looked_at(corpus: Path, file: Path) -> None:
    index(corpus, file, analyse=False)
    (corpus / "neuf.txt").write_text(text_of(99))
    (corpus / "tu.txt").write_text(text_of(98))
    told: list[Progress] = []
    status = index(corpus, file, analyse=False, progress=told.append, changed=["neuf.txt"])
    assert (status.found, status.stored) == (13, 13)
    assert "walk" not in {one.stage for one in told}


def test_a_library_that_is_gone_is_made_from_the_whole(corpus: Path, file: Path) -> None:
    index(corpus, file, analyse=False)
    file.unlink()
    assert index(corpus, file, analyse=False, changed=["rien.txt"]).stored == 12


def test_a_folder_that_is_emptied_at_once_is_no_removal(corpus: Path, file: Path) -> None:
    index(corpus, file, analyse=False)
    names = [os.fspath(path.relative_to(corpus)) for path in corpus.rglob("*.txt")]
    shutil.rmtree(corpus)
    corpus.mkdir()
    with pytest.raises(Exception, match="mounted"):
        index(corpus, file, analyse=False, changed=names)
    assert len(state(corpus, file)[1]) == 12


def test_names_that_are_not_utf_8(corpus: Path, file: Path) -> None:
    index(corpus, file, analyse=False)
    name = os.fsdecode(b"\xe9t\xe9.txt")
    (corpus / name).write_text(text_of(99))
    assert index(corpus, file, analyse=False, changed=[name]).stored == 13


def test_a_passing_file_is_nothing(corpus: Path, file: Path) -> None:
    index(corpus, file, analyse=False)
    told: list[Progress] = []
    assert index(corpus, file, analyse=False, progress=told.append, changed=["4913"]).stored == 12
    assert "walk" not in {one.stage for one in told}


def test_the_indexer_looks_at_what_it_was_told_of(corpus: Path, file: Path) -> None:
    indexer = BackgroundIndexer(corpus, file)
    stop = threading.Event()
    list(indexer.events())

    def watch() -> None:
        for _ in indexer.changes(stop, polling=False):
            stop.set()

    watching = threading.Thread(target=watch)
    watching.start()
    try:
        assert wait_until(lambda: bool(write_corpus(corpus, 3, first=12)) and stop.wait(1.0), 20)
    finally:
        stop.set()
        watching.join(20)
    assert _stages(indexer, whole=False) == [
        "text",
        "walk",
    ]  # a watch that has just begun may have missed some
    write_corpus(corpus, 1, first=20)
    assert _stages(indexer, whole=False) == ["text"]
    assert state(corpus, file)[0] == 15
    assert _stages(indexer, whole=True) == ["walk", "text"]
    assert state(corpus, file)[0] == 16


def _stages(indexer: BackgroundIndexer, *, whole: bool) -> list[str]:
    """The stages of an indexing that looks for texts, each once, in order."""
    events = indexer.events(whole=whole)
    stages = [event.stage for event in events if isinstance(event, Progress)]
    return [stage for stage in dict.fromkeys(stages) if stage != "analysis"]
