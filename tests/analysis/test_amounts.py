import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.analysis.entities.amounts import find_amounts


def amounts(text: str) -> list[tuple[str, str]]:
    return [(text[amount.start : amount.end], amount.normal) for amount in find_amounts(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "words", "normal"),
    [
        ("plus de 3 000 drones", "plus de 3 000 drones", "≥ 3 000 drones"),
        ("55,5 milliards de dollars", "55,5 milliards de dollars", "55 500 000 000 dollars"),
        ("$1.5 billion", "$1.5 billion", "1 500 000 000 $"),
        ("7 000 soldats norvégiens partis", "7 000 soldats norvégiens", "7 000 soldats norvégiens"),
        ("au moins douze personnes", "au moins douze personnes", "≥ 12 personnes"),
        ("environ 40 navires", "environ 40 navires", "≈ 40 navires"),
        ("jusqu’à 300 km", "jusqu’à 300 km", "≤ 300 km"),
        ("une vingtaine de blessés", "une vingtaine de blessés", "≈ 20 blessés"),
        ("des milliers de tracteurs", "milliers de tracteurs", "milliers de tracteurs"),
        ("1.200.000 habitants", "1.200.000 habitants", "1 200 000 habitants"),
        ("12 %", "12 %", "12 %"),
        ("3,5 millions d'euros", "3,5 millions d'euros", "3 500 000 euros"),
    ],
)
def test_number_bounds_and_what_is_counted(text: str, words: str, normal: str) -> None:
    assert amounts(text) == [(words, normal)]


@pytest.mark.parametrize(
    "text",
    ["à 14 heures", "10h30", "le 12 mai", "la 80e fois", "S-300", "un maire", "score de 3-2", "deux autres"],
)
def test_what_counts_nothing_is_no_amount(text: str) -> None:
    assert amounts(text) == []


@given(st.text(alphabet="0123456789., \u202fdemiloun%€$-", max_size=80))
@settings(max_examples=150)
def test_no_figures_break_it(text: str) -> None:
    for amount in find_amounts(text, 0, len(text)):
        assert 0 <= amount.start < amount.end <= len(text)
