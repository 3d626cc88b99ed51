"""The title an article gives somebody: the words of a role right before the name."""

import re

from reader.analysis.quotations.lexicon import finite_verbs, role_genders

_LOOK_BACK = 90
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_BEGINS = re.compile(
    r"(?:^|(?<=[\s(«“\"’']))(?:le|la|les|l[’']|un|une|au|du|son|sa|leur|the|a|an|ex-)\s*"
    r"(?=[^\W\d_])",
    re.IGNORECASE,
)
_STOPS = re.compile(r"[.!?;:,()«»“”\"\n\[\]–—]")
_NEVER_LAST = frozenset(
    {
        *(
            "à",
            "au",
            "aux",
            "avec",
            "chez",
            "contre",
            "dans",
            "de",
            "des",
            "du",
            "en",
            "et",
            "la",
            "le",
            "les",
        ),
        *("me", "m.", "mme", "ou", "par", "pour", "que", "qui", "sous", "sur", "vers"),
    }
)
_NEVER = frozenset({"que", "qui", "dont", "où", "fois", "est", "sont", "a", "ont", "par"})
_MOST_WORDS = 9
_LONGEST = 70


def title_before(text: str, start: int) -> str | None:
    """The role that stands right before the name at `start`, or None: *secrétaire général de l'ONU*.

    It is the shortest stretch from an article or a possessive to the name whose first word is a role (the
    role may lack its article at the beginning of a sentence). One look back of 90 code points.
    """
    before = text[max(0, start - _LOOK_BACK) : start]
    if before.endswith(", "):  # la maire, Claire …
        before = before[:-2] + " "
    stops = [stop.end() for stop in _STOPS.finditer(before)]
    clause = before[stops[-1] :] if stops else before
    if not clause.strip() or not clause[-1].isspace():
        return None
    places = [match.end() for match in _BEGINS.finditer(clause)]
    lead = len(clause) - len(clause.lstrip())
    if stops:
        places.append(lead)
    for place in sorted(set(places), reverse=True):
        words = clause[place:].strip()
        first = _WORD.match(words)
        if first is None or not _is_role(first[0]):
            continue
        found = words.split()
        if len(words) > _LONGEST or len(found) > _MOST_WORDS or not _holds(found):
            return None
        return " ".join(found)
    return None


def _holds(words: list[str]) -> bool:
    """Whether a stretch is a role and what belongs to it, not a sentence or *maire de* before a place."""
    last = words[-1].lower()
    if last in _NEVER_LAST or last.endswith(("'", "’")):
        return False
    return not any(word.lower() in finite_verbs() or word.lower() in _NEVER for word in words[1:])


def _is_role(word: str) -> bool:
    lowered = word.lower()
    roles = role_genders()
    if lowered in roles:
        return not lowered.endswith("s") or lowered[:-1] not in roles
    return lowered.startswith(("ex-", "vice-")) and lowered.partition("-")[2] in roles
