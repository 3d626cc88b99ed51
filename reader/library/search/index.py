"""The tables of search, and what writes them.

`search_text` (FTS5, contentless) holds every term of every article with its place; `search_recent` the
distinct terms of the articles that have no block yet, each between two spaces, so that a search need not go
through all of `search_text` for them: 8,192 rows are looked through in 10 ms, and written at a fifth of what
an index of them costs.
`search_names` holds the terms of analyses, which come later.  An id is written once and never again: a
changed article gets a new one, and removed ones stay in FTS5 and are left out by `search_removed`.
"""

import secrets
import sqlite3

from reader.analysis.types import Analysis
from reader.corpus.article import Article, Origin
from reader.library.search import near_copies, vocabulary
from reader.library.search.blocks import (
    BLOCK,
    FIRST_BLOCK,
    SMALLEST_BLOCK,
    BlockBuilder,
    merge_small,
    pack_terms,
)
from reader.library.search.folding import fold, words
from reader.library.search.terms import analysis_terms, named, text_terms

_HASH_SIZE = 64 << 20
"""Bytes of postings FTS5 gathers before it writes a segment."""
_MERGED = 16
"""Segments FTS5 lets stand before it merges them, its most: each merge writes again what it wrote, and
`finish` makes one of all.  4, its default, makes the text pass over 100,000 articles a tenth slower."""
_CHANGED = 20
"""`finish` puts the index in order again when more than one in so many articles is new."""

_TABLES = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS search_text USING fts5("
    "terms, content='', columnsize=0, tokenize='unicode61 remove_diacritics 0')",
    "CREATE TABLE IF NOT EXISTS search_recent (id INTEGER PRIMARY KEY, terms BLOB)",
    "CREATE VIRTUAL TABLE IF NOT EXISTS search_names USING fts5("
    "terms, content='', columnsize=0, tokenize='unicode61 remove_diacritics 0')",
    # first, last: the days the date of an article may mean (proleptic ordinals), or NULL
    # titled: whether its title was read, not made from its first sentence or the file's name
    "CREATE TABLE IF NOT EXISTS search_articles ("
    "id INTEGER PRIMARY KEY, first INTEGER, last INTEGER, titled INTEGER, family INTEGER, sketch BLOB)",
    "CREATE TABLE IF NOT EXISTS search_sketches ("
    "fingerprint INTEGER, id INTEGER, PRIMARY KEY (fingerprint, id)) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS search_blocks (first INTEGER PRIMARY KEY, last INTEGER)",
    # not clustered by term: rows of an index that are longer than a quarter of a page each take a page more
    "CREATE TABLE IF NOT EXISTS search_bits (term TEXT, first INTEGER, bits BLOB)",
    "CREATE INDEX IF NOT EXISTS search_bits_by_term ON search_bits (term)",
    "CREATE TABLE IF NOT EXISTS search_analysed (id INTEGER PRIMARY KEY)",
    "CREATE TABLE IF NOT EXISTS search_removed (id INTEGER PRIMARY KEY)",
    "CREATE TABLE IF NOT EXISTS search_values ("
    "field TEXT, name TEXT, folded TEXT, articles INTEGER, PRIMARY KEY (field, name)) WITHOUT ROWID",
    "CREATE INDEX IF NOT EXISTS search_values_by_use ON search_values (field, articles DESC, folded)",
    "CREATE TABLE IF NOT EXISTS search_state (name TEXT PRIMARY KEY, value INTEGER) WITHOUT ROWID",
)


def create_tables(db: sqlite3.Connection) -> None:
    """Makes the tables of search where they are not there yet."""
    for statement in _TABLES:
        db.execute(statement)
    db.execute("INSERT OR IGNORE INTO search_state VALUES ('identity', ?)", (secrets.randbits(62),))
    vocabulary.create_tables(db)


