"""Search as `search_bench.py` drives it: `--module benchmarks.search_adapter:open_library`.

The library stands in `READER_BENCHMARKS` (default: `reader-benchmarks` in the cache directory), and is made
the first time: texts only, in one process, as the text pass does it.
"""

import os
from collections.abc import Sequence
from pathlib import Path

from platformdirs import user_cache_dir

from reader import places
from reader.library.indexing import index
from reader.library.open import open_library as open_indexed


class SearchedFolder:
    """A folder whose library is open for searching."""

    def __init__(self, folder: Path, file: Path) -> None:
        self.library = open_indexed(folder, file=file)

    def search(self, query: str, limit: int) -> Sequence[str]:
        """The paths of the best `limit` articles for `query` as it is being typed."""
        results = self.library.search(query, limit=limit)
        return [summary.path for summary in self.library.summaries(results.ids)]


def library_file(folder: Path) -> Path:
    """Where the library of `folder` stands for benchmarks."""
    place = os.environ.get("READER_BENCHMARKS") or user_cache_dir("reader-benchmarks", appauthor=False)
    return Path(place) / places.library_file(folder).name


def open_library(folder: str) -> SearchedFolder:
    """The library of `folder`, made if it is not there."""
    path, file = Path(folder), library_file(Path(folder))
    file.parent.mkdir(parents=True, exist_ok=True)
    searched = SearchedFolder(path, file)
    if searched.library.status().stored == 0:  # none yet, or one of an earlier format, which was emptied
        index(path, file, analyse=False, processes=1)
    return searched
