"""The whole command line as one parser: what completions and the manual page are made from."""

from argparse import ArgumentParser

from reader.cli.arguments import command_parser
from reader.cli.commands.table import COMMANDS
from reader.cli.main import app_parser
from reader.language import _


def whole_parser() -> ArgumentParser:
    """The parser of `reader` with a sub-parser for each command."""
    parser = app_parser(folder=False)
    commands = parser.add_subparsers(metavar="COMMAND", prog="reader")
    for command in COMMANDS.values():
        commands.add_parser(
            command.name, parents=[command_parser(command)], add_help=False, help=_(command.summary),
            description=_(command.summary),
        )  # fmt: skip
    return parser
