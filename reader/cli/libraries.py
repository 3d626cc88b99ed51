"""Opens the library that a command asks, brought up to date first."""

import os
import tempfile
from argparse import Namespace
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from reader import places
from reader.cli.corpora import corpus_folder
from reader.cli.failures import CommandFailure
from reader.cli.output.shown_path import shown_path
from reader.cli.output.streams import say
from reader.cli.progress import progress_report
from reader.library.errors import LibraryError
from reader.library.indexing import index
from reader.library.interface import Library
from reader.library.open import open_library
from reader.library.shelf import Shelf


@contextmanager
def opened_library(arguments: Namespace, *, analyse: bool) -> Iterator[Library]:
    """The library of `arguments.folder`, up to date unless `--no-update`; `analyse`: and analysed.

    Where none can be kept (a home that is read-only, a full disk), one that lasts as long as the command.
    Raises CommandFailure and LibraryError.
    """
    folder = corpus_folder(arguments.folder)
    wanted = arguments.library or places.library_file(folder)
    with ExitStack() as stack:
        if arguments.no_update:
            if not wanted.exists():
                raise CommandFailure(
                    f"there is no library of {_name(folder)} yet; make it with: reader index"
                )
            file = wanted
        else:
            file = _updated(folder, wanted, stack, analyse=analyse, own=arguments.library is not None)
        shelf = Shelf(places.shelf_file())
        stack.callback(shelf.close)
        library = open_library(folder, file=file, shelf=shelf)
        stack.callback(library.close)
        yield library


def _updated(folder: Path, wanted: Path, stack: ExitStack, *, analyse: bool, own: bool) -> Path:
    """The library file that was brought up to date; `own`: the user named it, so no other will do."""
    try:
        _update(folder, wanted, analyse=analyse)
    except (LibraryError, OSError) as error:
        if wanted.exists() and os.access(wanted, os.R_OK) and not _is_broken(wanted, folder):
            say(f"the library could not be updated, so it is shown as it was: {error}")
            return wanted
        if own:
            raise
        say(f"no library can be kept, so this once a temporary one is made: {error}")
        temporary = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="reader-"))) / wanted.name
        _update(folder, temporary, analyse=analyse)
        return temporary
    return wanted


def _update(folder: Path, file: Path, *, analyse: bool) -> None:
    with progress_report(note=f"bringing the library of {_name(folder)} up to date") as report:
        index(folder, file, progress=report, analyse=analyse)


def _is_broken(file: Path, folder: Path) -> bool:
    try:
        open_library(folder, file=file).close()
    except LibraryError:
        return True
    return False


def _name(folder: Path) -> str:
    return shown_path(os.fspath(folder))
