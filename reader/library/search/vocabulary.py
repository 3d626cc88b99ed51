"""The words of a corpus with the number of articles each stands in, in a form quick to correct from.

Stored by first letter and length, each part compressed: a correction reads the two to five parts it needs, so nothing
has to be loaded when a library opens, and little memory is used.  Words of articles added since are read from FTS5.
"""

import sqlite3
import zlib
from array import array
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

LONGEST = 24
"""Longer words are neither corrected nor corrected to."""
_SHORTEST = 2
_LAST_LETTER = "\U0010ffff"
_FIELDS = "\ue000"


class Part(NamedTuple):
    """The words of one first letter and length, ascending, and in how many articles each stands."""

    words: list[str]
    counts: Sequence[int]


def create_tables(db: sqlite3.Connection) -> None:
    """Makes the table of words, and the views of FTS5 that they are read from."""
    db.execute(
        "CREATE TABLE IF NOT EXISTS search_words (letter TEXT, length INTEGER, words BLOB, counts BLOB, "
        "PRIMARY KEY (letter, length)) WITHOUT ROWID"
    )
    for table in ("text", "recent"):
        db.execute(
            f"CREATE VIRTUAL TABLE IF NOT EXISTS search_{table}_words USING fts5vocab('search_{table}', 'row')"
        )
    db.execute(
        "CREATE VIRTUAL TABLE IF NOT EXISTS search_recent_terms USING fts5vocab('search_recent', 'instance')"
    )


def write(db: sqlite3.Connection) -> None:
    """Reads all words from FTS5 and stores them anew; about 1 s for 100,000 articles."""
    parts: defaultdict[tuple[str, int], list[tuple[str, int]]] = defaultdict(list)
    for word, count in _from_fts(db, "text", "", _FIELDS):
        if _SHORTEST <= len(word) <= LONGEST and word.isalpha():
            parts[word[0], len(word)].append((word, count))
    db.execute("DELETE FROM search_words")
    db.executemany(
        "INSERT INTO search_words VALUES (?, ?, ?, ?)",
        (
            (
                letter,
                length,
                _packed([word for word, _ in part]),
                _packed_counts([count for _, count in part]),
            )
            for (letter, length), part in parts.items()
        ),
    )


class Vocabulary:
    """The words of one state of the index; make another when it has changed."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._stored = db.execute("SELECT 1 FROM search_words LIMIT 1").fetchone() is not None
        self.part = lru_cache(64)(self._part)
        self._unstored = lru_cache(8)(self._read_unstored)

    def use(self, db: sqlite3.Connection) -> None:
        """Goes on with another connection to the same state."""
        self._db = db

    def parts(self, letter: str, shortest: int, longest: int) -> list[Part]:
        """The words that begin with `letter`, of `shortest` to `longest` letters."""
        return [self.part(letter, length) for length in range(max(shortest, 1), min(longest, LONGEST) + 1)]

    def count(self, word: str) -> int:
        """In how many articles `word` stands."""
        part = self.part(word[:1], len(word))
        place = bisect_left(part.words, word)
        return part.counts[place] if place < len(part.words) and part.words[place] == word else 0

    def _part(self, letter: str, length: int) -> Part:
        row = self._db.execute(
            "SELECT words, counts FROM search_words WHERE letter = ? AND length = ?", (letter, length)
        ).fetchone()
        part = Part(zlib.decompress(row[0]).decode().split("\n"), _counts(row[1])) if row else Part([], [])
        newer = self._unstored(letter).get(length)
        if not newer:
            return part
        merged = Counter(dict(zip(*part, strict=True)))
        merged.update(newer)
        words = sorted(merged)
        return Part(words, [merged[word] for word in words])

    def _read_unstored(self, letter: str) -> dict[int, dict[str, int]]:
        """The words with `letter` that the table does not hold: the newest articles', or all if it is not made yet."""
        by_length: defaultdict[int, dict[str, int]] = defaultdict(dict)
        end = letter + _LAST_LETTER
        for word, count in _from_fts(self._db, "recent" if self._stored else "text", letter, end):
            if word.isalpha():
                by_length[len(word)][word] = count
        return by_length


def _from_fts(db: sqlite3.Connection, table: str, start: str, end: str) -> sqlite3.Cursor:
    sql = "SELECT term, doc FROM search_{}_words WHERE term >= ? AND term < ?".format(table)  # noqa: S608, UP032
    return db.execute(sql, (start, end))


def _packed(words: list[str]) -> bytes:
    return zlib.compress("\n".join(words).encode(), 6)


def _packed_counts(counts: list[int]) -> bytes:
    return zlib.compress(array("I", counts).tobytes(), 6)


def _counts(packed: bytes) -> "array[int]":
    counts = array("I")
    counts.frombytes(zlib.decompress(packed))
    return counts
