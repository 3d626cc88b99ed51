"""How many names are marked: one key goes round, and the choice is remembered with the folder."""

import pytest

from reader.analysis.types import Analysis, Entity, EntityKind, Mention
from reader.tui.text.styled import Density, analysis_layers
from tests.tui.running import library_of, running

HAN, OSLO = Entity("Han Li", EntityKind.PERSON), Entity("Oslo", EntityKind.PLACE)
NAMES = Analysis((Mention(0, 2, HAN), Mention(4, 6, OSLO), Mention(8, 10, HAN)), ())


@pytest.mark.parametrize(
    ("density", "styles"),
    [
        (Density.ALL, ["person", "place", "again-person"]),
        (Density.FIRST, ["person", "place"]),
        (Density.NONE, []),
    ],
)
def test_the_first_mention_is_strong_and_later_ones_quiet(density: Density, styles: list[str]) -> None:
    _, names = analysis_layers(NAMES, density)
    assert [stretch.style for stretch in names.within(0, 20)] == styles


async def test_one_key_goes_round_and_is_remembered() -> None:
    library = library_of()
    async with running(library) as run:
        seen = []
        for _ in range(2):
            seen.append(run.main.reading_pane.density)
            await run.press("M")
        assert seen == [Density.ALL, Density.FIRST]
    async with running(library) as run:
        seen.append(run.main.reading_pane.density)
        await run.press("M")
        seen.append(run.main.reading_pane.density)
    assert seen[2:] == [Density.NONE, Density.ALL]


async def test_a_damaged_model_is_told_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.analysis.entities.model.files_problem", lambda: "names.crf is damaged")
    monkeypatch.setattr("reader.tui.doing.housekeeping.NAMING_CHECK_SECONDS", 0.01)
    async with running(library_of()) as run:
        await run.until(lambda: "names.crf is damaged" in run.text())
