"""Finds dates: absolute, partial and relative, in French and English, and resolves those that can be."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from reader.analysis.entities import resolution
from reader.analysis.entities.calendar_words import COUNTS, DAYS, MONTHS, WEEKDAYS
from reader.corpus.article import PartialDate

_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_WEEKDAY = "|".join(WEEKDAYS)
_DAY = r"(?:1er|3[01]|[12]\d|0?[1-9])"
_YEAR = r"(?:1[4-9]|20)\d\d"
_S = r"[ \t   ]{1,3}"
_COUNT = "|".join(COUNTS)
_PART = r"matin|midi|après-midi|soir|nuit|morning|afternoon|evening|night"


@dataclass(frozen=True, slots=True)
class DateWords:
    """A date as written: code points of the text, and its ISO form when it could be resolved."""

    start: int
    end: int
    iso: str | None


_Anchor = PartialDate | None
_Reader = Callable[["re.Match[str]", _Anchor], str | None]


def _full(match: re.Match[str], anchor: _Anchor) -> str | None:
    day, month = int(match["day"].removesuffix("er")), MONTHS[match["month"].lower()]
    if match["year"]:
        return resolution.exact(int(match["year"]), month, day)
    return resolution.nearest_day(anchor, month, day)


def _numeric(match: re.Match[str], _anchor: _Anchor) -> str | None:
    return resolution.exact(int(match["year"]), int(match["month"]), int(match["day"]))


def _month_year(match: re.Match[str], _anchor: _Anchor) -> str | None:
    return resolution.exact(int(match["year"]), MONTHS[match["month"].lower()])


def _month(match: re.Match[str], anchor: _Anchor) -> str | None:
    turn = _turn(match["turn"] or match["before"])
    return resolution.nearest_month(anchor, MONTHS[match["month"].lower()], turn)


def _year(match: re.Match[str], _anchor: _Anchor) -> str | None:
    return resolution.exact(int(match["year"]))


def _unresolved(_match: re.Match[str], _anchor: _Anchor) -> str | None:
    return None


def _weekday(match: re.Match[str], anchor: _Anchor) -> str | None:
    turn = _turn(match["turn"] or match["before"])
    return resolution.weekday(anchor, WEEKDAYS[match["weekday"].lower()], coming=turn > 0)


def _day(match: re.Match[str], anchor: _Anchor) -> str | None:
    return resolution.day_from(anchor, DAYS[match["day"].lower().replace("’", "'")])


def _this_day(_match: re.Match[str], anchor: _Anchor) -> str | None:
    return resolution.day_from(anchor, 0)


def _span(match: re.Match[str], anchor: _Anchor) -> str | None:
    return _unit_from(anchor, match["unit"].lower(), _turn(match["turn"]))


def _ago(match: re.Match[str], anchor: _Anchor) -> str | None:
    words = match["count"].lower()
    count = int(words) if words.isdigit() else COUNTS[words]
    unit = match["unit"].lower()
    if unit.startswith(("jour", "day")):
        return resolution.day_from(anchor, -count)
    return None if unit.startswith(("semaine", "week")) else _unit_from(anchor, unit, -count)


def _unit_from(anchor: _Anchor, unit: str, count: int) -> str | None:
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
    lower = (word or "").lower()
    if lower.startswith(("dern", "pass", "last")):
        return -1
    return 1 if lower.startswith(("proch", "next", "suiv")) else 0


_TURN = r"derni(?:er|ère)|prochaine?|passée?"
_UNIT = r"mois|semaine|week-end|année|an|été|hiver|printemps|automne|siècle|trimestre"
_APOS = "['’]"
_SHAPES: tuple[tuple[str, _Reader], ...] = (
    (rf"(?P<year>{_YEAR})-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])", _numeric),
    (rf"(?P<day>{_DAY})[/.](?P<month>0?[1-9]|1[0-2])[/.](?P<year>{_YEAR})", _numeric),
    (rf"(?:(?:{_WEEKDAY}),?{_S}(?:le{_S})?)?(?P<day>{_DAY}){_S}(?P<month>{_MONTH})(?:,?{_S}(?P<year>{_YEAR}))?",
     _full),
    (rf"(?:(?:{_WEEKDAY}),?{_S})?(?P<month>{_MONTH}){_S}(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
     rf"(?:,?{_S}(?P<year>{_YEAR}))?(?!\d|{_S}{_YEAR})", _full),
    (rf"(?:(?:début|courant|fin|mi|late|early|mid)[ -])?(?P<month>{_MONTH}),?{_S}(?P<year>{_YEAR})",
     _month_year),
    (rf"(?:(?<=en )|(?<=in )|(?<=dès )|(?<=ici )|(?<=mois de )|(?<=depuis )|(?<=since )"
     rf"|(?P<before>last|next){_S}|(?:début|courant|fin|mi|late|early|mid)[ -])"
     rf"(?P<month>{_MONTH})(?:{_S}(?P<turn>{_TURN}))?", _month),
    (rf"(?P<before>(?:last|next){_S})?(?P<weekday>{_WEEKDAY})(?:{_S}(?P<turn>{_TURN}))?(?:{_S}(?:{_PART}))?",
     _weekday),
    (rf"(?P<day>avant-hier|hier|yesterday|aujourd{_APOS}hui|today|demain|tomorrow|après-demain)"
     rf"(?:{_S}(?:{_PART}))?", _day),
    (r"ce (?:matin|soir)|cet après-midi|cette nuit|this (?:morning|afternoon|evening)|tonight", _this_day),
    (rf"(?:(?:le|la|cette) |l{_APOS})(?P<unit>{_UNIT}){_S}(?P<turn>{_TURN})", _span),
    (r"(?P<turn>last|next) (?P<unit>week-?end|week|month|year|summer|winter|spring|autumn|fall)", _span),
    (r"(?:cette|ce|cet) (?P<unit>semaine|année|week-end|été|hiver|printemps|automne|mois-ci)"
     r"|this (?P<english>week|month|year|summer)", lambda match, anchor: _unit_from(
         anchor, (match["unit"] or match["english"]).lower(), 0)),
    (rf"il y a (?:environ |près de |plus d{_APOS}|plus de )?(?P<count>\d{{1,3}}|{_COUNT}){_S}"
     r"(?P<unit>jours?|semaines?|mois|ans?|années?)", _ago),
    (rf"(?P<count>\d{{1,3}}|{_COUNT}){_S}(?P<unit>days?|weeks?|months?|years?) ago", _ago),
    (rf"(?:(?<=en )|(?<=depuis )|(?<=dès )|(?<=avant )|(?<=après )|(?<=an )|(?<=in )|(?<=since )|(?<=by )"
     rf"|(?:début|fin|mi|été|printemps|automne|hiver)[ -](?:de {_S})?)"
     rf"(?P<year>{_YEAR})(?![-.,]?\d|{_S}(?:\d{{3}}|euros|personnes|soldats|km|mètres))", _year),
    (rf"(?<=\()(?P<year>{_YEAR})(?=\))", _year),
    (rf"(?:les )?années (?:{_YEAR}|\d0)|[IVX]{{1,5}}e siècle", _unresolved),
)  # fmt: skip
_COMPILED = tuple(
    (re.compile(rf"(?<![\w-])(?:{shape})(?![\w])", re.IGNORECASE), reader) for shape, reader in _SHAPES
)


def find_dates(text: str, start: int, end: int, anchor: PartialDate | None) -> Iterator[DateWords]:
    """The dates between `start` and `end` of `text`, in order, apart; `anchor` is the article's date.

    Where several readings begin at different places the earlier, then the longer one wins.
    """
    found = [
        (match.start(), -match.end(), place, match)
        for place, (pattern, _) in enumerate(_COMPILED)
        for match in pattern.finditer(text, start, end)
    ]
    found.sort(key=lambda item: item[:3])
    free = start
    for first, last, place, match in found:
        if first >= free:
            yield DateWords(first, -last, _COMPILED[place][1](match, anchor))
            free = -last
