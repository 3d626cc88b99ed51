"""Nouns without a capital that belong to the name after them: *ministère de la Culture*, *rue Monge*."""

from collections.abc import Sequence

from reader.analysis.entities.gazetteer import known_names, plain, plain_words
from reader.analysis.entities.lists import demonym_forms, words
from reader.analysis.entities.model import TypedSpan
from reader.analysis.entities.passages import Passage
from reader.analysis.types import EntityKind

_BESIDE = {
    "université": "ORG", "institut": "ORG", "fondation": "ORG", "opération": "MISC", "lady": "PER",
    "rue": "LOC", "avenue": "LOC", "boulevard": "LOC", "gare": "LOC", "île": "LOC", "îles": "LOC", "musée": "LOC",
    "parc": "LOC", "aéroport": "LOC", "hôpital": "LOC", "pont": "LOC",
}  # fmt: skip
_BEFORE_OF = {
    "ministère": "ORG", "université": "ORG", "rue": "LOC", "avenue": "LOC", "boulevard": "LOC", "gare": "LOC",
    "col": "LOC", "étang": "LOC", "barrage": "LOC", "palais": "LOC", "armée": "ORG", "commission": "ORG",
    "festival": "MISC", "coupe": "MISC",
}  # fmt: skip
"""Nouns and the kind of the name they head: those that annotated press takes in always or nearly so.

*Place de* (*à la place de Paris*), *aéroport de*, *hôpital de* and *ville de* are not among them.
"""
_TOLD = {
    **dict.fromkeys((
        "hebdomadaire", "quotidien", "mensuel", "magazine", "chaîne", "radio", "agence", "banque", "compagnie",
        "supermarché", "supermarchés", "enseigne", "plateforme", "association", "syndicat", "ong", "collectif",
        "cabinet", "start-up", "constructeur", "groupe", "organisation", "journal", "société", "site",
        "parti", "entreprise", "club", "mouvement", "fédération", "milice",
    ), "ORG"),
    **dict.fromkeys((
        "porte-avions", "navire", "paquebot", "frégate", "cargo", "pétrolier", "film", "roman", "album", "single",
        "série", "feuilleton", "ouragan", "tempête", "cyclone", "typhon", "fusée", "sonde", "émission", "satellite",
    ), "MISC"),
    **dict.fromkeys((
        "région", "ville", "commune", "village", "département", "province", "district", "quartier", "capitale",
        "autoroute", "fleuve", "rivière", "lac", "île", "volcan",
    ), "LOC"),
}  # fmt: skip
"""Nouns that tell the kind of a name right after them, and stay outside it."""
_OF_EITHER_KIND = frozenset({"hôpital", "opération"})
"""Nouns of `_BESIDE` that, at the start of a whole name, leave its kind open."""
_PLACES = frozenset((
    "ville", "village", "commune", "hameau", "localité", "wilaya", "région", "province", "département",
    "district", "quartier", "faubourg", "préfecture", "comté", "canton", "habitants", "environs", "aéroport",
))  # fmt: skip
_SEVERAL_PLACES = frozenset((
    "villes", "villages", "communes", "hameaux", "localités", "wilayas", "régions", "provinces", "départements",
    "districts", "quartiers", "comtés", "cantons", "préfectures",
))  # fmt: skip
"""Nouns that, with *de* after them, tell that a place is named; the latter, that a list of them is."""
_TOPONYMS = frozenset((
    "Aïn", "Ain", "Ouled", "Oued", "Ksar", "Souk", "Bordj", "Djebel", "Jebel", "Jabal", "Djebal", "Mont", "Monts",
    "Lac", "Val", "Cap", "Île", "Ile", "Îles", "Iles", "Mount", "Lake", "River", "Port", "Fort", "Puy", "Rue", "Avenue",
    "Boulevard", "Quai",
))  # fmt: skip
"""First words of names of places."""
_MINISTERS = frozenset({"ministre", "ministres"})
"""What they are of is a body (*le ministre de la Mer*), unless it is a country with a prime minister."""
_OF = frozenset({"de", "du", "des", "d'"})
_ARTICLES = frozenset({"la", "l'"})


