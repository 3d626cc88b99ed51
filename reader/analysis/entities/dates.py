"""Finds dates: absolute, partial and relative, in French and English, and resolves those that can be."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reader.analysis.entities import resolution
from reader.analysis.entities.calendar_words import (
    COUNTS,
    DAY,
    DAYS,
    GAP,
    MONTH,
    MONTHS,
    WEEKDAY,
    WEEKDAYS,
    YEAR,
    day_number,
    folded,
)
from reader.analysis.entities.date_spans import SPAN_SHAPES, Anchor, DateReader
from reader.analysis.entities.windows import windows
from reader.corpus.article import PartialDate

_COUNT = "|".join(COUNTS)
_PART = r"matin|midi|après-midi|soir|nuit|morning|afternoon|evening|night"


@dataclass(frozen=True, slots=True)
class DateWords:
    """A date as written: code points of the text, and its ISO form when it could be resolved."""

    start: int
    end: int
    iso: str | None


def _full(match: re.Match[str], anchor: Anchor) -> str | None:
    day, month = day_number(match["day"]), MONTHS[folded(match["month"])]
    if match["year"]:
        return resolution.exact(int(match["year"]), month, day)
    return resolution.nearest_day(anchor, month, day, _turn(match.groupdict().get("turn")))


def _day_and_month(match: re.Match[str], anchor: Anchor) -> str | None:
    return resolution.nearest_day(anchor, int(match["month"]), int(match["day"]))


def _numeric(match: re.Match[str], _anchor: Anchor) -> str | None:
    return resolution.exact(int(match["year"]), int(match["month"]), int(match["day"]))


def _month_year(match: re.Match[str], _anchor: Anchor) -> str | None:
    return resolution.exact(int(match["year"]), MONTHS[folded(match["month"])])


def _month(match: re.Match[str], anchor: Anchor) -> str | None:
    turn = _turn(match["turn"] or match["before"])
    return resolution.nearest_month(anchor, MONTHS[folded(match["month"])], turn)


def _year(match: re.Match[str], _anchor: Anchor) -> str | None:
    return resolution.exact(int(match["year"]))


def _weekday(match: re.Match[str], anchor: Anchor) -> str | None:
    turn = _turn(match["turn"] or match["before"])
    number = WEEKDAYS[folded(match["weekday"])]
    if match["number"]:
        return resolution.weekday_of_month(anchor, number, day_number(match["number"]))
    return resolution.weekday(anchor, number, turn)


def _day(match: re.Match[str], anchor: Anchor) -> str | None:
    return resolution.day_from(anchor, DAYS[folded(match["day"])])


def _this_day(_match: re.Match[str], anchor: Anchor) -> str | None:
    return resolution.day_from(anchor, 0)


def _span(match: re.Match[str], anchor: Anchor) -> str | None:
    return _unit_from(anchor, folded(match["unit"]), _turn(match["turn"]))


def _ago(match: re.Match[str], anchor: Anchor) -> str | None:
    return _units_from(match, anchor, -1)


def _ahead(match: re.Match[str], anchor: Anchor) -> str | None:
    return _units_from(match, anchor, 1)


def _units_from(match: re.Match[str], anchor: Anchor, sign: int) -> str | None:
    words = folded(match["count"])
    count = sign * (int(words) if words.isdigit() else COUNTS[words])
    unit = folded(match["unit"])
    if unit.startswith(("jour", "day")):
        return resolution.day_from(anchor, count)
    return _unit_from(anchor, unit, count)


def _unit_from(anchor: Anchor, unit: str, count: int) -> str | None:
    if unit.startswith("week") and unit.endswith("end"):
        return resolution.week(anchor, count, first=5, last=6)
    if unit.startswith(("semaine", "week")):
        return resolution.week(anchor, count)
    if unit.startswith(("mois", "month")):
        return resolution.month_from(anchor, count)
    if unit.startswith(("an", "year")):
        return resolution.year_from(anchor, count)
    return None


def _turn(word: str | None) -> int:
    lower = folded(word or "")
    if lower.startswith(("dern", "pass", "last")):
        return -1
    return 1 if lower.startswith(("proch", "next", "suiv")) else 0


_TURN = r"derni(?:er|ère)|prochaine?|passée?"
_UNIT = r"mois|semaine|week-end|année|an|été|hiver|printemps|automne|siècle|trimestre"
_SEASONS = ("été", "hiver", "printemps", "automne", "summer", "winter", "spring", "autumn", "fall")
_APOS = "['’]"
_SHAPES: tuple[tuple[str, DateReader], ...] = (
    (rf"(?P<year>{YEAR})-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])", _numeric),
    (rf"(?P<day>{DAY})[/.](?P<month>0?[1-9]|1[0-2])[/.](?P<year>{YEAR})", _numeric),
    (rf"(?:(?:{WEEKDAY}),?{GAP}(?:le{GAP})?)?(?P<day>{DAY}){GAP}(?P<month>{MONTH})(?:,?{GAP}(?P<year>{YEAR})"
     rf"|{GAP}(?P<turn>{_TURN}))?", _full),
    (rf"(?:(?:{WEEKDAY}){GAP})?(?P<day>{DAY})(?=(?:,{GAP}(?:(?:{WEEKDAY}){GAP})?{DAY}){{0,4}},?{GAP}(?:et|ou)"
     rf"{GAP}(?:le{GAP})?(?:(?:{WEEKDAY}){GAP})?{DAY}{GAP}(?P<month>{MONTH})(?:{GAP}(?P<year>{YEAR}))?)", _full),
    (r"(?<=le )(?P<day>0?[1-9]|[12]\d|3[01])/(?P<month>0?[1-9]|1[0-2])(?![/.\d])", _day_and_month),
    (rf"(?:(?:{WEEKDAY}),?{GAP})?(?P<month>{MONTH}){GAP}(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
     rf"(?:,?{GAP}(?P<year>{YEAR}))?(?!\d|{GAP}{YEAR})", _full),
    (rf"(?:(?:début|courant|fin|mi|late|early|mid)[ -])?(?P<month>{MONTH}),?{GAP}(?P<year>{YEAR})",
     _month_year),
    (rf"(?:(?<=en )|(?<=in )|(?<=dès )|(?<=ici )|(?<=mois de )|(?<=depuis )|(?<=since )"
     rf"|(?P<before>last|next){GAP}|(?:début|courant|fin|mi|late|early|mid)[ -])"
     rf"(?P<month>{MONTH})(?:{GAP}(?P<turn>{_TURN}))?", _month),
    (rf"(?P<before>(?:last|next){GAP})?(?P<weekday>{WEEKDAY})(?:{GAP}(?P<turn>{_TURN})|{GAP}(?P<number>{DAY})(?![\\d.,:/]"
     rf"|{GAP}(?:h|heures?)\\b))?(?:{GAP}(?:{_PART}))?",
     _weekday),
    (rf"(?P<day>avant-hier|hier|yesterday|aujourd{_APOS}hui|today|demain|tomorrow|après-demain)"
     rf"(?:{GAP}(?:{_PART}))?", _day),
    (r"ce (?:matin|soir)|cet après-midi|cette nuit|this (?:morning|afternoon|evening)|tonight", _this_day),
    (rf"(?:(?:le|la|cette) |l{_APOS})(?P<unit>{_UNIT}){GAP}(?P<turn>{_TURN})", _span),
    (r"(?P<turn>last|next) (?P<unit>week-?end|week|month|year|summer|winter|spring|autumn|fall)", _span),
    (r"(?:cette|ce|cet) (?P<unit>semaine|année|week-end|été|hiver|printemps|automne|mois-ci)"
     r"|this (?P<english>week|month|year|summer)", lambda match, anchor: _unit_from(
         anchor, folded(match["unit"] or match["english"]), 0)),
    (rf"il y a (?:environ |près de |plus d{_APOS}|plus de )?(?P<count>\d{{1,3}}|{_COUNT}){GAP}"
     r"(?P<unit>jours?|semaines?|mois|ans?|années?)", _ago),
    (rf"(?P<count>\d{{1,3}}|{_COUNT}){GAP}(?P<unit>days?|weeks?|months?|years?) ago", _ago),
    (rf"(?:(?<=en )|(?<=depuis )|(?<=dès )|(?<=avant )|(?<=après )|(?<=an )|(?<=année )|(?<=saison )|(?<=in )"
     rf"|(?<=since )|(?<=by )"
     rf"|(?:début|fin|mi|été|printemps|automne|hiver)[ -](?:de {GAP})?)"
     rf"(?P<year>{YEAR})(?![-.,]?\d|{GAP}(?:\d{{3}}|euros|personnes|soldats|km|mètres))", _year),
    (rf"(?<=\()(?P<year>{YEAR})(?=\))", _year),
    (rf"dans{GAP}(?P<count>\d{{1,3}}|{_COUNT}){GAP}(?P<unit>jours?|semaines?|mois|ans?|années?)(?!{GAP}d[e'’])",
     _ahead),
    *SPAN_SHAPES,
)  # fmt: skip
_COMPILED = tuple(
    (re.compile(rf"(?<![\w-])(?:{shape})(?![\w])", re.IGNORECASE), reader) for shape, reader in _SHAPES
)
_TELLING = frozenset((
    *MONTHS, *WEEKDAYS, *DAYS, *_SEASONS, "matin", "après-midi", "soir", "nuit", "jour", "jours", "mois",
    "semaine", "semaines", "week-end", "weekend", "année", "années", "an", "ans", "l'an", "l’an", "siècle",
    "trimestre", "semestre", "morning", "afternoon", "evening", "tonight", "night", "day", "days", "week",
    "weeks", "month", "months", "year", "years", "quarter", "half", "aujourd’hui", "aujourd",
))  # fmt: skip


def _telling(word: str) -> bool:
    """Whether a word may be part of a date: each has one at least."""
    if word in _TELLING:
        return True
    if word[0].isdigit() or word[-1].isdigit():
        return True
    return ("'" in word or "’" in word or "-" in word) and not _TELLING.isdisjoint(_PARTS.split(word))


_PARTS = re.compile("['’-]")
_MARGIN = 40


def find_dates(text: str, start: int, end: int, anchor: PartialDate | None) -> Iterator[DateWords]:
    """The dates between `start` and `end` of `text`, in order, apart; `anchor` is the article's date.

    Where several readings begin at different places the earlier, then the longer one wins.
    """
    found = [
        (match.start(), -match.end(), place, match)
        for low, high in windows(_telling, text, start, end, _MARGIN)
        for place, (pattern, _) in enumerate(_COMPILED)
        for match in pattern.finditer(text, low, high)
    ]
    found.sort(key=lambda item: item[:3])
    free = start
    for first, last, place, match in found:
        if first >= free:
            yield DateWords(first, -last, _COMPILED[place][1](match, anchor))
            free = -last
