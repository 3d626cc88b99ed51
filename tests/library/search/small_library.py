"""A small library in memory, and the slow and obvious way to search it."""

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import date

from reader.corpus.article import Article, Origin, PartialDate
from reader.library.rows import read_article
from reader.library.schema import create_tables
from reader.library.search.engine import SearchEngine
from reader.library.search.evaluate import Marks
from reader.library.search.folding import fold, words
from reader.library.search.query import Atom, Clause, Dates, Either, Is, Not, Path, Query, Words
from reader.library.store import Store


def make_article(
    text: str, title: str = "Sans titre", *, path: str = "un.txt", date: str | None = None,
    source: str | None = None, language: str = "fr",
) -> Article:  # fmt: skip
    """An article with no blocks."""
    when = PartialDate.parse(date) if date else None
    return Article(
        path, "0", title, Origin.LINE, when, Origin.TEXT if when else None,
        source, Origin.TEXT if source else None, language, text, (),
    )  # fmt: skip


class SmallLibrary:
    """Articles in a library in memory, searched by the engine; ids count from 1."""

    def __init__(
        self, articles: Iterable[Article] = (), *, shelf: Marks | None = None, finish: bool = True
    ) -> None:
        self.db = sqlite3.connect(":memory:", isolation_level=None)
        create_tables(self.db, b"/corpus")
        self.store = Store(self.db)
        self.articles: dict[int, Article] = {}
        self.engine = SearchEngine(lambda: self.db, lambda number: read_article(self.db, number), shelf)
        self.add(articles)
        if finish:
            self.store.finish_search()

    def add(self, articles: Iterable[Article]) -> list[int]:
        """Stores articles; returns their ids."""
        ids = []
        for article in articles:
            article_id = self.store.add(article, 1, 1)
            self.articles[article_id] = article
            ids.append(article_id)
        return ids

    def remove(self, article_id: int) -> None:
        """Takes one out."""
        self.store.remove(article_id)
        del self.articles[article_id]

    def found(self, query: str, *, literal: bool = False, typing: bool = False) -> list[int]:
        """The ids that a search finds, best first."""
        return list(self.engine.search(query, literal=literal, typing=typing).ids)

    def naive(self, query: Query) -> set[int]:
        """The ids that a search must find, without correction."""
        return {
            number
            for number, article in self.articles.items()
            if all(_holds(article, clause) for clause in query.clauses)
        }


def _holds(article: Article, clause: Clause) -> bool:
    if isinstance(clause, Not):
        return not _holds_atom(article, clause.atom)
    if isinstance(clause, Either):
        return any(_holds(article, choice) for choice in clause.choices)
    return _holds_atom(article, clause)


def _holds_atom(article: Article, atom: Atom) -> bool:
    if isinstance(atom, Words):
        return any(_stands(words(text), atom) for text in _texts(article, atom.field))
    if isinstance(atom, Path):
        return atom.part in fold(article.path)
    if isinstance(atom, Dates):
        if article.date is None:
            return False
        first, last = article.date.span()
        return first <= (atom.last or date.max) and last >= (atom.first or date.min)
    assert isinstance(atom, Is)
    return atom.state == "unread" or (atom.state == "undated" and article.date is None)


def _texts(article: Article, field: str | None) -> list[str]:
    texts = {"title": article.title, "source": article.source or "", "lang": article.language}
    return [texts.get(field, "")] if field else [article.text, article.title]


def _stands(text_words: Sequence[str], atom: Words) -> bool:
    length = len(atom.words)
    for place in range(len(text_words) - length + 1):
        here = tuple(text_words[place : place + length])
        if here == atom.words:
            return True
        if atom.prefix and here[:-1] == atom.words[:-1] and here[-1].startswith(atom.words[-1]):
            return True
    return False
