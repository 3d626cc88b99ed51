"""The parser of the command line, and the arguments that several commands share."""

import shutil
import sys
from argparse import ArgumentParser, ArgumentTypeError, RawDescriptionHelpFormatter
from collections.abc import Iterable
from pathlib import Path
from textwrap import dedent
from typing import NoReturn

from reader.cli.argparse_words import speak
from reader.cli.command import Command
from reader.cli.exit_codes import ExitCode
from reader.corpus.safe import safe_line
from reader.language import N_, _

FOLDER_HELP = N_("the folder of articles; `sample:` is the sample that comes with Reader")


class Parser(ArgumentParser):
    """An argument parser whose errors are one safe line."""

    def error(self, message: str) -> NoReturn:
        """Says what was wrong and where the help is; exit code 2."""
        words = _("{message} (see: {program} --help)").format(message=safe_line(message), program=self.prog)
        print(f"reader: {words}", file=sys.stderr)
        sys.exit(ExitCode.WRONG_USE)


speak()


class _Formatter(RawDescriptionHelpFormatter):
    """Help of at most 88 columns, with room for the names of the arguments."""

    def __init__(self, prog: str, width: int | None = None) -> None:
        super().__init__(
            prog, max_help_position=26, width=min(88, width or shutil.get_terminal_size().columns - 2)
        )


def new_parser(prog: str, description: str, epilog: str, *, usage: str | None = None) -> Parser:
    """A parser whose help begins with `description` and ends with `epilog`, both printed as written."""
    return Parser(
        prog=prog, usage=usage, description=dedent(description).strip(), epilog=dedent(epilog).strip(),
        formatter_class=_Formatter, allow_abbrev=False,
    )  # fmt: skip


def command_parser(command: Command) -> Parser:
    """The parser of one command."""
    examples = "\n".join(f"  {line}".rstrip() for line in dedent(command.examples).strip().splitlines())
    epilog = _("examples:") + "\n" + examples
    parser = new_parser(f"reader {command.name}", _(command.description), epilog)
    command.add_arguments(parser)
    # Where options stand anywhere, argparse cuts seven letters for `usage: ` off, in every language.
    parser.usage = parser.format_usage().removeprefix(_("usage: ")).strip().replace("%", "%%")
    return parser


def add_folder(parser: ArgumentParser, *, optional: bool = False) -> None:
    """The argument FOLDER."""
    parser.add_argument("folder", metavar="FOLDER", nargs="?" if optional else None, help=_(FOLDER_HELP))


def add_json(parser: ArgumentParser, what: str) -> None:
    """The option --json, which prints `what`."""
    parser.add_argument("--json", action="store_true", help=_("print {what}").format(what=what))


def add_library(parser: ArgumentParser, *, update: bool = True) -> None:
    """The options for the library file and, with `update`, for leaving it as it is."""
    parser.add_argument(
        "--library", metavar="FILE", type=Path,
        help=_("use this library file instead of the one in the cache (see: reader paths)"),
    )  # fmt: skip
    if update:
        parser.add_argument(
            "--no-update", action="store_true",
            help=_("use the library as it is, without looking for new and changed files"),
        )  # fmt: skip


def add_limit(parser: ArgumentParser, what: str) -> None:
    """The option --limit for the number of `what`."""
    parser.add_argument(
        "--limit", metavar="N", type=count, help=_("print at most N {what}; 0 for all").format(what=what)
    )


def add_selection(parser: ArgumentParser) -> None:
    """The arguments that choose articles of the folder: paths, and a query."""
    parser.add_argument(
        "paths", metavar="PATH", nargs="*", help=_("only these articles, by path in the folder")
    )
    parser.add_argument("--query", metavar="QUERY", help=_("only the articles that this search finds"))


def add_set(parser: ArgumentParser) -> None:
    """The option --set, which goes before what the file and the environment set."""
    parser.add_argument(
        "--set", dest="flags", metavar="KEY=VALUE", action="append", type=_setting, default=[],
        help=_("set this now, whatever the file says (see: reader settings); may be given again"),
    )  # fmt: skip


def _setting(text: str) -> tuple[str, str]:
    """A key and what it is set to. Raises ArgumentTypeError for a key that is none."""
    from reader.settings.declared import SETTINGS

    key, sign, value = text.partition("=")
    if key not in SETTINGS or not sign:
        raise ArgumentTypeError(
            _("expected KEY=VALUE with a key that `reader settings` prints, not {text}").format(
                text=repr(safe_line(text))
            )
        )
    return key, value


def count(text: str) -> int:
    """A number that is not negative. Raises ArgumentTypeError."""
    if not text.isascii() or not text.isdigit() or len(text) > 9:
        raise ArgumentTypeError(_("expected a number, 0 or more, not {text!r}").format(text=safe_line(text)))
    return int(text)


def choices(values: Iterable[str]) -> str:
    """`a, b or c`."""
    *first, last = values
    return _("{first} or {last}").format(first=", ".join(first), last=last) if first else last
