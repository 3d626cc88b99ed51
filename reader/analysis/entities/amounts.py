"""Finds amounts: a number, its bounds, its unit or what is counted, and their normal form."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from reader.analysis.entities.lists import demonym_forms, words
from reader.analysis.entities.numbers import SCALES, SIGNED, WORDED, is_round, value_of, written

_S = r"[ \t\u00a0\u202f]{0,2}"
_BOUNDS = {
    "≥": ("plus de", "plus d'", "au moins", "pas moins de", "au minimum", "more than", "at least", "over"),
    "≤": ("moins de", "jusqu'à", "au plus", "au maximum", "up to", "less than", "fewer than"),
    "≈": ("environ", "près de", "près d'", "quelque", "quelques", "autour de", "à peu près", "presque",
          "about", "around", "nearly", "almost", "some", "roughly"),
}  # fmt: skip
_BOUND = "|".join(
    re.escape(bound).replace("'", "['’]")
    for bound in sorted((*sum(_BOUNDS.values(), ()), "une", "un"), key=len, reverse=True)
)
_SCALE = "|".join(sorted(SCALES, key=len, reverse=True))
_AMOUNT = re.compile(
    rf"""(?<![\w-])(?<!\d[.,:/-])
    (?P<bounds>(?:(?:{_BOUND})[ \t\u00a0\u202f]{{0,2}}){{0,2}})
    (?P<sign>[$€£]{_S})?
    (?:(?P<number>{SIGNED})|(?P<word>{WORDED})(?P<plural>s?)\b)
    (?:{_S}(?:(?:de|d['’]){_S})?(?P<scale>{_SCALE})\b(?!\.\w))?
    (?P<of>{_S}(?:d['’]|(?:de|of)(?!\w)))?
    (?P<unit>{_S}(?:[%€$£]|°C?|[^\W\d_][\w'’-]{{0,40}}))?
    (?P<adjective>\ [^\W\d_][\w-]{{2,30}})?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_DIRECT_SIGNS = frozenset("%€$£°")
_ADVERB = ("ellement", "ivement", "uement", "ablement", "ulièrement")


@dataclass(frozen=True, slots=True)
class AmountWords:
    """An amount as written (code points of the text), and its normal form (`≥ 10 personnes`)."""

    start: int
    end: int
    normal: str


def find_amounts(text: str, start: int, end: int) -> Iterator[AmountWords]:
    """The amounts between `start` and `end` of `text`, in order.

    A number alone is none: something must be counted or measured.  `environ`, `plus de`, `au moins` and the
    like stand in the normal form as `≈`, `≥`, `≤`; many by the dozen (*des milliers*) keep their words.
    """
    for match in _AMOUNT.finditer(text, start, end):
        found = _read(match)
        if found is not None:
            yield found


def _read(match: re.Match[str]) -> AmountWords | None:
    word, scale = match["word"], match["scale"]
    if word and word.lower() in ("un", "une") and scale is None:
        return None
    value = value_of(match["number"] or word)
    if value is None:
        return None
    if match["sign"]:
        unit, end = match["sign"].strip(), match.end("scale") if scale else match.end("number")
    else:
        unit, end = _unit(match)
    if not unit or end < 0:
        return None
    start = match.start("bounds") if match["bounds"] else match.start("sign" if match["sign"] else "number")
    start = match.start("word") if start < 0 else start
    if word and match["plural"] and is_round(word):
        scaled = f" de {scale}" if scale else ""
        return AmountWords(start, end, f"{word.lower()}s{scaled} de {unit}")
    if scale:
        value *= Decimal(SCALES[scale.lower()])
    return AmountWords(start, end, f"{_bound(match['bounds'], word)} {written(value)} {unit}".strip())


def _bound(before: str, word: str | None) -> str:
    """The sign of the strongest bound; a number by the dozen (*une vingtaine*) is about right."""
    lower = " ".join(before.lower().replace("’", "'").split())
    for sign, bounds in _BOUNDS.items():
        if any(bound in lower for bound in bounds):
            return sign
    return "≈" if word and is_round(word) else ""


def _unit(match: re.Match[str]) -> tuple[str, int]:
    """What is counted, with the adjective that tells its nation, and where it ends; empty when nothing is."""
    unit = (match["unit"] or "").strip()
    lower = unit.lower()
    if not unit or any(map(str.isdigit, unit)):
        return "", -1
    if lower in words("not_counted") or lower in words("function_words") or lower.endswith(_ADVERB):
        return "", -1
    if unit[0] in _DIRECT_SIGNS:
        return unit, match.end("unit")
    if not unit[0].islower() or (match["of"] and match["scale"] is None and not match["word"]):
        return "", -1
    adjective = (match["adjective"] or "").strip()
    if adjective in demonym_forms():
        return f"{unit} {adjective}", match.end("adjective")
    return unit, match.end("unit")
