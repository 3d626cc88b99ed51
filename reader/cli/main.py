"""The command `reader`: finds the command, runs it, and turns what happened into a line and an exit code."""

import os
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


_WITH_A_VALUE = ("--library", "--set")


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
    place = _place_of_command(words)
    if place is not None:
        flags, library = _options_before(words[:place])
        command = COMMANDS[words[place]]
        # Options may stand anywhere, also between a folder and its paths.
        arguments = command_parser(command).parse_intermixed_args([*library, *words[place + 1 :]])
        _use_settings(flags | dict(getattr(arguments, "flags", ())))
        say(*settings.settings().problems)
        return command.run(arguments)
    parser = app_parser()
    arguments, rest = parser.parse_known_args(words)
    _refuse_misspelt_command(arguments.folder, rest)
    if rest:
        parser.error(_("unrecognized arguments: %s") % " ".join(rest))
    _use_settings(dict(arguments.flags))
    from reader.cli.opening import open_app

    return open_app(arguments)


def _place_of_command(words: list[str]) -> int | None:
    """Where the name of a command stands, after options that are for every command; None where there is none."""
    value_follows = False
    for place, word in enumerate(words):
        if word == "--":
            return None
        if not value_follows and not word.startswith("-"):
            return place if word in COMMANDS else None
        value_follows = not value_follows and word in _WITH_A_VALUE
    return None


def _options_before(words: list[str]) -> tuple[dict[str, str], list[str]]:
    """What options before a command set, already in force, and the one that the command takes as its own."""
    if not words:
        return {}, []
    arguments = app_parser(folder=False).parse_args(words)
    flags = dict(arguments.flags)
    _use_settings(flags)
    return flags, [] if arguments.library is None else [f"--library={arguments.library}"]


def _refuse_misspelt_command(word: str | None, rest: list[str]) -> None:
    """Raises CommandFailure for a first word that can only have been meant as a command."""
    if word is None or os.sep in word or word.startswith("sample:") or os.path.lexists(word):
        return
    from difflib import get_close_matches

    from reader.cli.failures import wrong_use
    from reader.corpus.shown_path import shown_path

    near = get_close_matches(word, COMMANDS, n=1)
    if near:
        words = _(
            "{word}: neither a command nor a folder; the nearest command is {near} (see: reader --help)"
        )
        raise wrong_use(words.format(word=shown_path(word), near=near[0]))
    if rest and not rest[0].startswith("-"):
        words = _("{word}: neither a command nor a folder (see: reader --help)")
        raise wrong_use(words.format(word=shown_path(word)))


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
