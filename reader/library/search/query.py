"""What a search asks for, as the parser understood it, and how that is written down again.

A query is a list of clauses that must all hold.  A clause is an atom, the denial of one, or a choice between
several.
`str` of a query is its normal form; parsing that gives the same query.
"""

from dataclasses import dataclass
from dataclasses import field as attribute
from datetime import date


@dataclass(frozen=True, slots=True)
class Words:
    """Folded words that stand one after another in the text, or in a field of the article.

    `field`: None for title or body, else `title`, `person`, …  `prefix`: the last word may go on.
    `typed`: what stood in the query, for messages.
    """

    words: tuple[str, ...]
    field: str | None = None
    prefix: bool = False
    typed: str = attribute(default="", compare=False)

    def __str__(self) -> str:
        value = " ".join(self.words) + ("*" if self.prefix else "")
        if len(self.words) > 1:
            value = f'"{value}"'
        return f"{self.field}:{value}" if self.field else value


@dataclass(frozen=True, slots=True)
class Dates:
    """Articles whose date may lie between two days, both included; None leaves an end open.

    A date known to the month is found by every day of it: it may be that day.  `written`: the value's normal
    form.
    """

    first: date | None
    last: date | None
    written: str = attribute(compare=False)

    def __str__(self) -> str:
        return f"date:{self.written}"


@dataclass(frozen=True, slots=True)
class Is:
    """Articles in a state: `read`, `unread`, `new`, `starred`, `noted` or `undated`."""

    state: str

    def __str__(self) -> str:
        return f"is:{self.state}"


@dataclass(frozen=True, slots=True)
class Tag:
    """Articles that bear a tag of the reader's; `name` is folded words, none of them for any tag."""

    name: str

    def __str__(self) -> str:
        return f'tag:"{self.name}"' if " " in self.name else f"tag:{self.name or '*'}"


@dataclass(frozen=True, slots=True)
class Path:
    """Articles whose path holds `part`, a folded string without quotation marks, anywhere."""

    part: str

    def __str__(self) -> str:
        return f'path:"{self.part}"' if " " in self.part else f"path:{self.part}"


Atom = Words | Dates | Is | Tag | Path


@dataclass(frozen=True, slots=True)
class Not:
    """Articles that an atom does not find."""

    atom: Atom

    def __str__(self) -> str:
        return f"-{self.atom}"


@dataclass(frozen=True, slots=True)
class Either:
    """Articles that at least one of several finds."""

    choices: tuple[Atom | Not, ...]

    def __str__(self) -> str:
        return " OR ".join(map(str, self.choices))


Clause = Atom | Not | Either


@dataclass(frozen=True, slots=True)
class Query:
    """A whole query; with no clause it finds everything.

    `problem`: a sentence about the first part that was not understood, `problem_at` its offset in what was
    typed.
    """

    clauses: tuple[Clause, ...]
    problem: str | None = None
    problem_at: int = 0

    def __str__(self) -> str:
        return " ".join(map(str, self.clauses))
