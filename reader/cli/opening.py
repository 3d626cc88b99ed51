"""`reader [FOLDER]`: opens the app, on the last folder where none is named, or tells how to begin."""

import gc
import os
import sys
from argparse import Namespace
from contextlib import closing
from pathlib import Path

from reader import places
from reader.cli.corpora import SAMPLE, corpus_folder
from reader.cli.exit_codes import ExitCode
from reader.cli.failures import CommandFailure, wrong_use
from reader.corpus.shown_path import shown_path
from reader.language import N_, _
from reader.library.shelf import Shelf

_FIRST_TIME = N_("""\
Reader opens a folder of articles, one plain-text file each:   reader FOLDER
It never changes them; it lists, searches and shows who is named and who is quoted.
To look around first, there is a sample of forty articles:     reader sample:""")


def open_app(arguments: Namespace) -> int:
    """Opens `arguments.folder`, or the last one, and returns the exit code.

    Raises CommandFailure where the app cannot be shown.
    """
    with closing(Shelf(places.shelf_file())) as shelf:
        if arguments.folder is not None:
            folder = corpus_folder(arguments.folder)
        elif (last := shelf.last_folder()) is not None:
            folder = _still_there(last)
        elif _wants_sample():
            folder = corpus_folder(SAMPLE)
        else:
            return ExitCode.FINE if _is_terminal() else ExitCode.WRONG_USE
        _check_terminal()
        return _run(folder, arguments.library, shelf)


def _still_there(last: Path) -> Path:
    if not last.is_dir():
        name = shown_path(os.fspath(last))
        raise CommandFailure(
            _("the folder that was open last is gone: {name}; open another with: reader FOLDER").format(
                name=name
            )
        )
    return last


def _wants_sample() -> bool:
    """Says how to begin, and asks where there is somebody to answer."""
    if not _is_terminal():
        print(_(_FIRST_TIME), file=sys.stderr)
        return False
    print(_(_FIRST_TIME) + "\n" + _("Open the sample now? [Y/n]"), end=" ", flush=True)
    try:
        answer = input()
    except EOFError:
        print()
        return False
    return answer.strip().casefold() in ("", "y", "yes", "o", "oui")


def _is_terminal() -> bool:
    return sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty()


def _check_terminal() -> None:
    if not _is_terminal():
        raise wrong_use(
            _("the app needs a terminal; to print instead, see: reader list, reader search, reader show")
        )
    if os.environ.get("TERM", "") in ("", "dumb", "unknown"):
        raise wrong_use(
            _("this terminal cannot place text (TERM is dumb or not set); see: reader list, reader show")
        )


def _run(folder: Path, library_file: Path | None, shelf: Shelf) -> int:
    gc.disable()  # nothing that is loaded here goes away; the app enables it behind the first picture
    from reader.library.background import BackgroundIndexer
    from reader.library.open import open_library
    from reader.tui.app import run

    folder = folder.resolve()  # by which the shelf knows it, however it was typed
    with closing(open_library(folder, file=library_file, shelf=shelf)) as library:
        indexer = BackgroundIndexer(folder, library.file)
        shelf.set_last_folder(folder)
        shelf.visit.begin(folder)
        try:
            return run(folder, library=library, shelf=shelf, indexer=indexer)
        finally:
            indexer.stop()
