"""What goes on, and what is said, where homes, libraries and files are not as they should be."""

from pathlib import Path

import pytest

from reader.cli.exit_codes import ExitCode
from reader.places import library_file
from tests.cli.running import Reader


@pytest.fixture
def no_home(tmp_path: Path) -> dict[str, str]:
    """An environment in which neither cache nor state can be written, even by root."""
    (tmp_path / "file").write_text("")
    return {
        "XDG_CACHE_HOME": str(tmp_path / "file" / "cache"),
        "XDG_STATE_HOME": str(tmp_path / "file" / "state"),
    }


def test_everything_is_printed_without_a_home_to_write_to(
    reader: Reader, corpus: Path, no_home: dict[str, str]
) -> None:
    done = reader("export", "press", environment=no_home)
    assert done.code == ExitCode.FINE
    assert len(done.objects) == 3
    assert all(line.startswith("reader: ") for line in done.err.splitlines())
    assert "will not be kept" in done.err


def test_nothing_is_left_behind_of_a_temporary_library(
    reader: Reader, corpus: Path, tmp_path: Path, no_home: dict[str, str]
) -> None:
    place = tmp_path / "temporary"
    place.mkdir()
    assert reader("list", "press", environment={**no_home, "TMPDIR": str(place)}).code == ExitCode.FINE
    assert list(place.iterdir()) == []


def test_a_damaged_library_of_the_cache_is_made_again(reader: Reader, corpus: Path) -> None:
    assert reader("list", "press").code == ExitCode.FINE
    file = library_file(corpus)
    file.write_bytes(b"x" * 100 + file.read_bytes()[100:])
    done = reader("list", "press")
    assert (done.code, len(done.rows)) == (ExitCode.FINE, 3)
    assert done.err.startswith("reader: ")
    assert done.err.count("\n") == 1


def test_a_file_that_is_no_library_is_left_alone(reader: Reader, corpus: Path, tmp_path: Path) -> None:
    mine = tmp_path / "thesis.odt"
    mine.write_bytes(b"years of work")
    done = reader("list", "press", "--library", mine)
    assert (done.code, done.out) == (ExitCode.CANNOT, "")
    assert "thesis.odt" in done.err
    assert done.err.count("\n") == 1
    assert mine.read_bytes() == b"years of work"


def test_a_library_where_there_is_no_room_for_one_is_one_line(
    reader: Reader, corpus: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    done = reader("list", "press", "--library", tmp_path / "file" / "library.sqlite")
    assert (done.code, done.out) == (ExitCode.CANNOT, "")
    assert done.err.count("\n") == 1


def test_one_very_large_file_does_not_stop_the_others(reader: Reader, corpus: Path) -> None:
    with (corpus / "huge.txt").open("wb") as file:
        file.truncate(70 * 1024 * 1024)
    rows = reader("list", "press").rows
    assert len(rows) == 3
    done = reader("show", "press/huge.txt")
    assert (done.code, done.out) == (ExitCode.CANNOT, "")
    assert done.err == "reader: press/huge.txt: this is no article: larger than 64 MB\n"


def test_an_article_that_was_removed_is_no_longer_listed(reader: Reader, corpus: Path) -> None:
    assert len(reader("list", "press").rows) == 3
    (corpus / "tempete.txt").unlink()
    assert len(reader("list", "press").rows) == 2
    assert reader("show", "press", "tempete.txt").code == ExitCode.CANNOT


def test_a_pipe_can_be_named_as_the_file(reader: Reader, corpus: Path) -> None:
    done = reader.shell(f"{reader.command} show <(cat press/cantine.md)")
    assert (done.code, done.out.splitlines()[0]) == (ExitCode.FINE, "La cantine passe au bio")
