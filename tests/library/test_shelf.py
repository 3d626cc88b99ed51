"""The shelf keeps what the reader did, whatever becomes of programs, homes and files."""

import os
import sqlite3
import stat
import threading
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.library.shelf import Mark, Shelf
from tests.library.corpora import as_a_stranger


def shelf_in(folder: Path) -> Shelf:
    return Shelf(folder / "state" / "reader" / "shelf.sqlite")


def test_what_is_set_is_there_the_next_time(tmp_path: Path) -> None:
    shelf = shelf_in(tmp_path)
    shelf.set_read(["a", "b"], True)
    shelf.set_starred(["b", "c"], True)
    shelf.set_read(["a"], False)
    shelf.set_position("b", 1234)
    shelf.close()
    again = shelf_in(tmp_path)
    assert again.problem is None
    assert (again.read_keys(), again.starred_keys()) == ({"b"}, {"b", "c"})
    assert again.mark("b") == Mark(read=True, starred=True)
    assert again.mark("never seen") == Mark(read=False, starred=False)
    assert (again.position("b"), again.position("a"), again.position("never seen")) == (1234, None, None)
    again.close()


def test_it_is_for_its_owner_alone(tmp_path: Path) -> None:
    shelf = shelf_in(tmp_path)
    shelf.set_read(["a"], True)
    folder = tmp_path / "state" / "reader"
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(one.stat().st_mode) for one in folder.iterdir()} == {0o600}
    shelf.close()


def test_folders_and_articles_that_were_open_last(tmp_path: Path) -> None:
    shelf = shelf_in(tmp_path)
    assert shelf.last_folder() is None
    one, two = Path("/presse/été"), Path(os.fsdecode(b"/presse/\xe9t\xe9"))
    shelf.set_last_folder(one)
    shelf.set_last_folder(two)
    assert shelf.last_folder() == two
    shelf.set_last_folder(one)
    assert shelf.last_folder() == one
    assert shelf.last_article(one) is None
    shelf.set_last_article(one, "key")
    shelf.set_last_article(Path("/never/opened"), "other")
    assert (shelf.last_article(one), shelf.last_article(two)) == ("key", None)
    assert shelf.last_folder() == one
    shelf.close()


def test_searches_are_kept_once_each_the_latest_first(tmp_path: Path) -> None:
    shelf, folder = shelf_in(tmp_path), Path("/presse")
    for query in ("phare", "halle", "phare", "seul \udcff"):
        shelf.add_search(folder, query)
    assert shelf.searches(folder) == ["seul ?", "phare", "halle"]
    assert shelf.searches(Path("/ailleurs")) == []
    for number in range(250):
        shelf.add_search(folder, f"mot {number}")
    assert shelf.searches(folder) == [f"mot {number}" for number in range(249, 49, -1)]
    shelf.close()


