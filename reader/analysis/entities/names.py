"""What a search for names yields."""

from dataclasses import dataclass

from reader.analysis.types import EntityKind


@dataclass(frozen=True, slots=True)
class Name:
    """A name found: `start` and `end` are code points of the article's text, end exclusive."""

    start: int
    end: int
    kind: EntityKind
