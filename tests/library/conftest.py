"""What every test of the library stands on: a small corpus, a place for its library, a home of its own."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader import places
from tests.library.corpora import write_corpus


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A folder of twelve articles."""
    return write_corpus(tmp_path / "corpus", 12)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where a library may be made, elsewhere than in the cache."""
    return tmp_path / "elsewhere" / "press.library"


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache, which Reader takes for its own."""
    folder = tmp_path / "cache" / "reader"
    monkeypatch.setattr(places, "library_file", lambda _: folder / "0123456789abcdef.sqlite")
    return folder / "0123456789abcdef.sqlite"


@pytest.fixture
def open_place() -> Iterator[Path]:
    """A folder that other users may enter, with a umask that lets them read what is made there."""
    place = Path(tempfile.mkdtemp(prefix="reader-test-"))
    place.chmod(0o755)
    before = os.umask(0o022)
    yield place
    os.umask(before)
    for folder in place.iterdir():
        folder.chmod(0o755)
    shutil.rmtree(place)
