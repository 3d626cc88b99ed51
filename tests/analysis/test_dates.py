import pytest

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
    ],
)
def test_dates_are_resolved_against_the_article(text: str, words: str, iso: str) -> None:
    assert dates(text) == [(words, iso)]


@pytest.mark.parametrize("text", ["jeudi", "hier", "le mois dernier", "le 6 juin", "en mars"])
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
