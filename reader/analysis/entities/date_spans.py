"""Reads spans of time: days, months or years from one to another, nights, quarters, decades, centuries."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import TypeAlias

from reader.analysis.entities import resolution
from reader.analysis.entities.calendar_words import (
    DAY,
    GAP,
    MONTH,
    MONTHS,
    WEEKDAY,
    WEEKDAYS,
    YEAR,
    day_number,
    folded,
)
from reader.corpus.article import PartialDate

Anchor: TypeAlias = PartialDate | None
DateReader: TypeAlias = Callable[["re.Match[str]", Anchor], str | None]
"""Gives the ISO form of what a shape matched, against the article's date; None where it stays open."""

_ORDINALS = {"premier": 1, "1er": 1, "deuxième": 2, "second": 2, "2e": 2, "troisième": 3, "3e": 3,
             "quatrième": 4, "dernier": 4, "4e": 4, "first": 1, "third": 3, "fourth": 4}  # fmt: skip
_ROMAN = {"I": 1, "V": 5, "X": 10}
_ROMAN_NUMBER = re.compile("[IVX]+")


def _day_span(match: re.Match[str], anchor: Anchor) -> str | None:
    """*du 28 mai au 2 juin 2024*: what the start leaves out it has from the end."""
    month, year = MONTHS[folded(match["month"])], match["year"]
    end = _day_in(day_number(match["day"]), month, year, anchor)
    if end is None:
        return None
    said = match.groupdict()
    first, first_month = day_number(match["first"]), said.get("first_month")
    start_month = MONTHS[folded(first_month)] if first_month else month
    start_year = int(said.get("first_year") or int(end[:4]) - (1 if start_month > month else 0))
    return resolution.interval(resolution.exact(start_year, start_month, first), end)


def _day_in(day: int, month: int, year: str | None, anchor: Anchor) -> str | None:
    return resolution.exact(int(year), month, day) if year else resolution.nearest_day(anchor, month, day)


def _month_span(match: re.Match[str], anchor: Anchor) -> str | None:
    first, last = MONTHS[folded(match["first"])], MONTHS[folded(match["month"])]
    end = (
        resolution.exact(int(match["year"]), last)
        if match["year"]
        else resolution.nearest_month(anchor, last)
    )
    if end is None:
        return None
    year = int(match["first_year"] or int(end[:4]) - (1 if first > last else 0))
    return resolution.interval(resolution.exact(year, first), end)


def _year_span(match: re.Match[str], _anchor: Anchor) -> str | None:
    return resolution.interval(match["first"], match["year"])


def _night(match: re.Match[str], anchor: Anchor) -> str | None:
    """The night from one day to the next."""
    first, second = WEEKDAYS[folded(match["weekday"])], WEEKDAYS[folded(match["second"])]
    start = resolution.weekday(anchor, first)
    if start is None or (second - first) % 7 != 1:
        return None
    return resolution.interval(start, (date.fromisoformat(start) + timedelta(1)).isoformat())


def _part_of_year(match: re.Match[str], _anchor: Anchor) -> str | None:
    if not match["year"]:
        return None
    months = 3 if folded(match["part"]).startswith(("trim", "quart")) else 6
    number = _ORDINALS[folded(match["ordinal"])]
    if folded(match["ordinal"]) == "dernier":
        number = 12 // months
    first = (number - 1) * months + 1
    year = int(match["year"])
    if first + months - 1 > 12:
        return None
    return resolution.interval(resolution.exact(year, first), resolution.exact(year, first + months - 1))


def _decade(match: re.Match[str], _anchor: Anchor) -> str | None:
    """*les années 1990*, *les années 90*; *les années 20* are of one century or the other."""
    words = match["decade"]
    if len(words) == 2 and int(words) < 30:
        return None
    start = int(words) if len(words) == 4 else 1900 + int(words)
    return resolution.interval(str(start), str(start + 9)) if start % 10 == 0 else None


