"""The shelf keeps what the reader did, whatever becomes of programs, homes and files."""

import json
import os
import sqlite3
import stat
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.library.interface import Content
from reader.library.shelf import Mark, Shelf
from reader.library.shelf.exchange import NotAShelf
from reader.library.shelf.marks import tags_of
from reader.library.shelf.notes import new_note
from reader.library.shelf.visits import packed
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


def test_notes_and_tags_are_kept(tmp_path: Path) -> None:
    shelf = shelf_in(tmp_path)
    whole = new_note("a", "à vérifier \udcff")
    passage = new_note("a", "qui le dit ?", (6, 11), "phare")
    shelf.notes.put([passage, whole])
    shelf.set_tags({"a": ("budget", "santé"), "b": ("Santé",), "c": ()})
    shelf.set_tags({"c": ("halle",), "b": ()})
    shelf.close()
    again = shelf_in(tmp_path)
    assert [note.words for note in again.notes.of("a")] == ["à vérifier ?", "qui le dit ?"]
    assert again.notes.of("a")[1].place_in("Voici phare") == (6, 11)
    assert again.notes.of("a")[1].place_in("Le grand phare, puis un phare") == (9, 14)
    assert again.notes.of("a")[1].place_in("rien") is None
    assert again.tags() == {"a": ("budget", "santé"), "c": ("halle",)}
    assert (again.tagged_keys("SANTE"), again.tagged_keys(""), again.noted_keys()) == (
        {"a"},
        {"a", "c"},
        {"a"},
    )
    again.notes.remove(again.notes.all())
    assert again.noted_keys() == set()
    again.close()


def test_tags_are_words_whatever_is_typed() -> None:
    assert tags_of(" #budget, Santé;l'été  budget \x1b[31m --- 2024-05") == [
        "budget",
        "Santé",
        "lété",
        "31m",
        "2024-05",
    ]


def test_how_a_folder_was_shown_is_kept(tmp_path: Path) -> None:
    shelf = shelf_in(tmp_path)
    shelf.set_view(tmp_path, "sort", ["source", True])
    assert shelf.view(tmp_path, "sort") == ["source", True]
    assert (shelf.view(tmp_path, "width"), shelf.view(Path("/ailleurs"), "sort")) == (None, None)
    shelf.close()


def test_a_renamed_folder_keeps_all_that_was_kept_of_it(tmp_path: Path) -> None:
    shelf, old, new = shelf_in(tmp_path), tmp_path / "presse", tmp_path / "journaux"
    old.mkdir()
    shelf.set_last_folder(old)
    shelf.set_last_article(old, "key")
    shelf.set_view(old, "sort", "title")
    shelf.add_search(old, "phare")
    old.rename(new)
    shelf.set_last_folder(new)
    assert (shelf.last_article(new), shelf.view(new, "sort"), shelf.searches(new)) == (
        "key",
        "title",
        ["phare"],
    )
    old.mkdir()
    shelf.set_last_folder(old)
    assert (shelf.last_article(old), shelf.last_article(new)) == (None, "key")
    shelf.close()


def test_a_shelf_of_the_first_version_loses_nothing(tmp_path: Path) -> None:
    file = tmp_path / "state" / "reader" / "shelf.sqlite"
    file.parent.mkdir(parents=True)
    with sqlite3.connect(file) as db:
        db.executescript(
            "CREATE TABLE marks (content_key TEXT PRIMARY KEY, read INTEGER NOT NULL DEFAULT 0, "
            "starred INTEGER NOT NULL DEFAULT 0, position INTEGER) WITHOUT ROWID;"
            "CREATE TABLE folders (folder BLOB PRIMARY KEY, opened REAL NOT NULL, content_key TEXT) WITHOUT ROWID;"
            "CREATE TABLE searches (folder BLOB, query TEXT, at REAL NOT NULL, "
            "PRIMARY KEY (folder, query)) WITHOUT ROWID;"
            "PRAGMA application_id = 1382306664; PRAGMA user_version = 1;"
            "INSERT INTO marks VALUES ('a', 1, 1, 42); INSERT INTO folders VALUES (CAST('/p' AS BLOB), 7, 'a');"
            "INSERT INTO searches VALUES (CAST('/p' AS BLOB), 'phare', 8);"
        )
    db.close()
    shelf = shelf_in(tmp_path)
    assert shelf.problem is None
    assert (shelf.mark("a"), shelf.position("a")) == (Mark(read=True, starred=True), 42)
    assert (shelf.last_folder(), shelf.searches(Path("/p"))) == (Path("/p"), ["phare"])
    shelf.notes.put([new_note("a", "une note")])
    shelf.close()
    with sqlite3.connect(file) as db:
        assert db.execute("PRAGMA user_version").fetchone() == (2,)
    db.close()


def test_a_visit_knows_what_came_since_the_last_one(tmp_path: Path) -> None:
    shelf = shelf_in(tmp_path)
    keys = [f"{number:016x}{number:016x}" for number in range(5)]
    shelf.visit.begin(tmp_path)
    assert shelf.visit.is_first
    assert shelf.new_keys(lambda: keys) == set()
    shelf.visit.settle(packed(keys[:3]))
    assert shelf.new_keys(lambda: keys[:4]) == {keys[3]}
    shelf.visit.end(packed(keys[:4]))
    shelf.visit.begin(tmp_path)
    assert shelf.new_keys(lambda: keys) == {keys[4]}
    shelf.visit.begin(Path("/ailleurs"))
    assert shelf.new_keys(lambda: keys) == set()
    shelf.close()


