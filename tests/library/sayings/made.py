"""The tables of sayings in memory, filled with articles made by hand."""

import os
import sqlite3
from collections.abc import Mapping

from reader.analysis.types import Analysis
from reader.corpus.article import Article
from reader.library.sayings.tables import create_tables
from reader.library.sayings.writer import SayingsWriter

_ARTICLES = (
    "CREATE TABLE articles ("
    "id INTEGER PRIMARY KEY, content_key TEXT, date TEXT, source TEXT, path BLOB, title TEXT, words INTEGER)"
)


class SqliteSayings:
    """A database with what the sayings need of a library; `add` and `remove` as its store does."""

    def __init__(
        self, articles: Mapping[int, Article] | None = None, analyses: Mapping[int, Analysis] | None = None
    ) -> None:
        self.db = sqlite3.connect(":memory:", isolation_level=None)
        self.db.execute(_ARTICLES)
        create_tables(self.db)
        self.writer = SayingsWriter(self.db)
        for number, article in (articles or {}).items():
            self.add(number, article, (analyses or {}).get(number, Analysis((), ())))
        self.finish()

    def add(self, number: int, article: Article, analysis: Analysis) -> None:
        date = str(article.date) if article.date else None
        row = (
            number, article.content_key, date, article.source, os.fsencode(article.path), article.title,
        )  # fmt: skip
        self.db.execute("INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, 0)", row)
        self.writer.add(number, article, analysis)

    def remove(self, number: int) -> None:
        self.db.execute("DELETE FROM articles WHERE id = ?", (number,))
        self.writer.remove(number)
        self.writer.write_counts()

    def finish(self) -> None:
        self.writer.write_counts()
        self.writer.finish()
