"""Finds amounts: a number, its bounds, its unit or what is counted, and their normal form."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from reader.analysis.entities.calendar_words import folded
from reader.analysis.entities.lists import demonym_forms, words
from reader.analysis.entities.numbers import (
    SCALES,
    SHORT_SCALES,
    SIGNED,
    WORDED,
    is_round,
    tells_number,
    value_of,
    written,
)
from reader.analysis.entities.windows import windows

_S = r"[ \t\u00a0\u202f]{0,2}"
_GAP = r"[ \t\u00a0\u202f]{1,2}"
_BOUNDS = {
    "≥": ("plus de", "plus d'", "au moins", "pas moins de", "au minimum", "minimum", "un peu plus de",
          "un peu plus d'", "more than", "at least", "over", "no less than", "no fewer than"),
    "≤": ("moins de", "moins d'", "jusqu'à", "au plus", "tout au plus", "au maximum", "maximum", "pas plus de",
          "pas plus d'", "un peu moins de", "up to", "less than", "fewer than", "no more than", "at most"),
    "≈": ("environ", "près de", "près d'", "quelque", "quelques", "autour de", "à peu près", "presque",
          "plus ou moins", "à peine", "about", "around", "nearly", "almost", "some", "roughly"),
}  # fmt: skip
_SIGN_OF = {bound: sign for sign, bounds in _BOUNDS.items() for bound in bounds}


def _either(choices: Iterable[str]) -> str:
    return "|".join(
        re.escape(choice).replace("'", "['’]") for choice in sorted(choices, key=len, reverse=True)
    )


_SCALE = rf"(?:{_either(SCALES)})\b(?!\.\w)"
_MEASURE = r"k?m/h|[kcm]?m[23²³]|[kMGT]Wh?|[KMGT]o"
_AMOUNT = re.compile(
    rf"""(?<![\w-])(?<!\d[.,:/-])
    (?P<bounds>(?:(?:{_either((*_SIGN_OF, "une", "un"))}){_S}){{0,2}})
    (?P<sign>(?:US|CA|AU)?[$€£]{_S})?
    (?:(?P<number>{SIGNED})|(?P<word>{WORDED})(?P<plural>s?)\b)
    (?:{_S}(?:(?:de|d['’]){_S})?(?P<scale>{_SCALE})
      |{_S}(?P<short>{_either(SHORT_SCALES)})(?:(?={_S}[€$£])|(?(sign)\b|(?!))))?
    (?P<of>{_S}(?:d['’]|(?:de|of)(?!\w)))?
    (?P<unit>{_S}(?:(?:{_MEASURE})(?!\w)|[%€$£]|°C?|[^\W\d_][\w'’-]{{0,40}}))?
    (?P<adjective>\ [^\W\d_][\w-]{{2,30}})?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_LOWER_END = re.compile(
    rf"""(?<![\w.,/-])(?:(?P<open>entre|between|from|de){_GAP})?
    (?:(?P<number>{SIGNED})|(?P<word>{WORDED}))(?:{_GAP}(?P<scale>{_SCALE}))?
    (?:{_GAP}(?P<link>à|ou|et|to|or|and){_GAP}|[-–])$""",
    re.VERBOSE | re.IGNORECASE,
)
_AFTER = re.compile(
    rf"{_GAP}(environ|au moins|au plus|au minimum|au maximum|minimum|maximum|at least|at most)\b(?!{_GAP}\d)"
)
_MEASURED = re.compile(r"[ ](?:de[ ]|d['’])([^\W\d_A-Z][\w-]{2,30})")
_MEASURES = frozenset(
    {"tonnes", "tonne", "kilos", "kilo", "kg", "litres", "litre", "grammes", "hectares", "barils"}
)
_OWN_SIGNS = re.compile(rf"{_MEASURE}")
_DIRECT_SIGNS = frozenset("%€$£°")
_ADVERB = ("ellement", "ivement", "uement", "ablement", "ulièrement")
_FARTHEST = 60


@dataclass(frozen=True, slots=True)
class AmountWords:
    """An amount as written (code points of the text), and its normal form (`≥ 10 personnes`)."""

    start: int
    end: int
    normal: str


def find_amounts(text: str, start: int, end: int) -> Iterator[AmountWords]:
    """The amounts between `start` and `end` of `text`, in order.

    A number alone is none: something must be counted or measured.  `environ`, `plus de`, `au moins` and the
    like, before or after, stand in the normal form as `≈`, `≥`, `≤`; two numbers as a range (`10–20 personnes`);
    many by the dozen (*des milliers*) keep their words.
    """
    free = start
    for low, high in windows(tells_number, text, start, end, _FARTHEST):
        place = free = max(low, free)
        while (match := _AMOUNT.search(text, place, high)) is not None:
            found = _read(match)
            if found is None:
                place = match.end("number" if match["number"] else "word")
                continue
            found = _bounded_after(text, _from_lower_end(text, free, match, found), end)
            yield found
            place = free = found.end


def _read(match: re.Match[str]) -> AmountWords | None:
    word, scale = match["word"], match["scale"]
    if word and word.lower() in ("un", "une") and scale is None:
        return None
    value = value_of(match["number"] or word)
    if value is None:
        return None
    counted = _counted(match)
    if counted is None:
        return None
    unit, end = counted
    start = match.start("bounds") if match["bounds"] else match.start("sign" if match["sign"] else "number")
    start = match.start("word") if start < 0 else start
    if word and match["plural"] and is_round(word):
        scaled = f" de {scale}" if scale else ""
        return AmountWords(start, end, f"{word.lower()}s{scaled} de {unit}")
    sign = _bound(match["bounds"]) or ("≈" if word and is_round(word) else "")
    return AmountWords(start, end, f"{sign} {written(value * _scale(match))} {unit}".strip())


def _scale(match: re.Match[str]) -> Decimal:
    if match["scale"]:
        return Decimal(SCALES[folded(match["scale"])])
    return Decimal(SHORT_SCALES[folded(match["short"])] if match["short"] else 1)


def _bound(before: str) -> str:
    """The sign of the longest bound said, so that *pas plus de* is not *plus de*."""
    lower = " ".join(before.lower().replace("’", "'").split())
    said = [bound for bound in _SIGN_OF if bound in lower]
    return _SIGN_OF[max(said, key=len)] if said else ""


def _from_lower_end(text: str, free: int, match: re.Match[str], upper: AmountWords) -> AmountWords:
    """The range that `upper` ends: *entre 10 et 20 personnes*, *5 000 à 6 000 soldats*; else `upper`."""
    begin = match.start("number" if match["number"] else "word")
    low = _LOWER_END.search(text, max(free, begin - _FARTHEST), begin) if upper.start == begin else None
    if low is None or (low["word"] or "").lower() in ("un", "une"):
        return upper
    between = (low["open"] or "").lower() in ("entre", "between")
    if (low["link"] or "").lower() in ("et", "and") and not between:
        return upper
    value, top = value_of(low["number"] or low["word"]), value_of(match["number"] or match["word"])
    if value is None or top is None:
        return upper
    if low["scale"]:
        value *= Decimal(SCALES[folded(low["scale"])])
    elif value < top:
        value *= _scale(match)
    if value >= top * _scale(match):
        return upper
    start = low.start() if low["open"] else low.start("number" if low["number"] else "word")
    return AmountWords(start, upper.end, f"{written(value)}–{upper.normal.removeprefix('≈ ')}")


def _bounded_after(text: str, found: AmountWords, end: int) -> AmountWords:
    """`found` with the bound that follows what is counted (*20 % environ*), if it has none before."""
    after = _AFTER.match(text, found.end, end)
    if after is None or found.normal[0] in _BOUNDS:
        return found
    return AmountWords(found.start, after.end(), f"{_SIGN_OF[after[1]]} {found.normal}")


def _counted(match: re.Match[str]) -> tuple[str, int] | None:
    """What is counted, with the adjective that tells its nation, and where it ends; None when nothing is."""
    if match["sign"]:
        last = next(part for part in ("scale", "short", "number", "word") if match[part])
        return match["sign"].strip(), match.end(last)
    unit = (match["unit"] or "").strip()
    lower = unit.lower()
    if not unit:
        return None
    if unit[0] in _DIRECT_SIGNS or _OWN_SIGNS.fullmatch(unit):
        return unit, match.end("unit")
    if lower in words("not_counted") or lower in words("function_words") or lower.endswith(_ADVERB):
        return None
    if any(map(str.isdigit, unit)) or not (unit[0].islower() or lower in demonym_forms()):
        return None
    if match["of"] and not (match["scale"] or match["word"]):
        return None
    if match["word"] and is_round(match["word"]) and not (match["of"] or match["word"].lower() == "dozen"):
        return None
    of = _MEASURED.match(match.string, match.end("unit")) if lower in _MEASURES else None
    if of is not None and of[1] not in words("function_words"):
        return f"{unit} de {of[1]}", of.end()
    adjective = (match["adjective"] or "").strip()
    if adjective in demonym_forms():
        return f"{unit} {adjective}", match.end("adjective")
    return unit, match.end("unit")
