"""What hangs on an article: whether it is read and starred, its tags, and where the reader left off."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from reader.corpus.safe import safe_line
from reader.library.search.folding import words
from reader.library.shelf.connection import ShelfConnection

_LONGEST_TAG = 40
_NOT_IN_TAGS = re.compile(r"[^\w-]+")


@dataclass(frozen=True, slots=True)
class Mark:
    """What the reader has done with an article."""

    read: bool
    starred: bool


def tags_of(typed: str) -> list[str]:
    """The tags in what was typed, divided by spaces or commas, once each: letters, digits, `-` and `_`."""
    pieces = (_NOT_IN_TAGS.sub("", safe_line(piece)) for piece in re.split(r"[\s,;#]+", typed))
    kept = (piece[:_LONGEST_TAG].strip("-_") for piece in pieces)
    return list(dict.fromkeys(piece for piece in kept if words(piece)))


class Marks:
    """Marks, tags and positions by content key."""

    def __init__(self, db: ShelfConnection) -> None:
        self._db = db

    def mark(self, content_key: str) -> Mark:
        """Whether the article is read and starred."""
        rows = self._db.rows("SELECT read, starred FROM marks WHERE content_key = ?", content_key)
        return Mark(bool(rows[0][0]), bool(rows[0][1])) if rows else Mark(read=False, starred=False)

    def read_keys(self) -> set[str]:
        """The content keys of all that is read."""
        return {row[0] for row in self._db.rows("SELECT content_key FROM marks WHERE read")}

    def starred_keys(self) -> set[str]:
        """The content keys of all that is starred."""
        return {row[0] for row in self._db.rows("SELECT content_key FROM marks WHERE starred")}

    def set_read(self, keys: Iterable[str], read: bool) -> None:  # noqa: FBT001 - reads as a sentence where it is called
        """Marks articles read, or unread."""
        self._set("read", keys, int(read))

    def set_starred(self, keys: Iterable[str], starred: bool) -> None:  # noqa: FBT001
        """Stars articles, or takes the stars off."""
        self._set("starred", keys, int(starred))

    def position(self, content_key: str) -> int | None:
        """Where the reader left off: a code point of the article's text."""
        rows = self._db.rows("SELECT position FROM marks WHERE content_key = ?", content_key)
        return None if not rows or rows[0][0] is None else int(rows[0][0])

    def set_position(self, content_key: str, offset: int) -> None:
        """Notes where the reader left off."""
        self._set("position", [content_key], offset)

    def tags(self) -> dict[str, tuple[str, ...]]:
        """The tags of all that has any, in order of the alphabet."""
        found: dict[str, tuple[str, ...]] = {}
        for key, tag in self._db.rows("SELECT content_key, tag FROM tags ORDER BY content_key, tag"):
            found[key] = (*found.get(key, ()), tag)
        return found

    def tagged_keys(self, tag: str) -> set[str]:
        """The content keys of all that bears a tag, whatever its case and accents; empty for any tag: all."""
        wanted = words(tag)
        rows = self._db.rows("SELECT content_key, tag FROM tags")
        return {key for key, name in rows if not wanted or words(name) == wanted}

    def set_tags(self, tags: dict[str, tuple[str, ...]]) -> None:
        """Gives each article of `tags` exactly those."""
        self._db.write(
            ("DELETE FROM tags WHERE content_key = ?", [(key,) for key in tags]),
            (
                "INSERT OR IGNORE INTO tags VALUES (?, ?)",
                [(key, tag) for key, some in tags.items() for tag in some],
            ),
        )

    def _set(self, column: str, keys: Iterable[str], value: int) -> None:
        statement = (
            f"INSERT INTO marks (content_key, {column}) VALUES (?, ?) "  # noqa: S608 - the column is ours
            f"ON CONFLICT DO UPDATE SET {column} = excluded.{column}"
        )
        self._db.write((statement, [(key, value) for key in keys]))
