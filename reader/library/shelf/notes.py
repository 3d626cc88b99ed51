"""Notes of the reader's own on an article or a passage of it."""

import time
import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from reader.library.shelf.connection import ShelfConnection, storable

_FIELDS = "id, content_key, start, stop, passage, words, at"


@dataclass(frozen=True, slots=True)
class Note:
    """Words of the reader's own.

    `start`, `end`: the passage, in code points of the article's text as it was then; None for the whole article.
    `passage`: its words, by which it is found again in a text that has changed.  `at`: seconds since 1970.
    """

    id: str
    content_key: str
    start: int | None
    end: int | None
    passage: str
    words: str
    at: float

    def place_in(self, text: str) -> tuple[int, int] | None:
        """Where the passage stands in `text` now; None for a whole article, or where it is there no more."""
        if self.start is None or self.end is None:
            return None
        if text[self.start : self.end] == self.passage:
            return self.start, self.end
        places = [at for at in (text.rfind(self.passage, 0, self.end), text.find(self.passage, self.start))
                  if at >= 0 and self.passage]  # fmt: skip
        if not places:
            return None
        at = min(places, key=lambda place: abs(place - self.start))  # type: ignore[operator] # not None: see above
        return at, at + len(self.passage)


def new_note(content_key: str, words: str, place: tuple[int, int] | None = None, passage: str = "") -> Note:
    """A note written now, on a `place` of the text that says `passage`, or on the whole article."""
    start, end = place if place is not None else (None, None)
    return Note(uuid.uuid4().hex, content_key, start, end, storable(passage), storable(words), time.time())


class Notes:
    """All notes, in the order of their places."""

    def __init__(self, db: ShelfConnection) -> None:
        self._db = db

    def all(self) -> list[Note]:
        """Every note, the latest first."""
        return self._read("ORDER BY at DESC, id")

    def of(self, content_key: str) -> list[Note]:
        """The notes on an article: on the whole, then by place."""
        return self._read("WHERE content_key = ? ORDER BY ifnull(start, -1), at, id", content_key)

    def keys(self) -> set[str]:
        """The content keys of all that has a note."""
        return {row[0] for row in self._db.rows("SELECT DISTINCT content_key FROM notes")}

    def put(self, notes: Sequence[Note]) -> None:
        """Writes notes, new or in place of what they said."""
        values = [
            (note.id, note.content_key, note.start, note.end, note.passage, note.words, note.at)
            for note in notes
        ]
        statement = f"INSERT OR REPLACE INTO notes ({_FIELDS}) VALUES (?, ?, ?, ?, ?, ?, ?)"  # noqa: S608 - ours
        self._db.write((statement, values))

    def remove(self, notes: Sequence[Note]) -> None:
        """Takes notes away."""
        self._db.write(("DELETE FROM notes WHERE id = ?", [(note.id,) for note in notes]))

    def _read(self, rest: str, *values: object) -> list[Note]:
        return [Note(*row) for row in self._db.rows(f"SELECT {_FIELDS} FROM notes {rest}", *values)]  # noqa: S608
