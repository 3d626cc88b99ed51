"""The articles that a command was asked about: all of the folder, some paths, or what a query finds."""

import os
from argparse import Namespace
from collections.abc import Iterable, Iterator, Sequence

from reader.analysis.types import Analysis
from reader.cli.corpora import path_in
from reader.cli.failures import CommandFailure
from reader.cli.output.shown_path import shown_path
from reader.cli.queries import checked_search
from reader.corpus.article import Article
from reader.library.interface import Library, Sort


def selected(library: Library, arguments: Namespace) -> Sequence[int]:
    """The ids of what `paths` and `--query` choose, in path order. Raises CommandFailure for a wrong one."""
    ids = library.ids(Sort.PATH)
    if arguments.paths:
        wanted = {_find(library, argument) for argument in arguments.paths}
        ids = [article_id for article_id in ids if article_id in wanted]
    if arguments.query is not None:
        found = set(checked_search(library, arguments.query).ids)
        ids = [article_id for article_id in ids if article_id in found]
    return ids


def _find(library: Library, argument: str) -> int:
    path = path_in(library.folder, argument)
    article_id = library.find(path)
    if article_id is None:
        reasons = [skipped.reason for skipped in library.skipped() if skipped.path == path]
        why = f"it was skipped: {reasons[0]}" if reasons else "it is not in the library"
        raise CommandFailure(f"{shown_path(path)}: {why}")
    return article_id


def nothing_in(library: Library) -> str:
    """Why there is nothing to print of a folder: what was found there, and what was skipped."""
    folder = shown_path(os.fspath(library.folder))
    skipped = library.status().skipped
    if not skipped:
        return f"no articles in {folder}"
    return f"no articles in {folder}; files skipped: {reasons_line(skipped)}"


def reasons_line(skipped: dict[str, int]) -> str:
    """How many files were skipped for each reason, the most frequent first: `3 binary, 1 empty`."""
    ordered = sorted(skipped.items(), key=lambda pair: (-pair[1], pair[0]))
    return ", ".join(f"{number:,} {reason}" for reason, number in ordered)


def analyses(library: Library, ids: Iterable[int]) -> Iterator[tuple[int, Analysis]]:
    """The analysis of each of `ids`; one that went away meanwhile is left out."""
    for article_id in ids:
        try:
            yield article_id, library.analysis(article_id)
        except KeyError:
            continue


def analysed(library: Library, ids: Iterable[int]) -> Iterator[tuple[Article, Analysis]]:
    """The article and the analysis of each of `ids`; one that went away meanwhile is left out."""
    for article_id, analysis in analyses(library, ids):
        try:
            yield library.article(article_id), analysis
        except KeyError:
            continue
