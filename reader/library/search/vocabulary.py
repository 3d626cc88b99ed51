"""The words of a corpus with the number of articles each stands in, in a form quick to correct from.

Stored by first letter and length, each part compressed: a correction reads the parts it needs, so that
nothing has to be loaded when a library opens.  Words that only stand in articles added since it was stored
are not corrected to.
"""

import sqlite3
import zlib
from array import array
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from reader.library.untrusted import UnreadableRecord

LONGEST = 24
"""Longer words are neither corrected nor corrected to."""
_SHORTEST = 2
_LARGEST = 64 << 20
_FIELDS = "\ue000"  # from here on terms are marked ones
_Parts = dict[tuple[str, int], list[tuple[str, int]]]


class Part(NamedTuple):
    """The words of one first letter and length, ascending, and in how many articles each stands."""

    words: list[str]
    counts: Sequence[int]


def create_tables(db: sqlite3.Connection) -> None:
    """Makes the table of words, and the view of FTS5 that they are read from."""
    db.execute(
        "CREATE TABLE IF NOT EXISTS search_words (letter TEXT, length INTEGER, words BLOB, counts BLOB, "
        "PRIMARY KEY (letter, length))"
    )
    db.execute("CREATE VIRTUAL TABLE IF NOT EXISTS search_text_words USING fts5vocab('search_text', 'row')")


def write(db: sqlite3.Connection) -> None:
    """Reads all words from FTS5 and stores them anew; about 2 s for 100,000 articles."""
    parts = _parts(_from_fts(db))
    db.execute("DELETE FROM search_words")
    db.executemany(
        "INSERT INTO search_words VALUES (?, ?, ?, ?)",
        (
            (
                letter,
                length,
                zlib.compress(_joined([word for word, _ in part])),
                _packed_counts([count for _, count in part]),
            )
            for (letter, length), part in parts.items()
        ),
    )


class Vocabulary:
    """The words as `write` left them; before it ever ran, as they stand in FTS5 when first asked for."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._unstored = None if _is_stored(db) else _parts(_from_fts(db))
        self._texts: dict[tuple[str, int], tuple[bytes, Sequence[int]]] = {}
        self._words = lru_cache(32)(self._split)

    def use(self, db: sqlite3.Connection) -> None:
        """Goes on with another connection to the same library."""
        self._db = db

    def parts(self, letter: str, shortest: int, longest: int) -> list[Part]:
        """The words that begin with `letter`, of `shortest` to `longest` letters."""
        lengths = range(max(shortest, 1), min(longest, LONGEST) + 1)
        return [Part(self._words(letter, length), self._text(letter, length)[1]) for length in lengths]

    def count(self, word: str) -> int:
        """In how many articles `word` stands."""
        text, counts = self._text(word[:1], len(word))
        encoded = word.encode()
        place = text.find(b"\n" + encoded + b"\n")
        return counts[text.count(b"\n", 0, place)] if place >= 0 else 0

    def _split(self, letter: str, length: int) -> list[str]:
        words = self._text(letter, length)[0].decode("utf-8", "replace").split()
        if not all(map(str.isalpha, words)):
            raise UnreadableRecord("a word that is none")
        return words

    def _text(self, letter: str, length: int) -> tuple[bytes, Sequence[int]]:
        """All words of a part, a line feed before and behind each, with their counts."""
        key = (letter, length)
        if key not in self._texts:
            self._texts[key] = self._read(key)
        return self._texts[key]

    def _read(self, key: tuple[str, int]) -> tuple[bytes, Sequence[int]]:
        if self._unstored is not None:
            part = self._unstored.get(key, [])
            return _joined([word for word, _ in part]), [count for _, count in part]
        row = self._db.execute(
            "SELECT words, counts FROM search_words WHERE letter = ? AND length = ?", key
        ).fetchone()
        if row is None:
            return b"", ()
        text, counts = _inflated(row[0]), _counts(row[1])
        if text.count(b"\n") != len(counts) + 1:
            raise UnreadableRecord("words and counts that do not belong together")
        return text, counts


def _is_stored(db: sqlite3.Connection) -> bool:
    return db.execute("SELECT 1 FROM search_words LIMIT 1").fetchone() is not None


def _parts(words: Iterable[tuple[str, int]]) -> _Parts:
    parts: _Parts = defaultdict(list)
    for word, count in words:
        if _SHORTEST <= len(word) <= LONGEST and word.isalpha():
            parts[word[0], len(word)].append((word, count))
    return parts


def _from_fts(db: sqlite3.Connection) -> sqlite3.Cursor:
    return db.execute("SELECT term, doc FROM search_text_words WHERE term < ?", (_FIELDS,))


def _joined(words: list[str]) -> bytes:
    return ("\n" + "\n".join(words) + "\n").encode()


def _packed_counts(counts: list[int]) -> bytes:
    return zlib.compress(array("I", counts).tobytes(), 6)


def _counts(packed: bytes) -> "array[int]":
    inflated = _inflated(packed)
    counts = array("I")
    counts.frombytes(inflated[: len(inflated) // counts.itemsize * counts.itemsize])
    return counts


def _inflated(packed: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(packed, _LARGEST)
    except (zlib.error, TypeError) as error:
        raise UnreadableRecord(f"a list of words: {error}") from error
