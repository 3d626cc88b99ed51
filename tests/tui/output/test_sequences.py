"""The parts: what is read as what, and the few bytes that are written for it."""

import os
import subprocess
import sys

import pytest
from rich.cells import cell_len

from reader.tui.output.abilities import Abilities
from reader.tui.output.cells import NARROW, SURE, Canvas
from reader.tui.output.emitting import Emitter
from reader.tui.output.moves import move
from reader.tui.output.parsing import Kind, draw, kind_of
from reader.tui.output.pens import PLAIN, applied, change, on_blank, pen_of, without_colour


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        ("\x1b[1;1Habc\x1b[1;31mdéf\x1b[0m\n\x1b[2;1H ", Kind.FRAME),
        ("\x1b[?25l", Kind.HARMLESS),
        ("\x1b[>25u", Kind.HARMLESS),
        ("\x1b]52;c;YQ==\x07", Kind.HARMLESS),
        ("\x07", Kind.HARMLESS),
        ("\x1b[?2026h", Kind.SYNC),
        ("\x1b[?1049h", Kind.OTHER_SCREEN),
        ("\x1b[2J", Kind.OTHER),
        ("a\x1b]8;;http://x\x1b\\b", Kind.OTHER),
        ("a\tb", Kind.OTHER),
        ("\x1b[200mx", Kind.OTHER),
        ("\x1b[38;2;1mx", Kind.OTHER),
        ("\x1b[?6h", Kind.OTHER),
    ],
)
def test_output_is_told_apart(data: str, kind: Kind) -> None:
    assert kind_of(data)[0] is kind


def test_widths_are_those_that_textual_measures() -> None:
    for code in [
        *range(0x20, 0x2700),
        *range(0x3041, 0x3097),
        *range(0x4E00, 0x9FA6),
        *range(0xAC00, 0xD7A4),
    ]:
        sign = chr(code)
        if NARROW.fullmatch(sign):
            assert cell_len(sign) == 1, hex(code)
        elif SURE.fullmatch(sign):
            assert cell_len(sign) == 2, hex(code)


def test_wide_characters_and_marks_take_their_cells() -> None:
    canvas = Canvas(6, 1)
    canvas.put(0, 0, "a漢e\u0301", PLAIN)
    assert canvas.texts[0] == ["a", "漢", "", "e\u0301", " ", " "]
    canvas.put(0, 2, "b", PLAIN)
    assert canvas.texts[0][:3] == ["a", " ", "b"]
    canvas.put(0, 5, "漢", PLAIN)
    assert canvas.texts[0][5] == " "


def test_pens_change_in_few_bytes() -> None:
    bold = applied(PLAIN, "1")
    red = applied(bold, "31") if bold else None
    assert bold is not None
    assert red is not None
    assert change(PLAIN, bold, in_parts=True) == "\x1b[1m"
    assert change(bold, red, in_parts=True) == "\x1b[31m"
    assert change(red, bold, in_parts=True) == "\x1b[39m"
    assert change(red, PLAIN, in_parts=True) == "\x1b[m"
    assert change(red, bold, in_parts=False) == "\x1b[;1m"
    assert applied(red, "0") is PLAIN
    assert on_blank(red) is PLAIN
    assert without_colour(pen_of(frozenset({1}), "30", "43")).flags == {1, 7}


@pytest.mark.parametrize(
    ("at", "to", "sequence"),
    [
        (None, (0, 0), "\x1b[H"),
        (None, (4, 0), "\x1b[5H"),
        ((4, 9), (4, 0), "\r"),
        ((4, 9), (4, 12), "\x1b[3C"),
        ((4, 9), (5, 9), "\x1b[B"),
        ((4, None), (4, 7), "\r\x1b[7C"),
        ((4, 9), (4, 9), ""),
    ],
)
def test_the_cursor_goes_the_shortest_way(
    at: tuple[int, int | None] | None, to: tuple[int, int], sequence: str
) -> None:
    assert move(at, to) == sequence


def test_rows_that_moved_are_moved_by_the_terminal() -> None:
    emitter, canvas = Emitter(Abilities()), Canvas(40, 12)
    for y in range(12):
        canvas.put(y, 0, f"line {y}, which is not short at all", PLAIN)
    emitter.emit(canvas)
    canvas.move_rows(1, 11, 1)
    canvas.put(10, 0, "a new line", PLAIN)
    assert emitter.emit(canvas) == "\x1b[2;11r\x1b[2H\x1b[M\x1b[r\x1b[11Ha new line"


def test_what_is_not_understood_leaves_cells_alone_until_they_are_drawn() -> None:
    emitter, canvas = Emitter(Abilities()), Canvas(10, 2, None)
    emitter.passed_by(10, 2)
    assert emitter.emit(canvas) == ""
    draw(kind_of("\x1b[2;3Hab")[1], canvas)
    assert emitter.emit(canvas) == "\x1b[2;3H\x1b[mab"


@pytest.mark.parametrize(
    ("environ", "abilities"),
    [
        ({"TERM": "vt100"}, Abilities(True, False, False, False, False, False)),
        ({"TERM": "xterm-256color"}, Abilities(erases_coloured=True)),
        ({"TERM": "xterm-256color", "NO_COLOR": "1"}, Abilities(erases_coloured=True, colours=False)),
        ({"TERM": "screen-256color"}, Abilities(erases_cells=False)),
        ({"TERM": "nobody-knows-this"}, Abilities()),
    ],
)
def test_terminals_are_known_by_their_names(environ: dict[str, str], abilities: Abilities) -> None:
    code = "from reader.tui.output.abilities import abilities_of; print(abilities_of())"
    kept = {name: value for name, value in os.environ.items() if name not in ("TERM", "NO_COLOR")}
    told = subprocess.run(
        [sys.executable, "-c", code], env={**kept, **environ}, capture_output=True, text=True, check=True
    )
    assert told.stdout.strip() == str(abilities)
