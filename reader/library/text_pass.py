"""The first pass: reads what is new or changed, stores it, and makes it listable and searchable."""

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from reader.corpus.article import Article
from reader.corpus.read import UnreadableArticle, read_article
from reader.corpus.skip_reasons import CANNOT_BE_READ, NOT_UNDERSTOOD
from reader.corpus.walk import FoundFile
from reader.language import N_
from reader.library.batches import Batches
from reader.library.rows import read_article as stored_article
from reader.library.scan import Differences
from reader.library.store import Store
from reader.library.time_limit import TimeLimitReached, seconds_for, time_limit

TIME_LIMIT = 20.0
"""Seconds that one file may take to be read and understood, its length not counted."""
_REPORT_EVERY = 32


class TextPass:
    """Brings the texts of a library up to what `differences` found in `folder`.

    Each batch leaves the library whole, so it may be cut off after any: what is missing is found again by
    size and time.  What is gone is taken out last, as a file that was moved is known by what has gone.
    """

    def __init__(
        self, db: sqlite3.Connection, store: Store, folder: Path, differences: Differences, batches: Batches
    ) -> None:
        self._db, self._store, self._folder, self._batches = db, store, folder, batches
        self._differences = differences
        self._left = set(differences.gone)
        self._gone = self._digests_of_gone()

    def run(self, report: Callable[[int], None], stopped: Callable[[], bool]) -> bool:
        """Reads all there is to read; `report` is told how many are done. False where it was `stopped`."""
        with self._batches:
            self._note_skipped()
        for number, file in enumerate(self._differences.to_read):
            if stopped():
                self._batches.end()
                return False
            if number % _REPORT_EVERY == 0:
                report(number)
            self._take(file)
        report(len(self._differences.to_read))
        for article_id in sorted(self._left):
            with self._batches:
                self._store.remove(article_id)
        self._batches.end()
        return not stopped()

    @property
    def has_work(self) -> bool:
        """Whether there was anything to read or to take out."""
        return bool(self._differences.to_read or self._differences.gone)

    def _digests_of_gone(self) -> dict[str, list[int]]:
        """Of the articles whose file is not there any more, the ids by digest."""
        by_digest: dict[str, list[int]] = {}
        if self._left:
            for article_id, digest in self._db.execute("SELECT id, digest FROM articles"):
                if article_id in self._left:
                    by_digest.setdefault(digest, []).append(article_id)
        return by_digest

    def _note_skipped(self) -> None:
        self._store.forget_skipped(self._differences.unskipped)
        for path, reason in self._differences.skipped.items():
            self._store.skip(path, reason)

    def _take(self, file: FoundFile) -> None:
        """Reads one file and stores what it holds, or why it holds nothing."""
        before = self._differences.changed.get(file.path)
        try:
            with time_limit(seconds_for(file.size, least=TIME_LIMIT)):
                article = read_article(self._folder, file.path)
        except TimeLimitReached:
            reason = N_("takes too long to read")
        except UnreadableArticle as error:
            reason = error.reason
        except FileNotFoundError:
            reason = None  # it went between walk and reading
        except OSError as error:
            reason = CANNOT_BE_READ.format(what=error.strerror or error)
        except MemoryError:
            reason = N_("needs more memory than there is")
        except Exception as error:  # one article that breaks its reader must not keep the others out
            reason = NOT_UNDERSTOOD.format(error=type(error).__name__)
        else:
            with self._batches:
                self._put(article, file, before)
            return
        with self._batches:
            if before is not None:
                self._store.remove(before)
            if reason is not None:
                self._store.skip(file.path, reason, file.size, file.mtime_ns)

    def _put(self, article: Article, file: FoundFile, before: int | None) -> None:
        if before is not None:
            if self._is_same(before, article):
                self._store.touch(before, file.size, file.mtime_ns)
                return
            self._store.remove(before)
        for old in self._gone.get(article.digest, ()):
            if self._is_same(old, article):
                self._gone[article.digest].remove(old)
                self._left.discard(old)
                self._store.move(old, article.path, file.size, file.mtime_ns)
                return
        self._store.add(article, file.size, file.mtime_ns)

    def _is_same(self, article_id: int, article: Article) -> bool:
        """Whether the stored article differs in nothing but its path."""
        row = self._db.execute("SELECT digest FROM articles WHERE id = ?", (article_id,)).fetchone()
        if row is None or row[0] != article.digest:
            return False
        return replace(stored_article(self._db, article_id), path=article.path) == article