def _century(match: re.Match[str], _anchor: Anchor) -> str | None:
    letters = match["century"].upper()
    if not _ROMAN_NUMBER.fullmatch(letters):
        return None
    values = [_ROMAN[letter] for letter in letters]
    number = sum(-value if value < max(values[index:]) else value for index, value in enumerate(values))
    if not 1 < number <= 21:
        return None
    return resolution.interval(f"{100 * number - 99:04}", f"{100 * number:04}")


def _week_of(match: re.Match[str], anchor: Anchor) -> str | None:
    day, month = day_number(match["day"]), MONTHS[folded(match["month"])]
    return resolution.week_of(_day_in(day, month, match["year"], anchor))


def _open(_match: re.Match[str], _anchor: Anchor) -> str | None:
    return None


_ON = rf"(?:(?:{WEEKDAY}){GAP})?"
_END = rf"{_ON}(?P<day>{DAY}){GAP}(?P<month>{MONTH})(?:{GAP}(?P<year>{YEAR}))?"
_ENGLISH_YEAR = rf"(?:,?{GAP}(?P<year>{YEAR}))?"
SPAN_SHAPES: tuple[tuple[str, DateReader], ...] = (
    (rf"(?:du|entre{GAP}le|from|between){GAP}{_ON}(?P<first>{DAY})(?:{GAP}(?P<first_month>{MONTH}))?"
     rf"(?:{GAP}(?P<first_year>{YEAR}))?{GAP}(?:au|et{GAP}le|to|and){GAP}{_END}", _day_span),
    (rf"(?P<first>{DAY})[-–](?P<day>{DAY}){GAP}(?P<month>{MONTH})(?:{GAP}(?P<year>{YEAR}))?", _day_span),
    (rf"(?P<month>{MONTH}){GAP}(?P<first>{DAY})(?:[-–]|{GAP}(?:to|and){GAP})(?P<day>{DAY}){_ENGLISH_YEAR}(?!\d)",
     _day_span),
    (rf"(?:from|between){GAP}(?P<first_month>{MONTH}){GAP}(?P<first>{DAY}){GAP}(?:to|and){GAP}"
     rf"(?P<month>{MONTH}){GAP}(?P<day>{DAY}){_ENGLISH_YEAR}(?!\d)", _day_span),
    (rf"(?:d[e'’]|entre|from|between)(?:(?<=['’])|{GAP})(?P<first>{MONTH})(?:{GAP}(?P<first_year>{YEAR}))?{GAP}"
     rf"(?:à|et|to|and){GAP}(?P<month>{MONTH})(?:{GAP}(?P<year>{YEAR}))?", _month_span),
    (rf"(?:de|entre|from|between){GAP}(?P<first>{YEAR}){GAP}(?:à|et|to|and){GAP}(?P<year>{YEAR})"
     rf"(?!\d|{GAP}(?:\d{{3}}|euros|personnes|soldats|km|mètres))", _year_span),
    (rf"(?<=en |la )(?:saison{GAP})?(?P<first>{YEAR})[-–](?P<year>{YEAR})(?!\d)", _year_span),
    (rf"nuit{GAP}(?:de|du){GAP}(?P<weekday>{WEEKDAY})(?:{GAP}{DAY})?{GAP}(?:à|au){GAP}(?P<second>{WEEKDAY})"
     rf"(?!{GAP}{DAY})", _night),
    (rf"du{GAP}(?:{WEEKDAY}){GAP}au{GAP}(?:{WEEKDAY})(?!{GAP}\d)", _open),
    (rf"(?P<ordinal>{'|'.join(_ORDINALS)}){GAP}(?P<part>trimestre|semestre|quarter|half)"
     rf"(?:{GAP}(?:(?:de|of){GAP})?(?P<year>{YEAR}))?", _part_of_year),
    (rf"(?:les{GAP})?années{GAP}(?P<decade>{YEAR}|\d0)", _decade),
    (rf"(?P<century>[IVX]{{1,5}})e{GAP}siècle", _century),
    (rf"(?:semaine{GAP}du{GAP}(?:lundi{GAP})?(?P<day>{DAY}){GAP}(?P<month>{MONTH})(?:{GAP}(?P<year>{YEAR}))?)",
     _week_of),
)  # fmt: skip
"""Patterns of spans, each with what reads it."""
