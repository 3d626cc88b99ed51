"""Bitsets of frequent words and beginnings of words, made block by block while articles are added.

A block is a run of ids.  For each term, and each beginning of a term, that stands in at least one in `RARE`
of a block's articles, the block keeps a bitset.  A term with a bitset in every block never asks FTS5, whose
cost grows with the number of articles; one without is rare somewhere, and cheap to ask FTS5 for.  Made while
adding, the bitsets cost 0.1 ms an article and are there before the index is finished.
"""

import math
import sqlite3
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby, repeat
from operator import itemgetter

from reader.library.search.bitsets import from_ids, pack, unpack
from reader.library.untrusted import UnreadableRecord

BLOCK = 8192
"""Articles in a full block."""
FIRST_BLOCK = 1500
"""A library with fewer articles than this has no blocks: FTS5 is quick enough for it."""
SMALLEST_BLOCK = 256
"""Fewer new articles than this make no block of their own."""
RARE = 28
"""A term in less than one in so many articles of a block gets no bitset there."""
RARE_PREFIX = 56
"""The same for beginnings of up to four letters, for which FTS5 must go through many terms."""
RARE_LONG_PREFIX = 32
"""The same for longer beginnings."""
LONGEST_PREFIX = 11
"""Longer beginnings are rare or have few endings, and are left to FTS5."""
MOST_SMALL = 8
"""Small blocks, as updates make them, are put together when there are more of them than this."""
_SHORT_PREFIX = 4


class BlockBuilder:
    """Gathers which articles each term stands in, until there are enough for a block."""

    def __init__(self) -> None:
        self._places_of_term: defaultdict[str, list[int]] = defaultdict(list)
        self._first: int | None = None
        self.last = 0
        self.articles = 0

    def add(self, article_id: int, terms: Iterable[str]) -> None:
        """Takes the distinct `terms` of an article; ids must grow."""
        if self._first is None:
            self._first = article_id
        self.last = article_id
        self.articles += 1
        place = article_id - self._first
        lists = map(self._places_of_term.__getitem__, terms)
        deque(map(list.append, lists, repeat(place)), maxlen=0)  # a loop in C: 200 terms an article

    def take_up(self, db: sqlite3.Connection) -> None:
        """Reads back the articles that were added after the last block."""
        self.last = db.execute("SELECT ifnull(max(last), 0) FROM search_blocks").fetchone()[0]
        ids = [row[0] for row in db.execute("SELECT id FROM search_articles WHERE id > ?", (self.last,))]
        if ids:
            self._first, self.last, self.articles = min(ids), max(ids), len(ids)
            for article_id, terms in db.execute("SELECT id, terms FROM search_recent ORDER BY id"):
                for term in unpack_terms(terms):
                    self._places_of_term[term].append(article_id - self._first)

    def write(self, db: sqlite3.Connection) -> None:
        """Writes the block and starts the next one."""
        if self._first is None:
            return
        first = self._first
        db.execute("INSERT INTO search_blocks(first, last) VALUES (?, ?)", (first, self.last))
        db.executemany(
            "INSERT INTO search_bits(term, first, bits) VALUES (?, ?, ?)",
            ((term, first, pack(bits)) for term, bits in self._frequent()),
        )
        self._places_of_term.clear()
        self._first, self.articles = None, 0

    def _frequent(self) -> Iterator[tuple[str, int]]:
        """Every term and every beginning (with a `*` behind it) that is frequent, with its bitset.

        One first letter after the other, so that the bitsets of rare terms do not stand in memory together.
        """
        terms_of_letter: defaultdict[str, list[str]] = defaultdict(list)
        for term in self._places_of_term:
            terms_of_letter[term[0]].append(term)
        enough = self._enough(RARE)
        for terms in terms_of_letter.values():
            bits_of_term = {term: from_ids(self._places_of_term[term]) for term in terms}
            yield from _at_least(enough, bits_of_term)
            for length, bits_of_prefix in _prefixes(bits_of_term):
                enough_prefix = self._enough(RARE_PREFIX if length <= _SHORT_PREFIX else RARE_LONG_PREFIX)
                for prefix, bits in _at_least(enough_prefix, bits_of_prefix):
                    yield prefix + "*", bits

    def _enough(self, rare: int) -> float:
        """In how many articles a term must stand; fewer by chance in this block does not leave a gap."""
        expected = self.articles / rare
        return expected - math.sqrt(expected)


