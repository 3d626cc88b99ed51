"""The rows behind the list: ids in an order, and the summaries of those that were looked at."""

from collections import OrderedDict
from collections.abc import Sequence

from reader.library.interface import Excerpt, Library, Results, Summary

KEPT = 600
"""Summaries kept in memory: some screens of them, whatever the size of the corpus."""


class Rows:
    """Ids in the order of the list; what is seen of them is fetched, and kept a while."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self.ids: Sequence[int] = ()
        self.results: Results | None = None
        self._summaries: OrderedDict[int, Summary] = OrderedDict()
        self._excerpts: dict[int, Excerpt | None] = {}

    def __len__(self) -> int:
        return len(self.ids)

    def show(self, ids: Sequence[int], results: Results | None = None) -> None:
        """Takes another order, or the results of a search."""
        if results is not self.results:
            self._excerpts = {}
        self.ids, self.results = ids, results

    def forget(self) -> None:
        """Lets go of all summaries, since the library changed."""
        self._summaries.clear()

    def index(self, article_id: int | None) -> int | None:
        """Where an article is in the order, or None."""
        try:
            return self.ids.index(article_id) if article_id is not None else None
        except ValueError:
            return None

    def window(self, first: int, count: int) -> list[Summary | None]:
        """The summaries of `count` rows from `first` on; None for an article that has gone."""
        wanted = self.ids[max(0, first) : first + count]
        missing = [article_id for article_id in wanted if article_id not in self._summaries]
        if missing:
            for summary in self._library.summaries(missing):
                self._summaries[summary.id] = summary
        found: list[Summary | None] = []
        for article_id in wanted:
            if article_id in self._summaries:
                self._summaries.move_to_end(article_id)
            found.append(self._summaries.get(article_id))
        while len(self._summaries) > max(KEPT, 2 * count):
            self._summaries.popitem(last=False)
        return found

    def summary(self, index: int) -> Summary | None:
        """The summary of one row."""
        found = self.window(index, 1) if 0 <= index < len(self.ids) else []
        return found[0] if found else None

    def excerpt(self, article_id: int) -> Excerpt | None:
        """The line of the match in an article, while a search is shown."""
        if self.results is None:
            return None
        if article_id not in self._excerpts:
            self._excerpts[article_id] = self._library.excerpt(article_id, self.results)
        return self._excerpts[article_id]

    def warm(self, results: Results, excerpts: dict[int, Excerpt | None]) -> None:
        """Takes the lines of matches that the search thread already found."""
        if results is self.results:
            self._excerpts.update(excerpts)
