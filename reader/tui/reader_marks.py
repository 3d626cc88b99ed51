"""Marks, tags and notes as the screen needs them: known and written at once, undone step by step."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.language import N_, _, ngettext, number

if TYPE_CHECKING:
    from reader.library.shelf import Note, Shelf

LEVELS = 200
"""How many changes can be undone."""


@dataclass(frozen=True, slots=True)
class Change:
    """What was done, in words, to how many articles, and how to take it back."""

    words: str
    number: int
    back: Callable[[], None]

    def told(self) -> str:
        """What to say when it was taken back."""
        many = ngettext("{count} article", "{count} articles", self.number)
        return _("Undone: {what}, {many}").format(
            what=_(self.words), many=many.format(count=number(self.number))
        )


class ReaderMarks:
    """What the reader did with the articles, by content key, in front of the shelf."""

    def __init__(self, shelf: "Shelf") -> None:
        self._shelf = shelf
        self._done: list[Change] = []
        self.reload()

    def reload(self) -> None:
        """Takes what the shelf holds now."""
        self._read, self._starred = set(self._shelf.read_keys()), set(self._shelf.starred_keys())
        self._noted, self._tags = set(self._shelf.noted_keys()), dict(self._shelf.tags())

    def is_read(self, key: str) -> bool:
        """Whether the article was read."""
        return key in self._read

    def is_starred(self, key: str) -> bool:
        """Whether the article is starred."""
        return key in self._starred

    def is_noted(self, key: str) -> bool:
        """Whether the article has a note."""
        return key in self._noted

    def tags(self, key: str) -> tuple[str, ...]:
        """The tags of the article."""
        return self._tags.get(key, ())

    def all_tags(self) -> list[str]:
        """Every tag in use, those of the most articles first."""
        counts: dict[str, int] = {}
        for some in self._tags.values():
            for tag in some:
                counts[tag] = counts.get(tag, 0) + 1
        return sorted(counts, key=lambda tag: (-counts[tag], tag))

    def set_read(self, keys: Iterable[str], *, read: bool, words: str) -> int:
        """Marks articles read or unread, as one step to undo; how many changed."""
        return self._change(keys, star=False, value=read, words=words)

    def set_starred(self, keys: Iterable[str], *, starred: bool, words: str) -> int:
        """Stars or unstars articles, as one step to undo; how many changed."""
        return self._change(keys, star=True, value=starred, words=words)

    def set_tags(self, tags: Mapping[str, tuple[str, ...]], *, words: str) -> int:
        """Gives articles exactly these tags, as one step to undo; how many changed."""
        changed = {key: some for key, some in tags.items() if set(some) != set(self.tags(key))}
        if changed:
            before = {key: self.tags(key) for key in changed}
            self._write_tags(changed)
            self._remember(words, len(changed), lambda: self._write_tags(before))
        return len(changed)

    def put_note(self, note: "Note", *, before: "Note | None" = None) -> None:
        """Writes a note, new or in place of what it said `before`, as a step to undo."""
        self._write_notes((), (note,))
        back = (() if before else (note,)), ((before,) if before else ())
        self._remember(N_("note"), 1, lambda: self._write_notes(*back))

    def remove_note(self, note: "Note") -> None:
        """Takes a note away, as a step to undo."""
        self._write_notes((note,), ())
        self._remember(N_("note taken away"), 1, lambda: self._write_notes((), (note,)))

    def undo(self) -> Change | None:
        """Takes the last step back and says which, or None when there is none."""
        if not self._done:
            return None
        change = self._done.pop()
        change.back()
        return change

    def _change(self, keys: Iterable[str], *, star: bool, value: bool, words: str) -> int:
        now = self._starred if star else self._read
        changed = frozenset(key for key in keys if (key in now) is not value)
        if changed:
            self._apply(changed, star=star, value=value)
            self._remember(words, len(changed), lambda: self._apply(changed, star=star, value=not value))
        return len(changed)

    def _remember(self, words: str, count: int, back: Callable[[], None]) -> None:
        self._done.append(Change(words, count, back))
        del self._done[:-LEVELS]

    def _apply(self, keys: frozenset[str], *, star: bool, value: bool) -> None:
        now = self._starred if star else self._read
        now.update(keys) if value else now.difference_update(keys)
        if star:
            self._shelf.set_starred(keys, value)
        else:
            self._shelf.set_read(keys, value)

    def _write_tags(self, tags: Mapping[str, tuple[str, ...]]) -> None:
        self._shelf.set_tags(tags)
        for key, some in tags.items():
            if some:
                self._tags[key] = tuple(sorted(some))
            else:
                self._tags.pop(key, None)

    def _write_notes(self, gone: "tuple[Note, ...]", come: "tuple[Note, ...]") -> None:
        if gone:
            self._shelf.notes.remove(gone)
        if come:
            self._shelf.notes.put(come)
        self._noted = set(self._shelf.noted_keys())
