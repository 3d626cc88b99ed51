"""Analysis survives what articles do to it: hang, kill, run out of memory."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from reader.analysis.types import Analysis
from reader.library import analysis_pass
from reader.library.errors import LibraryError
from reader.library.indexing import index
from reader.library.open import open_library
from tests.library.corpora import HOLDER, KILLER, misbehaving_workers, text_of


@pytest.fixture
def misbehaving(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Workers hang and die over certain articles; a second is too long."""
    for name, value in misbehaving_workers(tmp_path / "harm").items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(analysis_pass, "TIME_LIMIT", 1.0)


def problems(corpus: Path, file: Path) -> dict[str, str]:
    """Of the articles that could not be analysed, why, by path."""
    with sqlite3.connect(file) as db:
        rows = db.execute(
            "SELECT path, problem FROM articles JOIN analyses USING (id) WHERE problem IS NOT NULL"
        )
        return {os.fsdecode(path): problem for path, problem in rows}


def add(corpus: Path, name: str, word: str) -> None:
    """Adds an article that does what `word` says."""
    (corpus / name).write_text(
        f"Un essai\n\nLe mot {word} se dit à Lannion, le matin, sans qu'on sache pourquoi.\n"
    )


def test_an_article_that_hangs_or_kills_is_stored_without_analysis(
    corpus: Path, file: Path, misbehaving: None
) -> None:
    add(corpus, "hangs.txt", HOLDER)
    add(corpus, "kills.txt", KILLER)
    status = index(corpus, file)
    assert (status.stored, status.analysed) == (14, 14)
    assert problems(corpus, file) == {
        "hangs.txt": "took longer than 1 s",
        "kills.txt": "ended the process that analysed it",
    }
    library = open_library(corpus, file=file)
    found = library.find("hangs.txt")
    assert found is not None
    assert library.analysis(found) == Analysis((), ())
    assert library.search("Lannion").total == 2
    library.close()
    assert index(corpus, file) == status


def test_a_worker_that_needs_too_much_memory_does_not_take_the_machine(tmp_path: Path) -> None:
    code = (
        "from reader.library.analysis_worker import limit_memory\n"
        "limit_memory(200 << 20)\n"
        "try:\n    much = bytearray(1 << 30)\n"
        "except MemoryError:\n    print('held')\n"
    )
    root = os.fspath(Path(__file__).parents[2])
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": root},
        capture_output=True,
        text=True,
    )
    assert done.stdout == "held\n", done.stderr


def test_articles_of_the_same_bytes_are_analysed_once(corpus: Path, file: Path) -> None:
    index(corpus, file)
    (corpus / "copy.txt").write_text(text_of(2), "utf-8")
    index(corpus, file)
    library = open_library(corpus, file=file)
    first, second = library.find("part-0/article-0002.txt"), library.find("copy.txt")
    assert first is not None
    assert second is not None
    assert library.analysis(first) == library.analysis(second)
    assert library.status().analysed == 13
    library.close()


def test_workers_that_do_not_start_are_one_line_and_blame_no_article(
    corpus: Path, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "harm").mkdir()
    (tmp_path / "harm" / "sitecustomize.py").write_text(
        "import os, sys\n"
        "if any('analysis_worker' in word for word in getattr(sys, 'orig_argv', ())):\n    os._exit(3)\n"
    )
    monkeypatch.setenv("PYTHONPATH", os.fspath(tmp_path / "harm"))
    with pytest.raises(LibraryError, match="do not start"):
        index(corpus, file)
    monkeypatch.delenv("PYTHONPATH")
    assert index(corpus, file).analysed == 12
    assert problems(corpus, file) == {}


def test_several_workers_share_the_work(corpus: Path, file: Path) -> None:
    assert index(corpus, file, processes=3).analysed == 12
