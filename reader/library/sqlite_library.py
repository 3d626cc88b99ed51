"""The library that stands on one SQLite file, as the screen and the command line see it."""

import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

from reader.analysis.types import Analysis, EntityKind
from reader.corpus.article import Article
from reader.corpus.safe import safe_line
from reader.library import rows
from reader.library.analysis_on_demand import AnalysisFailed, AnalysisOnDemand
from reader.library.errors import SENSELESS, damaged, explained, senseless
from reader.library.interface import (
    Content,
    Excerpt,
    Group,
    Report,
    Results,
    Saying,
    Skipped,
    Sort,
    SpeakerCounts,
    SpeakerSort,
    Status,
    Summary,
)
from reader.library.naming import reading as naming
from reader.library.naming.concordance import lines_of
from reader.library.naming.types import ConcordanceLine, EntityPage, Join, NamedEntity
from reader.library.reading_connections import ReadingConnections
from reader.library.recent import Recent
from reader.library.sayings.counting import KeptTable
from reader.library.sayings.reading import read_reports, read_sayings, read_speakers
from reader.library.search.engine import SearchEngine
from reader.library.shelf import Shelf
from reader.library.untrusted import UnreadableRecord, checked_told

_T = TypeVar("_T")
_NOTHING = Analysis((), ())
_KEPT = 64
"""Articles and analyses kept in memory: those around the one being read, and the rows of a search that show."""
_KEPT_LENGTH = 4_000_000
"""Code points of text kept in memory at most, beyond the last article."""


