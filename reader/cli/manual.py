"""The manual page, made from the same parsers that read the command line: `python -m reader.cli.manual [LANGUAGE]`."""

import re
import sys
from argparse import SUPPRESS, Action, ArgumentParser
from collections.abc import Iterator

import reader
from reader import language
from reader.cli.arguments import command_parser
from reader.cli.commands.table import COMMANDS
from reader.cli.exit_codes import MEANINGS
from reader.cli.main import app_parser
from reader.language import N_, _

_ENVIRONMENT = (
    ("XDG_CACHE_HOME", N_("Where libraries are kept, instead of ~/.cache.")),
    ("XDG_STATE_HOME", N_("Where the shelf and the log are kept, instead of ~/.local/state.")),
    ("XDG_CONFIG_HOME", N_("Where the settings are kept, instead of ~/.config.")),
    ("READER_…", N_("Any setting, by its name: READER_READING_WIDTH=60 (see: reader settings).")),
    ("PAGER, VISUAL, EDITOR", N_("The programs that show a text and edit a file.")),
    ("LANGUAGE, LC_ALL, LC_MESSAGES, LANG", N_("The language Reader speaks.")),
    ("NO_COLOR", N_("If set, nothing is told by colour.")),
)
_FILES = (
    ("~/.cache/reader/", N_("A library for each folder: a cache, which may be deleted.")),
    ("~/.local/state/reader/", N_("The shelf: what you read, starred and noted.")),
    ("~/.config/reader/settings.toml", N_("The settings; need not exist.")),
    ("~/.config/reader/names.toml", N_("What you say of names; need not exist.")),
)
_LEADING = re.compile(r"^([.'])", re.M)


def manual_page() -> str:
    """The page in the language in use, for `man`, in UTF-8."""
    parser = app_parser()
    kind = _escaped(_("User Commands"))
    about = (parser.description or "").split("\n\n")
    return "\n".join(
        [
            f'.TH READER 1 "" "Reader {reader.__version__}" "{kind}"',
            *_section(
                _("NAME"), [_escaped("reader - " + _("read a folder of news articles in the terminal"))]
            ),
            *_section(_("SYNOPSIS"), [".nf", *map(_escaped, _usage(parser)), ".fi"]),
            *_section(_("DESCRIPTION"), list(_text("\n\n".join(about)))),
            *_section(_("OPTIONS"), list(_arguments(parser))),
            *_section(_("COMMANDS"), [line for name in COMMANDS for line in _command(name)]),
            *_section(
                _("EXIT STATUS"), list(_terms((str(int(code)), _(why)) for code, why in MEANINGS.items()))
            ),
            *_section(_("ENVIRONMENT"), list(_terms((name, _(about)) for name, about in _ENVIRONMENT))),
            *_section(_("FILES"), list(_terms((name, _(about)) for name, about in _FILES))),
            "",
        ]
    )


def _section(title: str, lines: list[str]) -> list[str]:
    return [f".SH {_escaped(title)}", *lines]


def _command(name: str) -> Iterator[str]:
    """What a command's own help says."""
    parser = command_parser(COMMANDS[name])
    yield f".SS {_escaped(' '.join(['reader', name, *_positionals(parser)]))}"
    yield from _text(parser.description or "")
    yield from _arguments(parser, own_help=False)
    yield from _text(parser.epilog or "")


def _usage(parser: ArgumentParser) -> list[str]:
    lines = (parser.usage or "").splitlines()
    return [line.strip() for line in lines]


def _positionals(parser: ArgumentParser) -> Iterator[str]:
    for action in parser._actions:
        if not action.option_strings:
            name = str(action.metavar or action.dest)
            yield {"?": f"[{name}]", "*": f"[{name} ...]", "+": f"{name} ..."}.get(str(action.nargs), name)


def _arguments(parser: ArgumentParser, *, own_help: bool = True) -> Iterator[str]:
    hidden = (None, SUPPRESS)
    shown = (one for one in parser._actions if one.help not in hidden and (own_help or one.dest != "help"))
    yield from _terms((_heading(action), _help(action)) for action in shown)


def _heading(action: Action) -> str:
    if not action.option_strings:
        return str(action.metavar or action.dest)
    names = ", ".join(action.option_strings)
    return names if action.nargs == 0 else f"{names} {action.metavar or action.dest.upper()}"


def _help(action: Action) -> str:
    if action.option_strings == ["-h", "--help"]:
        return _("print the help and end")
    if action.option_strings == ["--version"]:
        return _("print the version and end")
    return (action.help or "").replace("%%", "%")


def _terms(pairs: Iterator[tuple[str, str]]) -> Iterator[str]:
    """Bold terms, each with its explanation under it."""
    for term, about in pairs:
        yield from (".TP", f".B {_escaped(term)}", _escaped(about))


def _text(text: str) -> Iterator[str]:
    """Paragraphs; one that is set in columns, or a list of examples, stays as it is set."""
    for paragraph in text.split("\n\n"):
        lines = paragraph.strip("\n").split("\n")
        if not paragraph.strip():
            continue
        yield ".PP"
        if any(line.startswith("  ") for line in lines):
            yield from (".nf", *map(_escaped, lines), ".fi")
        else:
            yield _escaped(" ".join(line.strip() for line in lines))


def _escaped(text: str) -> str:
    r"""`text` as `man` shows it: no sign of it is a request, and a hyphen can be copied as one."""
    line = text.replace("\\", "\\e").replace("-", "\\-").replace("\N{NO-BREAK SPACE}", "\\~")
    return _LEADING.sub(r"\\&\1", line.replace("\N{NARROW NO-BREAK SPACE}", "\\~"))


if __name__ == "__main__":
    language.use(sys.argv[1] if len(sys.argv) > 1 else "en")
    sys.stdout.write(manual_page())
