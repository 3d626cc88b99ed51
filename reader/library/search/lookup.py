"""Which articles hold a term, a beginning of one, or a phrase; as bitsets, whatever table knows."""

import json
import os
import re
import sqlite3
from collections import OrderedDict
from collections.abc import Sequence, Set

from reader.library.search.bitsets import HIGHEST_ID, from_ids, unpack
from reader.library.search.blocks import LONGEST_PREFIX, recent
from reader.library.search.folding import fold
from reader.library.search.terms import FIELDS_OF_ANALYSIS, MARK_OF_FIELD

_CACHED = 512
_ONE_TOKEN = re.compile("[\ue000-\ue00f]?[0-9a-z\u00b5-\u0373\u0386-\u0523]*")
"""Terms that FTS5 takes for one token for certain: it knows Unicode 6.1, and parts a word at later letters.

A parted word is a phrase, which only a table with all details answers."""
_VAGUE = 5000
"""A phrase whose last word is only begun is not asked of FTS5 when the beginning stands in more articles."""
_MARKS_OF_ANALYSIS = frozenset(MARK_OF_FIELD[field] for field in FIELDS_OF_ANALYSIS)


_PATHS = """SELECT id FROM articles WHERE
    instr(CASE WHEN CAST(path AS TEXT) GLOB '*[^ -~]*' THEN fold_path(path) ELSE lower(CAST(path AS TEXT))
    END, ?)"""
_KEYS = "SELECT a.id FROM json_each(?) k JOIN articles a ON a.content_key = k.value"


class Lookup:
    """Looks terms up in one state of the index; make another when it has changed."""

    def __init__(self, db: sqlite3.Connection, highest: int) -> None:
        self._db = db
        self._blocks = db.execute("SELECT count(*), ifnull(max(last), 0) FROM search_blocks").fetchone()
        self._recent = highest > self._blocks[1]
        self._paths: dict[str, int] = {}
        self._cache: OrderedDict[tuple[str, bool], int] = OrderedDict()

    def use(self, db: sqlite3.Connection) -> None:
        """Goes on with another connection, or after a change that left all terms as they were."""
        self._db = db
        self._paths.clear()

    def term(self, term: str, *, prefix: bool = False) -> int:
        """The articles that hold `term`, or one that begins so."""
        key = (term, prefix)
        found = self._cache.get(key)
        if found is None:
            self._cache[key] = found = self._read(term, prefix=prefix)
            if len(self._cache) > _CACHED:
                self._cache.popitem(last=False)
        else:
            self._cache.move_to_end(key)
        return found

    def words(self, words: Sequence[str], field: str | None = None, *, prefix: bool = False) -> int:
        """The articles that hold `words` one after another, in the text or in a field; the last may go on."""
        mark = MARK_OF_FIELD[field] if field else ""
        terms = [mark + word for word in words]
        last = self.term(terms[-1], prefix=prefix)
        found = last
        for term in terms[:-1]:
            found &= self.term(term)
        if len(terms) == 1 or not found:
            return found
        if prefix and last.bit_count() > _VAGUE:
            return found & self.words(words[:-1], field)
        return self._phrase(terms, prefix=prefix)

    def path(self, part: str) -> int:
        """The articles whose folded path holds `part`."""
        if part not in self._paths:
            self._db.create_function("fold_path", 1, _fold_path, deterministic=True)
            rows = self._db.execute(_PATHS, (part,))
            self._paths[part] = from_ids([row[0] for row in rows])
        return self._paths[part]

    def with_keys(self, keys: Set[str]) -> int:
        """The articles with one of some content keys."""
        found = self._db.execute(_KEYS, (json.dumps(list(keys)),))
        return from_ids([row[0] for row in found])

    def content_keys(self) -> list[str]:
        """The content keys of all articles."""
        return [row[0] for row in self._db.execute("SELECT content_key FROM articles")]

    def _phrase(self, terms: list[str], *, prefix: bool) -> int:
        key = (" ".join(terms), prefix)
        found = self._cache.get(key)
        if found is None:
            found = self._cache[key] = self._ask(_table(terms[0]), key[0], prefix=prefix)
        return found

    def _read(self, term: str, *, prefix: bool) -> int:
        table = _table(term)
        blocks, _ = self._blocks
        in_blocks = table == "search_text" and not (prefix and len(term) > LONGEST_PREFIX)
        if blocks and in_blocks and _ONE_TOKEN.fullmatch(term):
            key = term + "*" if prefix else term
            rows = self._db.execute("SELECT first, bits FROM search_bits WHERE term = ?", (key,)).fetchall()
            if len(rows) == blocks:
                found = recent(self._db, term, prefix=prefix) if self._recent else 0
                for first, bits in rows:
                    found |= unpack(bits) << min(first, HIGHEST_ID)
                return found
        return self._ask(table, term, prefix=prefix)

    def _ask(self, table: str, terms: str, *, prefix: bool) -> int:
        """What FTS5 finds; `terms` are letters, digits, marks and spaces, so nothing of them is syntax."""
        sql = "SELECT rowid FROM {0} WHERE {0} MATCH ?".format(table)  # noqa: S608, UP032
        rows = self._db.execute(sql, (f'"{terms}"*' if prefix else f'"{terms}"',)).fetchall()
        return from_ids([row[0] for row in rows])


def _fold_path(path: bytes) -> str:
    return fold(os.fsdecode(path))


def _table(term: str) -> str:
    return "search_names" if term[:1] in _MARKS_OF_ANALYSIS else "search_text"
