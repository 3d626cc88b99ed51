"""Follows articles whose content key changes: an edited file, or a Reader that cleans texts differently.

What is marked leaves a trace: where it stood, and the digest of its bytes.  When the key is there no more, the
article with the same bytes, else the one at the same path, gets what hung on it.
"""

import os
import uuid
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from reader.library.interface import Content
from reader.library.shelf.connection import ShelfConnection

_MARKED = (
    "SELECT content_key FROM marks WHERE read OR starred OR position IS NOT NULL "
    "UNION SELECT content_key FROM notes UNION SELECT content_key FROM tags"
)


class Traces:
    """The traces of what is marked."""

    def __init__(self, db: ShelfConnection) -> None:
        self._db = db

    def follow(self, folder: Path, there: Callable[[], Iterable[Content]]) -> int:
        """Brings marks and traces up to what is `there` in `folder`; how many articles were followed."""
        name = os.fsencode(folder)
        marked = {row[0] for row in self._db.rows(_MARKED)}
        known = self._db.rows("SELECT content_key, path, digest FROM traces WHERE folder = ?", name)
        here = [content for content in there() if content.content_key in marked]
        present = {content.content_key for content in here}
        lost = [row for row in known if row[0] not in present and row[0] in marked]
        followed = self._follow(name, lost, there()) if lost else set()
        if followed:
            here += [content for content in there() if content.content_key in followed - present]
        fresh = {(content.content_key, os.fsencode(content.path), content.digest) for content in here}
        self._note(name, fresh.difference(map(tuple, known)))
        return len(followed)

    def _follow(
        self, name: bytes, lost: Sequence[tuple[str, bytes, str]], there: Iterable[Content]
    ) -> set[str]:
        digests, paths = {row[2] for row in lost}, {row[1] for row in lost}
        by_digest: dict[str, str] = {}
        by_path: dict[bytes, str] = {}
        for content in there:
            if content.digest in digests:
                by_digest[content.digest] = content.content_key
            if (path := os.fsencode(content.path)) in paths:
                by_path[path] = content.content_key
        followed: set[str] = set()
        for old, path, digest in lost:
            new = by_digest.get(digest) or by_path.get(path)
            if new is not None:
                self._carry(name, old, new)
                followed.add(new)
        return followed

    def _carry(self, name: bytes, old: str, new: str) -> None:
        """Gives the article `new` what hangs on `old`, which keeps it: it may stand in another folder."""
        notes = self._db.rows(
            "SELECT id, start, stop, passage, words, at FROM notes WHERE content_key = ?", old
        )
        copies = [(uuid.uuid5(uuid.NAMESPACE_OID, note[0] + new).hex, new, *note[1:]) for note in notes]
        self._db.write(
            (
                "INSERT INTO marks SELECT ?, read, starred, position FROM marks WHERE content_key = ? "
                "ON CONFLICT DO UPDATE SET read = max(read, excluded.read), "
                "starred = max(starred, excluded.starred), position = ifnull(position, excluded.position)",
                [(new, old)],
            ),
            ("INSERT OR IGNORE INTO tags SELECT ?, tag FROM tags WHERE content_key = ?", [(new, old)]),
            (
                "INSERT OR IGNORE INTO notes (id, content_key, start, stop, passage, words, at) "
                "VALUES (?, ?, ?, ?, ?, ?, ?)",
                copies,
            ),
            ("UPDATE folders SET content_key = ? WHERE folder = ? AND content_key = ?", [(new, name, old)]),
            ("DELETE FROM traces WHERE folder = ? AND content_key = ?", [(name, old)]),
        )

    def _note(self, name: bytes, rows: Iterable[tuple[str, bytes, str]]) -> None:
        values = [(key, name, path, digest) for key, path, digest in rows]
        if values:
            statement = (
                "INSERT OR REPLACE INTO traces (content_key, folder, path, digest) VALUES (?, ?, ?, ?)"
            )
            self._db.write((statement, values))
