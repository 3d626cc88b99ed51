"""Finds amounts: a number, its bounds, its unit or what is counted, and their normal form."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from reader.analysis.entities.lists import demonym_forms, words
from reader.analysis.entities.numbers import SCALES, SIGNED, WORDED, is_round, value_of, written

_S = r"[ \t   ]{0,2}"
_BOUNDS = {
    "≥": ("plus de", "plus d'", "plus d’", "au moins", "pas moins de", "au minimum", "more than", "at least", "over"),
    "≤": ("moins de", "jusqu'à", "jusqu’à", "au plus", "au maximum", "up to", "less than", "fewer than"),
    "≈": ("environ", "près de", "près d'", "près d’", "quelque", "autour de", "à peu près", "presque", "une", "un",
          "about", "around", "nearly", "almost", "some", "roughly"),
}  # fmt: skip
_SIGN_OF = {bound: sign for sign, bounds in _BOUNDS.items() for bound in bounds}
_BOUND = "|".join(re.escape(bound) for bound in sorted(_SIGN_OF, key=len, reverse=True))
_SCALE = "|".join(sorted(SCALES, key=len, reverse=True))
_AMOUNT = re.compile(
    rf"""(?<![\w-])(?<!\d[.,:/-])
    (?P<bounds>(?:(?:{_BOUND})[ \t   ]{{0,2}}){{0,2}})
    (?P<before>[$€£]{_S})?
    (?:(?P<number>{SIGNED})|(?P<word>{WORDED})s?\b)
    (?:{_S}(?:(?:de|d['’]){_S})?(?P<scale>{_SCALE})\b(?!\.\w))?
    (?P<of>{_S}(?:(?:de|d['’]|of){_S}))?
    (?P<unit>{_S}(?:[%€$£]|°C?|[^\W\d_][\w'’-]{{0,40}}))?
    (?P<adjective>\ [^\W\d_][\w-]{{2,30}})?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NOT_COUNTED = frozenset(
    "h heures heure janvier février mars avril mai juin juillet août septembre octobre novembre décembre january "
    "february march april june july august september october november december fois autres premiers premières "
    "derniers dernières e er ère ème am pm o'clock times last first other".split()
)
_DIRECT_SIGNS = frozenset("%€$£°")


@dataclass(frozen=True, slots=True)
class AmountWords:
    """An amount as written (code points of the text), and its normal form (`≥ 10 personnes`)."""

    start: int
    end: int
    normal: str


def find_amounts(text: str, start: int, end: int) -> Iterator[AmountWords]:
    """The amounts between `start` and `end` of `text`, in order."""
    for match in _AMOUNT.finditer(text, start, end):
        found = _read(match)
        if found is not None:
            yield found


def _read(match: re.Match[str]) -> AmountWords | None:
    number, word = match["number"], match["word"]
    if word and not _word_counts(match):
        return None
    value = value_of(number or word)
    if value is None:
        return None
    scale = match["scale"]
    if scale:
        value *= Decimal(SCALES[scale.lower()])
    unit, end = _unit(match)
    if match["before"]:
        unit, end = (
            match["before"].strip(),
            match.end("scale") if scale else match.end(number and "number" or "word"),
        )
    if not unit:
        return None
    signs = [sign for bound, sign in _SIGN_OF.items() if bound in match["bounds"].lower().split("  ")]
    bound = _bound(match["bounds"])
    if word and is_round(word) and not bound:
        bound = "≈"
    start = match.start("bounds") + len(match["bounds"]) - len(match["bounds"].lstrip())
    del signs
    return AmountWords(start, end, f"{bound} {written(value)} {unit}".strip())


def _word_counts(match: re.Match[str]) -> bool:
    """Whether a number in words counts something: *un* and *une* do not, unless a scale follows."""
    return match["word"].lower() not in ("un", "une", "a") or match["scale"] is not None


def _bound(words_before: str) -> str:
    """The sign of the strongest bound; *une vingtaine* and *environ* are `≈`."""
    lower = " ".join(words_before.lower().replace("’", "'").split())
    for sign in ("≥", "≤", "≈"):
        if any(bound in lower for bound in _BOUNDS[sign] if len(bound) > 3):
            return sign
    return ""


def _unit(match: re.Match[str]) -> tuple[str, int]:
    """What is counted, with the adjective that tells its nation, and where it ends; empty when nothing is."""
    unit = (match["unit"] or "").strip()
    lower = unit.lower()
    if not unit or lower in _NOT_COUNTED or lower in words("function_words"):
        return "", match.end()
    if unit[0] in _DIRECT_SIGNS:
        return unit, match.end("unit")
    if not unit[0].islower() or (match["of"] and match["scale"] is None and not match["word"]):
        return "", match.end()
    adjective = (match["adjective"] or "").strip()
    if adjective in demonym_forms():
        return f"{unit} {adjective}", match.end("adjective")
    return unit, match.end("unit")
