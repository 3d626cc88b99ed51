"""What is kept of a folder: when it was opened, what was open and searched in it, and how it was shown."""

import json
import os
import time
from pathlib import Path

from reader.library.shelf.connection import ShelfConnection, storable

_MOST_SEARCHES = 200
"""Searches remembered for a folder."""


class Folders:
    """Everything that is kept by folder; a folder that was renamed is known again by its inode."""

    def __init__(self, db: ShelfConnection) -> None:
        self._db = db

    def last_folder(self) -> Path | None:
        """The folder that was opened last."""
        rows = self._db.rows("SELECT folder FROM folders ORDER BY opened DESC LIMIT 1")
        return Path(os.fsdecode(rows[0][0])) if rows else None

    def set_last_folder(self, folder: Path) -> None:
        """Notes that `folder` was opened; takes over what was kept of it under a name it had before."""
        name = os.fsencode(folder)
        if (mark := _inode(folder)) is not None:
            if not self._db.rows("SELECT 1 FROM folders WHERE folder = ? AND opened", name):
                self._follow(name, mark)
            self.set_view(folder, "inode", mark)
        self._db.write(
            (
                "INSERT INTO folders (folder, opened) VALUES (?, ?) "
                "ON CONFLICT DO UPDATE SET opened = excluded.opened",
                [(name, self._next("folders", "opened"))],
            )
        )

    def _follow(self, name: bytes, mark: str) -> None:
        """Gives `name` what was kept of the folder with the same inode, where that is there no more."""
        rows = self._db.rows(
            "SELECT folder FROM views WHERE name = 'inode' AND value = ? AND folder != ?",
            json.dumps(mark), name,
        )  # fmt: skip
        gone = [row[0] for row in rows if not Path(os.fsdecode(row[0])).exists()]
        if gone:
            tables = ("folders", "searches", "views", "visits", "traces")
            self._db.write(
                *((f"UPDATE OR IGNORE {table} SET folder = ? WHERE folder = ?", [(name, gone[-1])])  # noqa: S608
                  for table in tables)
            )  # fmt: skip

    def last_article(self, folder: Path) -> str | None:
        """The content key of the article that was open last in `folder`."""
        rows = self._db.rows("SELECT content_key FROM folders WHERE folder = ?", os.fsencode(folder))
        return rows[0][0] if rows else None

    def set_last_article(self, folder: Path, content_key: str) -> None:
        """Notes which article is open."""
        self._db.write(
            (
                "INSERT INTO folders (folder, opened, content_key) VALUES (?, 0, ?) "
                "ON CONFLICT DO UPDATE SET content_key = excluded.content_key",
                [(os.fsencode(folder), content_key)],
            )
        )

    def searches(self, folder: Path) -> list[str]:
        """What was searched for in `folder`, the latest first, each once."""
        rows = self._db.rows(
            "SELECT query FROM searches WHERE folder = ? ORDER BY at DESC", os.fsencode(folder)
        )
        return [row[0] for row in rows]

    def add_search(self, folder: Path, query: str) -> None:
        """Notes a search; the oldest are forgotten beyond two hundred."""
        name = os.fsencode(folder)
        self._db.write(
            (
                "INSERT OR REPLACE INTO searches (folder, query, at) VALUES (?, ?, ?)",
                [(name, storable(query), self._next("searches", "at"))],
            ),
            (
                "DELETE FROM searches WHERE folder = ? AND at <= "
                "(SELECT at FROM searches WHERE folder = ? ORDER BY at DESC LIMIT 1 OFFSET ?)",
                [(name, name, _MOST_SEARCHES)],
            ),
        )

    def view(self, folder: Path, name: str) -> object:
        """How `folder` was shown last, in the respect `name`: what JSON can hold, or None."""
        rows = self._db.rows(
            "SELECT value FROM views WHERE folder = ? AND name = ?", os.fsencode(folder), name
        )
        try:
            return json.loads(rows[0][0]) if rows else None
        except (TypeError, ValueError):
            return None

    def set_view(self, folder: Path, name: str, value: object) -> None:
        """Notes how `folder` is shown; `value`: what JSON can hold."""
        row = (os.fsencode(folder), name, json.dumps(value))
        self._db.write(("INSERT OR REPLACE INTO views (folder, name, value) VALUES (?, ?, ?)", [row]))

    def _next(self, table: str, column: str) -> float:
        """Now, or, where the clock went back, just after the last time that was noted."""
        last = self._db.rows(f"SELECT max({column}) FROM {table}")[0][0]  # noqa: S608 - the names are ours
        return max(time.time(), (last or 0.0) + 1e-3)


def _inode(folder: Path) -> str | None:
    """What a folder is on its file system, whatever its name."""
    try:
        status = folder.stat()
    except OSError:
        return None
    return f"{status.st_dev}:{status.st_ino}"
