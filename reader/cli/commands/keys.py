"""`reader keys`: the keys of the app, from the registry that the app itself is made from."""

import sys
from argparse import ArgumentParser, Namespace

from reader.cli.command import Command
from reader.cli.exit_codes import ExitCode
from reader.language import N_, _

PLACES = ("list", "reading", "voices", "entity", "reports", "choices", "entities")
"""Values of `reader.tui.commands.PANES`, which a parser need not load."""


def _add_arguments(parser: ArgumentParser) -> None:
    from reader.cli.output.rows import add_form

    parser.add_argument(
        "--in", dest="pane", metavar="PLACE", choices=PLACES,
        help=_("only the keys that work in this place: {places}").format(places=", ".join(PLACES)),
    )  # fmt: skip
    add_form(parser)


def _run(arguments: Namespace) -> ExitCode:
    from reader.cli.output.rows import Rows, form_of
    from reader.cli.output.streams import say, writes_unicode
    from reader.cli.output.tables import Column
    from reader.tui.commands import COMMANDS, Where, keys_of
    from reader.tui.commands import PLACES as NAMES
    from reader.tui.commands import Command as AppCommand
    from reader.tui.key_names import key_label
    from reader.tui.keyboard import use_settings

    say(*use_settings())
    ascii_only = not writes_unicode(sys.stdout)

    def labels(one: AppCommand) -> str:
        return " ".join(key_label(key, ascii_only=ascii_only) for key in keys_of(one.name))

    def as_object(one: AppCommand) -> dict[str, object]:
        return {
            "name": one.name, "keys": keys_of(one.name), "where": one.where.value, "label": _(one.label),
            "help": _(one.help), "also": [place.value for place in one.also],
        }  # fmt: skip

    rows: Rows[AppCommand] = Rows(
        [Column(_("keys"), 16, style="bold"), Column(_("where"), 14, style="dim"), Column(_("what"))],
        lambda one: [labels(one), _(NAMES[one.where]), _(one.help)],
        as_object,
        ("name", "keys", "where", "label", "help", "also"),
        cells=lambda one: as_object(one) | {"keys": labels(one), "also": " ".join(one.also)},
    )
    chosen = [one for one in COMMANDS if arguments.pane is None or one.works_in(Where(arguments.pane))]
    rows.show(form_of(arguments), chosen)
    return ExitCode.FINE


COMMAND = Command(
    name="keys",
    summary=N_("list the keys of the app"),
    description=N_("""
        Prints a line for each command of the app: its keys, the place where they work, what it
        does.  Many keys of the list work on the screens of speakers and names too: `--in` lists
        all keys of one place.  In the app, `?` shows the same, for the place one is in first.
    """),
    examples="""
        reader keys
        reader keys --in reading
        reader keys --in voices                  # on the screen of who said what
        reader keys --json | jq -r '"\\(.keys[0]) \\(.label)"'
    """,
    add_arguments=_add_arguments,
    run=_run,
)
