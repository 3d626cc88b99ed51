"""Searches a library: from what was typed to ranked articles, the line that matched, and all that match."""

import sqlite3
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from reader.corpus.article import Article
from reader.library.interface import Correction, Excerpt, Group, Results, Sort
from reader.library.orders import order_query
from reader.library.search import completion
from reader.library.search.bitsets import ids_of
from reader.library.search.catalogue import Catalogue
from reader.library.search.correction import Corrector
from reader.library.search.evaluate import Evaluator, Marks
from reader.library.search.excerpts import excerpt_of
from reader.library.search.forgiving import Forgiver, Understood, corrections
from reader.library.search.grammar import parse
from reader.library.search.lookup import Lookup
from reader.library.search.marking import Marker
from reader.library.search.ordering import Ranked, best_first, with_near_copies
from reader.library.search.query import Query
from reader.library.search.ranking import Ranker
from reader.library.search.vocabulary import Vocabulary
from reader.library.search.wants import Want, want_of

_Order = tuple[Sort, bool, Group]
"""By what, whether backwards, and what belongs together."""
_GENERATION = """SELECT (SELECT value FROM search_state WHERE name = 'identity'),
    (SELECT max(id) FROM search_articles), (SELECT count(*) FROM search_removed),
    (SELECT count(*) FROM search_blocks), (SELECT count(*) FROM search_analysed),
    (SELECT ifnull(max(value), 0) FROM search_state WHERE name = 'words')"""

_UNSTORED = 2048
"""Before words are stored for the first time, they are read anew whenever so many articles have come."""


@dataclass(frozen=True, slots=True)
class _State:
    """What is kept of one generation of the index."""

    generation: tuple[int, ...]
    lookup: Lookup
    corrector: Corrector
    orders: dict[_Order, list[int]]


