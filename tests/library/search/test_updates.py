"""Search while a library is written: what is committed is found, what is removed is not."""

import sqlite3
import threading
from pathlib import Path

import pytest

from reader.library.interface import Sort
from reader.library.schema import create_tables
from reader.library.search import blocks, index
from reader.library.search.engine import SearchEngine
from reader.library.search.grammar import parse
from reader.library.store import Store
from tests.library.search.small_library import SmallLibrary, make_article

SENTENCES = [
    "La municipalité restaurera prochainement les fortifications historiques du quartier septentrional.",
    "Les commerçants concernés réclament une indemnisation exceptionnelle et immédiate.",
    "Une consultation publique commencera vraisemblablement avant les élections départementales.",
    "Les associations environnementales demandent des engagements supplémentaires et mesurables.",
]


@pytest.fixture
def small_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index, "BLOCK", 4)
    monkeypatch.setattr(index, "FIRST_BLOCK", 2)
    monkeypatch.setattr(index, "SMALLEST_BLOCK", 2)


def _open(file: Path) -> sqlite3.Connection:
    return sqlite3.connect(file, isolation_level=None, check_same_thread=False)


def test_another_connection_sees_each_commit(tmp_path: Path, small_blocks: None) -> None:
    file = tmp_path / "library.sqlite"
    writer = _open(file)
    writer.execute("PRAGMA journal_mode = WAL")
    create_tables(writer, b"/corpus")
    store = Store(writer)
    reader = _open(file)
    engine = SearchEngine(lambda: reader, lambda _: make_article("x"), None)
    assert engine.search("port").total == 0

    for number in range(1, 12):
        writer.execute("BEGIN")
        store.add(make_article(f"Le port numéro {number}", path=f"{number}.txt"), 1, 1)
        assert engine.search("port").total == number - 1
        writer.execute("COMMIT")
        assert engine.search("port").total == number
        assert engine.search("p").total == number
        assert engine.search("title:sans").total == number

    writer.execute("BEGIN")
    store.remove(3)
    store.finish_search()
    writer.execute("COMMIT")
    assert engine.search("port").total == 10
    assert 3 not in engine.search("port").ids


def test_goes_on_after_an_interruption_and_after_a_rollback(tmp_path: Path, small_blocks: None) -> None:
    db = _open(tmp_path / "library.sqlite")
    create_tables(db, b"/corpus")
    store = Store(db)
    for number in range(3):
        store.add(make_article(f"Le port {number}", path=f"{number}.txt"), 1, 1)
    db.execute("BEGIN")
    store.add(make_article("Le port perdu", path="perdu.txt"), 1, 1)
    db.execute("ROLLBACK")
    store.forget_changes()
    store.add(make_article("Le port retrouvé", path="3.txt"), 1, 1)
    other = Store(db)
    for number in range(4, 9):
        other.add(make_article(f"Le port {number}", path=f"{number}.txt"), 1, 1)
    other.finish_search()

    engine = SearchEngine(lambda: db, lambda _: make_article("x"), None)
    assert engine.search("port", typing=False).total == 9
    assert engine.search("po").total == 9
    assert engine.search("perdu", literal=True).total == 0


def test_many_small_updates_are_put_together(monkeypatch: pytest.MonkeyPatch, small_blocks: None) -> None:
    monkeypatch.setattr(blocks, "BLOCK", 10)
    library = SmallLibrary()
    for number in range(0, 40, 2):
        words = ["port" if number % 3 else "mer", "quai", "mer" if number > 30 else "port"]
        library.add(make_article(" ".join(words[part:]), path=f"{number}-{part}.txt") for part in range(2))
        library.store.finish_search()

    number_of_blocks = library.db.execute("SELECT count(*) FROM search_blocks").fetchone()[0]
    assert number_of_blocks < 12
    for query in ("port", "mer", "quai", "po*", "m*", "title:sans", "-mer", "qu* -port"):
        results = library.engine.search(query, literal=True, typing=False)
        assert set(results.ids) == library.naive(parse(query))


