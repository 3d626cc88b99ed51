import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.analysis.entities.amounts import find_amounts
from reader.analysis.entities.numbers import SIGNED, value_of


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
        ("3\u202f000 drones", "3\u202f000 drones", "3 000 drones"),
        ("12 morts au moins", "12 morts au moins", "≥ 12 morts"),
        ("20 % environ", "20 % environ", "≈ 20 %"),
        ("pas plus de 10 personnes", "pas plus de 10 personnes", "≤ 10 personnes"),
        ("no more than 10 people", "no more than 10 people", "≤ 10 people"),
        ("entre 10 et 20 personnes", "entre 10 et 20 personnes", "10–20 personnes"),
        (
            "5 000 à 6 000 soldats nord-coréens",
            "5 000 à 6 000 soldats nord-coréens",
            "5 000–6 000 soldats nord-coréens",
        ),
        ("1,2 à 1,5 million d'euros", "1,2 à 1,5 million d'euros", "1 200 000–1 500 000 euros"),
        ("deux ou trois personnes", "deux ou trois personnes", "2–3 personnes"),
        ("vingt-deux personnes", "vingt-deux personnes", "22 personnes"),
        ("quatre-vingt-dix-neuf morts", "quatre-vingt-dix-neuf morts", "99 morts"),
        ("trois mille cinq cents soldats", "trois mille cinq cents soldats", "3 500 soldats"),
        ("un demi-million de personnes", "un demi-million de personnes", "500 000 personnes"),
        ("2,5 M€", "2,5 M€", "2 500 000 €"),
        ("€15m", "€15m", "15 000 000 €"),
        ("à 50 km/h", "50 km/h", "50 km/h"),
        ("20 m²", "20 m²", "20 m²"),
        ("100 000 tonnes de blé", "100 000 tonnes de blé", "100 000 tonnes de blé"),
        ("deux Français", "deux Français", "2 Français"),
    ],
)
def test_number_bounds_and_what_is_counted(text: str, words: str, normal: str) -> None:
    assert amounts(text) == [(words, normal)]


@pytest.mark.parametrize(
    "text",
    [
        "à 14 heures",
        "10h30",
        "le 12 mai",
        "la 80e fois",
        "S-300",
        "un maire",
        "score de 3-2",
        "deux autres",
        "les deux principaux",
        "la quinzaine a commencé",
        "deux trois choses",
        "0.800.00 appels",
        "08.019.019.11 appels",
    ],
)
def test_what_counts_nothing_is_no_amount(text: str) -> None:
    assert amounts(text) == []


@given(st.text(alphabet="0123456789., \u202fdemilounıſMILON%€$-", max_size=80))
@settings(max_examples=150)
def test_no_figures_break_it(text: str) -> None:
    for amount in find_amounts(text, 0, len(text)):
        assert 0 <= amount.start < amount.end <= len(text)


@given(st.from_regex(SIGNED, fullmatch=True))
@settings(max_examples=150)
def test_every_number_in_figures_has_a_value_or_none(figures: str) -> None:
    value = value_of(figures)
    assert value is None or value >= 0
