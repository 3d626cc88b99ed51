"""Completes the value of the field under the cursor from what the index holds."""

import re
import sqlite3

from reader.corpus.safe import safe_line
from reader.library.search.folding import fold, words
from reader.library.search.grammar import FIELDS, STATES, tokens

MOST = 20
"""Values offered."""
_LANGUAGES = ("fr", "en")
_SQL = (
    "SELECT name FROM search_values WHERE field = ? AND (folded LIKE ? OR folded LIKE ?) "
    "ORDER BY articles DESC, name LIMIT ?"
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
    return [safe_line(str(row[0])) for row in db.execute(_SQL, (field, f"{value}%", f"% {value}%", MOST))]


def _years(db: sqlite3.Connection, begun: str) -> list[str]:
    sql = "SELECT DISTINCT substr(date, 1, 4) FROM articles WHERE date LIKE ? ORDER BY 1 DESC LIMIT ?"
    found = db.execute(sql, (re.sub(r"[^0-9-]", "", begun) + "%", MOST))
    return [row[0] for row in found]
