"""Hostile names, texts and queries print nothing that a terminal would obey: the bytes are looked at."""

import os
import re
from pathlib import Path

import pytest

from tests.cli.running import Reader

ATTACKS = (
    "\x1b[2J\x1b[31m",  # clear, colour
    "\x1b]52;c;aGFja2Vk\x07",  # write to the clipboard
    "\x1b]8;;http://evil.example\x1b\\lien\x1b]8;;\x1b\\",  # a link
    "\x1b]0;owned\x07",  # the window's title
    "\x9b31m\x9d0;owned\x9c",  # the same as C1
    "\x00\x08\x7f\r\x0b\x0c\x85",
    "\u202eoverride\u202c\u2066isolate\u2069\u200f\u200e\u061c",
    "\u200b\u2060\ufeff\U000e0041",
    "[bold]gras[/bold] [/] [@click=app.bell]clic[/] [link=http://evil.example]x[/link]",
    "e" + "\u0301" * 500,
    "\u2028\u2029",
)
TEXT = """\
Un titre {0} piégé

Le maire de Saint-Aubin, Jean {0} Morvan, est {0} venu. « Oui {0} », a dit Paul Kerbrat {0}.
"""

INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\U000e0000-\U000e007f]"
)
STYLE = re.compile(rb"\x1b\[[0-9;]*m")
"""The only sequences of ours on a terminal, where results are printed."""


def hostile_name(attack: str) -> bytes:
    return attack.replace("\x00", "").replace("/", "_").encode("utf-8")[:120] + b" caf\xe9.txt"


@pytest.fixture
def trapped(tmp_path: Path) -> Path:
    """A corpus whose names and texts attack the terminal."""
    folder = tmp_path / "press"
    folder.mkdir()
    for number, attack in enumerate(ATTACKS):
        place = os.fsencode(folder) + b"/%02d " % number + hostile_name(attack)
        Path(os.fsdecode(place)).write_bytes(TEXT.replace("{0}", attack).encode("utf-8"))
    return folder


def assert_harmless(output: bytes, *, styled: bool = False) -> None:
    shown = STYLE.sub(b"", output).replace(b"\r\n", b"\n") if styled else output
    text = shown.decode("utf-8")  # raises where a byte of a name went through as it is
    bad = INVISIBLE.search(text)
    assert bad is None, text[max(0, bad.start() - 40) : bad.end() + 40].encode("unicode_escape")


COMMANDS = [
    ["list", "press"],
    ["list", "press", "--json"],
    ["index", "press", "--skipped"],
    ["search", "press", "titre"],
    ["search", "press", "titre", "--json"],
    ["entities", "press"],
    ["quotes", "press", "--json"],
    ["quotes", "press"],
    ["export", "press"],
]


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_nothing_hostile_is_printed_in_a_pipe(words: list[str], reader: Reader, trapped: Path) -> None:
    done = reader(*words)
    assert done.code == 0, done.stderr
    assert_harmless(done.stdout)
    assert_harmless(done.stderr)


@pytest.mark.parametrize(
    "words", [["list", "press"], ["search", "press", "titre"], ["quotes", "press"]], ids=" ".join
)
def test_nothing_hostile_is_printed_on_a_terminal(words: list[str], reader: Reader, trapped: Path) -> None:
    done = reader.on_terminal(*words, columns=120)
    assert done.code == 0
    assert b"[/]" in done.stdout or b"[bold]" in done.stdout or "…".encode() in done.stdout
    assert_harmless(done.stdout, styled=True)


def test_every_printed_path_is_accepted_as_an_argument(reader: Reader, trapped: Path) -> None:
    rows = reader("list", "press").rows
    assert len(rows) == len(ATTACKS)
    for path, *_ in (rows[0], rows[4], rows[-1]):
        shown = reader("show", "press", path)
        assert shown.code == 0, shown.err
        assert_harmless(shown.stdout)
        raw = reader("show", "--raw", f"press/{path}")
        assert raw.code == 0
        assert_harmless(raw.stdout)


def test_text_that_looks_like_markup_is_printed_as_it_is(reader: Reader, trapped: Path) -> None:
    shown = reader.on_terminal(
        "show", "press", reader("list", "press", "--sort", "path").rows[8][0], columns=200
    )
    assert b"[@click=app.bell]clic[/]" in shown.stdout
    assert b"[bold]gras[/bold]" in shown.stdout


@pytest.mark.parametrize("number", range(len(ATTACKS)))
def test_hostile_arguments_are_told_harmlessly(number: int, reader: Reader, trapped: Path) -> None:
    typed = ATTACKS[number].replace("\x00", "")
    for words in (["list", typed], ["search", "press", f"date:{typed}"], ["show", "press", typed], [typed]):
        done = reader(*words)
        assert done.code in (1, 2, 3), done
        assert_harmless(done.stdout)
        assert_harmless(done.stderr)
