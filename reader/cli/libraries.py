"""Opens the library that a command asks, brought up to date first."""

import os
from argparse import Namespace
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from reader import places
from reader.cli.corpora import corpus_folder
from reader.cli.failures import CommandFailure
from reader.cli.output.streams import say
from reader.cli.progress import progress_report
from reader.corpus.shown_path import shown_path
from reader.language import _
from reader.library.errors import LibraryBusy, LibraryError
from reader.library.indexing import index
from reader.library.interface import Library
from reader.library.open import open_library
from reader.library.shelf import Shelf


@contextmanager
def opened_library(arguments: Namespace, *, analyse: bool) -> Iterator[Library]:
    """The library of `arguments.folder`, up to date unless `--no-update`; `analyse`: and analysed.

    Raises CommandFailure and LibraryError.
    """
    folder = corpus_folder(arguments.folder)
    wanted: Path = arguments.library or places.library_file(folder)
    if arguments.no_update and not wanted.exists():
        name = shown_path(os.fspath(folder))
        raise CommandFailure(
            _("there is no library of {name} yet; make it with: reader index {name}").format(name=name)
        )
    with ExitStack() as stack:
        shelf = Shelf(places.shelf_file())
        stack.callback(shelf.close)
        shelf.visit.begin(folder.resolve())
        library = open_library(folder, file=arguments.library, shelf=shelf)
        stack.callback(library.close)
        if library.notice:
            say(library.notice)
        if analyse:
            tell_naming()
        if not arguments.no_update:
            _update(folder, library.file, analyse=analyse)
        yield library


def tell_naming() -> None:
    """Says on the error stream where names are found less well than they should be."""
    from reader.library.naming.trouble import naming_notice

    if notice := naming_notice():
        say(notice)


def _update(folder: Path, file: Path, *, analyse: bool) -> None:
    """Brings the library up to date, unless that is for others to do."""
    try:
        with progress_report(
            note=_("bringing the library of {folder} up to date").format(folder=shown_path(os.fspath(folder)))
        ) as report:
            index(folder, file, progress=report, analyse=analyse)
    except LibraryBusy:
        say(_("another program is bringing the library up to date; this is what it holds so far"))
    except LibraryError:
        if os.access(file, os.W_OK) and os.access(file.parent, os.W_OK):
            raise
        say(_("this library is not yours to bring up to date; this is what it holds"))
