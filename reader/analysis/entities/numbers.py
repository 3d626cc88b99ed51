"""Numbers as French and English texts write them, in figures and in words."""

import re
from decimal import Decimal

_UNITS = {
    "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9, "dix": 10,
    "onze": 11, "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16, "dix-sept": 17,
    "dix-huit": 18, "dix-neuf": 19, "vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50,
    "soixante": 60, "soixante-dix": 70, "septante": 70, "quatre-vingts": 80, "quatre-vingt-dix": 90,
    "nonante": 90, "cent": 100, "mille": 1000, "un": 1, "une": 1, "two": 2, "three": 3, "four": 4,
    "five": 5, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "twenty": 20,
    "thirty": 30, "forty": 40, "fifty": 50, "hundred": 100,
}  # fmt: skip
_ROUND = {
    "dizaine": 10, "douzaine": 12, "quinzaine": 15, "vingtaine": 20, "trentaine": 30, "quarantaine": 40,
    "cinquantaine": 50, "soixantaine": 60, "centaine": 100, "millier": 1000, "dozen": 12,
}  # fmt: skip
SCALES = {
    "mille": 10**3, "millier": 10**3, "milliers": 10**3, "million": 10**6, "millions": 10**6,
    "milliard": 10**9, "milliards": 10**9, "md": 10**9, "mds": 10**9, "thousand": 10**3, "billion":
    10**9, "trillion": 10**12,
}  # fmt: skip
SIGNED = r"\d{1,3}(?:[   .,]\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d+(?:[.,]\d+)?"
"""A number in figures: thousands parted by a space, a point or a comma, then decimals."""
WORDED = "|".join(sorted((*_UNITS, *_ROUND), key=len, reverse=True))
_GROUPED = re.compile(r"\d{1,3}(?:([   .,])\d{3})(?:\1\d{3})*(?:[.,]\d{1,2})?$")


def value_of(words: str) -> Decimal | None:
    """The value of a number in figures or in one word; None when it is neither."""
    lower = words.lower()
    if lower in _UNITS:
        return Decimal(_UNITS[lower])
    if lower in _ROUND:
        return Decimal(_ROUND[lower])
    if not lower[:1].isdigit():
        return None
    grouped = _GROUPED.match(lower)
    if grouped is not None and not (grouped[1] in ".," and lower.startswith("0")):
        lower = lower.replace(grouped[1], "")
    return Decimal(re.sub(r"[   ]", "", lower).replace(",", "."))


def is_round(words: str) -> bool:
    """Whether a word gives a number by the dozen (*une vingtaine*)."""
    return words.lower() in _ROUND


def written(value: Decimal) -> str:
    """A value in figures, thousands parted by a space, decimals by a comma."""
    whole, _, decimals = f"{value.normalize():f}".partition(".")
    groups = f"{int(whole):,}".replace(",", " ")
    return f"{groups},{decimals}" if decimals else groups
