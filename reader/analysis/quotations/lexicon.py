"""The words that quotations turn on: verbs that tell who speaks, nouns that name a speaker, small words."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files


def lines(name: str) -> list[str]:
    """The lines of a data file of this package, without its comments."""
    text = files("reader.analysis.quotations").joinpath("data", name).read_text("utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


@cache
def _small_words() -> dict[str, frozenset[str]]:
    lists: dict[str, list[str]] = {}
    for line in lines("words.txt"):
        if line.startswith("["):
            current = lists.setdefault(line.strip("[]"), [])
        else:
            current += line.split()
    return {name: frozenset(words) for name, words in lists.items()}


def listed(name: str) -> frozenset[str]:
    """The small words that `data/words.txt` lists under a name."""
    return _small_words()[name]


@dataclass(frozen=True, slots=True)
class CueForms:
    """Verb forms with how strongly each tells of speech, 0 to 9: finite, participles, infinitives."""

    finite: dict[str, int]
    past: dict[str, int]
    present: dict[str, int]
    infinitive: dict[str, int]


@cache
def cue_forms() -> CueForms:
    """The verb forms of `data/cues.txt`; a past participle is known in its four agreements."""
    forms: dict[str, dict[str, int]] = {"F": {}, "P": {}, "G": {}, "I": {}}
    for line in lines("cues.txt"):
        head, *words = line.split()
        for word in words:
            forms[head[0]][word] = int(head[1])
    past = dict(forms["P"])
    for word, strength in forms["P"].items():
        for ending in ("e", "s", "es"):
            past.setdefault(word + ending, strength)
    return CueForms(forms["F"], past, forms["G"], forms["I"])


@cache
def finite_verbs() -> frozenset[str]:
    """Finite verb forms, those of `data/verbs.txt` and the finite cues."""
    known = {form for line in lines("verbs.txt") for form in line.split()}
    return frozenset(known | {form for form, strength in cue_forms().finite.items() if strength})


@cache
def role_genders() -> dict[str, str]:
    """Nouns that name a person by what they are, to `m`, `f` or `e` (either); plurals stand too."""
    known: dict[str, str] = {}
    for line in lines("roles.txt"):
        gender, *nouns = line.split()
        for noun in nouns:
            masculine, _, feminine = noun.lower().partition("/")
            either = gender == "e" or (not feminine and masculine[-1] == "e")
            known[masculine] = "e" if either else gender
            if feminine:
                known[feminine] = "f"
    for noun, gender in list(known.items()):
        known.setdefault(plural(noun), gender)
    return known


@cache
def body_genders() -> dict[str, str]:
    """Nouns that name a body or a paper that speaks, to `m` or `f`; plurals stand too."""
    known = {noun: line[0] for line in lines("sources.txt") for noun in line.split()[1:]}
    for noun, gender in list(known.items()):
        known.setdefault(plural(noun), gender)
    return known


@cache
def given_names() -> dict[str, str]:
    """Given names to `m` or `f`; those of both genders are left out."""
    known: dict[str, str] = {}
    both = set()
    for line in lines("given_names.txt"):
        gender, *names = line.split()
        both |= {name for name in names if known.get(name, gender) != gender}
        known |= dict.fromkeys(names, gender)
    return {name: gender for name, gender in known.items() if name not in both}


def plural(noun: str) -> str:
    """The regular plural of a noun."""
    if noun[-1] in "sxz":
        return noun
    if noun.endswith("al"):
        return noun[:-2] + "aux"
    return noun + ("x" if noun.endswith(("eau", "eu")) else "s")


def singular(noun: str) -> str:
    """A noun without its regular plural ending."""
    if noun.endswith("aux") and len(noun) > 5:
        return noun[:-3] + "al"
    return noun[:-1] if len(noun) > 4 and noun.endswith("s") and not noun.endswith("ss") else noun


SYNONYMS = tuple(frozenset(line.split()) for line in lines("synonyms.txt"))
"""Nouns that name the same person or body in turn within one article."""

DETERMINERS = listed("determiners")
INDEFINITE = listed("indefinite")
DEMONSTRATIVE = frozenset({"ce", "cet", "cette", "ces"})
PLURAL = listed("plural")
CONTRACTED = {"du": "de", "au": "à", "aux": "à"}
OF = frozenset({"de", "du", "des", "d'"})
PREPOSITIONS = listed("prepositions")
ACCORDING = frozenset({"selon", "d'après", "dixit"})
CONJUNCTIONS = listed("conjunctions")
HAVE = listed("have")
BE = listed("be")
MODAL = listed("modal")
OBJECT_CLITICS = listed("object-clitics")
SUBJECT_PRONOUNS = {
    "il": ("m", False),
    "elle": ("f", False),
    "ils": ("m", True),
    "elles": ("f", True),
    "on": ("", False),
    "celui-ci": ("m", False),
    "celle-ci": ("f", False),
    "ceux-ci": ("m", True),
    "celles-ci": ("f", True),
}
ADVERBS = listed("adverbs")
DAYS = listed("days")
PRENOMINAL = listed("prenominal")
TITLES = {
    "m.": "m",
    "m": "m",
    "mm.": "m",
    "monsieur": "m",
    "mme": "f",
    "mme.": "f",
    "mmes": "f",
    "madame": "f",
    "mlle": "f",
    "mademoiselle": "f",
    "dr": "",
    "dr.": "",
    "me": "",
    "me.": "",
    "maître": "",
    "pr": "",
    "pr.": "",
    "mgr": "m",
    "mgr.": "m",
}
WORDINGS = listed("wordings")
"""Nouns for what someone says, after *selon*: *les termes de X*, *une analyse de X*."""
LATTER = frozenset({"dernier", "dernière", "derniers", "dernières"})
_AGENT_ENDINGS = (
    "eur",
    "euse",
    "trice",
    "iste",
    "logue",
    "ien",
    "ienne",
    "crate",
    "eurs",
    "istes",
    "logues",
    "iens",
    "naire",
)
_ADJECTIVES = tuple(sorted(listed("adjective-endings")))


def is_agent(noun: str) -> bool:
    """Whether a noun that no list holds looks like one of a person at work: *-eur*, *-iste*, *-logue*."""
    return len(noun) > 5 and noun.endswith(_AGENT_ENDINGS)


def is_adjective(word: str) -> bool:
    """Whether a small-letter word may stand after a noun as its adjective, by its ending."""
    return (
        len(word) > 2 and word.endswith(_ADJECTIVES) and word not in PREPOSITIONS and word not in CONJUNCTIONS
    )
