"""One library for many people: each reads it, nobody reads through it what they may not read, nothing is harmed."""

import os
import sqlite3
import stat
import struct
from contextlib import closing
from pathlib import Path

import pytest

from reader.corpus.walk import NOT_SHARED
from reader.library import schema
from reader.library.errors import LibraryError, LibraryTooNew
from reader.library.indexing import index
from reader.library.open import open_library
from reader.library.shelf import Shelf
from tests.library.corpora import as_a_stranger, write_corpus

STRANGERS = 65534
SECRET = "Quintefeuille"


@pytest.fixture
def press(open_place: Path) -> Path:
    """A folder that all may enter, with an article, and a folder, that not all may read."""
    press = write_corpus(open_place / "press", 6)
    text = f"Un secret\n\nLe mot {SECRET} ne se dit pas hors de la rédaction.\n"
    (press / "secret.txt").write_text(text)
    (press / "secret.txt").chmod(0o600)
    (press / "desk").mkdir()
    (press / "desk" / "draft.txt").write_text(text.replace("secret", "brouillon"))
    (press / "desk").chmod(0o700)
    (press / "by-link.txt").symlink_to(press / "desk" / "draft.txt")
    return press


@pytest.fixture
def shared(open_place: Path) -> Path:
    return open_place / "libraries" / "press.library"


def mode(file: Path) -> int:
    return stat.S_IMODE(file.stat().st_mode)


def shown(file: Path) -> list[str]:
    with closing(sqlite3.connect(file)) as db:
        return sorted(os.fsdecode(row[0]) for row in db.execute("SELECT path FROM articles"))


def test_a_shared_library_holds_nothing_that_not_all_may_read(press: Path, shared: Path) -> None:
    status = index(press, shared)
    assert mode(shared) == 0o644
    assert (status.stored, status.skipped[NOT_SHARED]) == (6, 2)
    assert SECRET.casefold().encode() not in shared.read_bytes().lower()
    assert open_library(press, file=shared).search(SECRET, literal=True).total == 0


def test_unless_the_administrator_says_so_once(press: Path, shared: Path) -> None:
    assert index(press, shared, share_private=True, analyse=False).stored == 8
    assert index(press, shared, analyse=False).stored == 8
    assert index(press, shared, share_private=False, analyse=False).stored == 6


def test_an_article_that_is_closed_later_leaves_the_library_with_its_traces(
    press: Path, shared: Path
) -> None:
    (press / "secret.txt").chmod(0o644)
    assert index(press, shared, analyse=False).stored == 7
    with closing(sqlite3.connect(shared)) as db:
        query = "SELECT text FROM texts JOIN articles USING (id) WHERE path = ?"
        (stored,) = db.execute(query, (b"secret.txt",)).fetchone()
    assert stored in shared.read_bytes()
    (press / "secret.txt").chmod(0o640)
    assert index(press, shared, analyse=False).stored == 6
    assert all(stored[20:] not in one.read_bytes() for one in shared.parent.iterdir())
    (press / "secret.txt").chmod(0o644)
    assert index(press, shared, analyse=False).stored == 7


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may give files to other groups")
def test_a_library_for_a_group_holds_what_that_group_may_read(press: Path, shared: Path) -> None:
    os.umask(0o027)
    shared.parent.mkdir()
    os.chown(shared.parent, -1, STRANGERS)
    shared.parent.chmod(0o2755)
    os.chown(press / "secret.txt", -1, STRANGERS)
    (press / "secret.txt").chmod(0o640)
    index(press, shared, analyse=False)
    assert (mode(shared), shared.stat().st_gid) == (0o640, STRANGERS)
    assert "secret.txt" in shown(shared)
    assert "desk/draft.txt" not in shown(shared)


def grant(path: Path, *entries: tuple[int, int, int]) -> None:
    """Gives a file an access list (tag, rwx, number), or skips where its disk knows none."""
    try:
        words = b"".join(struct.pack("<HHI", *entry) for entry in entries)
        os.setxattr(path, "system.posix_acl_access", struct.pack("<I", 2) + words)
    except (AttributeError, OSError) as error:
        pytest.skip(f"no access lists here: {error}")


NO_NUMBER = 0xFFFFFFFF
OWNER, OWN_GROUP, OTHERS = (0x01, 6, NO_NUMBER), (0x04, 4, NO_NUMBER), (0x20, 4, NO_NUMBER)
MASK = (0x10, 4, NO_NUMBER)


@pytest.mark.parametrize(
    "entries",
    [
        [OWNER, (0x02, 0, STRANGERS), OWN_GROUP, MASK, OTHERS],
        [OWNER, OWN_GROUP, (0x08, 0, STRANGERS), MASK, OTHERS],
        [OWNER, (0x02, 4, STRANGERS), OWN_GROUP, (0x10, 0, NO_NUMBER), OTHERS],
        [OWNER, (0x02, 4, STRANGERS), (0x04, 0, NO_NUMBER), MASK, OTHERS],
        [OWNER, (0x02, 4, STRANGERS), OWN_GROUP, MASK, (0x20, 0, NO_NUMBER)],
    ],
)
def test_an_access_list_that_shuts_somebody_out_keeps_the_article_out(
    press: Path, shared: Path, entries: list[tuple[int, int, int]]
) -> None:
    grant(press / "secret.txt", *entries)
    index(press, shared, analyse=False)
    assert mode(shared) == 0o644
    assert "secret.txt" not in shown(shared)


