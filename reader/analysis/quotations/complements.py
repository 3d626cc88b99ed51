"""Where a noun phrase ends: adjectives, complements, and the name put beside the noun."""

from reader.analysis.quotations import lexicon as words
from reader.analysis.quotations.items import Chain, Item, Sort
from reader.analysis.types import EntityKind

_LONGEST = 24


def speaks(chain: Chain, at: int, kind: EntityKind) -> bool:
    """Whether the name at `at` is a mention of that kind."""
    number = chain.items[at].number
    return number >= 0 and chain.mentions[number].entity.kind == kind


def given(chain: Chain, at: int) -> bool:
    """Whether the name at `at` begins with a given name, and goes on."""
    first, _, rest = chain.items[at].text.partition(" ")
    return bool(rest) and first.split("-")[0] in words.given_names()


def _named_role(chain: Chain, at: int, limit: int) -> bool:
    """Whether the complement's noun at `at` has a name of its own: *la permanence du député X*."""
    if chain.items[at].low not in words.role_genders() or at + 1 >= limit:
        return False
    after = chain.items[at + 1]
    return after.low in words.TITLES or (after.sort == Sort.NAME and speaks(chain, at + 1, EntityKind.PERSON))


def _belongs(items: tuple[Item, ...], last: int, at: int, *, named: bool) -> bool:
    """Whether the word after `last` goes on describing the noun at `at`: an adjective, or a second role."""
    roles = words.role_genders()
    word = items[last + 1].low
    verb = words.cue_forms().finite.get(word, 0) >= 3 or word in words.finite_verbs()
    if ((verb or word.endswith(_VERBS)) and word not in roles) or word in words.ADVERBS:
        return False
    if words.is_adjective(word) and word not in words.HAVE and word not in words.BE:
        return True
    return word in roles and not named and (last == at or items[last].low in roles)


_VERBS = ("aient", "èrent", "isent", "vient", "tient")
"""Endings of verbs among those of adjectives: *les requérants dénonçaient*."""


def complements(chain: Chain, at: int, high: int) -> tuple[int, int]:
    """Where the noun at `at` ends with its adjectives and complements, the name put beside it or -1."""
    items = chain.items
    last, name = at, -1
    if items[at].low in words.WORDINGS:
        return last, name  # selon les mots de X: X is a phrase of its own
    limit = min(high, at + _LONGEST)
    while last + 1 < limit:
        if items[last + 1].sort == Sort.NAME:
            if _body_beside_person(chain, at, last + 1):
                break
            name = last = last + 1
            if speaks(chain, name, EntityKind.PERSON) or items[name].number < 0 or given(chain, name):
                break
        elif _titled(items, at, last + 1, limit):
            name = last = last + 2
            break
        elif (end := _further(chain, at, last, limit, named=name >= 0)) >= 0:
            last = end
        else:
            break
    if name < 0:
        name = _beyond(chain, last, limit)
        last = max(last, name)
    if name < 0 and last + 2 < limit and items[last + 1].low == "par" and items[last].low.endswith(_CITED):
        last = max(last, _complement_end(items, last + 2, limit))
    return last, name


def _body_beside_person(chain: Chain, at: int, name: int) -> bool:
    """Whether the noun at `at` is a body's, and the name after it a person's: *à la presse Jean Dupont*."""
    noun = chain.items[at].low
    is_body = noun in words.body_genders() and noun not in words.role_genders()
    return is_body and speaks(chain, name, EntityKind.PERSON)


def _titled(items: tuple[Item, ...], at: int, title: int, limit: int) -> bool:
    """Whether a title with a name follows the role at `at`: *le maire Mme Dupont*."""
    return (
        items[title].sort == Sort.WORD
        and items[title].low in words.TITLES
        and items[at].low in words.role_genders()
        and title + 1 < limit
        and items[title + 1].sort == Sort.NAME
    )


def _further(chain: Chain, at: int, last: int, limit: int, *, named: bool) -> int:
    """Where the phrase of the noun at `at` ends now that the word after `last` goes on with it; -1 if it does not."""
    items = chain.items
    item = items[last + 1]
    if item.sort != Sort.WORD or item.low[0] == "-":
        return -1
    if item.low in words.OF:
        end = _complement_end(items, last + 2, limit)
        return -1 if end < 0 or _named_role(chain, end, limit) else end
    if item.low in {"à", "au", "aux", "en"} and _office(items, at, last):
        end = _complement_end(items, last + 2, limit)
        is_name = end >= 0 and items[last + 2].sort == Sort.NAME
        return -1 if is_name and items[last].low not in {"adjoint", "adjointe"} else end
    joined = item.low == "et" and last + 2 < limit and items[last + 2].low in words.OF
    return last + 1 if joined or _belongs(items, last, at, named=named) else -1


def _beyond(chain: Chain, last: int, limit: int) -> int:
    """A person's name one or two words after a phrase, with nothing but unknown words between; else -1."""
    verbs = words.finite_verbs()
    for at in range(last + 1, min(limit, last + 4)):
        item = chain.items[at]
        if item.sort == Sort.NAME:
            return at if at > last + 1 and speaks(chain, at, EntityKind.PERSON) else -1
        if item.sort != Sort.WORD or item.low in words.PREPOSITIONS or item.low in words.OBJECT_CLITICS:
            return -1
        if (
            item.low in words.HAVE
            or item.low in words.BE
            or item.low in words.CONJUNCTIONS
            or item.low in verbs
        ):
            return -1
        if (
            item.low in words.DETERMINERS
            or item.low in words.DAYS
            or item.low in words.ADVERBS
            or item.low in words.TITLES
        ):
            return -1
        if item.low[0] == "-" or item.low.endswith("ment"):
            return -1
    return -1


_CITED = ("é", "ée", "és", "ées", "i", "ie", "is", "ies")


_OFFICES = words.listed("offices")


def _office(items: tuple[Item, ...], at: int, last: int) -> bool:
    return items[at].low in _OFFICES or items[last].low in _OFFICES


def _complement_end(items: tuple[Item, ...], at: int, limit: int) -> int:
    """The last item of a complement that begins at `at` (after *de*); -1 when there is none."""
    while (
        at < limit
        and items[at].sort == Sort.WORD
        and (items[at].low in words.DETERMINERS or items[at].low in words.PRENOMINAL)
    ):
        at += 1
    if at >= limit:
        return -1
    if items[at].sort == Sort.NAME:
        return at
    if items[at].sort == Sort.WORD and items[at].low[0].isalpha() and items[at].low not in words.PREPOSITIONS:
        return at
    return -1
