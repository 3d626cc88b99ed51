"""Searches a library."""

import sqlite3
from collections.abc import Callable, Sequence

from reader.corpus.article import Article
from reader.library.interface import Excerpt, Results, Sort
from reader.library.search.folding import words, words_with_places
from reader.library.search.index import TITLE
from reader.library.shelf import Shelf


class SearchEngine:
    """Answers searches of one library; `search` from one thread, the rest from any."""

    def __init__(
        self, connect: Callable[[], sqlite3.Connection], article: Callable[[int], Article], shelf: Shelf | None
    ) -> None:
        self._connect, self._article, self._shelf = connect, article, shelf

    def search(
        self, query: str, *, sort: Sort = Sort.RELEVANCE, limit: int | None = None, literal: bool = False,
        typing: bool = True,
    ) -> Results:  # fmt: skip
        """What `query` finds."""
        asked = tuple(words(query))
        if not asked:
            return Results((), 0, "")
        star = "*" if typing and query[-1:].isalnum() else ""
        db = self._connect()

        def find(mark: str) -> list[int]:
            match = " ".join(f'"{mark}{word}"' for word in asked) + star
            rows = db.execute(
                "SELECT f.rowid FROM search_text f JOIN articles a ON a.id = f.rowid WHERE search_text MATCH ? "
                "ORDER BY a.date DESC",
                (match,),
            )
            return [row[0] for row in rows]

        titled = find(TITLE)
        ids = list(dict.fromkeys(titled + find("")))
        return Results(ids[:limit], len(ids), " ".join(asked), handle=(asked, bool(star)))

    def excerpt(self, article_id: int, results: Results) -> Excerpt | None:
        """The line of the match."""
        try:
            article = self._article(article_id)
        except KeyError:
            return None
        places = self.matches(article, results)
        if not places:
            return None
        start = max(0, places[0][0] - 60)
        text = article.text[start : start + 160].replace("\n", " ")
        inside = tuple((a - start, b - start) for a, b in places if start <= a and b <= start + len(text))
        return Excerpt(text, inside)

    def matches(self, article: Article, results: Results) -> tuple[tuple[int, int], ...]:
        """Where the words of the search stand."""
        if not isinstance(results.handle, tuple):
            return ()
        asked, star = results.handle
        return tuple(
            (start, end)
            for word, start, end in words_with_places(article.text)
            if word in asked or (star and word.startswith(asked[-1]))
        )

    def complete(self, query: str, cursor: int) -> Sequence[str]:
        """Values to complete the operator under the cursor with."""
        return ()
