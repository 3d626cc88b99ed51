"""Completes the value of the field under the cursor from what the index holds."""

import re
import sqlite3

from reader.corpus.safe import safe_line
from reader.library.search.folding import fold, words
from reader.library.search.grammar import FIELDS, STATES, tokens
from reader.library.search.terms import FIELDS_OF_NAMES

MOST = 20
"""Values offered."""
_LANGUAGES = ("fr", "en")
_SQL = (
    "SELECT name FROM search_values WHERE field = ? AND (folded LIKE ? OR folded LIKE ?) "
    "ORDER BY articles DESC, name LIMIT ?"
)
_SQL_OF_NAMES = (
    "SELECT name FROM search_values WHERE field IN (?, ?, ?, ?) AND (folded LIKE ? OR folded LIKE ?) "
    "GROUP BY name ORDER BY sum(articles) DESC, name LIMIT ?"
)


def complete(db: sqlite3.Connection, query: str, cursor: int) -> list[str]:
    """Values for the field that the cursor stands in, the most frequent first; none outside a field."""
    token = next((token for token in tokens(query[:cursor]) if token.end == min(cursor, len(query))), None)
    field = FIELDS.get(fold(token.field)) if token and token.field else None
    if token is None or field is None or token.closed:
        return []
    begun = fold(token.value).strip()
    if field == "is":
        return [state for state in dict.fromkeys(STATES.values()) if state.startswith(begun)]
    if field == "lang":
        return [language for language in _LANGUAGES if language.startswith(begun)]
    if field == "date":
        return _years(db, begun)
    value = " ".join(words(begun))
    fields, sql = (FIELDS_OF_NAMES, _SQL_OF_NAMES) if field == "about" else ((field,), _SQL)
    rows = db.execute(sql, (*fields, f"{value}%", f"% {value}%", MOST))
    return [safe_line(str(row[0])) for row in rows]


def _years(db: sqlite3.Connection, begun: str) -> list[str]:
    sql = "SELECT DISTINCT substr(date, 1, 4) FROM articles WHERE date LIKE ? ORDER BY 1 DESC LIMIT ?"
    found = db.execute(sql, (re.sub(r"[^0-9-]", "", begun) + "%", MOST))
    return [row[0] for row in found]
