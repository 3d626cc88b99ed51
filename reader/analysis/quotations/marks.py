"""The double quotation marks of a paragraph, and the cost of each way to read one: opening, closing,
neither."""

import re
from dataclasses import dataclass

_MARK = re.compile(r"<<|>>|''|(?:(?<=\s)|^)\"\"(?=\w)|[«»“”„‟\"‹›]", re.MULTILINE)
_FAMILIES = {
    "«": "guillemets",
    "»": "guillemets",
    "<<": "chevrons",
    ">>": "chevrons",
    "‹": "single guillemets",
    "›": "single guillemets",
    "“": "curly",
    "”": "curly",
    "„": "curly",
    "‟": "curly",
    '"': "straight",
    "''": "primes",
    '""': "straight",
}
# Costs by sign: reading it against its shape.  Swedish-like ”x” and German „x“ exist; »x« is rare in French.
_OPEN_SHAPE = {"»": 4.0, "›": 5.0, ">>": 5.0, "”": 2.0}
_CLOSE_SHAPE = {"«": 4.0, "‹": 5.0, "<<": 5.0, "“": 2.0, "„": 5.0, "‟": 3.0}
_SPACED = {"guillemets", "chevrons", "single guillemets"}
_BEFORE_OPENING = frozenset(" \n\t\u00a0\u202f([{—–-/:'’«“„\"‹*_>|\\")
_STOPS = frozenset(".!?…")
_INCISE = re.compile(
    r"[\s\u00a0]?,?[\s\u00a0](?:(?:s['’]|se[ ])?\w+(?:-t)?-(?:il|elle|on|ils|elles|je|nous)\b"
    r"|(?:a|ont|avait|avaient|s['’]est|se sont|selon|d['’]après"
    r"|dit|explique|affirme|assure|ajoute|estime|déclare)\b)"
)
SKIP = 4.0
"""Cost of a mark that quotes nothing (an inch, a slip of the keyboard)."""
UNCLOSED = 3.0
"""Cost of a quotation that ends with its paragraph, without a mark."""
CARRIED = 3.5
"""Cost of a quotation that goes on into the next paragraph, where no mark takes it up again."""
OTHER_FAMILY = 3.0
"""Cost of closing with a mark of another family than the one that opened."""
EMPTY = 6.0
"""Cost of a pair of marks with no word between them."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A double mark at `start`–`end` of the text, its family, and the cost of each way to read it."""

    start: int
    end: int
    family: str
    opening: float
    closing: float
    skipping: float


def marks_of(text: str, start: int, end: int) -> list[Mark]:
    """The double marks between `start` and `end`, the bounds of one paragraph, in order."""
    return [_mark(text, found, start, end) for found in _MARK.finditer(text, start, end)]


def _mark(text: str, found: re.Match[str], start: int, end: int) -> Mark:
    sign = found.group()
    family = _FAMILIES[sign]
    before = text[found.start() - 1] if found.start() > start else "\n"
    after = text[found.end()] if found.end() < end else "\n"
    return Mark(
        found.start(),
        found.end(),
        family,
        _opening_cost(sign, family, before, after),
        _closing_cost(sign, family, before, after, text, found.end()),
        1.5 if family in ("straight", "primes") and before.isdigit() else SKIP,
    )


def _opening_cost(sign: str, family: str, before: str, after: str) -> float:
    cost = _OPEN_SHAPE.get(sign, 0.0)
    if before == "\n" and sign in "»›":
        cost = 0.5  # a paragraph that goes on with a quotation
    if before not in _BEFORE_OPENING:
        if before in _STOPS:
            cost += 1.0 if after.isupper() or family in _SPACED else 2.0
        else:
            cost += 1.0 if family in _SPACED else 3.0
    if after == "\n":
        cost += 3.0
    elif family not in _SPACED:
        if after.isspace():
            cost += 2.5
        elif after in ",;:.)!?":
            cost += 2.0
    return cost


def _closing_cost(sign: str, family: str, before: str, after: str, text: str, end: int) -> float:
    cost = _CLOSE_SHAPE.get(sign, 0.0)
    if before == "\n":
        cost += 6.0
    elif before.isspace() and family not in _SPACED:
        cost += 2.0
    if after.isalnum():
        glued = after.isupper() and before in _STOPS
        cost += (0.5 if glued else 1.0) if family in _SPACED else (1.0 if glued else 3.0)
    if _INCISE.match(text, end):
        cost -= 1.5
    return cost