def test_an_access_list_that_shuts_nobody_out_does_not(press: Path, shared: Path) -> None:
    grant(press / "secret.txt", OWNER, (0x02, 4, STRANGERS), OWN_GROUP, MASK, OTHERS)
    index(press, shared, analyse=False)
    assert "secret.txt" in shown(shared)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may act as another user")
def test_who_is_shut_out_by_a_list_cannot_read_the_file_itself(press: Path) -> None:
    secret = press / "secret.txt"
    secret.chmod(0o644)
    assert SECRET in as_a_stranger(secret.read_text)
    grant(secret, OWNER, (0x02, 0, STRANGERS), OWN_GROUP, MASK, OTHERS)
    assert "PermissionError" in as_a_stranger(secret.read_text)


def test_a_library_that_is_open_by_a_list_shows_only_what_everyone_may_read(
    press: Path, shared: Path
) -> None:
    os.umask(0o077)
    index(press, shared, analyse=False)
    assert "secret.txt" in shown(shared)
    grant(shared, OWNER, (0x02, 4, STRANGERS), (0x04, 0, NO_NUMBER), MASK, (0x20, 0, NO_NUMBER))
    index(press, shared, analyse=False)
    assert "secret.txt" not in shown(shared)


def test_a_library_is_never_more_open_than_its_folder(press: Path, shared: Path) -> None:
    press.chmod(0o700)
    index(press, shared, analyse=False)
    assert mode(shared) == 0o600
    assert len(shown(shared)) == 8, "what is for its owner alone holds all that the owner reads"


def test_a_folder_that_is_closed_under_a_shared_library_is_one_line_and_changes_nothing(
    press: Path, shared: Path
) -> None:
    index(press, shared, analyse=False)
    press.chmod(0o700)
    with pytest.raises(LibraryError, match="others may read this library but not its folder") as told:
        index(press, shared, analyse=False)
    assert "\n" not in str(told.value)
    assert len(shown(shared)) == 6


def test_each_has_a_shelf_of_their_own_on_a_library_that_is_remade_under_them(
    press: Path, shared: Path, open_place: Path
) -> None:
    index(press, shared)
    homes = open_place / "homes"
    homes.mkdir()
    homes.chmod(0o777)
    before = {file.name: file.stat().st_mtime_ns for file in shared.parent.iterdir()}

    def read(name: str) -> str:
        shelf = Shelf(homes / name / "shelf.sqlite")
        library = open_library(press, file=shared, shelf=shelf)
        first = library.ids()[0]
        shelf.set_read([library.summaries([first])[0].content_key], True)
        return f"{len(library.ids())} {library.search('is:read').total} {library.search('histoire').total}"

    assert as_a_stranger(lambda: read("ann")) == as_a_stranger(lambda: read("bob")) == "6 1 6"
    assert mode(homes / "ann" / "shelf.sqlite") == 0o600
    assert mode(homes / "ann") == 0o700
    assert {file.name: file.stat().st_mtime_ns for file in shared.parent.iterdir()} == before

    library = open_library(press, file=shared)
    assert len(library.ids()) == 6
    shared.unlink()
    write_corpus(press, 3, first=6)
    index(press, shared, analyse=False)
    assert len(library.ids()) == 9
    library.close()


def test_programs_of_two_versions_harm_nothing(
    press: Path, shared: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    index(press, shared, analyse=False)
    with closing(sqlite3.connect(shared)) as db:
        db.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    before = shared.read_bytes()

    def use() -> str:
        return str(len(open_library(press, file=shared).ids()))

    said = as_a_stranger(use)
    assert said.startswith("LibraryTooNew: a newer Reader made this library")
    assert "\n" not in said
    with pytest.raises(LibraryTooNew):
        index(press, shared)
    assert shared.read_bytes() == before
    with closing(sqlite3.connect(shared)) as db:
        db.execute(f"PRAGMA user_version = {schema.VERSION - 1}")
    said = as_a_stranger(use)
    assert said.startswith("LibraryError: an older Reader made this library")
    assert "\n" not in said


def test_nothing_made_beside_a_library_has_a_name_that_can_be_guessed(press: Path, shared: Path) -> None:
    """A link laid in wait under the names that do not change is not followed."""
    victim = press.parent / "victim"
    victim.write_text("mine")
    shared.parent.mkdir()
    Path(f"{shared}.lock").symlink_to(victim)
    with pytest.raises(LibraryError):
        index(press, shared, analyse=False)
    Path(f"{shared}.lock").unlink()
    shared.symlink_to(victim)
    with pytest.raises(LibraryError):
        index(press, shared, analyse=False)
    assert victim.read_text() == "mine"
