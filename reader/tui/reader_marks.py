"""Read and star marks as the screen needs them: known and written at once, undone step by step."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.library.shelf import Shelf

LEVELS = 200
"""How many changes can be undone."""


@dataclass(frozen=True, slots=True)
class Change:
    """What was done to which articles, and the words for it."""

    words: str
    keys: frozenset[str]
    star: bool
    value: bool


class ReaderMarks:
    """The marks of the articles by content key, in front of the shelf."""

    def __init__(self, shelf: "Shelf") -> None:
        self._shelf = shelf
        self._read = set(shelf.read_keys())
        self._starred = set(shelf.starred_keys())
        self._done: list[Change] = []

    def is_read(self, key: str) -> bool:
        """Whether the article was read."""
        return key in self._read

    def is_starred(self, key: str) -> bool:
        """Whether the article is starred."""
        return key in self._starred

    def set_read(self, keys: Iterable[str], *, read: bool, words: str) -> int:
        """Marks articles read or unread, as one step to undo; how many changed."""
        return self._change(keys, star=False, value=read, words=words)

    def set_starred(self, keys: Iterable[str], *, starred: bool, words: str) -> int:
        """Stars or unstars articles, as one step to undo; how many changed."""
        return self._change(keys, star=True, value=starred, words=words)

    def undo(self) -> Change | None:
        """Takes the last step back and says which, or None when there is none."""
        if not self._done:
            return None
        change = self._done.pop()
        self._apply(change.keys, star=change.star, value=not change.value)
        return change

    def _change(self, keys: Iterable[str], *, star: bool, value: bool, words: str) -> int:
        now = self._starred if star else self._read
        changed = frozenset(key for key in keys if (key in now) is not value)
        if changed:
            self._apply(changed, star=star, value=value)
            self._done.append(Change(words, changed, star, value))
            del self._done[:-LEVELS]
        return len(changed)

    def _apply(self, keys: frozenset[str], *, star: bool, value: bool) -> None:
        now = self._starred if star else self._read
        now.update(keys) if value else now.difference_update(keys)
        if star:
            self._shelf.set_starred(keys, value)
        else:
            self._shelf.set_read(keys, value)
