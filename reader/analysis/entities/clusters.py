"""The table of word clusters: which words stand alike in the press, as learned from unlabelled articles."""

import gzip
from bisect import bisect_left
from collections.abc import Sequence


class Clusters:
    """A sorted table, a line a word: the word, then its ids, parted by tabs.

    Kept as lines and searched by halves, so that loading it costs next to nothing.
    """

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines

    @classmethod
    def of_table(cls, data: bytes) -> "Clusters":
        """Those of a table as it ships: compressed UTF-8, each line ended.  Raises OSError, EOFError or ValueError."""
        return cls(gzip.decompress(data).decode("utf-8").split("\n")[:-1])

    def of(self, word: str) -> tuple[str, ...]:
        """The ids of `word`; empty when it was too rare to be clustered."""
        place = bisect_left(self._lines, word + "\t")
        if place < len(self._lines):
            found, *ids = self._lines[place].split("\t")
            if found == word:
                return tuple(ids)
        return ()
