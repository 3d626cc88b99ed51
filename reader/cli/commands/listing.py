"""`reader list`: the articles of a folder, one a line."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from reader.cli.arguments import add_folder, add_library, add_limit
from reader.cli.command import Command
from reader.cli.exit_codes import ExitCode
from reader.language import N_, _

if TYPE_CHECKING:
    from reader.cli.output.rows import Rows
    from reader.library.interface import Library, Summary

_ORDERS = ("date", "source", "title", "path")
_AT_A_TIME = 500


def _add_arguments(parser: ArgumentParser) -> None:
    from reader.cli.output.rows import add_form

    add_folder(parser)
    parser.add_argument(
        "--sort",
        metavar="ORDER",
        choices=_ORDERS,
        default="date",
        help=_("the order: date (newest first, the default), source, title, path"),
    )
    add_limit(parser, _("articles"))
    add_form(parser)
    add_library(parser)


def _run(arguments: Namespace) -> ExitCode:
    from reader.cli.libraries import opened_library
    from reader.cli.output.rows import form_of
    from reader.cli.output.streams import say
    from reader.cli.selection import nothing_in
    from reader.library.interface import Sort

    form = form_of(arguments)
    with opened_library(arguments, analyse=False) as library:
        ids = library.ids(Sort(arguments.sort))
        if not ids:
            say(nothing_in(library))
            return ExitCode.NOTHING_FOUND
        summary_rows().show(form, islice(summaries(library, ids), arguments.limit or None))
    return ExitCode.FINE


def summary_rows() -> "Rows[Summary]":
    """How the rows of a list are printed."""
    from reader.cli.output.rows import Rows
    from reader.cli.output.tables import Column
    from reader.corpus.shown_path import shown_path

    columns = [
        Column(_("path"), share=2, style="dim"), Column(_("date"), 10), Column(_("source"), 16),
        Column(_("title"), share=5),
    ]  # fmt: skip
    return Rows(
        columns,
        lambda row: [shown_path(row.path), str(row.date or ""), row.source or "", row.title],
        _object,
        ("path", "title", "title_origin", "date", "source", "language", "words", "lead"),
    )


def summaries(library: "Library", ids: Sequence[int]) -> "Iterator[Summary]":
    """The rows of `ids`, fetched a few hundred at a time."""
    waiting: Iterable[int] = iter(ids)
    while some := list(islice(waiting, _AT_A_TIME)):
        yield from library.summaries(some)


def _object(row: "Summary") -> dict[str, object]:
    return {
        "path": row.path,
        "title": row.title,
        "title_origin": row.title_origin.value,
        "date": str(row.date) if row.date else None,
        "source": row.source,
        "language": row.language,
        "words": row.words,
        "lead": row.lead,
    }


COMMAND = Command(
    name="list",
    summary=N_("list the articles of a folder"),
    description=N_("""
        Prints a line for each article of FOLDER: path, date, source, title.  On a terminal in
        columns; piped, parted by tabs, so that cut, sort and awk can take it from there.  What
        an article does not say (its date, its source) is left empty.

        Bytes of a path that are not safe to print stand as \\xNN; the other commands accept the
        path so.  With --json the path is exact.
    """),
    examples="""
        reader list ~/press
        reader list ~/press --sort source --limit 20
        reader list ~/press | cut -f 3 | sort | uniq -c      # articles by source
        reader list ~/press --json | jq -r 'select(.date == null).path'
        reader list sample:
    """,
    add_arguments=_add_arguments,
    run=_run,
)
