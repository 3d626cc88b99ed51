"""`reader shelf`: takes the shelf out as JSON Lines, and merges such lines into it."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from contextlib import closing, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from reader.cli.arguments import add_json
from reader.cli.command import Command
from reader.cli.exit_codes import ExitCode
from reader.language import N_, _, number

if TYPE_CHECKING:
    from reader.library.shelf import Shelf

_NAMES = {
    "marks": N_("marked articles"), "tags": N_("tags"), "notes": N_("notes"), "searches": N_("searches"),
    "folders": N_("folders"),
}  # fmt: skip


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("action", choices=("export", "import"), help=_("print the shelf, or merge into it"))
    parser.add_argument("file", metavar="FILE", nargs="?", help=_("what to merge; - or none: standard input"))
    add_json(parser, _("what was merged as one JSON object"))


def _run(arguments: Namespace) -> ExitCode:
    from reader import places
    from reader.cli.failures import CommandFailure, wrong_use
    from reader.library.shelf import Shelf

    if arguments.action == "export" and arguments.file:
        raise wrong_use(_("export prints to standard output: reader shelf export > FILE"))
    with closing(Shelf(places.shelf_file())) as shelf:
        if shelf.problem:
            raise CommandFailure(shelf.problem)
        if arguments.action == "export":
            return _export(shelf)
        return _import(shelf, arguments.file or "-", as_json=arguments.json)


def _export(shelf: "Shelf") -> ExitCode:
    import json

    for row in shelf.exported():
        sys.stdout.write(json.dumps(row) + "\n")  # in ASCII: folders may hold bytes that are not UTF-8
    return ExitCode.FINE


def _import(shelf: "Shelf", file: str, *, as_json: bool) -> ExitCode:
    from reader.cli.failures import CommandFailure
    from reader.cli.output.json_lines import print_json
    from reader.cli.output.streams import say
    from reader.corpus.shown_path import shown_path
    from reader.library.shelf.exchange import NotAShelf

    name = _("standard input") if file == "-" else shown_path(file)
    rows = _Rows(file)
    try:
        merged = shelf.merge(iter(rows))
    except NotAShelf as error:
        raise CommandFailure(
            _("{name}: line {number}: {error}; nothing was merged").format(
                name=name, number=rows.number, error=error
            )
        ) from error
    if as_json:
        print_json(merged)
    else:
        said = ", ".join(
            f"{number(merged[kind])} {_(words)}" for kind, words in _NAMES.items() if kind in merged
        )
        say(_("merged {what}").format(what=said or _("nothing")))
    return ExitCode.FINE


class _Rows:
    """The objects of a file of JSON Lines; `number`: the line that was read last."""

    def __init__(self, file: str) -> None:
        self._file = file
        self.number = 0

    def __iter__(self) -> Iterator[dict[str, object]]:
        import json

        from reader.library.shelf.exchange import NotAShelf

        with nullcontext(sys.stdin.buffer) if self._file == "-" else Path(self._file).open("rb") as lines:
            for self.number, line in enumerate(lines, 1):
                try:
                    row = json.loads(line)
                except (ValueError, RecursionError) as error:
                    raise NotAShelf(_("this is not JSON")) from error
                if not isinstance(row, dict):
                    raise NotAShelf(_("this is not a JSON object"))
                yield row


COMMAND = Command(
    name="shelf",
    summary=N_("take out what you did (marks, notes, tags), or merge it in"),
    description=N_("""
        The shelf is what you did: read marks, stars, notes, tags, positions, searches.  export
        prints all of it as JSON Lines; import merges such lines, for instance from another
        machine.  Merging only adds: no mark, tag or note that is there is ever taken away.
    """),
    examples="""
        reader shelf export > shelf.jsonl
        reader shelf import shelf.jsonl
        ssh server reader shelf export | reader shelf import
        reader shelf export | jq -r 'select(.kind == "notes").words'
    """,
    add_arguments=_add_arguments,
    run=_run,
)
