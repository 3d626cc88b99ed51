"""An index that was damaged or crafted ends in one known error, not in a crash or in full memory."""

import zlib

import pytest

from reader.library.search import index
from reader.library.untrusted import UnreadableRecord
from tests.library.search.small_library import SmallLibrary, make_article

BOMB = zlib.compress(bytes(80_000_000), 9)


@pytest.mark.parametrize(
    ("damage", "value"),
    [
        ("UPDATE search_bits SET bits = ?", b"no bits"),
        ("UPDATE search_bits SET bits = ?", None),
        ("UPDATE search_articles SET family = ?", 1 << 60),
        ("UPDATE search_articles SET first = ?", 1 << 60),
        ("UPDATE search_articles SET id = ? WHERE id = 1", 1 << 60),
        ("UPDATE search_words SET words = ?", b"no words"),
        ("UPDATE search_words SET words = ?", BOMB),
        ("UPDATE search_words SET counts = ?", BOMB),
        ("UPDATE search_words SET words = ?", zlib.compress(b'\n" OR *\n')),
    ],
    ids=["bits", "no-bits", "family", "date", "number", "words", "words-bomb", "counts-bomb", "syntax"],
)
def test_damage_is_named(monkeypatch: pytest.MonkeyPatch, damage: str, value: object) -> None:
    monkeypatch.setattr(index, "FIRST_BLOCK", 2)
    library = SmallLibrary(make_article("Le port de Brest", path=f"{n}.txt", date="2024") for n in range(3))
    library.db.execute(damage, (value,))

    with pytest.raises(UnreadableRecord):
        library.engine.search("port brst", typing=False)


def test_a_set_that_would_fill_the_memory_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index, "FIRST_BLOCK", 2)
    library = SmallLibrary(make_article("Le port de Brest", path=f"{n}.txt") for n in range(3))
    bomb = zlib.compressobj(9, zlib.DEFLATED, -15)
    library.db.execute(
        "UPDATE search_bits SET bits = ?", (bomb.compress(b"\xff" * 80_000_000) + bomb.flush(),)
    )

    assert library.engine.search("port", typing=False).total == 3
