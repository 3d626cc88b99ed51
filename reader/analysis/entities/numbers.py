"""Numbers as French and English texts write them, in figures and in words."""

import re
from decimal import Decimal

_UNITS = {
    "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8,
    "neuf": 9, "dix": 10, "onze": 11, "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16,
    "vingt": 20, "vingts": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60,
    "septante": 70, "huitante": 80, "octante": 80, "nonante": 90, "cent": 100, "cents": 100, "mille": 1000,
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100,
}  # fmt: skip
_ROUND = {
    "dizaine": 10, "douzaine": 12, "quinzaine": 15, "vingtaine": 20, "trentaine": 30, "quarantaine": 40,
    "cinquantaine": 50, "soixantaine": 60, "centaine": 100, "millier": 1000, "dozen": 12,
}  # fmt: skip
SCALES = {
    "mille": 10**3, "millier": 10**3, "milliers": 10**3, "million": 10**6, "millions": 10**6,
    "milliard": 10**9, "milliards": 10**9, "demi-million": 5 * 10**5, "demi-milliard": 5 * 10**8,
    "md": 10**9, "mds": 10**9, "thousand": 10**3, "billion": 10**9, "trillion": 10**12,
}  # fmt: skip
SHORT_SCALES = {"k": 10**3, "m": 10**6, "bn": 10**9, "tn": 10**12, "md": 10**9, "mds": 10**9}
"""Scales of one letter or two, which stand beside the sign of a currency (`2,5 M€`, `$3bn`)."""
SIGNED = r"\d{1,3}(?:[ \u00a0\u202f.,]\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d+(?:[.,]\d+)?"
"""A number in figures: thousands parted by a space, a point or a comma, then decimals."""
_UNIT = "|".join(sorted(_UNITS, key=len, reverse=True))
WORDED = rf"(?:{_UNIT})(?:(?:[ -]et[ -]|[ -])(?:{_UNIT})\b){{0,9}}|" + "|".join(
    sorted(_ROUND, key=len, reverse=True)
)
"""A number in words, or one by the dozen (*une vingtaine*)."""
_GROUPED = re.compile(r"\d{1,3}(?:([ \u00a0\u202f.,])\d{3})(?:\1\d{3})*(?:[.,]\d{1,2})?$")
_PLAIN = re.compile(r"\d+(?:\.\d+)?")
_TELLING = frozenset((*_UNITS, *SCALES, *_ROUND, *(word + "s" for word in _ROUND))) - {"un", "une", "one"}
_APART = re.compile("['’-]")
_BETWEEN = re.compile(r"[ -]et[ -]|[ -]")


def value_of(words: str) -> Decimal | None:
    """The value of a number in figures or in words; None when it is neither."""
    lower = words.lower()
    if lower in _ROUND:
        return Decimal(_ROUND[lower])
    if not lower[:1].isdigit():
        return _spoken(lower)
    grouped = _GROUPED.match(lower)
    if grouped is not None and not (grouped[1] in ".," and lower.startswith("0")):
        lower = lower.replace(grouped[1], "")
    plain = re.sub(r"[ \u00a0\u202f]", "", lower).replace(",", ".")
    return Decimal(plain) if _PLAIN.fullmatch(plain) else None  # 0.800.00 is a telephone's


def _spoken(lower: str) -> Decimal | None:
    """The value of *trois mille deux cent quatre-vingt-dix*; None where the words make no number."""
    thousands = value = 0
    for word in _BETWEEN.split(lower):
        number = _UNITS.get(word)
        if number is None or (number == 1000 and thousands):
            return None
        if number == 1000:
            thousands, value = max(value, 1) * 1000, 0
        elif number == 100 and value < 10:
            value = max(value, 1) * 100
        elif word in ("vingt", "vingts") and value % 100 == 4:
            value += 76
        elif _fits(value % 100, number):
            value += number
        else:
            return None
    return Decimal(thousands + value)


def _fits(before: int, number: int) -> bool:
    """Whether `number` may follow a number below a hundred: *vingt deux*, *soixante douze*, not *deux trois*."""
    if not before:
        return number < 100
    most = 20 if before in (60, 80) else 10
    return before >= 20 and before % 10 == 0 and number < most


def is_round(words: str) -> bool:
    """Whether a word gives a number by the dozen (*une vingtaine*)."""
    return words.lower() in _ROUND


def written(value: Decimal) -> str:
    """A value in figures, thousands parted by a space, decimals by a comma."""
    whole, _, decimals = f"{value.normalize():f}".partition(".")
    groups = f"{int(whole):,}".replace(",", " ")
    return f"{groups},{decimals}" if decimals else groups


def tells_number(word: str) -> bool:
    """Whether a word, in lower case, may be part of an amount: each has such a word (*un* alone is none)."""
    if word in _TELLING or word[0].isdigit() or word[-1].isdigit():
        return True
    return ("'" in word or "’" in word or "-" in word) and not _TELLING.isdisjoint(_APART.split(word))
