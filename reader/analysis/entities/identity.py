"""Joins the names of one article that name the same: surname and full name,
acronym and expansion, spellings."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from reader.analysis.entities.lists import aliases
from reader.analysis.entities.names import Name
from reader.analysis.types import Entity, EntityKind, Mention

_SPACE = re.compile(r"\s+")
_PARTS = re.compile(r"[^\W_]+")
_SMALL = frozenset(
    [
        "de",
        "du",
        "des",
        "d",
        "la",
        "le",
        "les",
        "l",
        "et",
        "en",
        "pour",
        "of",
        "the",
        "and",
        "for",
        "sur",
        "aux",
        "à",
    ]
)
_LONGEST_FORM = 200
_PORTFOLIO = re.compile(
    r"\bministres?(?: délégué\w*)?(?:,? chargé\w*)? (de la|de l['’]|du|des|d['’]|à la|à l['’]|aux|au) ?$"
)
_LOOK_BACK, _ELIDED = 40, "'"
_MINISTRY_OF = {"à la": "de la", "à l'": "de l'", "aux": "des", "au": "du"}

Form = tuple[str, EntityKind]
"""The key of a spelling, and its kind."""


@lru_cache(maxsize=8192)
def key_of(form: str) -> str:
    """What the spellings of one name share: no case, accents, dots nor kinds of apostrophe."""
    bare = unicodedata.normalize("NFKD", form.casefold().replace("’", "'").replace(".", ""))
    return _SPACE.sub(" ", "".join(mark for mark in bare if not unicodedata.combining(mark)))


@lru_cache(maxsize=1)
def _alias_keys() -> dict[str, str]:
    return {key_of(form): key_of(name) for form, name in aliases().items()}


def join(text: str, names: Sequence[Name]) -> list[Mention]:
    """One mention a name, those that name the same sharing one entity; `names` are in order of `start`."""
    forms: list[Form] = []
    spellings: dict[Form, Counter[str]] = defaultdict(Counter)
    for name in names:
        words = _words_of(text, name)
        form = (key_of(words), name.kind)
        forms.append(form)
        spellings[form][words] += 1
    groups = _Groups(spellings)
    for form in spellings:
        alias = _alias_keys().get(form[0])
        if alias is not None and form[1] is not EntityKind.PERSON:
            groups.tie(form, (alias, form[1]))
    for form, ministry in _portfolios(text, names, forms):
        whole = (key_of(ministry), form[1])
        spellings[whole][ministry] += 1
        groups.tie(form, whole)
    _tie_people(spellings, groups)
    for left, right in _parenthesised(text, names, forms, spellings):
        groups.tie(left, right)
    entities = groups.entities(spellings)
    return [Mention(name.start, name.end, entities[form]) for name, form in zip(names, forms, strict=True)]


def _words_of(text: str, name: Name) -> str:
    return _SPACE.sub(" ", text[name.start : min(name.end, name.start + _LONGEST_FORM)])


class _Groups:
    """Which forms were joined: each points to the form that stands for it."""

    def __init__(self, forms: Iterable[Form]) -> None:
        self._heads: dict[Form, Form] = {form: form for form in forms}

    def head(self, form: Form) -> Form:
        """The form that stands for the group of `form`."""
        while self._heads.setdefault(form, form) != form:
            form = self._heads[form]
        return form

    def tie(self, lesser: Form, fuller: Form) -> None:
        """Puts the group of `lesser` under that of `fuller`."""
        self._heads[self.head(lesser)] = self.head(fuller)

    def entities(self, spellings: dict[Form, Counter[str]]) -> dict[Form, Entity]:
        """One entity a group, named by its fullest spelling; the more frequent among equals."""
        members: dict[Form, list[Form]] = defaultdict(list)
        for form in spellings:
            members[self.head(form)].append(form)
        found: dict[Form, Entity] = {}
        for head, forms in members.items():
            fullest = max(forms, key=lambda form: (form[0].count(" "), len(form[0])))
            kind = head[1] if head in spellings else fullest[1]
            entity = Entity(spellings[fullest].most_common(1)[0][0], kind)
            found.update((form, entity) for form in forms)
        return found


def _tie_people(spellings: dict[Form, Counter[str]], groups: _Groups) -> None:
    """Joins a surname, or a given name alone, to the only full name of the article
    that ends or begins with it."""
    ends: dict[str, set[str]] = defaultdict(set)
    people = [key for key, kind in spellings if kind is EntityKind.PERSON]
    for key in people:
        parts = key.split(" ")
        for cut in range(1, min(len(parts), 6)):
            ends[" ".join(parts[cut:])].add(key)
            ends[" ".join(parts[:cut])].add(key)
    for key in people:
        longer = ends.get(key, set())
        fullest = {other for other in longer if longer.isdisjoint(ends.get(other, set()))}
        if len(fullest) == 1:
            groups.tie((key, EntityKind.PERSON), (fullest.pop(), EntityKind.PERSON))


def _portfolios(text: str, names: Sequence[Name], forms: Sequence[Form]) -> Iterator[tuple[Form, str]]:
    """What ministers are of, and the ministry by its whole name: *la ministre de la Mer*, *ministère de la Mer*."""
    for name, form in zip(names, forms, strict=True):
        told = _PORTFOLIO.search(text, max(0, name.start - _LOOK_BACK), name.start)
        if told is not None and name.kind is EntityKind.ORGANIZATION:
            of = told[1].replace("’", "'")
            of = _MINISTRY_OF.get(of, of)
            yield form, f"ministère {of}{'' if of.endswith(_ELIDED) else ' '}{_words_of(text, name)}"


def _parenthesised(
    text: str, names: Sequence[Name], forms: Sequence[Form], spellings: dict[Form, Counter[str]]
) -> Iterable[tuple[Form, Form]]:
    """Pairs of acronym and expansion: *Organisation mondiale de la santé (OMS)*, and the other way round."""
    for index in range(len(names) - 1):
        first, second = names[index], names[index + 1]
        if second.start - first.end > 3 or text[first.end : second.start].strip() != "(":
            continue
        if text[second.end : second.end + 1] not in (")", ",", " "):
            continue
        one, two = (next(iter(spellings[forms[place]])) for place in (index, index + 1))
        if stands_for(two, one):
            yield forms[index + 1], forms[index]
        elif stands_for(one, two):
            yield forms[index], forms[index + 1]


def stands_for(acronym: str, expansion: str) -> bool:
    """Whether the letters of `acronym` begin, in order, the words of `expansion`;
    small words may be left out."""
    letters = key_of(acronym).replace(" ", "")
    if not 2 <= len(letters) <= 10 or " " in acronym.strip() or not acronym[:2].isupper():
        return False
    parts = _PARTS.findall(key_of(expansion))
    if len(parts) < 2:
        return False
    place = 0
    for part in parts:
        if place < len(letters) and part[0] == letters[place]:
            place += 1
            if part not in _SMALL:
                continue
        elif part not in _SMALL and place == 0:
            return False
    return place >= len(letters) - (len(letters) > 3)
