"""An export is a whole file or none, never over another one unasked, never among the articles."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.analysis.types import Analysis
from reader.corpus.article import Article
from reader.export.file import InCorpus, export_file
from reader.export.formats import Format
from tests.export.made import festival


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    (tmp_path / "press").mkdir()
    return tmp_path / "press"


def test_a_file_is_written_whole_with_the_rights_one_expects(tmp_path: Path, corpus: Path) -> None:
    place = tmp_path / "a.md"
    size = export_file(place, [festival()], Format.MARKDOWN, corpus=corpus)
    assert size == place.stat().st_size > 0
    umask = os.umask(0)
    os.umask(umask)
    assert stat.S_IMODE(place.stat().st_mode) == 0o666 & ~umask
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.md", "press"]


def test_csv_begins_with_the_mark_that_excel_needs(tmp_path: Path, corpus: Path) -> None:
    export_file(tmp_path / "a.csv", [festival()], Format.CSV, corpus=corpus)
    assert (tmp_path / "a.csv").read_bytes().startswith(b"\xef\xbb\xbfpath,")


def test_a_file_that_is_there_is_kept_unless_it_may_be_replaced(tmp_path: Path, corpus: Path) -> None:
    place = tmp_path / "a.md"
    place.write_text("mine")
    place.chmod(0o640)
    with pytest.raises(FileExistsError):
        export_file(place, [festival()], Format.MARKDOWN, corpus=corpus)
    assert place.read_text() == "mine"
    export_file(place, [festival()], Format.MARKDOWN, corpus=corpus, replace=True)
    assert place.read_text().startswith("# La fête")
    assert stat.S_IMODE(place.stat().st_mode) == 0o640


def test_a_link_is_followed_and_a_pipe_or_folder_never_replaced(tmp_path: Path, corpus: Path) -> None:
    (tmp_path / "real.md").write_text("old")
    (tmp_path / "link.md").symlink_to("real.md")
    export_file(tmp_path / "link.md", [festival()], Format.MARKDOWN, corpus=corpus, replace=True)
    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "real.md").read_text().startswith("# ")
    os.mkfifo(tmp_path / "pipe")
    for place in (tmp_path / "pipe", tmp_path):
        with pytest.raises(FileExistsError):
            export_file(place, [festival()], Format.MARKDOWN, corpus=corpus, replace=True)


def test_what_ends_early_leaves_nothing_behind(tmp_path: Path, corpus: Path) -> None:
    def broken() -> Iterator[tuple[Article, Analysis]]:
        yield festival()
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        export_file(tmp_path / "a.md", broken(), Format.MARKDOWN, corpus=corpus)
    assert [path.name for path in tmp_path.iterdir()] == ["press"]


def test_nothing_is_written_among_the_articles_by_any_way_there(tmp_path: Path, corpus: Path) -> None:
    (tmp_path / "way").symlink_to("press")
    for place in (corpus / "a.md", tmp_path / "way" / "a.md", tmp_path / "x" / ".." / "press" / "a.md"):
        with pytest.raises(InCorpus):
            export_file(place, [festival()], Format.MARKDOWN, corpus=corpus)
    assert list(corpus.iterdir()) == []


def test_a_place_that_cannot_be_written_is_an_error_of_the_system(tmp_path: Path, corpus: Path) -> None:
    with pytest.raises(FileNotFoundError):
        export_file(tmp_path / "none" / "a.md", [festival()], Format.MARKDOWN, corpus=corpus)
    (tmp_path / "file").write_text("")
    with pytest.raises(NotADirectoryError):
        export_file(tmp_path / "file" / "a.md", [festival()], Format.MARKDOWN, corpus=corpus)