def test_two_programs_share_it(tmp_path: Path) -> None:
    one, two = shelf_in(tmp_path), shelf_in(tmp_path)

    def mark(shelf: Shelf, name: str) -> None:
        for number in range(100):
            shelf.set_read([f"{name} {number}"], True)

    threads = [threading.Thread(target=mark, args=pair) for pair in ((one, "a"), (two, "b"), (one, "c"))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert one.read_keys() == two.read_keys()
    assert len(one.read_keys()) == 300
    assert (one.problem, two.problem) == (None, None)
    one.close()
    two.close()


def test_a_damaged_one_is_set_aside_and_never_deleted(tmp_path: Path) -> None:
    file = tmp_path / "shelf.sqlite"
    damaged = b"SQLite format 3\0" + os.urandom(4080)
    for data in (damaged, b"des notes, prises \xc3\xa0 la main " * 20):
        file.write_bytes(data)
        shelf = Shelf(file)
        assert shelf.problem is not None
        assert "kept as" in shelf.problem
        assert "\n" not in shelf.problem
        shelf.set_read(["a"], True)
        shelf.close()
        assert data in [one.read_bytes() for one in tmp_path.glob("shelf.sqlite.damaged-*")]
        again = Shelf(file)
        assert (again.problem, again.read_keys()) == (None, {"a"})
        again.close()
    assert len(list(tmp_path.glob("shelf.sqlite.damaged-*"))) == 2


def test_damage_inside_is_seen(tmp_path: Path) -> None:
    file = tmp_path / "shelf.sqlite"
    shelf = Shelf(file)
    shelf.set_read([f"key {number}" for number in range(2000)], True)
    shelf.close()
    data = bytearray(file.read_bytes())
    data[4096 * 3 : 4096 * 6] = os.urandom(4096 * 3)
    file.write_bytes(data)
    again = Shelf(file)
    assert again.problem is not None
    again.set_starred(["a"], True)
    assert again.starred_keys() == {"a"}
    again.close()
    assert list(tmp_path.glob("shelf.sqlite.damaged-*"))


def test_one_of_a_newer_reader_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "shelf.sqlite"
    shelf = Shelf(file)
    shelf.set_read(["a"], True)
    shelf.close()
    with sqlite3.connect(file) as db:
        db.execute("PRAGMA user_version = 99")
    db.close()
    newer = Shelf(file)
    assert newer.problem is not None
    assert "newer Reader" in newer.problem
    newer.set_read(["b"], True)
    assert newer.mark("b").read
    newer.close()
    with sqlite3.connect(file) as db:
        assert db.execute("SELECT content_key FROM marks").fetchall() == [("a",)]
    db.close()


def test_a_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "shelf.sqlite"
    with sqlite3.connect(file) as db:
        db.execute("CREATE TABLE recettes (nom TEXT)")
    db.close()
    before = file.read_bytes()
    shelf = Shelf(file)
    assert shelf.problem is not None
    shelf.set_read(["a"], True)
    shelf.close()
    assert file.read_bytes() == before


def test_where_nothing_can_be_written_it_lasts_as_long_as_the_program(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file stands where the folder should be")
    shelf = shelf_in(tmp_path)
    assert shelf.problem is not None
    assert "will not be kept" in shelf.problem
    assert "\n" not in shelf.problem
    shelf.set_read(["a"], True)
    shelf.set_last_folder(tmp_path)
    assert (shelf.read_keys(), shelf.last_folder()) == ({"a"}, tmp_path)
    shelf.close()


def test_in_a_home_that_is_read_only_the_old_marks_are_shown(open_place: Path) -> None:
    file = open_place / "state" / "shelf.sqlite"
    shelf = Shelf(file)
    shelf.set_starred(["kept"], True)
    shelf.close()
    file.chmod(0o444)
    file.parent.chmod(0o555)

    def use() -> str:
        mine = Shelf(file)
        mine.set_starred(["new"], True)
        return f"{sorted(mine.starred_keys())} {'will not be kept' in (mine.problem or '')}"

    assert as_a_stranger(use) == "['kept', 'new'] True"
    again = Shelf(file)
    assert again.starred_keys() == {"kept"}
    again.close()


keys = st.sampled_from("abcdef")
actions = st.lists(
    st.tuples(st.sampled_from(["read", "starred"]), st.lists(keys, max_size=3), st.booleans()), max_size=25
)


@given(actions)
@settings(max_examples=40, deadline=None)
def test_it_does_what_two_sets_would(done: list[tuple[str, list[str], bool]]) -> None:
    shelf = Shelf(Path("/proc/nowhere/shelf.sqlite"))
    sets: dict[str, set[str]] = {"read": set(), "starred": set()}
    for name, some, value in done:
        (shelf.set_read if name == "read" else shelf.set_starred)(some, value)
        sets[name] = sets[name] | set(some) if value else sets[name] - set(some)
    assert (shelf.read_keys(), shelf.starred_keys()) == (sets["read"], sets["starred"])
    shelf.close()