def pack_terms(terms: Iterable[str]) -> bytes:
    """The distinct `terms` of an article, each between two spaces."""
    return f" {' '.join(terms)} ".encode()


def unpack_terms(packed: bytes) -> list[str]:
    """What `pack_terms` was given. Raises UnreadableRecord."""
    try:
        return packed.decode().split()
    except (UnicodeDecodeError, AttributeError) as error:
        raise UnreadableRecord(f"the terms of an article: {error}") from error


def recent(db: sqlite3.Connection, term: str, *, prefix: bool) -> int:
    """The articles without a block that hold `term`, or one that begins so. Raises UnreadableRecord."""
    wanted = f" {term}" if prefix else f" {term} "
    rows = db.execute("SELECT id FROM search_recent WHERE instr(terms, ?)", (wanted.encode(),)).fetchall()
    return from_ids([row[0] for row in rows])


def _at_least(enough: float, bits_of: Mapping[str, int]) -> Iterator[tuple[str, int]]:
    return ((term, bits) for term, bits in bits_of.items() if bits.bit_count() >= enough)


def _prefixes(bits_of_term: Mapping[str, int]) -> Iterator[tuple[int, Mapping[str, int]]]:
    """The bitset of every beginning of each length, longest first, each made from the one before."""
    terms_of_length: defaultdict[int, list[str]] = defaultdict(list)
    for term in bits_of_term:
        terms_of_length[min(len(term), LONGEST_PREFIX)].append(term)
    longer: Mapping[str, int] = {}
    for length in range(LONGEST_PREFIX, 0, -1):
        current: defaultdict[str, int] = defaultdict(int)
        for prefix, bits in longer.items():
            current[prefix[:length]] |= bits
        for term in terms_of_length[length]:
            current[term[:length]] |= bits_of_term[term]
        yield length, current
        longer = current


def merge_small(db: sqlite3.Connection) -> None:
    """Puts small blocks beside one another together where there are many; a full block stays as it is."""
    runs = [run for run in _runs(db) if len(run) > 1]
    if sum(map(len, runs)) <= MOST_SMALL:
        return
    for run in runs:
        _merge(db, run)


def _runs(db: sqlite3.Connection) -> list[list[tuple[int, int]]]:
    """The (first, last) of all blocks, those together which do not make more than a full block."""
    runs: list[list[tuple[int, int]]] = []
    for first, last in db.execute("SELECT first, last FROM search_blocks ORDER BY first"):
        if runs and last - runs[-1][0][0] < BLOCK:
            runs[-1].append((first, last))
        else:
            runs.append([(first, last)])
    return runs


def _merge(db: sqlite3.Connection, run: list[tuple[int, int]]) -> None:
    """Makes one block of several; a term that lacks a bitset in one of them has none in the new one."""
    start, end = run[0][0], run[-1][1]
    rows = db.execute(
        "SELECT term, first, bits FROM search_bits WHERE first BETWEEN ? AND ? ORDER BY term", (start, end)
    ).fetchall()
    db.execute("DELETE FROM search_bits WHERE first BETWEEN ? AND ?", (start, end))
    for term, found in groupby(rows, key=itemgetter(0)):
        parts = [(first, bits) for _, first, bits in found]
        if len(parts) == len(run):
            together = 0
            for first, bits in parts:
                together |= unpack(bits) << (first - start)
            db.execute(
                "INSERT INTO search_bits(term, first, bits) VALUES (?, ?, ?)", (term, start, pack(together))
            )
    db.execute("DELETE FROM search_blocks WHERE first BETWEEN ? AND ?", (start, end))
    db.execute("INSERT INTO search_blocks(first, last) VALUES (?, ?)", (start, end))
