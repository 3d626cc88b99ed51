"""The dates of the query language."""

import re
from datetime import date, timedelta

from reader.corpus.article import PartialDate
from reader.library.search.query import Dates

_ONE_DAY = timedelta(days=1)
_DATE = r"\d{4}(?:-\d{1,2}(?:-\d{1,2})?)?"
_COMPARED = re.compile(rf"(<=|>=|<|>)({_DATE})", re.ASCII)
_RANGE = re.compile(rf"({_DATE})?(\.\.)?({_DATE})?", re.ASCII)


def parse_dates(value: str) -> Dates | None:
    """The days that the value of `date:` means, or None when it is no date."""
    value = value.strip().replace("…", "..")
    try:
        if compared := _COMPARED.fullmatch(value):
            return _compared(compared[1], compared[2])
        between = _RANGE.fullmatch(value)
        if (
            between is None
            or not (between[1] or between[3])
            or (between[1] and between[3] and not between[2])
        ):
            return None
        return _between(between[1], between[3], is_range=bool(between[2]))
    except (ValueError, OverflowError):
        return None


def _span(text: str) -> tuple[str, date, date]:
    parsed = PartialDate.parse(text)
    return str(parsed), *parsed.span()


def _compared(sign: str, text: str) -> Dates:
    normal, first, last = _span(text)
    if sign == "<":
        return Dates(None, first - _ONE_DAY, sign + normal)
    if sign == "<=":
        return Dates(None, last, sign + normal)
    if sign == ">":
        return Dates(last + _ONE_DAY, None, sign + normal)
    return Dates(first, None, sign + normal)


def _between(start: str | None, end: str | None, *, is_range: bool) -> Dates:
    from_normal, first, only_last = _span(start) if start else ("", None, None)
    to_normal, other_first, last = _span(end) if end else ("", None, None)
    if not is_range:
        if start:
            return Dates(first, only_last, from_normal)
        return Dates(other_first, last, to_normal)
    if first and last and first > last:  # written the wrong way round
        return _between(end, start, is_range=True)
    return Dates(first, last, f"{from_normal}..{to_normal}")
