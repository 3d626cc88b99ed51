"""The articles that a command was asked about: all of the folder, some paths, or what a query finds."""

import os
from argparse import Namespace
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from reader.analysis.types import Analysis
from reader.cli.corpora import corpus_folder, path_in
from reader.cli.libraries import opened_library, tell_naming
from reader.cli.queries import checked_search, tell_corrections
from reader.cli.reading import named_article
from reader.corpus.article import Article
from reader.corpus.shown_path import shown_path
from reader.corpus.skip_reasons import reason_words
from reader.language import _, number
from reader.library.interface import Library, Sort


@dataclass(frozen=True, slots=True)
class Selection:
    """Articles with their analyses, in the order of the paths, as they are asked for.

    `why_none`: what to tell when there are none; `number` of them, before any went away.
    """

    articles: Iterator[tuple[Article, Analysis]]
    number: int
    why_none: str


@contextmanager
def opened_selection(arguments: Namespace) -> Iterator[Selection]:
    """What `paths` and `--query` of the command choose.

    Files that are named are read themselves, so that a large folder need not be indexed for them.
    Raises CommandFailure for a path or a query that is wrong.
    """
    if arguments.paths and arguments.query is None and not arguments.no_update:
        folder = corpus_folder(arguments.folder)
        tell_naming()
        paths = sorted({path_in(folder, argument) for argument in arguments.paths}, key=os.fsencode)
        yield Selection(_read(folder, paths), len(paths), "")
        return
    with opened_library(arguments, analyse=True) as library:
        ids = _chosen(library, arguments)
        why_none = _("no article is selected") if library.ids() else nothing_in(library)
        yield Selection(_stored(library, ids), len(ids), why_none)


def _read(folder: Path, paths: Iterable[str]) -> Iterator[tuple[Article, Analysis]]:
    from reader.analysis.analyse import analyse

    for path in paths:
        article = named_article(folder, path)
        yield article, analyse(article)


def _stored(library: Library, ids: Iterable[int]) -> Iterator[tuple[Article, Analysis]]:
    """The article and the analysis of each of `ids`; one that went away meanwhile is left out."""
    for article_id in ids:
        try:
            yield library.article(article_id), library.analysis(article_id)
        except KeyError:
            continue


def _chosen(library: Library, arguments: Namespace) -> Sequence[int]:
    ids = library.ids(Sort.PATH)
    if arguments.paths:
        paths = {path_in(library.folder, argument) for argument in arguments.paths}
        wanted = {library.find(path) for path in paths}
        ids = [article_id for article_id in ids if article_id in wanted]
    if arguments.query is not None:
        results = checked_search(library, arguments.query)
        tell_corrections(results)
        found = set(results.ids)
        ids = [article_id for article_id in ids if article_id in found]
    return ids


def nothing_in(library: Library) -> str:
    """Why there is nothing to print of a folder: what was found there, and what was skipped."""
    folder = shown_path(os.fspath(library.folder))
    skipped = library.status().skipped
    if not skipped:
        return _("no articles in {folder}").format(folder=folder)
    return _("no articles in {folder}; files skipped: {reasons}").format(
        folder=folder, reasons=reasons_line(skipped)
    )


def reasons_line(skipped: dict[str, int]) -> str:
    """How many files were skipped for each reason, the most frequent first: `3 binary, 1 empty`."""
    ordered = sorted(skipped.items(), key=lambda pair: (-pair[1], pair[0]))
    return ", ".join(f"{number(count)} {reason_words(reason)}" for reason, count in ordered)