class IndexWriter:
    """Writes the index of search, in the caller's transaction.

    It remembers what was added since the last block, and reads that back after a rollback or an interruption.
    Ids must grow from `add` to `add`.
    """

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._block: BlockBuilder | None = None

    def add(self, article_id: int, article: Article) -> None:
        """Makes the text, title, source, language and date of `article` searchable."""
        block = self._current_block()
        text_words = words(article.text)
        terms = text_terms(article, text_words)
        distinct = set(terms)
        row = (article_id, " ".join(terms))
        self._db.execute("INSERT INTO search_text(rowid, terms) VALUES (?, ?)", row)
        self._db.execute("INSERT INTO search_recent VALUES (?, ?)", (article_id, pack_terms(distinct)))
        self._add_article(article_id, article, text_words)
        block.add(article_id, distinct)
        if block.articles >= BLOCK:
            self._write_block(block)
            if self._blocks().bit_count() == 1:
                self._write_words()

    def add_analysis(self, article_id: int, article: Article, analysis: Analysis) -> None:
        """Makes the names and quotations of `article` searchable; a second time changes nothing."""
        known = self._db.execute("INSERT OR IGNORE INTO search_analysed VALUES (?)", (article_id,))
        if not known.rowcount:
            return
        terms = " ".join(analysis_terms(article, analysis))
        self._db.execute("INSERT INTO search_names(rowid, terms) VALUES (?, ?)", (article_id, terms))
        self._add_values(named(analysis))

    def remove(self, article_id: int) -> None:
        """Takes an article out of what is found."""
        self._db.execute("INSERT OR IGNORE INTO search_removed VALUES (?)", (article_id,))

    def finish(self) -> None:
        """Makes a block of what has none, and puts the index in order, each only if there is much to do."""
        block = self._current_block()
        if block.articles >= (SMALLEST_BLOCK if self._blocks() else FIRST_BLOCK):
            self._write_block(block)
            merge_small(self._db)
        articles = self._db.execute("SELECT count(*) FROM search_articles").fetchone()[0]
        if articles - self._state("ordered") > articles / _CHANGED:
            self._db.execute("INSERT INTO search_text(search_text) VALUES ('optimize')")
            self._write_words()
            self._set_state("ordered", articles)
        analysed = self._db.execute("SELECT count(*) FROM search_analysed").fetchone()[0]
        if analysed - self._state("names_ordered") > analysed / _CHANGED:
            self._db.execute("INSERT INTO search_names(search_names) VALUES ('optimize')")
            self._set_state("names_ordered", analysed)

    def _current_block(self) -> BlockBuilder:
        """The block to go on with; after an interruption or a rollback, the tables say what is in it."""
        highest = self._db.execute("SELECT ifnull(max(id), 0) FROM search_articles").fetchone()[0]
        if self._block is None or self._block.last != highest:
            self._block = self._take_up()
        return self._block

    def _take_up(self) -> BlockBuilder:
        for table in ("search_text", "search_names"):
            sql = "INSERT INTO {0}({0}, rank) VALUES (?, ?)".format(table)  # noqa: S608, UP032
            self._db.executemany(sql, (("hashsize", _HASH_SIZE), ("automerge", _MERGED)))
        block = BlockBuilder()
        block.take_up(self._db)
        return block

    def _write_block(self, block: BlockBuilder) -> None:
        block.write(self._db)
        self._db.execute("DELETE FROM search_recent")

    def _write_words(self) -> None:
        vocabulary.write(self._db)
        self._set_state("words", self._state("words") + 1)

    def _blocks(self) -> int:
        blocks: int = self._db.execute("SELECT count(*) FROM search_blocks").fetchone()[0]
        return blocks

    def _add_article(self, article_id: int, article: Article, text_words: list[str]) -> None:
        first, last = article.date.span() if article.date else (None, None)
        sketch = near_copies.sketch(text_words)
        row = (
            article_id,
            first and first.toordinal(),
            last and last.toordinal(),
            article.title_origin in (Origin.LINE, Origin.FRONT_MATTER),
            near_copies.family_of(self._db, article_id, sketch),
            near_copies.packed(sketch),
        )
        self._db.execute("INSERT INTO search_articles VALUES (?, ?, ?, ?, ?, ?)", row)
        if article.source:
            self._add_values([("source", article.source)])

    def _add_values(self, values: list[tuple[str, str]]) -> None:
        self._db.executemany(
            "INSERT INTO search_values VALUES (?, ?, ?, 1) ON CONFLICT DO UPDATE SET articles = articles + 1",
            [(field, name, " ".join(words(name)) or fold(name)) for field, name in values],
        )

    def _state(self, name: str) -> int:
        row = self._db.execute("SELECT value FROM search_state WHERE name = ?", (name,)).fetchone()
        return int(row[0]) if row else 0

    def _set_state(self, name: str, value: int) -> None:
        self._db.execute("INSERT OR REPLACE INTO search_state VALUES (?, ?)", (name, value))
