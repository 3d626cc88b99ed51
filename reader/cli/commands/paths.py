"""`reader paths`: where things live."""

import os
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from reader.cli.arguments import add_folder
from reader.cli.command import Command
from reader.cli.exit_codes import ExitCode
from reader.language import N_, _

if TYPE_CHECKING:
    from collections.abc import Iterable

_Row = tuple[str, str, str]
"""Name, path and what is kept there."""


def _add_arguments(parser: ArgumentParser) -> None:
    from reader.cli.output.rows import add_form

    add_folder(parser, optional=True)
    add_form(parser, _("one JSON object"))


def _run(arguments: Namespace) -> ExitCode:
    from reader.cli.output.json_lines import print_json
    from reader.cli.output.rows import Rows, form_of
    from reader.cli.output.tables import Column

    form, places = form_of(arguments), _places(arguments.folder)
    if form in ("json", "jsonl"):
        print_json({name: os.fspath(path) for name, (path, _) in places.items()})
        return ExitCode.FINE
    rows: Rows[_Row] = Rows(
        [Column(_("name")), Column(_("path")), Column(_("what"))],
        list,
        lambda row: {"name": row[0], "path": row[1], "about": row[2]},
        ("name", "path", "about"),
        text=_print_text,
    )
    rows.show(form, [(name, os.fspath(path), about) for name, (path, about) in places.items()])
    return ExitCode.FINE


def _print_text(rows: "Iterable[_Row]") -> None:
    """A line for each place; on a terminal two, so that no path is cut."""
    from reader.cli.output.streams import is_styled
    from reader.corpus.shown_path import shown_path

    line = "{0:<8} {1}\n         {2}" if is_styled(sys.stdout) else "{0}\t{1}\t{2}"
    for name, path, about in rows:
        print(line.format(name, shown_path(path), about))


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
        reader paths --format csv
        rm "$(reader paths ~/press --json | jq -r .library)"
    """,
    add_arguments=_add_arguments,
    run=_run,
)
