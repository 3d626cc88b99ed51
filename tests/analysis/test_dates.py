from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.analysis.entities.dates import find_dates
from reader.corpus.article import PartialDate

THURSDAY = PartialDate(2024, 5, 30)


def dates(text: str, anchor: PartialDate | None = THURSDAY) -> list[tuple[str, str | None]]:
    return [(text[date.start : date.end], date.iso) for date in find_dates(text, 0, len(text), anchor)]


@pytest.mark.parametrize(
    ("text", "words", "iso"),
    [
        ("le 3 avril 2022", "3 avril 2022", "2022-04-03"),
        ("jeudi 16 mai 2024", "jeudi 16 mai 2024", "2024-05-16"),
        ("le 1er mai", "1er mai", "2024-05-01"),
        ("depuis la fin juin 2023", "fin juin 2023", "2023-06"),
        ("en mai dernier", "mai dernier", "2023-05"),
        ("en mars", "mars", "2024-03"),
        ("en 2019", "2019", "2019"),
        ("jeudi", "jeudi", "2024-05-30"),
        ("mercredi soir", "mercredi soir", "2024-05-29"),
        ("lundi prochain", "lundi prochain", "2024-06-03"),
        ("hier", "hier", "2024-05-29"),
        ("aujourd’hui", "aujourd’hui", "2024-05-30"),
        ("le mois dernier", "le mois dernier", "2024-04"),
        ("la semaine prochaine", "la semaine prochaine", "2024-06-03/2024-06-09"),
        ("l'an dernier", "l'an dernier", "2023"),
        ("il y a trois mois", "il y a trois mois", "2024-02"),
        ("le 12/05/2023", "12/05/2023", "2023-05-12"),
        ("on March 5, 2021", "March 5, 2021", "2021-03-05"),
        ("two days ago", "two days ago", "2024-05-28"),
        ("du 3 au 5 juin", "du 3 au 5 juin", "2024-06-03/2024-06-05"),
        ("du 28 mai au 2 juin 2024", "du 28 mai au 2 juin 2024", "2024-05-28/2024-06-02"),
        ("du 8 janvier 2007 au 2 mai 2008", "du 8 janvier 2007 au 2 mai 2008", "2007-01-08/2008-05-02"),
        ("du mardi 28 au jeudi 30 mai", "du mardi 28 au jeudi 30 mai", "2024-05-28/2024-05-30"),
        ("entre le 3 et le 5 juin", "entre le 3 et le 5 juin", "2024-06-03/2024-06-05"),
        ("le 3-5 juin 2023", "3-5 juin 2023", "2023-06-03/2023-06-05"),
        ("June 3-5, 2024", "June 3-5, 2024", "2024-06-03/2024-06-05"),
        ("entre mars et mai 2023", "entre mars et mai 2023", "2023-03/2023-05"),
        ("de novembre à mars", "de novembre à mars", "2023-11/2024-03"),
        ("de 2019 à 2021", "de 2019 à 2021", "2019/2021"),
        ("la saison 2022-2023", "saison 2022-2023", "2022/2023"),
        ("la nuit de mardi à mercredi", "nuit de mardi à mercredi", "2024-05-28/2024-05-29"),
        ("au premier trimestre 2024", "premier trimestre 2024", "2024-01/2024-03"),
        ("la semaine du 6 mai", "semaine du 6 mai", "2024-05-06/2024-05-12"),
        ("les années 1990", "les années 1990", "1990/1999"),
        ("au XXe siècle", "XXe siècle", "1901/2000"),
        ("jeudi dernier", "jeudi dernier", "2024-05-23"),
        ("le mardi 28", "mardi 28", "2024-05-28"),
        ("le 29 décembre dernier", "29 décembre dernier", "2023-12-29"),
        ("il y a deux semaines", "il y a deux semaines", "2024-05-13/2024-05-19"),
        ("dans trois mois", "dans trois mois", "2024-08"),
        ("le 10/06", "10/06", "2024-06-10"),
        ("le mois d’aujourd’hui", "aujourd’hui", "2024-05-30"),
    ],
)
def test_dates_are_resolved_against_the_article(text: str, words: str, iso: str) -> None:
    assert dates(text) == [(words, iso)]


def test_each_day_of_a_list_has_the_month_at_its_end() -> None:
    assert dates("les 3, 12 et mardi 25 juin") == [
        ("3", "2024-06-03"),
        ("12", "2024-06-12"),
        ("mardi 25 juin", "2024-06-25"),
    ]


@pytest.mark.parametrize(
    "text", ["du lundi au vendredi", "les années 20", "au deuxième semestre", "du 31 au 30 juin", "mardi 31"]
)
def test_spans_that_may_mean_several_stay_open(text: str) -> None:
    assert [iso for _, iso in dates(text)] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "du 3 au 5 juin",
        "de mars à mai",
        "la nuit de lundi à mardi",
        "dans un an",
        "jeudi",
        "hier",
        "le mois dernier",
        "le 6 juin",
        "en mars",
    ],
)
def test_relative_dates_stay_open_when_the_article_has_none(text: str) -> None:
    assert [iso for _, iso in dates(text, None)] == [None]


def test_a_month_of_an_article_is_enough_for_months_but_not_for_weekdays() -> None:
    anchor = PartialDate(2024, 5)
    assert dates("en avril", anchor) == [("avril", "2024-04")]
    assert dates("mardi", anchor) == [("mardi", None)]


def test_a_month_as_far_behind_as_ahead_stays_open() -> None:
    assert dates("en novembre") == [("novembre", None)]


def test_no_date_is_invented_where_no_calendar_has_it() -> None:
    assert dates("le 31 février 2023") == [("31 février 2023", None)]


def test_what_looks_like_a_year_but_counts_something_is_none() -> None:
    assert dates("en 2000 soldats") == []
    assert dates("le maire et la mairesse mangent") == []


_PARTS = st.sampled_from(
    ["1er", "3", "28", "mai", "MARS", "lundi", "du", "au", "et", "le", "de", "à", "2019", "siècle", "XXe", "XIVE",
     "hier", "semaine", "il y a", "deux", "dans", "premier", "trimestre", "années", "90", "nuit", "-", "/", "prochain"]
)  # fmt: skip


@given(st.lists(_PARTS, max_size=9), st.sampled_from([str.lower, str.upper, str.title]), st.booleans())
@settings(max_examples=200)
def test_no_words_break_it(parts: list[str], case: Callable[[str], str], odd: bool) -> None:
    text = case(" ".join(parts))
    if odd:  # letters that patterns take for s and i when capitals do not matter
        text = text.replace("s", "ſ").replace("i", "ı")
    for date in find_dates(text, 0, len(text), THURSDAY):
        assert 0 <= date.start < date.end <= len(text)
