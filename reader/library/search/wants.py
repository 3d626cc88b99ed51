"""What the plain words of a query want, with everything a word may be taken for."""

from dataclasses import dataclass

from reader.library.search.query import Clause, Either, Words


@dataclass(frozen=True, slots=True)
class Way:
    """One way to satisfy a want: words one after another; `closeness` is 1 as typed, less further from it."""

    words: tuple[str, ...]
    prefix: bool = False
    closeness: float = 1.0


@dataclass(frozen=True, slots=True)
class Want:
    """What one clause of plain words asks for: any of its ways, in the text or in `field`."""

    typed: str
    ways: tuple[Way, ...]
    field: str | None = None

    @property
    def word(self) -> str | None:
        """The single word as typed, which may be misspelt; None for phrases, choices and corrected wants."""
        first = self.ways[0]
        return first.words[0] if len(self.ways) == 1 and len(first.words) == 1 else None


def want_of(clause: Clause) -> Want | None:
    """The want of a clause of words, or None for one that only filters."""
    if isinstance(clause, Words):
        return Want(clause.typed or str(clause), (Way(clause.words, clause.prefix),), clause.field)
    if isinstance(clause, Either):
        words = [choice for choice in clause.choices if isinstance(choice, Words) and choice.field is None]
        if len(words) == len(clause.choices):
            return Want(str(clause), tuple(Way(choice.words, choice.prefix) for choice in words))
    return None
