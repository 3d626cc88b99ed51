"""Tells near copies by a sketch of each text: the six smallest fingerprints of its shingles.

A shingle is three words in a row that begin with a long word.  Two texts that differ in a title, a sentence
and a few figures share nearly all of their smallest fingerprints (bottom-k sketch, Broder 1997); texts about
the same event in other words share none.  An article joins the family of the first earlier one that shares
four of six.
"""

import sqlite3
from collections import Counter
from struct import pack, unpack
from zlib import crc32

_KEPT = 6
_LOOKED_UP = 2
_SHARED = 4
_CANDIDATES = 64  # A frequent turn of phrase stands in thousands of articles
_LONG_WORD = 9
_SHORTEST = 10  # Fewer shingles than this say too little
_COMPARED = 8
_EARLIER = (
    "SELECT s.id, c.family, c.sketch FROM search_sketches s JOIN search_articles c ON c.id = s.id "
    "WHERE s.fingerprint = ? ORDER BY s.id LIMIT ?"
)


def sketch(text_words: list[str]) -> tuple[int, ...]:
    """The smallest fingerprints of a text, ascending; empty when it is too short to tell."""
    found = {
        crc32(" ".join(text_words[place : place + 3]).encode())
        for place, length in enumerate(map(len, text_words))
        if length >= _LONG_WORD
    }
    return tuple(sorted(found)[:_KEPT]) if len(found) >= _SHORTEST else ()


def family_of(db: sqlite3.Connection, article_id: int, fingerprints: tuple[int, ...]) -> int:
    """The family of near copies an article belongs to, named by its first; notes its sketch."""
    if not fingerprints:
        return article_id
    keys = fingerprints[:_LOOKED_UP]
    rows = [row for key in keys for row in db.execute(_EARLIER, (key, _CANDIDATES))]
    db.executemany("INSERT OR IGNORE INTO search_sketches VALUES (?, ?)", ((key, article_id) for key in keys))
    for candidate, _ in sorted(Counter(rows).items(), key=lambda item: (-item[1], item[0][0]))[:_COMPARED]:
        other = unpack(f"<{len(candidate[2]) // 4}I", candidate[2])
        if len(set(other).intersection(fingerprints)) >= _SHARED:
            return int(candidate[1])
    return article_id


def packed(fingerprints: tuple[int, ...]) -> bytes:
    """A sketch for a row of a table."""
    return pack(f"<{len(fingerprints)}I", *fingerprints)
