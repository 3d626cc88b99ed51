"""`reader paths`: where things live."""

import os
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from reader.cli.arguments import add_folder, add_json
from reader.cli.command import Command
from reader.cli.exit_codes import ExitCode
from reader.language import N_, _


def _add_arguments(parser: ArgumentParser) -> None:
    add_folder(parser, optional=True)
    add_json(parser, _("one JSON object"))


def _run(arguments: Namespace) -> ExitCode:
    from reader.cli.output.json_lines import print_json
    from reader.cli.output.streams import is_styled
    from reader.corpus.shown_path import shown_path

    places = _places(arguments.folder)
    if arguments.json:
        print_json({name: os.fspath(path) for name, (path, _) in places.items()})
        return ExitCode.FINE
    for name, (path, about) in places.items():
        shown = shown_path(os.fspath(path))
        if is_styled(sys.stdout):
            print(f"{name:<8} {shown}\n         {about}")
        else:
            print(f"{name}\t{shown}\t{about}")
    return ExitCode.FINE


def _places(folder: str | None) -> dict[str, tuple[Path, str]]:
    """Each place with a few words about it; the library of `folder`, or the folder of all libraries."""
    from reader import places
    from reader.cli.corpora import corpus_folder
    from reader.resources import resource_folder

    if folder is None:
        library = (
            places.library_file(Path.cwd()).parent,
            _("a library for each folder; a cache, may be deleted"),
        )
    else:
        library = (
            places.library_file(corpus_folder(folder)),
            _("the library of the folder; a cache, may be deleted"),
        )
    return {
        "library": library,
        "shelf": (places.shelf_file(), _("what you read, starred, noted; yours, kept for good")),
        "names": (places.names_file(), _("what you say of names: same, different, a person; need not exist")),
        "log": (places.log_file(), _("where a crash is written down")),
        "sample": (resource_folder("sample_corpus"), _("the sample articles, also called sample:")),
        "styles": (resource_folder("styles"), _("colours and layout of the app")),
    }


COMMAND = Command(
    name="paths",
    summary=N_("print where the library, the shelf and the log are kept"),
    description=N_("""
        Prints where Reader keeps what.  The library of a folder is a cache: deleting it loses
        nothing but the time to make it again.  The shelf is yours.  Both follow XDG_CACHE_HOME
        and XDG_STATE_HOME.
    """),
    examples="""
        reader paths
        reader paths ~/press
        rm "$(reader paths ~/press --json | jq -r .library)"
    """,
    add_arguments=_add_arguments,
    run=_run,
)
