"""What the screen asks of a library: orders, rows, articles, from many threads, while it changes."""

import sqlite3
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from reader.analysis.analyse import analyse
from reader.corpus.article import Article, Origin, PartialDate
from reader.corpus.read import read_article
from reader.library.errors import LibraryError
from reader.library.indexing import index
from reader.library.interface import Library, Sort
from reader.library.listing_fields import count_words, lead_of, order_of
from reader.library.open import open_library
from reader.library.sqlite_library import SqliteLibrary
from tests.library.corpora import write_corpus


@pytest.fixture
def library(corpus: Path, file: Path) -> SqliteLibrary:
    """Twelve articles, listed but not analysed."""
    index(corpus, file, analyse=False)
    return open_library(corpus, file=file)


def write(corpus: Path, name: str, title: str, *, date: str = "", source: str = "") -> None:
    lines = [f"title: {title}", f"date: {date}" if date else "", f"source: {source}" if source else ""]
    front = "\n".join(line for line in lines if line)
    (corpus / name).write_text(
        f"---\n{front}\n---\n\nUn texte sans histoire, écrit à Morlaix pour l'essai.\n"
    )


def test_it_is_what_the_screen_asks_for(library: SqliteLibrary) -> None:
    asked: Library = library
    assert asked.folder.name == "corpus"


def test_articles_come_back_as_they_were_read(library: SqliteLibrary, corpus: Path) -> None:
    for row in library.summaries(library.ids()):
        article = library.article(row.id)
        assert article == read_article(corpus, row.path)
        assert (row.title, row.date, row.source, row.language) == (
            article.title, article.date, article.source, article.language,
        )  # fmt: skip
        assert row.content_key == article.content_key
        assert library.find(row.path) == row.id
        assert library.find_content(row.content_key) == row.id
    assert library.find("nowhere.txt") is None
    assert library.find_content("nothing") is None
    with pytest.raises(KeyError):
        library.article(10**9)
    with pytest.raises(KeyError):
        library.analysis(10**9)


def test_orders(tmp_path: Path, file: Path) -> None:
    corpus = tmp_path / "ordered"
    corpus.mkdir()
    write(corpus, "b.txt", "Élan", date="2024-05-30", source="Zèbre")
    write(corpus, "a.txt", "« Eau »", date="2024-05", source="abeille")
    write(corpus, "c.txt", "Zoo", date="2023", source="Éclair")
    write(corpus, "d.txt", "arbre", source="")
    index(corpus, file, analyse=False)
    library = open_library(corpus, file=file)

    def order(sort: Sort) -> str:
        return "".join(row.path[0] for row in library.summaries(library.ids(sort)))

    assert [order(sort) for sort in (Sort.DATE, Sort.TITLE, Sort.SOURCE, Sort.PATH)] == [
        "bacd",
        "dabc",
        "acbd",
        "abcd",
    ]
    assert order(Sort.RELEVANCE) == order(Sort.DATE)
    library.close()


def test_rows_come_in_the_order_asked_without_those_gone(library: SqliteLibrary) -> None:
    ids = list(library.ids())
    asked = [ids[5], 10**9, ids[2], ids[5]]
    assert [row.id for row in library.summaries(asked)] == [ids[5], ids[2], ids[5]]
    assert library.summaries([]) == []


def test_an_article_that_is_not_analysed_yet_is_analysed_when_asked(library: SqliteLibrary) -> None:
    for article_id in list(library.ids())[:3]:
        assert library.analysis(article_id) == analyse(library.article(article_id))
    assert library.status().analysed == 0


def test_stored_analyses_are_those_that_would_be_made(
    library: SqliteLibrary, corpus: Path, file: Path
) -> None:
    index(corpus, file)
    for article_id in library.ids():
        assert library.analysis(article_id) == analyse(library.article(article_id))


