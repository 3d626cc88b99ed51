"""The manual page: all commands, options and exit codes, made from the parsers, clean for `man`."""

import shutil
import subprocess
from argparse import _SubParsersAction

import pytest

from reader.cli.commands.table import COMMANDS
from reader.cli.exit_codes import MEANINGS, ExitCode
from reader.cli.manual import manual_page
from reader.cli.whole_parser import whole_parser


def plain(page: str) -> str:
    """The page as it is read, more or less."""
    return page.replace("\\-", "-").replace("\\e", "\\").replace("\\~", "\N{NO-BREAK SPACE}")


def test_every_command_option_and_exit_code_is_on_the_page() -> None:
    page = plain(manual_page())
    (commands,) = (one for one in whole_parser()._actions if isinstance(one, _SubParsersAction))
    assert list(commands.choices) == list(COMMANDS)
    for name, parser in commands.choices.items():
        section = page.partition(f".SS reader {name}")[2].partition(".SS ")[0]
        assert f"  reader {name}" in section
        for action in parser._actions:
            if action.dest != "help":
                assert (action.option_strings or [action.metavar or action.dest])[0] in section, (
                    name,
                    action,
                )
    assert set(MEANINGS) == set(ExitCode)
    for code in ExitCode:
        assert f".B {int(code)}\n" in page.partition(".SH EXIT STATUS")[2]


def test_no_line_of_text_is_taken_for_a_request() -> None:
    known = (".TH ", ".SH ", ".SS ", ".TP", ".B ", ".PP", ".nf", ".fi")
    odd = [
        line
        for line in manual_page().splitlines()
        if line.startswith((".", "'")) and not line.startswith(known)
    ]
    assert odd == []


@pytest.mark.skipif(shutil.which("groff") is None, reason="this machine has no groff")
def test_groff_has_nothing_to_say_against_it() -> None:
    command = ["groff", "-man", "-Tutf8", "-Kutf8", "-ww", "-z"]
    done = subprocess.run(command, input=manual_page().encode(), capture_output=True, check=False)
    warnings = [line for line in done.stderr.decode().splitlines() if "break" not in line]
    assert (done.returncode, warnings) == (0, [])
