import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.analysis.tokens import tokens


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("L'Otan n'a-t-elle rien dit ?", ["L'", "Otan", "n'", "a", "-t-elle", "rien", "dit", "?"]),
        ("« Peut-on », dit-il", ["«", "Peut", "-on", "»", ",", "dit", "-il"]),
        ("qu’aujourd’hui", ["qu’", "aujourd’hui"]),
        ("la Côte d'Ivoire", ["la", "Côte", "d'", "Ivoire"]),
        ("à N'Djamena", ["à", "N'Djamena"]),
        ("M. Dupont et J.-C. Roux", ["M.", "Dupont", "et", "J.-C.", "Roux"]),
        ("Vitry-le-François", ["Vitry-le-François"]),
        ("un S-300 et 55,5 %", ["un", "S-300", "et", "55,5", "%"]),
        ("sur exemple.fr.", ["sur", "exemple.fr", "."]),
        ("la fin.Ce jour", ["la", "fin", ".", "Ce", "jour"]),
        ("les 12 000 élus", ["les", "12", "000", "élus"]),
    ],
)
def test_words_signs_and_clitics(text: str, expected: list[str]) -> None:
    assert [token.text for token in tokens(text)] == expected


@given(st.text(max_size=300), st.integers(0, 50))
@settings(max_examples=150)
def test_tokens_are_in_order_and_hold_all_but_blank_space(text: str, start: int) -> None:
    place = min(start, len(text))
    for token in tokens(text, start):
        assert token.start >= place
        assert text[token.start : token.end] == token.text
        assert not text[place : token.start].strip()
        place = token.end
    assert not text[place:].strip()


@pytest.mark.parametrize("piece", ["A", "A ", "A.", "a-", "A'", "1,", "&", "http://", "d'"])
def test_hostile_lines_are_cut_in_linear_time(piece: str) -> None:
    text = piece * 100_000
    assert tokens(text)[-1].end >= len(text.rstrip()) - 1
