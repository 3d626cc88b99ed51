"""A folder that was laid out to do harm costs a bounded time, and says what it left out and why."""

import os
import socket
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.corpus.read import read_article
from reader.corpus.shown_path import path_from, shown_path
from reader.corpus.walk import FoundFile, SkippedFile, walk
from reader.library.indexing import index
from reader.library.open import open_library

TEXT = "Un titre de presse\n\nLe maire de Lannion est venu. « Oui », a dit Paul Kerbrat.\n"
NAMES = (
    b"caf\xe9.txt", b"deux\nlignes.txt", b"\x1b]0;titre\x07.txt", b"\x9b31m.txt", b"-rf *.txt", b"'; drop table.txt",
    "\u202etxt.exe.txt".encode(), b"$(touch owned).txt", b"[bold]gras[].txt", b" .txt", b"n" * 251 + b".txt",
)  # fmt: skip


@pytest.fixture
def hostile(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "press"
    folder.mkdir()
    for name in NAMES:
        Path(os.fsdecode(os.fsencode(folder) + b"/" + name)).write_text(TEXT)
    with (folder / "sparse.txt").open("wb") as sparse:
        sparse.truncate(10 << 30)
    (folder / "zip.txt").write_bytes(b"PK\x03\x04" + os.urandom(4000))
    (folder / "noise.txt").write_bytes(os.urandom(4000))
    (folder / "line.txt").write_text("Un mot. " * 64_000)
    (folder / "base64.txt").write_text(
        f"Un titre\n\n![photo](data:image/png;base64,{'A' * 500_000})\n\nLe texte.\n"
    )
    (folder / "empty.txt").touch()
    os.mkfifo(folder / "pipe.txt")
    if os.geteuid() == 0:
        os.mknod(folder / "device.txt", stat.S_IFCHR | 0o600, os.makedev(1, 5))
    (folder / "round").symlink_to(folder)
    (folder / "loop-a.txt").symlink_to(folder / "loop-b.txt")
    (folder / "loop-b.txt").symlink_to(folder / "loop-a.txt")
    (folder / "system").symlink_to("/proc")
    (folder / "passwd.txt").symlink_to("/etc/passwd")
    listening = socket.socket(socket.AF_UNIX)
    here = Path.cwd()
    os.chdir(folder)
    listening.bind("socket.txt")
    for _ in range(60):  # deeper than the system takes in one path
        Path("d" * 80).mkdir()
        os.chdir("d" * 80)
    Path("deep.txt").write_text(TEXT)
    os.chdir(here)
    yield folder
    listening.close()
    os.chdir(folder)
    for _ in range(60):
        os.chdir("d" * 80)
    Path("deep.txt").unlink()
    for _ in range(60):
        os.chdir("..")
        Path("d" * 80).rmdir()
    os.chdir(here)


def test_everything_is_read_or_left_out_with_a_reason(hostile: Path, file: Path) -> None:
    status = index(hostile, file)
    library = open_library(hostile, file=file)
    reasons = {one.path: one.reason for one in library.skipped()}
    assert status.stored == status.analysed == len(NAMES) + 2
    assert reasons["sparse.txt"] == "larger than 64 MB"
    assert {reasons[name] for name in ("zip.txt", "noise.txt")} == {"binary"}
    assert (reasons["empty.txt"], reasons["pipe.txt"], reasons["socket.txt"]) == (
        "empty",
        "named pipe",
        "socket",
    )
    assert {reasons["loop-a.txt"], reasons["loop-b.txt"]} == {"broken link"}
    assert {reasons["system"], reasons["passwd.txt"]} == {"link leads outside"}
    assert reasons["round"] == "link to what is already there"
    assert any("File name too long" in reason for reason in reasons.values())
    if os.geteuid() == 0:
        assert reasons["device.txt"] == "device"
    assert sum(status.skipped.values()) == len(reasons)
    library.close()


def test_every_name_is_shown_harmlessly_and_opens_again(hostile: Path) -> None:
    found = [one.path for one in walk(hostile) if isinstance(one, FoundFile)]
    assert {os.fsencode(path) for path in found} >= set(NAMES)
    for path in found:
        shown = shown_path(path)
        assert shown.isprintable()
        assert path in (shown, path_from(shown))
        if os.fsencode(path) in NAMES:
            assert read_article(hostile, path_from(shown) if shown != path else path).text


def test_a_hundred_thousand_quotes_are_one_article(corpus: Path, file: Path) -> None:
    (corpus / "quotes.txt").write_text("Un titre\n\n" + '"a" b ' * 100 + '"' * 100_000)
    status = index(corpus, file)
    assert (status.stored, status.analysed) == (13, 13)
    library = open_library(corpus, file=file)
    found = library.find("quotes.txt")
    assert found is not None
    assert library.analysis_problem(found) is None
    library.close()


def test_the_files_of_the_system_itself_end() -> None:
    if not Path("/proc/self/fd").exists():
        pytest.skip("this system has no /proc")
    told = list(walk(Path("/proc/self")))
    assert all(isinstance(one, SkippedFile) or one.size for one in told)
