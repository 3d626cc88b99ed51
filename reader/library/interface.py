"""What the screen and the command line ask of a library; another engine could stand behind it.

No SQL and no engine's type is seen above this line: it speaks in articles, analyses, queries and hits.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from reader.analysis.types import Analysis
from reader.corpus.article import Article, Origin, PartialDate


class Sort(StrEnum):
    """The orders of a list; RELEVANCE only means something for a search (else it is DATE)."""

    RELEVANCE = "relevance"
    DATE = "date"
    SOURCE = "source"
    TITLE = "title"
    PATH = "path"


@dataclass(frozen=True, slots=True)
class Summary:
    """What a row of the list needs of an article.  `lead`: the standfirst or the beginning of the body, one line."""

    id: int
    path: str
    title: str
    title_origin: Origin
    date: PartialDate | None
    source: str | None
    language: str
    words: int
    lead: str
    content_key: str
    copies: int = 0


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that is not in the library, and why in a few words (`binary`, `empty`, `link leads outside`)."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Status:
    """How far a library is.  `found`: files to read, known after the walk; `skipped`: number of files by reason."""

    found: int
    stored: int
    analysed: int
    skipped: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Correction:
    """A word of a query that was taken for others (`typed` → `taken`); `found` is False when nothing is near."""

    typed: str
    taken: tuple[str, ...]
    found: bool = True


@dataclass(frozen=True, slots=True)
class Results:
    """What a search found.

    `ids`: best first, or in the order asked for; `total`: exact number of articles that match.
    `query`: the normal form of what was understood.  `corrections`: what was taken for what.
    `missing`: words that stand in no article, with the nearest ones.  `problem`: a sentence about the part of
    the query that was not understood, with `problem_at` its offset, else None.
    `handle`: the engine's own, for `excerpt` and `matches`.
    """

    ids: Sequence[int]
    total: int
    query: str
    corrections: tuple[Correction, ...] = ()
    missing: tuple[Correction, ...] = ()
    problem: str | None = None
    problem_at: int = 0
    scores: Sequence[float] = ()
    handle: object = None


@dataclass(frozen=True, slots=True)
class Excerpt:
    """One line of an article around its best match; `marks` are (start, end) in `text`."""

    text: str
    marks: tuple[tuple[int, int], ...]


class Library(Protocol):
    """One corpus, indexed.  Every method but `search` answers within a frame and may be called from any thread."""

    folder: Path

    def status(self) -> Status:
        """How far it is."""

    def skipped(self) -> Sequence[Skipped]:
        """The files left out, with the reason of each."""

    def ids(self, sort: Sort = Sort.DATE) -> Sequence[int]:
        """All articles; newest first by date (undated last), else in ascending order."""

    def summaries(self, ids: Sequence[int]) -> list[Summary]:
        """A row for each id that is still there, in the order of `ids`."""

    def article(self, article_id: int) -> Article:
        """The whole article. Raises KeyError when it is no longer there."""

    def analysis(self, article_id: int) -> Analysis:
        """Its analysis, made now if the second pass has not come to it. Raises KeyError."""

    def find(self, path: str) -> int | None:
        """The id of the article at `path` (relative, POSIX)."""

    def find_content(self, content_key: str) -> int | None:
        """The id of an article with this content."""

    def search(
        self,
        query: str,
        *,
        sort: Sort = Sort.RELEVANCE,
        limit: int | None = None,
        literal: bool = False,
        typing: bool = True,
    ) -> Results:
        """What `query` finds; with `literal`, no correction; with `typing`, the last word is a prefix.

        Never raises for what the reader typed: see `Results.problem`.
        """

    def excerpt(self, article_id: int, results: Results) -> Excerpt | None:
        """The line of the match, or None when only operators matched."""

    def matches(self, article: Article, results: Results) -> tuple[tuple[int, int], ...]:
        """Where the words of the search stand in `article.text`, in order."""

    def complete(self, query: str, cursor: int) -> Sequence[str]:
        """Values to complete the operator under the cursor with (`person:bi` → `Joe Biden`), best first."""

    def close(self) -> None:
        """Lets go of the file."""
