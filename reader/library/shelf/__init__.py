"""The shelf: what the reader did - read, starred, noted, tagged, left off at, searched for - kept for good.

It belongs to the user, not to a library: it hangs on the content of articles, and survives moves, edits,
and rebuilt libraries.  `file` opens the SQLite file, `connection` writes it safely; `marks`, `notes`, `folders`
and `traces` each keep one sort of thing; `shelf` is the door.
"""

from reader.library.shelf.marks import Mark
from reader.library.shelf.notes import Note
from reader.library.shelf.shelf import Shelf

__all__ = ["Mark", "Note", "Shelf"]