class SearchEngine:
    """Answers searches of one library, also while another process writes it; any thread may ask."""

    def __init__(
        self,
        connect: Callable[[], sqlite3.Connection],
        article: Callable[[int], Article],
        shelf: Marks | None,
    ) -> None:
        self._connect, self._article, self._shelf = connect, article, shelf
        self._catalogue = Catalogue()
        self._state: _State | None = None
        self._version: tuple[sqlite3.Connection, int] | None = None
        self._corrector: Corrector | None = None
        self._corrector_of: tuple[int, int] | None = None
        self._lock = threading.Lock()

    def search(
        self, query: str, *, sort: Sort = Sort.RELEVANCE, limit: int | None = None, literal: bool = False,
        typing: bool = True, backwards: bool = False, group: Group = Group.NONE,
    ) -> Results:  # fmt: skip
        """What `query` finds; with `literal`, no correction; with `typing`, the last word is a prefix.

        Never raises for what the reader typed: see `Results.problem`.  Raises sqlite3.Error.
        """
        parsed = parse(query, typing=typing)
        db = self._connect()
        with self._lock:
            begun = not db.in_transaction
            if begun:
                db.execute("BEGIN")
            try:
                return self._answer(db, parsed, (sort, backwards, group), limit, literal=literal)
            finally:
                if begun:
                    db.execute("COMMIT")

    def excerpt(self, article_id: int, results: Results) -> Excerpt | None:
        """The line of the match, or None when only operators matched, or when the article is gone."""
        if not isinstance(results.handle, Marker):
            return None
        try:
            article = self._article(article_id)
        except KeyError:
            return None
        return excerpt_of(article, results.handle.marks(article.text))

    def matches(self, article: Article, results: Results) -> tuple[tuple[int, int], ...]:
        """Where the words of the search stand in `article.text`, in order."""
        if not isinstance(results.handle, Marker):
            return ()
        return tuple((mark.start, mark.end) for mark in results.handle.marks(article.text))

    def complete(self, query: str, cursor: int) -> Sequence[str]:
        """Values to complete the operator under the cursor with, the most frequent first."""
        return completion.complete(self._connect(), query, cursor)

    def _answer(
        self, db: sqlite3.Connection, query: Query, order: _Order, limit: int | None, *, literal: bool
    ) -> Results:
        state = self._refreshed(db)
        evaluator = Evaluator(state.lookup, self._catalogue, self._shelf)
        within = self._catalogue.alive
        before: list[Want] = []
        for clause in query.clauses:
            want = want_of(clause)
            if want is None:
                within &= evaluator.clause(clause)
            else:
                before.append(want)
        forgiver = Forgiver(evaluator, state.corrector, within, self._catalogue.alive)
        if literal:
            understood = Understood(tuple(before), evaluator.wants(before, within))
        else:
            understood = forgiver.understand(before)
        if not understood.hits and not understood.missing:
            lost = tuple(want for want in before if not evaluator.want(want))
            understood = Understood(understood.wants, 0, lost)
        ids, scores = self._ordered(db, state, understood, order, limit)
        return Results(
            ids,
            understood.hits.bit_count(),
            str(query),
            corrections=corrections(before, understood, evaluator),
            missing=tuple(
                Correction(want.typed, forgiver.nearest(want), found=False, field=want.field)
                for want in understood.missing
            ),
            problem=query.problem,
            problem_at=query.problem_at,
            scores=scores,
            handle=Marker([want for want in understood.wants if want.field in (None, "title")]),
        )

    def _ordered(
        self, db: sqlite3.Connection, state: _State, understood: Understood, order: _Order, limit: int | None
    ) -> tuple[Sequence[int], Sequence[float]]:
        """The ids in the order asked for, and their scores where that is by relevance."""
        hits = understood.hits
        sort, backwards, group = order
        wants = [want for want in understood.wants if want.field in (None, "title")]
        if sort is Sort.RELEVANCE and wants and group is Group.NONE:
            parted = Ranker(state.lookup, self._catalogue).classes(hits, wants)
            best = with_near_copies(best_first(parted, self._catalogue), hits, self._catalogue)
            ranked = Ranked(hits.bit_count(), best)
            return (ranked, ranked.scores) if limit is None else (ranked[:limit], ranked.first_scores(limit))
        if sort in (Sort.DATE, Sort.RELEVANCE) and not backwards and group is Group.NONE:
            ids: Iterable[int] = self._catalogue.newest_first(hits)
        else:
            ids = self._sorted(db, state, order, hits)
        unscored: Iterator[tuple[int, float]] = ((article_id, 0.0) for article_id in ids)
        if sort is not Sort.PATH and group is Group.NONE:  # whoever wants folders wants them as they are
            unscored = with_near_copies(unscored, hits, self._catalogue)
        ranked = Ranked(hits.bit_count(), unscored)
        return (ranked if limit is None else ranked[:limit]), ()

    def _sorted(self, db: sqlite3.Connection, state: _State, order: _Order, hits: int) -> list[int]:
        if order not in state.orders:
            sort, backwards, group = order
            query = order_query(sort, backwards=backwards, group=group)
            state.orders[order] = [row[0] for row in db.execute(query)]
        found = set(ids_of(hits))
        return [article_id for article_id in state.orders[order] if article_id in found]

    def _refreshed(self, db: sqlite3.Connection) -> _State:
        """The state of the index, read anew where another process or thread has changed it."""
        version = (db, db.execute("PRAGMA data_version").fetchone()[0])
        state = self._state
        if state is not None and version == self._version:
            return state
        generation = db.execute(_GENERATION).fetchone()
        if state is None or generation != state.generation:
            if state is not None and generation[0] != state.generation[0]:
                self._catalogue = Catalogue()
            self._catalogue.refresh(db)
            lookup = Lookup(db, self._catalogue.highest)
            self._state = state = _State(generation, lookup, self._corrector_for(db, generation), {})
        state.lookup.use(db)
        state.corrector.vocabulary.use(db)
        state.orders.clear()
        self._version = version
        return state

    def _corrector_for(self, db: sqlite3.Connection, generation: tuple[int, ...]) -> Corrector:
        """A corrector with the words last stored, kept while they are the last."""
        identity, highest, *_, words = generation
        wanted = (identity, words or (highest or 0) // _UNSTORED)
        if wanted != self._corrector_of:
            self._corrector, self._corrector_of = Corrector(Vocabulary(db)), wanted
        assert self._corrector is not None
        return self._corrector
