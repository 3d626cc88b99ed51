"""Works out which day, month or span relative dates mean, from the date of the article.

All answers are ISO 8601, reduced (`2024-05`) or an interval (`2024-05-20/2024-05-26`); None when the date of
the article is missing or too coarse to be sure.
"""

from datetime import date, timedelta

from reader.corpus.article import PartialDate

_NEAR_MONTHS = 4
_NEAR_DAYS = 120
_NEAR_WEEKDAYS = 49


def _day(anchor: PartialDate | None) -> date | None:
    return date(anchor.year, anchor.month, anchor.day) if anchor is not None and anchor.day else None


def exact(year: int, month: int = 0, day: int = 0) -> str | None:
    """The ISO form of a date that is fully said; None when no calendar has it."""
    if day and not month:
        return None
    try:
        date(year, month or 1, day or 1)
    except ValueError:
        return None
    return str(PartialDate(year, month, day))


def day_from(anchor: PartialDate | None, days: int) -> str | None:
    """The day `days` after the article's."""
    origin = _day(anchor)
    try:
        return None if origin is None else (origin + timedelta(days)).isoformat()
    except OverflowError:
        return None


def weekday(anchor: PartialDate | None, number: int, turn: int = 0) -> str | None:
    """The last such day up to the article's own (the press writes *jeudi* of its own day); the one
    before the article's own (`turn` -1), or the next one (1)."""
    origin = _day(anchor)
    if origin is None:
        return None
    if turn > 0:
        return day_from(anchor, (number - origin.weekday() - 1) % 7 + 1)
    back = (origin.weekday() - number) % 7
    return day_from(anchor, -(back or 7) if turn < 0 else -back)


def weekday_of_month(anchor: PartialDate | None, number: int, day: int) -> str | None:
    """The nearest `day` of a month that falls on a weekday (*mardi 28*), within seven weeks."""
    origin = _day(anchor)
    if origin is None:
        return None
    for days in sorted(range(-_NEAR_WEEKDAYS, _NEAR_WEEKDAYS + 1), key=abs):
        there = day_from(anchor, days)
        if there is not None and int(there[-2:]) == day and date.fromisoformat(there).weekday() == number:
            return there
    return None


def week(anchor: PartialDate | None, weeks: int, *, first: int = 0, last: int = 6) -> str | None:
    """The week `weeks` after the article's, from its weekday `first` to `last`."""
    origin = _day(anchor)
    if origin is None:
        return None
    monday = -origin.weekday() + 7 * weeks
    start, end = day_from(anchor, monday + first), day_from(anchor, monday + last)
    return f"{start}/{end}" if start and end else None


def month_from(anchor: PartialDate | None, months: int) -> str | None:
    """The month `months` after the article's."""
    if anchor is None or not anchor.month:
        return None
    count = anchor.year * 12 + anchor.month - 1 + months
    return exact(count // 12, count % 12 + 1)


def year_from(anchor: PartialDate | None, years: int) -> str | None:
    """The year `years` after the article's."""
    return None if anchor is None else exact(anchor.year + years)


def nearest_month(anchor: PartialDate | None, month: int, turn: int = 0) -> str | None:
    """A month without a year: the last (`turn` -1) or next (1) one, else the nearest
    if that is clear (4 months)."""
    if anchor is None or not anchor.month:
        return None
    after = (month - anchor.month) % 12
    if turn > 0:
        return month_from(anchor, after or 12)
    if turn < 0:
        return month_from(anchor, (after - 12) if after else -12)
    if after <= _NEAR_MONTHS:
        return month_from(anchor, after)
    return month_from(anchor, after - 12) if after >= 12 - _NEAR_MONTHS else None


def nearest_day(anchor: PartialDate | None, month: int, day: int, turn: int = 0) -> str | None:
    """A day of a month without a year: the nearest to the article's date, if it is within 120 days; the
    last (`turn` -1) or the next one (1) however far."""
    if anchor is None or not anchor.month:
        return None
    origin = date(anchor.year, anchor.month, anchor.day or 15)
    far = 366 if turn else _NEAR_DAYS
    near: list[date] = []
    for year in (anchor.year - 1, anchor.year, anchor.year + 1):
        try:
            there = date(year, month, day)
        except ValueError:
            continue
        if abs(there - origin).days <= far and (there - origin).days * turn >= 0:
            near.append(there)
    return min(near, key=lambda there: abs(there - origin)).isoformat() if near else None


def week_of(day: str | None) -> str | None:
    """The week, Monday to Sunday, of an ISO day."""
    if day is None:
        return None
    there = date.fromisoformat(day)
    return week(PartialDate(there.year, there.month, there.day), 0)


def interval(start: str | None, end: str | None) -> str | None:
    """The ISO interval from `start` to `end`, both of one form; None when either is open or they are in
    the wrong order."""
    return f"{start}/{end}" if start and end and len(start) == len(end) and start < end else None
