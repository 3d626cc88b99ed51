"""The closed lists of English attribution: verbs of speech with their forms, nouns that speak, small words."""

from functools import cache
from importlib.resources import files


@cache
def _lists() -> dict[str, frozenset[str]]:
    lists: dict[str, list[str]] = {}
    current: list[str] = []
    for line in files(__package__).joinpath("data", "english.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            current = lists.setdefault(line.strip("[]"), [])
        elif not line.startswith("#"):
            current += line.split()
    return {name: frozenset(words) for name, words in lists.items()}


_VERBS = _lists()["regular verbs of speech"]
_IRREGULAR = {
    "say": ("says", "said", "said", "saying"),
    "tell": ("tells", "told", "told", "telling"),
    "write": ("writes", "wrote", "written", "writing"),
    "swear": ("swears", "swore", "sworn", "swearing"),
}
_DOUBLING = frozenset({"admit", "quip", "signal"})


def _past(verb: str) -> str:
    if verb in _DOUBLING:
        return f"{verb}{verb[-1]}ed"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return f"{verb[:-1]}ied"
    return f"{verb}d" if verb.endswith("e") else f"{verb}ed"


def _third(verb: str) -> str:
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return f"{verb[:-1]}ies"
    return f"{verb}es" if verb.endswith(("s", "sh", "ch", "x")) else f"{verb}s"


def _going(verb: str) -> str:
    if verb in _DOUBLING:
        return f"{verb}{verb[-1]}ing"
    return f"{verb[:-1]}ing" if verb.endswith("e") and not verb.endswith("ee") else f"{verb}ing"


FINITE = (
    frozenset(map(_past, _VERBS))
    | frozenset(map(_third, _VERBS))
    | frozenset(form for forms in _IRREGULAR.values() for form in forms[:2])
)
"""Forms that a subject of the third person singular may carry."""
PLAIN = frozenset(_VERBS) | frozenset(_IRREGULAR)
"""Forms that only a plural subject may carry in the present."""
PARTICIPLES = frozenset(map(_past, _VERBS)) | frozenset(forms[2] for forms in _IRREGULAR.values())
"""Forms that follow *has* and *had*."""
GOING = frozenset(map(_going, _VERBS)) | frozenset(forms[3] for forms in _IRREGULAR.values())
"""Forms in -ing, after a comma."""

HAVE = frozenset({"has", "have", "had"})
ADVERBS = _lists()["adverbs"]
NOT_ADVERBS = frozenset({"only", "family", "reply", "supply", "assembly", "italy", "july", "ally"})
TITLES = _lists()["titles"]
MASCULINE_TITLES = frozenset({"mr", "sir", "lord"})
FEMININE_TITLES = frozenset({"mrs", "ms", "miss", "lady", "dame"})
ARTICLES = _lists()["articles"]
DETERMINERS = ARTICLES | _lists()["other determiners"]
LABEL_TAILS = _lists()["label prepositions"]
"""Prepositions whose complement belongs to a description: *a spokesman for the yard*."""
LOOSE_TAILS = _lists()["loose prepositions"]
PREPOSITIONS = LABEL_TAILS | LOOSE_TAILS | _lists()["other prepositions"]
OPENERS = _lists()["openers"]
"""Words that open a clause."""
NAMING = _lists()["naming"]
"""Words before the signs of a name or a term, which nobody says."""
BREAKS = _lists()["breaks"]
"""Words after which somebody else may be the subject."""
AFTER_SPEECH = PREPOSITIONS | _lists()["after speech"]
TIMES = _lists()["times"]
STOPPERS = FINITE | PREPOSITIONS | OPENERS | HAVE | TIMES | DETERMINERS | _lists()["other stoppers"]
"""Words that no noun phrase goes over."""
PEOPLE = _lists()["people"]
"""Nouns of persons that speak, singular."""
_PLURALS = _lists()["several people"]
BODIES = _lists()["bodies"]
"""Nouns of bodies and of their writings."""


def is_person(noun: str) -> bool:
    """Whether a noun in small letters means one person who may speak."""
    return noun in PEOPLE or (len(noun) > 6 and noun.endswith(("ologist", "woman", "spokesman")))


def is_plural(noun: str) -> bool:
    """Whether a noun in small letters means several persons who may speak."""
    return noun in _PLURALS or (noun.endswith("s") and noun[:-1] in PEOPLE)


def speaks(noun: str) -> bool:
    """Whether a noun in small letters may be the subject of a verb of speech."""
    return is_person(noun) or is_plural(noun) or noun in BODIES
