"""What the threads tell the screen."""

from textual.message import Message

from reader.analysis.types import Analysis
from reader.corpus.article import Article
from reader.library.interface import Excerpt, Results, Summary
from reader.library.shelf.notes import Note


class ArticleRead(Message):
    """An article is there to be shown; `number` tells which request it answers, `best` the match to begin at."""

    def __init__(
        self,
        number: int,
        article_id: int,
        article: Article,
        matches: tuple[tuple[int, int], ...],
        best: int = 0,
    ) -> None:
        super().__init__()
        self.number = number
        self.article_id = article_id
        self.article = article
        self.matches = matches
        self.best = best


class ArticleGone(Message):
    """An article could not be read any more."""

    def __init__(self, number: int, article_id: int, reason: str) -> None:
        super().__init__()
        self.number = number
        self.article_id = article_id
        self.reason = reason


class ArticleAnalysed(Message):
    """The names and quotations of an article."""

    def __init__(self, article_id: int, analysis: Analysis, problem: str | None = None) -> None:
        super().__init__()
        self.article_id = article_id
        self.analysis = analysis
        self.problem = problem


class SearchDone(Message):
    """What a search found, with the lines of the first hits."""

    def __init__(self, number: int, results: Results, excerpts: dict[int, Excerpt | None]) -> None:
        super().__init__()
        self.number = number
        self.results = results
        self.excerpts = excerpts


class UnreadCounted(Message):
    """How many articles of the corpus are not read."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self.count = count


class UnreadFound(Message):
    """The next article not read, by its row, or None; `before`: it was looked for upwards."""

    def __init__(self, row: int | None, *, before: bool = False) -> None:
        super().__init__()
        self.row = row
        self.before = before


class KeysCollected(Message):
    """The content keys of all articles shown."""

    def __init__(self, keys: list[str]) -> None:
        super().__init__()
        self.keys = keys


class NotesListed(Message):
    """All notes, with the articles of this folder that they are on."""

    def __init__(self, found: list[tuple[Note, Summary | None]]) -> None:
        super().__init__()
        self.found = found


class VisitKnown(Message):
    """What has come since the last visit, and how many marked articles were followed through an edit."""

    def __init__(self, new: int, followed: int, *, ended: bool) -> None:
        super().__init__()
        self.new = new
        self.followed = followed
        self.ended = ended


class FolderChanged(Message):
    """Files of the folder came, changed or went."""


class IndexingMoved(Message):
    """How far the indexing is, or that it ended: `words` for the title line, `share` from 0 to 1 or None."""

    def __init__(self, words: str, share: float | None, *, ended: bool = False, problem: str = "") -> None:
        super().__init__()
        self.words = words
        self.share = share
        self.ended = ended
        self.problem = problem


class WorkFailed(Message):
    """Something went wrong in a thread."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.words = words


class Told(Message):
    """A thread has something to say to the reader."""

    def __init__(self, words: str, *, problem: bool = False) -> None:
        super().__init__()
        self.words = words
        self.problem = problem
