"""A library and a shelf in memory: small, real, and without a file."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from reader.analysis.types import Analysis, EntityKind
from reader.corpus.article import Article
from reader.library.interface import (
    Content,
    Correction,
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
from reader.library.sayings.reading import read_reports, read_sayings, read_speakers
from reader.library.search.folding import fold
from reader.library.shelf import Shelf
from reader.tui.text.find import find_in
from reader.tui.text.headings import heading_of
from tests.library.naming.made import SmallNaming
from tests.library.sayings.made import SqliteSayings


class MemoryShelf(Shelf):
    """The shelf itself, in memory."""

    def __init__(self) -> None:
        super().__init__(Path("/proc/nowhere/shelf.sqlite"))

    @property
    def problem(self) -> str | None:
        return None

    @property
    def read(self) -> set[str]:
        return self.read_keys()

    @property
    def starred(self) -> set[str]:
        return self.starred_keys()

    def positions(self) -> list[object]:
        """All places kept."""
        return [row["position"] for row in self.exported() if row["kind"] == "marks" and row["position"]]


class MemoryLibrary:
    """Articles in a list; a search holds all its words somewhere, the last one as a prefix."""

    def __init__(
        self,
        articles: Sequence[Article],
        analyses: dict[str, Analysis] | None = None,
        shelf: MemoryShelf | None = None,
        folder: Path = Path("corpus"),
        copies: dict[str, int] | None = None,
    ) -> None:
        self.folder = folder
        self.articles = dict(enumerate(articles, 1))
        self.analyses = analyses or {}
        self.shelf = shelf or MemoryShelf()
        self.left_out: list[Skipped] = []
        self.problems: dict[int, str] = {}
        self.copies = copies or {}
        self.asked: list[int] = []
        self.best: dict[str, int] = {}

    def status(self) -> Status:
        skipped: dict[str, int] = {}
        for file in self.left_out:
            skipped[file.reason] = skipped.get(file.reason, 0) + 1
        number = len(self.articles)
        return Status(number, number, number, skipped)

    def skipped(self) -> Sequence[Skipped]:
        return self.left_out

    def ids(
        self, sort: Sort = Sort.DATE, *, backwards: bool = False, group: Group = Group.NONE
    ) -> Sequence[int]:
        ids = list(self._ids(sort))
        if backwards:
            ids.reverse()
        if group is not Group.NONE:
            ids.sort(key=lambda number: heading_of(self._summary(number, self.articles[number]), group))
        return ids

    def _ids(self, sort: Sort) -> Sequence[int]:
        items = self.articles.items()
        if sort is Sort.PATH:
            return [number for number, article in sorted(items, key=lambda item: item[1].path)]
        if sort is Sort.SOURCE:
            return [number for number, article in sorted(items, key=lambda item: item[1].source or "~")]
        if sort is Sort.TITLE:
            return [number for number, article in sorted(items, key=lambda item: item[1].title)]
        dated = sorted(items, key=lambda item: str(item[1].date or ""), reverse=True)
        return [number for number, _ in dated]

    def summaries(self, ids: Sequence[int]) -> list[Summary]:
        self.asked.extend(ids)
        return [self._summary(number, self.articles[number]) for number in ids if number in self.articles]

    def _summary(self, number: int, article: Article) -> Summary:
        body = next(
            (block for block in article.blocks if block.kind.value in ("standfirst", "paragraph")), None
        )
        lead = " ".join(article.text[body.start : body.end].split())[:200] if body else ""
        return Summary(
            id=number,
            path=article.path,
            title=article.title,
            title_origin=article.title_origin,
            date=article.date,
            source=article.source,
            language=article.language,
            words=len(article.text.split()),
            lead=lead,
            content_key=article.content_key,
            copies=self.copies.get(article.path, 0),
        )

    def article(self, article_id: int) -> Article:
        return self.articles[article_id]

    def analysis(self, article_id: int) -> Analysis:
        return self.analyses.get(self.articles[article_id].path, Analysis((), ()))

    def analysis_problem(self, article_id: int) -> str | None:
        return self.problems.get(article_id)

    def find(self, path: str) -> int | None:
        return next((number for number, article in self.articles.items() if article.path == path), None)

    def find_content(self, content_key: str) -> int | None:
        found = (number for number, article in self.articles.items() if article.content_key == content_key)
        return next(found, None)

    def contents(self) -> Iterator[Content]:
        return iter([Content(one.content_key, one.path, one.digest) for one in self.articles.values()])

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
        if query == "is:unread":
            unread = [n for n, article in self.articles.items() if article.content_key not in self.shelf.read]
            return Results(unread, len(unread), query)
        keys = self._of_state(query)
        if keys is not None:
            chosen = [
                n
                for n in self.ids(sort, backwards=backwards, group=group)
                if self.articles[n].content_key in keys
            ]
            return Results(chosen, len(chosen), query)
        words = re.findall(r"\w+", fold(query))
        known = fold(" ".join(f"{article.title} {article.text}" for article in self.articles.values()))
        missing = tuple(Correction(word, (), found=False) for word in words if word not in known)
        ids = [
            n
            for n in self.ids(sort, backwards=backwards, group=group)
            if all(word in self._folded(n) for word in words)
        ]
        return Results(ids[:limit], len(ids), query, missing=missing, handle=words)

    def _of_state(self, query: str) -> set[str] | None:
        if query == "is:new":
            return self.shelf.new_keys(lambda: [one.content_key for one in self.articles.values()])
        return self.shelf.tagged_keys(query[4:]) if query.startswith("tag:") else None

    def _folded(self, number: int) -> str:
        return fold(f"{self.articles[number].title} {self.articles[number].text}")

    def matches(self, article: Article, results: Results) -> tuple[tuple[int, int], ...]:
        words = results.handle if isinstance(results.handle, list) else []
        return tuple(sorted({place for word in words for place in find_in(article.text, word)}))

    def excerpt(self, article_id: int, results: Results) -> Excerpt | None:
        article = self.articles[article_id]
        places = self.matches(article, results)
        if not places:
            return None
        best = self.best.get(article.path, 0)
        start = article.text.rfind("\n", 0, places[best][0]) + 1
        end = article.text.find("\n", places[best][1])
        line = article.text[start : end if end >= 0 else None]
        inside = tuple((a - start, b - start) for a, b in places if start <= a and b <= start + len(line))
        return Excerpt(line, inside, places[best][0])

    def complete(self, query: str, cursor: int) -> Sequence[str]:
        return ()

    def _sayings(self) -> "SqliteSayings":
        return SqliteSayings(self.articles, {n: self.analysis(n) for n in self.articles})

    def speakers(
        self,
        typed: str = "",
        *,
        sort: SpeakerSort = SpeakerSort.QUOTES,
        sure_only: bool = False,
        within: Sequence[int] | None = None,
        limit: int = 400,
    ) -> SpeakerCounts:
        return read_speakers(self._sayings().db, typed, sort, sure_only=sure_only, within=within, limit=limit)

    def sayings(
        self, speaker_id: int, *, sure_only: bool = False, within: Sequence[int] | None = None
    ) -> Sequence[Saying]:
        return read_sayings(self._sayings().db, speaker_id, sure_only=sure_only, within=within)

    def reports(self, article_id: int, start: int) -> Sequence[Report]:
        return read_reports(self._sayings().db, article_id, start)

    def _naming(self) -> SmallNaming:
        return SmallNaming(self.articles, {number: self.analysis(number) for number in self.articles})

    def entity_ids(self, typed: str = "", kind: EntityKind | None = None) -> Sequence[int]:
        return naming.entity_ids(self._naming().db, typed, kind)

    def entities(self, ids: Sequence[int]) -> list[NamedEntity]:
        return naming.entities(self._naming().db, ids)

    def entity_named(self, name: str, kind: EntityKind | None = None) -> int | None:
        return naming.entity_named(self._naming().db, name, kind)

    def entity_page(self, entity_id: int) -> EntityPage:
        return naming.entity_page(self._naming().db, entity_id)

    def entity_lines(self, entity_id: int, article_id: int) -> Sequence[ConcordanceLine]:
        names = naming.names_of(self._naming().db, entity_id).values()
        return list(lines_of(article_id, self.article(article_id), self.analysis(article_id), names))

    def entity_joins(self, entity_id: int) -> Sequence[Join]:
        return naming.joins_of(self._naming().db, entity_id)

    def close(self) -> None:
        return
