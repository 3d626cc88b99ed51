"""The command `reader`: finds the command, runs it, and turns what happened into a line and an exit code."""

import sys
from collections.abc import Sequence
from textwrap import dedent

from reader import __version__, language, places, settings
from reader.cli.arguments import Parser, add_folder, add_library, add_set, command_parser, new_parser
from reader.cli.commands.table import COMMANDS
from reader.cli.exit_codes import ExitCode
from reader.language import N_, _
from reader.settings.declared import LANGUAGE

_DESCRIPTION = N_("""
    Reads a folder of news articles in the terminal: who is named, who said what, and the
    passage you half remember.

    reader FOLDER opens the app; reader alone reopens the last folder.  The other commands
    print, for the eye or for other programs.
""")

_EPILOG = N_("""
    commands:
    {commands}

    Each has its own help, with examples: reader search --help.  A folder that is named like a
    command is written with a path: reader ./list.

    exit codes:
      0 found, done   1 nothing found   2 wrong use   3 cannot read or write
      70 a fault of Reader's own        130 interrupted

    examples:
      reader sample:              # the sample articles that come with Reader
      reader ~/press
      reader search ~/press 'budget by:maire'
""")


def main(argv: Sequence[str] | None = None) -> int:
    """Runs the command line `argv`, or the process's own, and returns the exit code.  Never raises."""
    words = list(sys.argv[1:] if argv is None else argv)
    try:
        try:
            code = _run(words)
        except SystemExit as ended:  # how argparse ends after --help and after an error
            code = ended.code if isinstance(ended.code, int) else ExitCode.WRONG_USE
        if sys.stdout is not None:
            sys.stdout.flush()
    except BaseException as error:
        from reader.cli.outcome import tell_failure

        return tell_failure(error, words)
    return code


def _run(words: list[str]) -> int:
    from reader.cli.output.streams import prepare_streams, say

    prepare_streams()
    _use_settings({})
    command = COMMANDS.get(words[0]) if words else None
    if command is not None:  # options may stand anywhere, also between a folder and its paths
        arguments = command_parser(command).parse_intermixed_args(words[1:])
        _use_settings(dict(getattr(arguments, "flags", ())))
        say(*settings.settings().problems)
        return command.run(arguments)
    arguments = app_parser().parse_args(words)
    _use_settings(dict(arguments.flags))
    from reader.cli.opening import open_app

    return open_app(arguments)


def _use_settings(flags: dict[str, str]) -> None:
    """Reads the settings, and speaks the language that they ask for."""
    settings.use(settings.load(places.settings_file(), flags=flags))
    wanted = settings.settings()[LANGUAGE]
    language.use(None if wanted == "auto" else wanted)


def app_parser(*, folder: bool = True) -> Parser:
    """The parser of what is no command; without `folder`, only its options."""
    commands = "\n".join(f"  {command.name:<10} {_(command.summary)}" for command in COMMANDS.values())
    parser = new_parser(
        "reader", _(_DESCRIPTION), dedent(_(_EPILOG)).format(commands=commands),
        usage="reader [--library FILE] [FOLDER]\n       reader COMMAND ...",
    )  # fmt: skip
    if folder:
        add_folder(parser, optional=True)
    add_library(parser, update=False)
    add_set(parser)
    parser.add_argument(
        "--version", action="version", version=f"reader {__version__}", help=_("print the version")
    )
    return parser
