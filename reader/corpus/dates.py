"""When an article was published, as far as it says so itself."""

import re

from reader.corpus.article import Origin, PartialDate
from reader.corpus.front_matter import FrontMatter

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "janvier january janv jan",
            "février fevrier february févr fév feb",
            "mars march mar",
            "avril april avr apr",
            "mai may",
            "juin june jun",
            "juillet july juil jul",
            "août aout august aug",
            "septembre september sept sep",
            "octobre october oct",
            "novembre november nov",
            "décembre decembre december déc dec",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DAY_MONTH = re.compile(rf"\b(\d{{1,2}})(?:er|st|nd|rd|th)? ({_MONTH})\.?,? ((?:19|20)\d\d)\b", re.IGNORECASE)
_MONTH_DAY = re.compile(rf"\b({_MONTH})\.? (\d{{1,2}})(?:st|nd|rd|th)?,? ((?:19|20)\d\d)\b", re.IGNORECASE)
_ISO = re.compile(r"(?<!\d)((?:19|20)\d\d)-(\d\d)(?:-(\d\d))?(?!\d)")
_ISO_TIME = re.compile(
    r"(?<!\d)(?:19|20)\d\d-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?)?(?!\d)"
)
_SLASHED = re.compile(r"(?<!\d)(\d{1,2})[/.](\d{1,2})[/.]((?:19|20)\d\d)(?!\d)")
_YEAR = re.compile(r"((?:19|20)\d\d)\Z")
_URL = re.compile(r"[/_-]((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?!\d)")
_FILE_NAME = re.compile(r"(?<!\d)((?:19|20)\d\d)([-_.])(0[1-9]|1[0-2])(?:\2(0[1-9]|[12]\d|3[01]))?(?!\d)")
_FILE_NAME_SOLID = re.compile(
    r"(?<![0-9a-fA-F])((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?![0-9a-fA-F])"
)
_FIRST_YEAR = 1900


def read_date(text: str) -> PartialDate | None:
    """The first date written out in `text`: ISO, `3 mai 2024`, `May 3, 2024`, `03/05/2024` (day first)."""
    found: list[tuple[int, PartialDate]] = []
    for pattern, order in (
        (_ISO, (1, 2, 3)),
        (_DAY_MONTH, (3, 2, 1)),
        (_MONTH_DAY, (3, 1, 2)),
        (_SLASHED, (3, 2, 1)),
    ):
        match = pattern.search(text)
        if match is None:
            continue
        year, month, day = (_number(match[group]) for group in order)
        if (made := _date(year, month, day)) is not None:
            found.append((match.start(), made))
    return min(found)[1] if found else None


def without_dates(text: str) -> str:
    """`text` without the full dates written out in it."""
    if "19" not in text and "20" not in text:
        return text
    for pattern in (_ISO_TIME, _DAY_MONTH, _MONTH_DAY, _SLASHED):
        text = pattern.sub("", text)
    return text


def date_of(
    front: FrontMatter, bylines: list[str], dateline: str, path: str
) -> tuple[PartialDate | None, Origin | None]:
    """The date of an article and where it was read: fields, its own lines (`bylines`), `dateline`, name."""
    for written in (front.date, front.leading_date):
        date = read_date(written) or _year(written)
        if date is not None:
            return date, Origin.FRONT_MATTER
    if front.url and (match := _URL.search(front.url)) is not None:
        date = _date(int(match[1]), int(match[2]), int(match[3]))
        if date is not None:
            return date, Origin.FRONT_MATTER
    for line in bylines:
        if (date := read_date(line)) is not None:
            return date, Origin.LINE
    if dateline and (date := read_date(dateline)) is not None:
        return date, Origin.TEXT
    name = path.rpartition("/")[2]
    match = _FILE_NAME.search(name)
    if match is not None and (date := _date(int(match[1]), int(match[3]), int(match[4] or 0))) is not None:
        return date, Origin.FILE_NAME
    match = _FILE_NAME_SOLID.search(name)
    if match is not None and (date := _date(int(match[1]), int(match[2]), int(match[3]))) is not None:
        return date, Origin.FILE_NAME
    return None, None


def _number(written: str | None) -> int:
    if not written:
        return 0
    return int(written) if written.isdigit() else _MONTHS[written.lower()]


def _year(written: str) -> PartialDate | None:
    match = _YEAR.match(written)
    return PartialDate(int(match[1])) if match is not None else None


def _date(year: int, month: int, day: int) -> PartialDate | None:
    made = PartialDate(year, month, day)
    try:
        return PartialDate.parse(str(made)) if year >= _FIRST_YEAR else None
    except ValueError:
        return None
