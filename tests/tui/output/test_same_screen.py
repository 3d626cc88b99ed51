"""Whatever is drawn, the terminal ends with the same screen as if all had been sent."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from reader.tui.output.abilities import Abilities
from reader.tui.output.cells import Canvas
from reader.tui.output.emitting import Emitter
from reader.tui.output.parsing import Kind, draw, kind_of
from tests.tui.output.frames import HEIGHT, WIDTH, Shown, frames

QUICK = settings(
    max_examples=40,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),  # shrinking frames takes minutes
    suppress_health_check=[HealthCheck.too_slow],
)
FULL = Abilities(erases_coloured=True)
TERMINALS = {
    "all abilities": FULL,
    "no coloured erasing": replace(FULL, erases_coloured=False),
    "no rows moved": replace(FULL, moves_rows=False),
    "styles only reset": replace(FULL, ends_parts=False),
    "cursor and styles only": Abilities(
        erases_line=False, erases_cells=False, moves_rows=False, ends_parts=False
    ),
}


def differences(sequence: list[str], abilities: Abilities) -> list[str]:
    """What is sent for each frame."""
    emitter, canvas, sent = Emitter(abilities), Canvas(WIDTH, HEIGHT), []
    for data in sequence:
        kind, tokens = kind_of(data)
        assert kind is Kind.FRAME
        cursor = draw(tokens, canvas)
        sent.append(emitter.emit(canvas, cursor))
    return sent


@pytest.mark.parametrize("abilities", TERMINALS.values(), ids=TERMINALS)
@given(sequence=frames())
@QUICK
def test_the_screen_is_that_of_the_full_output_after_every_frame(
    abilities: Abilities, sequence: list[str]
) -> None:
    full, differing = Shown(), Shown()
    for whole, part in zip(sequence, differences(sequence, abilities), strict=True):
        full.feed(whole)
        differing.feed(part)
        assert differing.cells() == full.cells()


@given(sequence=frames())
@QUICK
def test_frames_that_were_left_out_are_not_missed(sequence: list[str]) -> None:
    emitter, canvas = Emitter(FULL), Canvas(WIDTH, HEIGHT)
    full, differing = Shown(), Shown()
    for number, data in enumerate(sequence):
        full.feed(data)
        cursor = draw(kind_of(data)[1], canvas)
        if number % 3 == 0:
            differing.feed(emitter.emit(canvas, cursor))
    differing.feed(emitter.emit(canvas))
    assert differing.cells() == full.cells()


@given(sequence=frames())
@QUICK
def test_the_same_frame_costs_nothing(sequence: list[str]) -> None:
    doubled = [data for data in sequence for _ in range(2)]
    assert not any(differences(doubled, FULL)[1::2])


@given(sequence=frames(), at=st.integers(0, 5), noise=st.text(st.sampled_from("ab漢\n"), max_size=200))
@QUICK
def test_a_spoilt_screen_is_mended_when_it_is_forgotten(sequence: list[str], at: int, noise: str) -> None:
    emitter, canvas = Emitter(FULL), Canvas(WIDTH, HEIGHT)
    full, differing = Shown(), Shown()
    for number, data in enumerate(sequence):
        full.feed(data)
        draw(kind_of(data)[1], canvas)
        if number == at:
            differing.feed("\x1b[3;6r\x1b[?7h\x1b[1;35m" + noise)
            emitter.forget()
        differing.feed(emitter.emit(canvas))
    if at < len(sequence):
        assert differing.cells() == full.cells()