def with_heads(passage: Passage, row: Sequence[TypedSpan]) -> list[TypedSpan]:
    """The spans of a passage, each begun at the noun that heads it, and of the kind that its nouns tell."""
    result: list[TypedSpan] = []
    free, listing = 0, False
    for start, end, kind in row:
        place, told = _head(passage, start, free) or (start, _told(passage, start, end, free))
        if (
            told in ("ORG", "LOC")
            and kind == "PER"
            and place == start
            and _has_given_name(passage, start, end)
        ):
            told = None
        told = told or _by_own_words(passage, start, end, kind)
        listing = (listing and _goes_on(passage, free, start)) or _noun_of(
            passage, start, free
        ) in _SEVERAL_PLACES
        result.append((place, end, told or ("LOC" if listing else kind)))
        free = end
    return result


def _has_given_name(passage: Passage, start: int, end: int) -> bool:
    """Whether a name of several words begins with a given name: *le patron du groupe Jean Orsel*."""
    return end > start + 1 and passage.tokens[start].text in words("given_names")


def _by_own_words(passage: Passage, start: int, end: int, kind: str) -> str | None:
    """The kind that a word of a name of several words tells: *Verlan Industries*, *Oued Orsel*."""
    if end == start + 1 or kind == "MISC" or passage.shouted:
        return None
    cut = passage.tokens[start:end]
    if any(token.text == "&" or token.text in words("organization_words") for token in cut):
        return "ORG"
    return "LOC" if cut[0].text in _TOPONYMS else None


def _noun_of(passage: Passage, start: int, free: int) -> str:
    """The noun of *noun de name*, in lower case; empty where there is none."""
    place = start - 1
    if place > free and plain(passage.tokens[place].text) in _ARTICLES:
        place -= 1
    if place > free and plain(passage.tokens[place].text) in _OF:
        return passage.tokens[place - 1].text.lower()
    return ""


def _goes_on(passage: Passage, end: int, start: int) -> bool:
    """Whether only commas, *et* and *de* stand between two names."""
    between = [plain(token.text) for token in passage.tokens[end:start]]
    return 0 < len(between) <= 3 and all(word in _OF or word in (",", "et", "ou") for word in between)


def _head(passage: Passage, start: int, free: int) -> tuple[int, str] | None:
    """Where the head of the name at `start` stands, not before `free`, and the kind it gives the name."""
    if not passage.tokens[start].text[0].isupper():
        return None
    place, heads = start - 1, _BESIDE
    if place > free and plain(passage.tokens[place].text) in _ARTICLES:
        place -= 1
    if place > free and plain(passage.tokens[place].text) in _OF:
        place, heads = place - 1, _BEFORE_OF
    elif place != start - 1:
        return None
    kind = heads.get(passage.tokens[place].text.lower()) if place >= free else None
    return None if kind is None else (place, kind)


def _told(passage: Passage, start: int, end: int, free: int) -> str | None:
    """The kind told by the noun that begins a name of several words, or by that before it: *le film X*,
    *la chaîne russe X*."""
    first = passage.tokens[start].text.lower()
    if end > start + 1 and first in _BESIDE and first not in _OF_EITHER_KIND:
        return _BESIDE[first]
    if end > start + 2 and first in _BEFORE_OF and plain(passage.tokens[start + 1].text) in _OF:
        return _BEFORE_OF[first]
    place = start - 1
    if place > free and passage.tokens[place].text in demonym_forms():
        place -= 1
    if place >= free and passage.tokens[place].text in _TOLD:
        return _TOLD[passage.tokens[place].text]
    noun = _noun_of(passage, start, free)
    if (
        noun in _MINISTERS
        and known_names().get(plain_words(passage.tokens[start:end])) is not EntityKind.PLACE
    ):
        return "ORG"
    return "LOC" if noun in _PLACES else None
