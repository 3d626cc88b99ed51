"""What hangs, kills or eats all memory costs a bounded time, and only itself."""

import os
import re
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from reader.analysis.types import Analysis
from reader.corpus.article import Article
from reader.corpus.read import read_article
from reader.library import analysis_on_demand, text_pass
from reader.library.indexing import index
from reader.library.open import open_library
from reader.library.sqlite_library import SqliteLibrary
from reader.library.time_limit import TimeLimitReached, seconds_for, time_limit
from reader.library.worker import Worker
from tests.library.corpora import EATER, HOLDER, KILLER, misbehaving_workers, processes_with, wait_until

ROOT = Path(__file__).parents[2]
NOTHING = Analysis((), ())


def add(corpus: Path, name: str, word: str) -> None:
    """Adds an article that does what `word` says."""
    (corpus / name).write_text(f"Un essai\n\nLe mot {word} se dit à Lannion, le matin, dit Paul Kerbrat.\n")


@pytest.fixture
def misbehaving(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in misbehaving_workers(tmp_path / "harm").items():
        monkeypatch.setenv(name, value)


@pytest.fixture
def library(corpus: Path, file: Path, misbehaving: None) -> SqliteLibrary:
    """A library of texts alone, some of which cannot be analysed."""
    for word in (HOLDER, KILLER, EATER):
        add(corpus, f"{word}.txt", word)
    index(corpus, file, analyse=False)
    return open_library(corpus, file=file)


def asked(library: SqliteLibrary, path: str) -> tuple[Analysis, str | None]:
    article_id = library.find(path)
    assert article_id is not None
    return library.analysis(article_id), library.analysis_problem(article_id)


def test_work_is_broken_off_even_within_a_regular_expression() -> None:
    with pytest.raises(TimeLimitReached), time_limit(0.1):
        re.match("(a+)+$", "a" * 60 + "b")
    with time_limit(0.05):
        pass
    time.sleep(0.1)


def test_a_limit_grows_with_the_length_and_has_an_end() -> None:
    assert seconds_for(0, least=20) == 20
    assert 20 < seconds_for(3_000_000, least=20) < seconds_for(1 << 40, least=20) == 120


def test_a_file_that_takes_for_ever_to_read_is_left_out_and_the_others_are_read(
    corpus: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def reading(folder: Path, path: str) -> Article:
        if path == "endless.txt":
            re.match("(a+)+$", "a" * 60 + "b")
        return read_article(folder, path)

    (corpus / "endless.txt").write_text("Un texte sans fin.")
    monkeypatch.setattr(text_pass, "read_article", reading)
    monkeypatch.setattr(text_pass, "TIME_LIMIT", 0.3)
    status = index(corpus, file, analyse=False)
    assert (status.stored, status.skipped) == (12, {"takes too long to read": 1})


def test_an_article_opened_before_it_is_analysed_is_analysed_in_a_process_of_its_own(
    library: SqliteLibrary,
) -> None:
    analysis, problem = asked(library, "part-0/article-0003.txt")
    assert (bool(analysis.mentions), problem) == (True, None)
    assert processes_with(os.fspath(library.file))
    library.close()
    assert wait_until(lambda: not processes_with(os.fspath(library.file)), 2)


def test_one_that_hangs_kills_or_eats_is_shown_without_analysis_and_the_next_with(
    library: SqliteLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(analysis_on_demand, "PATIENCE", 0.5)
    assert asked(library, f"{HOLDER}.txt") == (NOTHING, "took longer than 1 s")
    assert asked(library, f"{KILLER}.txt") == (NOTHING, "ended the process that analysed it")
    monkeypatch.setattr(analysis_on_demand, "PATIENCE", 30)
    assert asked(library, f"{EATER}.txt") == (NOTHING, "MemoryError")
    assert asked(library, "part-0/article-0003.txt")[0].mentions
    began = time.monotonic()
    assert asked(library, f"{HOLDER}.txt")[0] == NOTHING
    assert time.monotonic() - began < 0.4, "it is not tried again"
    library.close()


def test_closing_ends_an_analysis_that_hangs(library: SqliteLibrary, monkeypatch: pytest.MonkeyPatch) -> None:
    class SlowToBegin(Worker):
        """One whose process is there well before anybody has hold of it."""

        def __init__(self, file: Path) -> None:
            super().__init__(file)
            time.sleep(0.3)

    monkeypatch.setattr(analysis_on_demand, "Worker", SlowToBegin)
    told: list[tuple[Analysis, str | None]] = []
    number = library.find(f"{HOLDER}.txt")
    assert number is not None
    waiting = threading.Thread(target=lambda: told.append((library.analysis(number), None)))
    waiting.start()
    assert wait_until(lambda: bool(processes_with(os.fspath(library.file))))
    library.close()
    waiting.join(5)
    assert not waiting.is_alive()
    assert not processes_with(os.fspath(library.file))


def test_with_too_little_memory_for_one_article_the_others_are_analysed(
    corpus: Path, file: Path, tmp_path: Path
) -> None:
    add(corpus, "eats.txt", EATER)
    harm = misbehaving_workers(tmp_path / "harm")["PYTHONPATH"]
    run = [
        sys.executable,
        "-m",
        "reader.cli",
        "index",
        os.fspath(corpus),
        "--library",
        os.fspath(file),
        "--json",
    ]
    done = subprocess.run(
        ["bash", "-c", 'ulimit -v 1500000; exec "$@"', "bash", *run],
        env={**os.environ, "PYTHONPATH": f"{harm}:{ROOT}", "XDG_STATE_HOME": os.fspath(tmp_path)},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert '"analysed":13' in done.stdout.replace(" ", "")
    opened = open_library(corpus, file=file)
    assert asked(opened, "eats.txt") == (NOTHING, "MemoryError")
    assert asked(opened, "part-0/article-0003.txt")[0].mentions
    opened.close()
