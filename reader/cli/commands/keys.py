"""`reader keys`: the keys of the app, from the registry that the app itself is made from."""

import sys
from argparse import ArgumentParser, Namespace

from reader.cli.arguments import add_json
from reader.cli.command import Command
from reader.cli.exit_codes import ExitCode


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--in", dest="pane", metavar="PANE", choices=("list", "reading"),
        help="only the keys that work in this pane: list or reading",
    )  # fmt: skip
    add_json(parser, "one JSON object a line")


def _run(arguments: Namespace) -> ExitCode:
    from reader.cli.output.json_lines import print_json
    from reader.cli.output.streams import writes_unicode
    from reader.cli.output.tables import Column, print_rows
    from reader.language import _
    from reader.tui.commands import COMMANDS, Where, key_label

    chosen = [one for one in COMMANDS if arguments.pane is None or one.works_in(Where(arguments.pane))]
    if arguments.json:
        for one in chosen:
            row = {
                "name": one.name,
                "keys": one.keys,
                "where": one.where.value,
                "label": _(one.label),
                "help": _(one.help),
            }
            print_json(row)
        return ExitCode.FINE
    ascii_only = not writes_unicode(sys.stdout)
    columns = [Column("keys", 16, style="bold"), Column("where", 8, style="dim"), Column("what")]
    print_rows(
        columns,
        (
            [
                " ".join(key_label(key, ascii_only=ascii_only) for key in one.keys),
                one.where.value,
                _(one.help),
            ]
            for one in chosen
        ),
    )
    return ExitCode.FINE


COMMAND = Command(
    name="keys",
    summary="list the keys of the app",
    description="""
        Prints a line for each command of the app: its keys, the pane where they work, what it
        does.  In the app, `?` shows the same, for the pane one is in first.
    """,
    examples="""
        reader keys
        reader keys --in reading
        reader keys --json | jq -r '"\\(.keys[0]) \\(.label)"'
    """,
    add_arguments=_add_arguments,
    run=_run,
)
