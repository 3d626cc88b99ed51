"""`reader keys`: the keys of the app, from the registry that the app itself is made from."""

from argparse import ArgumentParser, Namespace

from reader.cli.arguments import add_json
from reader.cli.command import Command
from reader.cli.exit_codes import ExitCode


def _add_arguments(parser: ArgumentParser) -> None:
    add_json(parser, "one JSON object a line")


def _run(arguments: Namespace) -> ExitCode:
    raise NotImplementedError


COMMAND = Command(
    name="keys",
    summary="list the keys of the app",
    description="""
        Prints a line for each command of the app: where it works, its keys, what it does.  In the
        app, `?` shows the same.
    """,
    examples="""
        reader keys
        reader keys --json | jq -r .id
    """,
    add_arguments=_add_arguments,
    run=_run,
)
