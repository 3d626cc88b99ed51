"""A watched folder tells of what comes, changes and goes; what others write to is polled."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from reader.library.watching import CannotWatch, changes, is_remote
from tests.library.corpora import wait_until


@contextmanager
def watched(folder: Path, *, polling: bool = False) -> Iterator[list[frozenset[str] | None]]:
    """What is told of `folder`."""
    told: list[frozenset[str] | None] = []
    stop = threading.Event()
    watch = threading.Thread(
        target=lambda: told.extend(changes(folder, stop, besides=folder / "library.sqlite", polling=polling))
    )
    watch.start()
    try:
        yield told
    finally:
        stop.set()
        watch.join(20)
        assert not watch.is_alive()


def _until_told(told: list[frozenset[str] | None], act: Callable[[], object]) -> bool:
    """Whether what `act` does is told; done again, as a watch takes a moment to begin."""

    def once() -> bool:
        act()
        return wait_until(lambda: bool(told), 1.0)

    return wait_until(once, 20)


@pytest.mark.parametrize("polling", [False, True])
def test_what_comes_and_changes_and_goes_is_told(
    tmp_path: Path, polling: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.library.watching._POLL", 50)
    (tmp_path / "sous").mkdir()
    file = tmp_path / "sous" / "article.txt"
    number = iter(range(10**6))
    with watched(tmp_path, polling=polling) as told:
        assert _until_told(told, lambda: file.write_text(f"Un article {next(number)}."))
        told.clear()
        assert _until_told(told, lambda: file.unlink(missing_ok=True))


def test_the_library_itself_is_no_change(tmp_path: Path) -> None:
    number = iter(range(10**6))
    with watched(tmp_path) as told:
        assert _until_told(told, lambda: (tmp_path / "a.txt").write_text(f"{next(number)}"))
        wait_until(lambda: False, 0.6)
        told.clear()
        (tmp_path / "library.sqlite-wal").write_bytes(b"x")
        assert not wait_until(lambda: bool(told), 0.8)


def test_a_folder_that_is_not_there_cannot_be_watched(tmp_path: Path) -> None:
    with pytest.raises(CannotWatch):
        list(changes(tmp_path / "nowhere", threading.Event(), besides=tmp_path / "x"))


def test_network_file_systems_are_known(tmp_path: Path) -> None:
    mounts = tmp_path / "mountinfo"
    mounts.write_text(_mounts(tmp_path))
    assert is_remote(tmp_path / "a b" / "presse", mounts)
    assert not is_remote(tmp_path / "a b" / "local" / "presse", mounts)
    assert not is_remote(tmp_path / "a bis", mounts)
    assert not is_remote(tmp_path, tmp_path / "nowhere")


def _mounts(folder: Path) -> str:
    far = str(folder / "a b").replace(" ", "\\040")
    return (
        "1 0 0:1 / / rw - ext4 /dev/sda rw\n"
        f"2 1 0:2 / {far} rw shared:1 - nfs4 server:/x rw\n"
        f"3 2 0:3 / {far}/local rw - xfs /dev/sdb rw\n"
        "nonsense\n"
    )
