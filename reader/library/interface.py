"""What the screen and the command line ask of a library; another engine could stand behind it.

No SQL and no engine's type is seen above this line: it speaks in articles, analyses, queries and hits.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple, Protocol

from reader.analysis.types import Analysis, EntityKind
from reader.corpus.article import Article, Origin, PartialDate
from reader.language import N_
from reader.library.naming.types import ConcordanceLine, EntityPage, Join, NamedEntity


class Sort(StrEnum):
    """The orders of a list; RELEVANCE only means something for a search (else it is DATE)."""

    RELEVANCE = N_("relevance")
    DATE = N_("date")
    SOURCE = N_("source")
    TITLE = N_("title")
    PATH = N_("path")


class Group(StrEnum):
    """What a list has headings by: months, sources, folders, or nothing."""

    NONE = "none"
    DATE = "month"
    SOURCE = "source"
    FOLDER = "folder"


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


class Content(NamedTuple):
    """What an article is known again by: its text, where it stands, and the bytes of its file."""

    content_key: str
    path: str
    digest: str


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that is not in the library, and why in a few words (`binary`, `empty`, `link leads outside`)."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Status:
    """How far a library is.  `found`: files to read, known after the walk; `skipped`: number of files by reason.

    `dated`, `sourced`: whether articles have a date, a source; at least one in fifty.
    """

    found: int
    stored: int
    analysed: int
    skipped: dict[str, int] = field(default_factory=dict)
    dated: bool = True
    sourced: bool = True


@dataclass(frozen=True, slots=True)
class Correction:
    """A word of a query that was taken for others (`typed` → `taken`); `found` is False when nothing is near.

    `field`: where alone it was looked for (`source`, `person`), None for title and text.
    """

    typed: str
    taken: tuple[str, ...]
    found: bool = True
    field: str | None = None


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
    """One line of an article around its best match; `marks` are (start, end) in `text`.

    `at`: where the best match begins in the article's own text.
    """

    text: str
    marks: tuple[tuple[int, int], ...]
    at: int = 0


class SpeakerSort(StrEnum):
    """The orders of speakers: most quotes first, by name, or by the newest quote."""

    QUOTES = N_("number")
    NAME = N_("name")
    DATE = N_("date")


@dataclass(frozen=True, slots=True)
class SpeakerCount:
    """A speaker, by name or (`named` is False) as described, and how much the corpus has of them.

    `sure`: False where every attribution is only probable.  `quotes`: different utterances in signs, each counted
    once however many articles carry it, and however many parts it has.  `latest`: date of the newest.
    `reported`: utterances that articles report in their own words; 0 within a search.
    """

    id: int
    name: str
    named: bool
    sure: bool
    quotes: int
    articles: int
    latest: PartialDate | None
    reported: int = 0


@dataclass(frozen=True, slots=True)
class SpeakerCounts:
    """The first rows of speakers; `speakers` and `quotes` count all that were asked for, not only those."""

    rows: Sequence[SpeakerCount]
    speakers: int
    quotes: int


@dataclass(frozen=True, slots=True)
class Saying:
    """Words of one speaker in their longest form, and where they stand (`start`, `end`: the quotation's).

    `text`: the parts of one utterance, `[…]` between them.
    `articles`: how many carry them, whomever they name.  `sure`: whether any of them is sure of the speaker.
    `date`, `source`: of the article where they stand.  `indirect`: reported in the article's own words.
    `relay`: who passed them on, as that article says.
    """

    text: str
    article_id: int
    start: int
    end: int
    articles: int
    date: PartialDate | None
    source: str | None
    sure: bool
    indirect: bool = False
    relay: str | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """A place that has the same words, or nearly; `speaker` as that article says, or None."""

    article_id: int
    start: int
    end: int
    text: str
    speaker: str | None
    sure: bool
    date: PartialDate | None
    source: str | None
    path: str
    title: str
    relay: str | None = None


class Library(Protocol):
    """One corpus, indexed.  Any thread may call; all but `search` and `contents` answer within a frame."""

    folder: Path

    def status(self) -> Status:
        """How far it is."""

    def skipped(self) -> Sequence[Skipped]:
        """The files left out, with the reason of each."""

    def ids(
        self, sort: Sort = Sort.DATE, *, backwards: bool = False, group: Group = Group.NONE
    ) -> Sequence[int]:
        """All articles; newest first by date, else in ascending order, what is not known last.

        `backwards`: the other way round.  `group`: what belongs together stands together, in that order.
        """

    def summaries(self, ids: Sequence[int]) -> list[Summary]:
        """A row for each id that is still there, in the order of `ids`."""

    def article(self, article_id: int) -> Article:
        """The whole article. Raises KeyError when it is no longer there."""

    def analysis(self, article_id: int) -> Analysis:
        """Its analysis, made now if the second pass has not come to it. Raises KeyError."""

    def analysis_problem(self, article_id: int) -> str | None:
        """Why the analysis of an article is empty, in a few words: making it failed; None otherwise."""

    def find(self, path: str) -> int | None:
        """The id of the article at `path` (relative, POSIX)."""

    def find_content(self, content_key: str) -> int | None:
        """The id of an article with this content."""

    def contents(self) -> Iterator[Content]:
        """What every article is known again by; takes longer than a frame where there are many.

        Read bit by bit, so that not all stand in memory together; what comes meanwhile may be among them.
        """

    def search(
        self,
        query: str,
        *,
        sort: Sort = Sort.RELEVANCE,
        limit: int | None = None,
        literal: bool = False,
        typing: bool = True,
        backwards: bool = False,
        group: Group = Group.NONE,
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

    def speakers(
        self,
        typed: str = "",
        *,
        sort: SpeakerSort = SpeakerSort.QUOTES,
        sure_only: bool = False,
        within: Sequence[int] | None = None,
        limit: int = 400,
    ) -> SpeakerCounts:
        """Who speaks, in the whole corpus or in the articles `within`; `typed`: words, or parts, of the name.

        Words in signs, not what is reported without, of the articles analysed so far; `sure_only` leaves out the
        probable.
        """

    def sayings(
        self, speaker_id: int, *, sure_only: bool = False, within: Sequence[int] | None = None
    ) -> Sequence[Saying]:
        """What a speaker of `speakers` said: each utterance once, newest first, undated last; then what is reported."""

    def reports(self, article_id: int, start: int) -> Sequence[Report]:
        """Who reports the words of the quotation at `start` of an article, itself among them, by date.

        Empty for what is no quotation, or a term.
        """

    def entity_ids(self, typed: str = "", kind: EntityKind | None = None) -> Sequence[int]:
        """The entities of the corpus whose name holds all words of `typed`, named in the most articles first."""

    def entities(self, ids: Sequence[int]) -> list[NamedEntity]:
        """Those of `ids` that are there, in their order."""

    def entity_named(self, name: str, kind: EntityKind | None = None) -> int | None:
        """The entity that `name` was joined to; as an analysis writes it, or a person."""

    def entity_page(self, entity_id: int) -> EntityPage:
        """What the corpus has on an entity. Raises KeyError when it is no longer there."""

    def entity_lines(self, entity_id: int, article_id: int) -> Sequence[ConcordanceLine]:
        """The mentions of an entity in an article, in their sentences. Raises KeyError."""

    def entity_joins(self, entity_id: int) -> Sequence[Join]:
        """Why names were joined to an entity, then why near ones were not."""

    def close(self) -> None:
        """Lets go of the file."""