class SqliteLibrary:
    """Implements `reader.library.interface.Library`.

    `file`: where it stands, which may not be where it was asked for.  `notice`: what the user should be
    told once (an old library set aside, a temporary one in place of one that cannot be kept), else None.
    Every method raises LibraryError where the file cannot be read any more.
    """

    def __init__(
        self, folder: Path, file: Path, *, shelf: Shelf | None = None, notice: str | None = None,
        when_closed: Callable[[], None] | None = None,
    ) -> None:  # fmt: skip
        self.folder = folder
        self.file = file
        self.notice = notice
        self._when_closed = when_closed
        self._articles: Recent[Article] = Recent(_KEPT, _KEPT_LENGTH, lambda article: len(article.text))
        self._analyses: Recent[Analysis] = Recent(_KEPT)
        self._speakers = KeptTable()
        self._problems: dict[int, str] = {}
        self._on_demand = AnalysisOnDemand(file)
        self._connections = ReadingConnections(file, self._forget)
        self._engine = SearchEngine(self._connections.get, self.article, shelf)
        self._ask(lambda db: db.execute("SELECT value FROM counts").fetchone())

    def status(self) -> Status:
        """How far it is."""
        return self._ask(rows.read_status)

    def skipped(self) -> Sequence[Skipped]:
        """The files left out, with the reason of each."""
        return self._ask(rows.read_skipped)

    def ids(
        self, sort: Sort = Sort.DATE, *, backwards: bool = False, group: Group = Group.NONE
    ) -> Sequence[int]:
        """All articles in an order; see `Library.ids`."""
        return self._ask(lambda db: rows.read_ids(db, sort, backwards=backwards, group=group))

    def summaries(self, ids: Sequence[int]) -> list[Summary]:
        """A row for each id that is still there, in the order of `ids`."""
        return self._ask(lambda db: rows.read_summaries(db, ids))

    def article(self, article_id: int) -> Article:
        """The whole article. Raises KeyError when it is no longer there."""
        if (kept := self._articles.get(article_id)) is not None:
            return kept
        article = self._ask(lambda db: rows.read_article(db, article_id))
        self._articles.put(article_id, article)
        return article

    def analysis(self, article_id: int) -> Analysis:
        """Its analysis, made now if the second pass has not come to it. Raises KeyError.

        Empty where that failed: see `analysis_problem`.  What is made now is kept in memory; storing it is the
        writer's.
        """
        if (kept := self._analyses.get(article_id)) is not None:
            return kept
        article = self.article(article_id)
        analysis = self._ask(lambda db: rows.read_analysis(db, article_id, len(article.text)))
        if analysis is not None:
            self._problems.pop(article_id, None)
        elif article_id in self._problems:
            return _NOTHING
        else:
            try:
                analysis = self._on_demand.analyse(article_id, len(article.text))
            except AnalysisFailed as error:
                self._problems[article_id] = str(error)
                return _NOTHING
        self._analyses.put(article_id, analysis)
        return analysis

    def analysis_problem(self, article_id: int) -> str | None:
        """Why the analysis of an article is empty: making it failed; None otherwise."""
        return self._ask(lambda db: rows.read_problem(db, article_id)) or self._problems.get(article_id)

    def find(self, path: str) -> int | None:
        """The id of the article at `path` (relative, POSIX)."""
        return self._one("SELECT id FROM articles WHERE path = ?", os.fsencode(path))

    def find_content(self, content_key: str) -> int | None:
        """The id of an article with this content."""
        return self._one("SELECT id FROM articles WHERE content_key = ? ORDER BY id LIMIT 1", content_key)

    def contents(self) -> Iterator[Content]:
        """What every article is known again by; see `Library.contents`."""
        last = 0
        while some := self._ask(partial(rows.read_contents, after=last)):
            yield from some.values()
            last = max(some)

    def search(
        self, query: str, *, sort: Sort = Sort.RELEVANCE, limit: int | None = None, literal: bool = False,
        typing: bool = True, backwards: bool = False, group: Group = Group.NONE,
    ) -> Results:  # fmt: skip
        """What `query` finds; see `Library.search`."""
        return self._guarded(
            lambda: self._engine.search(
                query,
                sort=sort,
                limit=limit,
                literal=literal,
                typing=typing,
                backwards=backwards,
                group=group,
            )
        )

    def excerpt(self, article_id: int, results: Results) -> Excerpt | None:
        """The line of the match, or None when only operators matched."""
        return self._guarded(lambda: self._engine.excerpt(article_id, results))

    def matches(self, article: Article, results: Results) -> tuple[tuple[int, int], ...]:
        """Where the words of the search stand in `article.text`, in order."""
        return self._guarded(lambda: self._engine.matches(article, results))

    def complete(self, query: str, cursor: int) -> Sequence[str]:
        """Values to complete the operator under the cursor with, best first."""
        return self._guarded(lambda: self._engine.complete(query, cursor))

    def speakers(
        self, typed: str = "", *, sort: SpeakerSort = SpeakerSort.QUOTES, sure_only: bool = False,
        within: Sequence[int] | None = None, limit: int = 400,
    ) -> SpeakerCounts:  # fmt: skip
        """Who speaks; see `Library.speakers`."""
        return self._told(
            lambda db: read_speakers(
                db,
                safe_line(typed),
                sort,
                sure_only=sure_only,
                within=within,
                limit=limit,
                kept=self._speakers,
            )
        )

    def sayings(
        self, speaker_id: int, *, sure_only: bool = False, within: Sequence[int] | None = None
    ) -> Sequence[Saying]:
        """What a speaker said; see `Library.sayings`."""
        return self._told(lambda db: read_sayings(db, speaker_id, sure_only=sure_only, within=within))

    def reports(self, article_id: int, start: int) -> Sequence[Report]:
        """Who reports the same words; see `Library.reports`."""
        return self._told(lambda db: read_reports(db, article_id, start))

    def entity_ids(self, typed: str = "", kind: EntityKind | None = None) -> Sequence[int]:
        """The entities whose name holds what is typed; see `Library.entity_ids`."""
        return self._ask(lambda db: naming.entity_ids(db, safe_line(typed), kind))

    def entities(self, ids: Sequence[int]) -> list[NamedEntity]:
        """Those of `ids` that are there, in their order."""
        return self._told(lambda db: naming.entities(db, ids))

    def entity_named(self, name: str, kind: EntityKind | None = None) -> int | None:
        """The entity that `name` was joined to."""
        return self._ask(lambda db: naming.entity_named(db, safe_line(name), kind))

    def entity_page(self, entity_id: int) -> EntityPage:
        """What the corpus has on an entity. Raises KeyError."""
        return self._told(lambda db: naming.entity_page(db, entity_id))

    def entity_lines(self, entity_id: int, article_id: int) -> Sequence[ConcordanceLine]:
        """The mentions of an entity in an article. Raises KeyError."""
        names = self._ask(lambda db: naming.names_of(db, entity_id))
        article, analysis = self.article(article_id), self.analysis(article_id)
        return self._told(lambda _: list(lines_of(article_id, article, analysis, names.values())))

    def entity_joins(self, entity_id: int) -> Sequence[Join]:
        """Why names were joined to an entity, then why near ones were not."""
        return self._told(lambda db: naming.joins_of(db, entity_id))

    def close(self) -> None:
        """Lets go of the file; the library is of no use afterwards."""
        self._on_demand.close()
        self._connections.close()
        if self._when_closed is not None:
            self._when_closed()
            self._when_closed = None

    def _one(self, query: str, value: object) -> int | None:
        row = self._ask(lambda db: db.execute(query, (value,)).fetchone())
        return None if row is None else int(row[0])

    def _ask(self, question: Callable[[sqlite3.Connection], _T]) -> _T:
        return self._guarded(lambda: question(self._connections.get()))

    def _told(self, question: Callable[[sqlite3.Connection], _T]) -> _T:
        """As `_ask`, for records whose values were not looked at one by one."""
        return self._ask(lambda db: checked_told(question(db)))

    def _guarded(self, question: Callable[[], _T]) -> _T:
        """Asks; once more, with a new connection, where the file was just replaced or written meanwhile."""
        try:
            try:
                return question()
            except (sqlite3.Error, UnreadableRecord):
                if not self._connections.renew():
                    raise
                return question()
        except sqlite3.Error as error:
            raise explained(error, self.file) from error
        except UnreadableRecord as error:
            raise damaged(self.file) from error
        except SENSELESS as error:
            raise senseless(error, self.file) from error

    def _forget(self) -> None:
        """The file is another one now: its ids mean other articles."""
        self._articles.clear()
        self._analyses.clear()
        self._speakers.forget()
        self._problems.clear()
        self._on_demand.forget()