def test_many_threads_may_ask_while_it_is_written(tmp_path: Path, file: Path) -> None:
    corpus = write_corpus(tmp_path / "corpus", 100)
    index(corpus, file, analyse=False)
    library = open_library(corpus, file=file)
    done = threading.Event()

    def ask(number: int) -> int:
        asked = 0
        while not done.is_set() or asked < 20:
            ids = library.ids(list(Sort)[number % len(Sort)])
            rows = library.summaries(ids[:30])
            assert len(ids) >= 100
            assert [row.id for row in rows] == list(ids[:30])
            assert library.search("histoire", limit=3).total >= 100
            library.article(ids[asked % 100])
            asked += 1
        return asked

    with ThreadPoolExecutor(5) as pool:
        asking = [pool.submit(ask, number) for number in range(5)]
        try:
            write_corpus(corpus, 100, first=100)
            index(corpus, file, analyse=False)
        finally:
            done.set()
        assert all(one.result() >= 20 for one in asking)
    assert len(library.ids()) == 200
    library.close()


def test_a_library_deleted_while_it_is_read_can_still_be_read(
    library: SqliteLibrary, corpus: Path, file: Path
) -> None:
    ids = library.ids()
    file.unlink()
    assert len(library.summaries(ids)) == 12
    index(corpus, file, analyse=False)
    write_corpus(corpus, 1, first=12)
    index(corpus, file, analyse=False)
    assert len(library.ids()) == 13


def test_a_closed_library_says_so(library: SqliteLibrary) -> None:
    library.close()
    with pytest.raises(LibraryError):
        library.ids()
    library.close()


def article(text: str, title: str = "Un titre") -> Article:
    from reader.corpus.article import Block, BlockKind

    blocks = (Block(BlockKind.PARAGRAPH, 0, len(text)),)
    return Article(
        "a.txt", "0", title, Origin.LINE, PartialDate(2024), Origin.TEXT, None, None, "fr", text, blocks
    )


def test_leads_are_one_line_cut_between_words() -> None:
    assert lead_of(article("Un  court\ntexte.")) == "Un court texte."
    lead = lead_of(article("mot " * 500))
    assert len(lead) <= 241
    assert lead.endswith("mot…")
    assert lead_of(article("")) == ""
    assert lead_of(article("Un titre. Et la suite.", title="Un titre.")) == "Et la suite."
    assert len(lead_of(article("x" * 9000))) <= 241


def test_words_and_order() -> None:
    assert count_words(article("L'été, dit-on, sera beau.")) == 6
    assert order_of("« Œuvre » à Évry") == "oeuvre a evry"
    assert order_of(None) > order_of("zzz")
    assert len(order_of("x" * 10**6)) == 40


CRAFTED = (
    "UPDATE articles SET title = 'Titre' || char(27) || ']0;pris' || char(7)",
    "UPDATE articles SET words = 'beaucoup'",
    "UPDATE articles SET copies = -4",
    "UPDATE articles SET lead = x'ff00ff'",
    "UPDATE articles SET path = 'un texte ' || id",
    "UPDATE articles SET date = '9999999-99'",
    "UPDATE articles SET title_origin = 'nulle part'",
    "UPDATE texts SET text = 'pas comprimé'",
    "UPDATE texts SET blocks = '[99,0,5]'",
    "UPDATE texts SET blocks = '[0,-9,5]'",
    "UPDATE analyses SET data = x'00'",
    "UPDATE counts SET value = 'tant'",
    "DELETE FROM counts",
    "DELETE FROM texts",
    "DROP TABLE analyses",
    "DROP TABLE articles",
)


@pytest.mark.parametrize("statement", CRAFTED)
def test_a_crafted_library_is_at_worst_one_line_and_never_an_escape(
    corpus: Path, file: Path, statement: str
) -> None:
    index(corpus, file)
    with sqlite3.connect(file) as db:
        db.execute(statement)
    db.close()
    shown = []
    try:
        library = open_library(corpus, file=file)
        ids = library.ids()
        library.status()
        library.skipped()
        shown += [
            f"{row.title} {row.lead} {row.source} {row.words:,} {row.copies}"
            for row in library.summaries(ids)
        ]
        for article_id in ids:
            shown.append(library.article(article_id).text)
            library.analysis(article_id)
        library.search("histoire")
    except LibraryError as error:
        shown.append(str(error).replace("\n", "\x1b"))
    except KeyError:
        assert statement == "DELETE FROM texts"
    assert not any(set(text) & {"\x1b", "\x07"} for text in shown)
