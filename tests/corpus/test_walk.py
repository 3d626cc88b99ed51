"""Which files of a folder are found, and why the others are not."""

import os
import socket
from pathlib import Path

import pytest

from reader.corpus.walk import FoundFile, SkippedFile, walk


def found(folder: Path) -> list[str]:
    return [file.path for file in walk(folder) if isinstance(file, FoundFile)]


def skipped(folder: Path) -> dict[str, str]:
    return {file.path: file.reason for file in walk(folder) if isinstance(file, SkippedFile)}


def write(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("Un texte.\n")


def test_texts_are_found_in_order_with_sub_folders_after_files(tmp_path: Path) -> None:
    write(
        tmp_path, "b.txt", "a.md", "c.text", "d", "M. Dupont", "2024.05", "E.TXT", "sous/deux/x.txt", "sous/y"
    )
    assert found(tmp_path) == [
        "2024.05", "E.TXT", "M. Dupont", "a.md", "b.txt", "c.text", "d", "sous/y", "sous/deux/x.txt",
    ]  # fmt: skip


def test_size_and_time_are_those_of_the_file(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    status = (tmp_path / "a.txt").stat()
    assert list(walk(tmp_path)) == [FoundFile("a.txt", status.st_size, status.st_mtime_ns)]


def test_what_is_no_text_is_skipped_with_its_reason(tmp_path: Path) -> None:
    write(tmp_path, "photo.JPG", ".cache/x.txt", ".caché", "note.txt~", "bon.txt")
    (tmp_path / "vide.txt").touch()
    os.mkfifo(tmp_path / "tube.txt")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "prise"))
        assert skipped(tmp_path) == {
            "photo.JPG": "not a text file (.jpg)",
            ".cache": "hidden",
            ".caché": "hidden",
            "note.txt~": "backup copy",
            "vide.txt": "empty",
            "tube.txt": "named pipe",
            "prise": "socket",
        }
        assert found(tmp_path) == ["bon.txt"]


def test_links_that_lead_outside_or_nowhere_are_skipped(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    write(tmp_path, "corpus/a.txt", "ailleurs/secret.txt", "corpus-bis/b.txt")
    (corpus / "dehors").symlink_to(tmp_path / "ailleurs")
    (corpus / "voisin").symlink_to(tmp_path / "corpus-bis")
    (corpus / "fichier.txt").symlink_to(tmp_path / "ailleurs" / "secret.txt")
    (corpus / "perdu.txt").symlink_to(corpus / "rien.txt")
    assert found(corpus) == ["a.txt"]
    assert skipped(corpus) == {
        "dehors": "link leads outside",
        "voisin": "link leads outside",
        "fichier.txt": "link leads outside",
        "perdu.txt": "broken link",
    }


def test_links_inside_are_followed_once_and_loops_end(tmp_path: Path) -> None:
    write(tmp_path, "a/x.txt", ".archive/vieux.txt")
    (tmp_path / "a" / "boucle").symlink_to(tmp_path)
    (tmp_path / "copie").symlink_to(tmp_path / "a")
    (tmp_path / "anciens").symlink_to(tmp_path / ".archive")
    (tmp_path / "encore").symlink_to(tmp_path / ".archive")
    assert found(tmp_path) == ["a/x.txt", "anciens/vieux.txt"]
    assert skipped(tmp_path)["encore"] == "link to what is already there"


def test_two_links_to_each_other_end(tmp_path: Path) -> None:
    (tmp_path / "un").symlink_to(tmp_path / "deux")
    (tmp_path / "deux").symlink_to(tmp_path / "un")
    assert found(tmp_path) == []


def test_a_corpus_behind_a_link_is_read(tmp_path: Path) -> None:
    write(tmp_path, "vrai/a.txt")
    (tmp_path / "lien").symlink_to(tmp_path / "vrai")
    assert found(tmp_path / "lien") == ["a.txt"]


@pytest.mark.parametrize(
    "name", [b"caf\xe9.txt", b"deux\nlignes.txt", b"\x1b]0;x\x07.txt", b"x" * 221 + b".txt"]
)
def test_odd_names_are_found(tmp_path: Path, name: bytes) -> None:
    full = os.path.join(os.fsencode(tmp_path), name)  # noqa: PTH118 - bytes
    try:
        Path(os.fsdecode(full)).write_text("Un texte.")
    except OSError:
        pytest.skip("this file system refuses the name")
    (path,) = found(tmp_path)
    assert os.fsencode(path) == name


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_a_folder_that_cannot_be_read_is_said(tmp_path: Path) -> None:
    write(tmp_path, "fermé/a.txt", "b.txt")
    (tmp_path / "fermé").chmod(0)
    assert found(tmp_path) == ["b.txt"]
    assert skipped(tmp_path)["fermé"].startswith("folder that cannot be read")
    (tmp_path / "fermé").chmod(0o700)


def test_no_folder_raises(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        list(walk(tmp_path / "rien"))
    write(tmp_path, "a.txt")
    with pytest.raises(NotADirectoryError):
        list(walk(tmp_path / "a.txt"))
