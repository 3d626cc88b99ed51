"""The words texts give dates with, French and English, and how they are looked up."""

MONTHS = {
    "janvier": 1, "février": 2, "fevrier": 2, "mars": 3, "avril": 4, "mai": 5, "juin": 6, "juillet": 7,
    "août": 8, "aout": 8, "septembre": 9, "octobre": 10, "novembre": 11, "décembre": 12, "decembre": 12,
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8,
    "september": 9, "october": 10, "november": 11, "december": 12,
}  # fmt: skip
WEEKDAYS = {
    "lundi": 0, "mardi": 1, "mercredi": 2, "jeudi": 3, "vendredi": 4, "samedi": 5, "dimanche": 6,
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6,
}  # fmt: skip
DAYS = {
    "avant-hier": -2, "hier": -1, "yesterday": -1, "aujourd'hui": 0, "today": 0, "demain": 1, "tomorrow": 1,
    "après-demain": 2,
}  # fmt: skip
"""Days from the article's own."""
COUNTS = {
    "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8,
    "neuf": 9, "dix": 10, "quinze": 15, "vingt": 20, "trente": 30, "a": 1, "two": 2, "three": 3, "four":
    4, "five": 5, "ten": 10,
}  # fmt: skip

MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
WEEKDAY = "|".join(WEEKDAYS)
DAY = r"(?:1er|3[01]|[12]\d|0?[1-9])"
YEAR = r"(?:1[4-9]|20)\d\d"
GAP = r"[ \t\u00a0\u202f]{1,3}"
"""Parts of patterns: a month, a day of the week, a day of the month, a year, the space between words."""


def folded(word: str) -> str:
    """A word as the tables here spell it: patterns that do not mind capitals take `ſ` for s and `ı` for i too."""
    return word.casefold().replace("ı", "i").replace("’", "'")


def day_number(word: str) -> int:
    """A day of the month in figures: `3`, `1er`, `1ER`."""
    return int(folded(word).removesuffix("er"))