def test_searches_from_several_threads(tmp_path: Path) -> None:
    file = tmp_path / "library.sqlite"
    db = _open(file)
    create_tables(db, b"/corpus")
    store = Store(db)
    for number in range(50):
        store.add(make_article(f"Le port {number}", path=f"{number}.txt"), 1, 1)
    held = threading.local()

    def connect() -> sqlite3.Connection:
        if not hasattr(held, "db"):
            held.db = _open(file)
        connection: sqlite3.Connection = held.db
        return connection

    engine = SearchEngine(connect, lambda _: make_article("Le port"), None)
    problems: list[object] = []

    def work() -> None:
        for _ in range(20):
            results = engine.search("port")
            if list(results.ids) != list(range(50, 0, -1)) or engine.excerpt(1, results) is None:
                problems.append(results)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert problems == []


def test_another_library_at_the_same_place_is_noticed() -> None:
    libraries = [
        SmallLibrary([make_article("Le port")]),
        SmallLibrary([make_article("La mer"), make_article("Le port", path="b")]),
    ]
    current = [libraries[0]]
    engine = SearchEngine(lambda: current[0].db, lambda _: make_article("x"), None)
    assert list(engine.search("port").ids) == [1]

    current[0] = libraries[1]

    assert list(engine.search("port").ids) == [2]


def test_near_copies_stand_under_one_another() -> None:
    body = " ".join(SENTENCES)
    changed = body.replace("exceptionnelle et immédiate", "exceptionnelle, selon l'agence")
    library = SmallLibrary(
        [
            make_article(body, "Fortifications", path="a.txt", date="2024-01-01"),
            make_article(
                "Les fortifications d'ailleurs.", "Fortifications ailleurs", path="b.txt", date="2024-02-01"
            ),
            make_article("MISE À JOUR. " + changed, "Fortifications", path="c.txt", date="2024-03-01"),
        ]
    )

    assert library.found("fortifications") == [3, 1, 2]
    assert list(library.engine.search("fortifications", sort=Sort.DATE).ids) == [3, 1, 2]
    assert list(library.engine.search("fortifications", sort=Sort.TITLE).ids) == [1, 3, 2]
    assert list(library.engine.search("fortifications", sort=Sort.PATH).ids) == [1, 2, 3]


def test_other_words_about_the_same_are_no_copy() -> None:
    library = SmallLibrary(
        [
            make_article(" ".join(SENTENCES[:3]), "Fortifications", path="a.txt", date="2024-01-01"),
            make_article("Les fortifications, ailleurs.", "Fortifications", path="b.txt", date="2024-02-01"),
            make_article(SENTENCES[0] + " Rien de plus.", "Fortifications", path="c.txt", date="2024-03-01"),
        ]
    )

    assert library.found("fortifications") == [3, 2, 1]


def test_titles_weigh_more_then_the_newest_comes_first() -> None:
    library = SmallLibrary(
        [
            make_article("Rien.", "Le port", path="a.txt", date="2020"),
            make_article("Un port.", "Autre", path="b.txt", date="2024-05"),
            make_article("Un port.", "Encore", path="c.txt", date="2024-05-01"),
            make_article("Un port.", "Toujours", path="d.txt"),
            make_article("Un portail.", "Presque", path="e.txt", date="2025"),
        ]
    )

    assert library.found("port", typing=True) == [1, 3, 2, 4, 5]
    scores = list(library.engine.search("port").scores)
    assert scores == sorted(scores, reverse=True)


@pytest.mark.parametrize(
    ("sort", "ids"),
    [(Sort.DATE, [2, 1, 3]), (Sort.SOURCE, [1, 2, 3]), (Sort.TITLE, [3, 2, 1]), (Sort.PATH, [3, 1, 2])],
)
def test_sorts(sort: Sort, ids: list[int]) -> None:
    library = SmallLibrary(
        [
            make_article("Un port.", "Zones", path="b.txt", date="2020", source="Agence"),
            make_article("Un port.", "Écho", path="c.txt", date="2024-05", source="Zénith"),
            make_article("Un port.", "Début", path="a.txt"),
        ]
    )

    assert list(library.engine.search("port", sort=sort).ids) == ids