def test_marks_follow_an_edit_and_another_cleaning(tmp_path: Path) -> None:
    shelf = shelf_in(tmp_path)
    shelf.set_starred(["old"], True)
    shelf.set_tags({"old": ("budget",)})
    shelf.notes.put([new_note("old", "une note", (3, 8), "phare")])
    shelf.set_read(["cleaned"], True)
    before = [Content("old", "a.txt", "1"), Content("cleaned", "b.txt", "2"), Content("other", "c.txt", "3")]
    assert shelf.follow(tmp_path, lambda: before) == 0
    after = [
        Content("new", "a.txt", "4"),
        Content("cleaner", "moved/b.txt", "2"),
        Content("other", "c.txt", "3"),
    ]
    assert shelf.follow(tmp_path, lambda: after) == 2
    assert (shelf.starred_keys() & {"new"}, shelf.tags()["new"]) == ({"new"}, ("budget",))
    assert [note.words for note in shelf.notes.of("new")] == ["une note"]
    assert "cleaner" in shelf.read_keys()
    shelf.notes.remove(shelf.notes.of("new"))
    assert shelf.follow(tmp_path, lambda: after) == 0
    assert shelf.notes.of("new") == []
    again = [Content("newest", "a.txt", "5"), *after[1:]]
    assert shelf.follow(tmp_path, lambda: again) == 1
    assert "newest" in shelf.starred_keys()
    shelf.close()


def filled(shelf: Shelf) -> Shelf:
    """A shelf with something of every kind, bytes that are not UTF-8 among it."""
    folder = Path(os.fsdecode(b"/presse/\xe9t\xe9"))
    shelf.set_read(["a", "b"], True)
    shelf.set_starred(["b"], True)
    shelf.set_position("a", 7)
    shelf.set_tags({"a": ("budget",)})
    shelf.notes.put([new_note("a", "« vérifier »\n\x1b", (1, 3), "ab"), new_note("c", "tout")])
    shelf.set_last_folder(folder)
    shelf.set_last_article(folder, "a")
    shelf.add_search(folder, "phare")
    shelf.set_view(folder, "width", 44)
    shelf.visit.begin(folder)
    shelf.visit.end(packed(["00" * 16, "ff" * 16]))
    shelf.follow(folder, lambda: [Content("a", os.fsdecode(b"\xff.txt"), "12")])
    return shelf


def test_what_is_exported_is_imported_whole(tmp_path: Path) -> None:
    one, two = filled(shelf_in(tmp_path / "1")), shelf_in(tmp_path / "2")
    lines = [json.dumps(row) for row in one.exported()]
    assert all(line.isascii() for line in lines)
    two.merge(json.loads(line) for line in lines)
    assert [json.dumps(row) for row in two.exported()] == lines
    two.merge(json.loads(line) for line in lines)
    assert [json.dumps(row) for row in two.exported()] == lines
    one.close()
    two.close()


def test_a_merge_loses_nothing(tmp_path: Path) -> None:
    mine, other = filled(shelf_in(tmp_path / "1")), shelf_in(tmp_path / "2")
    other.set_read(["a"], False)
    other.set_starred(["a"], True)
    other.set_position("a", 99)
    note = mine.notes.of("c")[0]
    other.notes.put([replace(note, words="autre chose")])
    before = list(other.exported())
    for _ in range(2):
        mine.merge(before)
    assert (mine.mark("a"), mine.position("a")) == (Mark(read=True, starred=True), 7)
    assert sorted(one.words for one in mine.notes.of("c")) == ["autre chose", "tout"]
    mine.close()
    other.close()


@pytest.mark.parametrize(
    "row",
    [
        {"kind": "marks", "content_key": "a", "read": 1, "starred": False, "position": None},
        {"kind": "marks", "content_key": "a", "read": True, "starred": False, "position": 1 << 70},
        {"kind": "marks", "content_key": None, "read": True, "starred": False, "position": 1},
        {"kind": "visits", "folder": "/p", "seen": "no base64 é"},
        {"kind": "searches", "folder": "/p", "query": "\udcff", "at": "now"},
        {"kind": "folders", "folder": "\ud800", "opened": 1, "content_key": None},
    ],
)
def test_what_no_shelf_wrote_is_not_merged(tmp_path: Path, row: dict[str, object]) -> None:
    shelf = filled(shelf_in(tmp_path))
    before = list(shelf.exported())
    star = {"kind": "marks", "content_key": "z", "read": True, "starred": True, "position": None}
    with pytest.raises(NotAShelf):
        shelf.merge([before[0], star, row])
    with pytest.raises(NotAShelf):
        shelf.merge([star])
    assert list(shelf.exported()) == before
    shelf.close()


def test_a_clock_that_goes_back_changes_no_order(tmp_path: Path) -> None:
    """What was noted while the clock was a year ahead is still older than what is noted now."""
    shelf, one, two = shelf_in(tmp_path), Path("/presse/une"), Path("/presse/deux")
    shelf.set_last_folder(one)
    shelf.add_search(one, "phare")
    with sqlite3.connect(tmp_path / "state" / "reader" / "shelf.sqlite") as db:
        db.execute("UPDATE folders SET opened = opened + 31536000")
        db.execute("UPDATE searches SET at = at + 31536000")
    db.close()
    shelf.set_last_folder(two)
    shelf.add_search(one, "halle")
    assert shelf.last_folder() == two
    assert shelf.searches(one) == ["halle", "phare"]
    shelf.close()
