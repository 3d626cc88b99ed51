"""The shelf as the screen, the search and the command line use it."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from reader.library.interface import Content
from reader.library.shelf import exchange
from reader.library.shelf.connection import ShelfConnection
from reader.library.shelf.folders import Folders
from reader.library.shelf.marks import Mark, Marks
from reader.library.shelf.notes import Notes
from reader.library.shelf.traces import Traces
from reader.library.shelf.visits import Visits


class Shelf:
    """The shelf in `file`; may be used from any thread, and by several programs at a time.

    What is set is written at once, and stands a program that is killed.  Where it cannot be written, what it
    holds is shown and what is set lasts as long as the program; where it is damaged, it is set aside, never
    deleted, and a new one begun.
    `notes`: notes of the reader's own.  `visit`: what is new since the last visit to the folder.
    """

    def __init__(self, file: Path) -> None:
        self._db = ShelfConnection(file)
        self._marks, self._folders, self._traces = Marks(self._db), Folders(self._db), Traces(self._db)
        self.notes = Notes(self._db)
        self.visit = Visits(self._db)

    @property
    def problem(self) -> str | None:
        """One line for the user where something is wrong with the file."""
        return self._db.problem

    def mark(self, content_key: str) -> Mark:
        """Whether the article is read and starred."""
        return self._marks.mark(content_key)

    def read_keys(self) -> set[str]:
        """The content keys of all that is read."""
        return self._marks.read_keys()

    def starred_keys(self) -> set[str]:
        """The content keys of all that is starred."""
        return self._marks.starred_keys()

    def noted_keys(self) -> set[str]:
        """The content keys of all that has a note."""
        return self.notes.keys()

    def tagged_keys(self, tag: str) -> set[str]:
        """The content keys of all that bears a tag, whatever its case and accents."""
        return self._marks.tagged_keys(tag)

    def new_keys(self, there: Callable[[], Iterable[str]]) -> set[str]:
        """The content keys of what has come since the last visit; `there` tells those of all that is there."""
        return self.visit.new_keys(there)

    def set_read(self, keys: Iterable[str], read: bool) -> None:  # noqa: FBT001 - reads as a sentence where it is called
        """Marks articles read, or unread."""
        self._marks.set_read(keys, read)

    def set_starred(self, keys: Iterable[str], starred: bool) -> None:  # noqa: FBT001
        """Stars articles, or takes the stars off."""
        self._marks.set_starred(keys, starred)

    def position(self, content_key: str) -> int | None:
        """Where the reader left off: a code point of the article's text."""
        return self._marks.position(content_key)

    def set_position(self, content_key: str, offset: int) -> None:
        """Notes where the reader left off."""
        self._marks.set_position(content_key, offset)

    def tags(self) -> dict[str, tuple[str, ...]]:
        """The tags of all that has any."""
        return self._marks.tags()

    def set_tags(self, tags: Mapping[str, Sequence[str]]) -> None:
        """Gives each article of `tags` exactly those."""
        self._marks.set_tags({key: tuple(some) for key, some in tags.items()})

    def last_folder(self) -> Path | None:
        """The folder that was opened last."""
        return self._folders.last_folder()

    def set_last_folder(self, folder: Path) -> None:
        """Notes that `folder` was opened; takes over what was kept of it under a name it had before."""
        self._folders.set_last_folder(folder)

    def last_article(self, folder: Path) -> str | None:
        """The content key of the article that was open last in `folder`."""
        return self._folders.last_article(folder)

    def set_last_article(self, folder: Path, content_key: str) -> None:
        """Notes which article is open."""
        self._folders.set_last_article(folder, content_key)

    def searches(self, folder: Path) -> list[str]:
        """What was searched for in `folder`, the latest first, each once."""
        return self._folders.searches(folder)

    def add_search(self, folder: Path, query: str) -> None:
        """Notes a search; the oldest are forgotten beyond two hundred."""
        self._folders.add_search(folder, query)

    def view(self, folder: Path, name: str) -> object:
        """How `folder` was shown last, in the respect `name`; None where that is not known."""
        return self._folders.view(folder, name)

    def set_view(self, folder: Path, name: str, value: object) -> None:
        """Notes how `folder` is shown; `value`: what JSON can hold."""
        self._folders.set_view(folder, name, value)

    def follow(self, folder: Path, there: Callable[[], Iterable[Content]]) -> int:
        """Lets what hangs on articles follow their edits; `there` tells all of the folder. How many it followed."""
        return self._traces.follow(folder, there)

    def exported(self) -> Iterator[dict[str, object]]:
        """All it holds, as rows for JSON Lines."""
        return exchange.exported(self._db)

    def merge(self, rows: Iterable[Mapping[str, object]]) -> dict[str, int]:
        """Merges exported rows, all or none; how many of each kind. Raises `exchange.NotAShelf`."""
        return exchange.merge(self._db, rows)

    def close(self) -> None:
        """Lets go of the file."""
        self._db.close()
