"""From clauses and wants to sets of articles."""

from collections.abc import Callable, Iterable, Sequence, Set
from typing import Protocol

from reader.library.search.catalogue import Catalogue
from reader.library.search.lookup import Lookup
from reader.library.search.query import Atom, Clause, Dates, Either, Is, Not, Path, Tag, Words
from reader.library.search.wants import Want


class Marks(Protocol):
    """What search asks of the shelf: the content keys of what the reader has done something with."""

    def read_keys(self) -> Set[str]:
        """Content keys of the articles read."""

    def starred_keys(self) -> Set[str]:
        """Content keys of the articles starred."""

    def noted_keys(self) -> Set[str]:
        """Content keys of the articles with a note."""

    def tagged_keys(self, tag: str) -> Set[str]:
        """Content keys of the articles with a tag; with any, where `tag` is empty."""

    def new_keys(self, there: Callable[[], Iterable[str]]) -> Set[str]:
        """Content keys of the articles that came since the last visit; `there` tells all keys."""


class Evaluator:
    """Evaluates one query against one state of the index."""

    def __init__(self, lookup: Lookup, catalogue: Catalogue, marks: Marks | None) -> None:
        self._lookup, self._catalogue, self._marks = lookup, catalogue, marks

    def clause(self, clause: Clause) -> int:
        """The articles a clause finds, whether still there or not."""
        if isinstance(clause, Not):
            return self._catalogue.alive & ~self.atom(clause.atom)
        if isinstance(clause, Either):
            found = 0
            for choice in clause.choices:
                found |= self.clause(choice)
            return found
        return self.atom(clause)

    def atom(self, atom: Atom) -> int:
        """The articles an atom finds."""
        if isinstance(atom, Words):
            return self._lookup.words(atom.words, atom.field, prefix=atom.prefix)
        if isinstance(atom, Dates):
            return self._catalogue.dated(atom.first, atom.last)
        if isinstance(atom, Path):
            return self._lookup.path(atom.part)
        if isinstance(atom, Tag):
            return self._lookup.with_keys(self._marks.tagged_keys(atom.name)) if self._marks else 0
        return self._state(atom)

    def want(self, want: Want) -> int:
        """The articles that satisfy a want in any of its ways."""
        found = 0
        for way in want.ways:
            found |= self._lookup.words(way.words, want.field, prefix=way.prefix)
        return found

    def wants(self, wants: Sequence[Want], within: int) -> int:
        """The articles of a set that satisfy all of several wants."""
        for want in wants:
            within &= self.want(want)
        return within

    def _state(self, wanted: Is) -> int:
        if wanted.state == "undated":
            return self._catalogue.undated()
        if self._marks is None:
            return self._catalogue.alive if wanted.state == "unread" else 0
        if wanted.state == "starred":
            return self._with_keys(self._marks.starred_keys)
        if wanted.state == "noted":
            return self._with_keys(self._marks.noted_keys)
        if wanted.state == "new":
            return self._lookup.with_keys(self._marks.new_keys(self._lookup.content_keys))
        read = self._with_keys(self._marks.read_keys)
        return read if wanted.state == "read" else self._catalogue.alive & ~read

    def _with_keys(self, keys: Callable[[], Set[str]]) -> int:
        return self._lookup.with_keys(keys())
