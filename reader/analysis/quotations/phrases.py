"""Noun phrases that may say something: names, roles, bodies, pronouns."""

from typing import NamedTuple

from reader.analysis.quotations import lexicon as words
from reader.analysis.quotations.complements import complements, given, speaks
from reader.analysis.quotations.items import Chain, Item, Sort
from reader.analysis.types import EntityKind


class Phrase(NamedTuple):
    """Items `first` to `last` (inclusive) of a phrase.

    `head`: its noun in small letters, empty for a bare name or a pronoun.  `name`: the place of the name it
    holds as its own (juxtaposed: *le ministre X*, or bare), -1 for none.  `determiner`, `preposition`: the
    words before it, in small letters.  `sort`: `name`, `role`, `body`, `common` or `pronoun`.  `gender`:
    `m`, `f` or empty.
    """

    first: int
    last: int
    sort: str
    head: str = ""
    name: int = -1
    determiner: str = ""
    preposition: str = ""
    gender: str = ""
    plural: bool = False


def phrases_of(chain: Chain) -> list[Phrase]:
    """The phrases of all sentences of `chain`, in order; none crosses a sentence's end or a quotation."""
    found: list[Phrase] = []
    for sentence in chain.sentences:
        at = sentence.first
        while at < sentence.last:
            phrase = _phrase_at(chain, at, sentence.first, sentence.last)
            if phrase is None:
                at += 1
            else:
                found.append(phrase)
                at = phrase.last + 1
    return found


def _phrase_at(chain: Chain, at: int, low: int, high: int) -> Phrase | None:
    item = chain.items[at]
    if item.sort == Sort.NAME:
        return _named(chain, at, at, "", _preposition(chain.items, at, low))
    if item.sort != Sort.WORD:
        return None
    if item.low in words.TITLES and at + 1 < high and chain.items[at + 1].sort == Sort.NAME:
        return _named(chain, at, at + 1, "", _preposition(chain.items, at, low))
    if item.low in _STRESSED and at > low and chain.items[at - 1].low in _BEFORE_STRESSED:
        gender, plural = _STRESSED[item.low]
        return Phrase(
            at, at, "pronoun", preposition=_preposition(chain.items, at, low), gender=gender, plural=plural
        )
    some = item.low in _SOME and (at + 1 >= high or _ends_here(chain.items[at + 1]))
    if some and (
        at == low or chain.items[at - 1].sort == Sort.SIGN or chain.items[at - 1].low in words.finite_verbs()
    ):
        return Phrase(at, at, "some", item.low, plural=True)
    clitic = item.low.lstrip("-").removeprefix("t-")
    if clitic in words.SUBJECT_PRONOUNS and not (
        item.low[0] == "-" and _impersonal(chain.items, at, clitic, low)
    ):
        gender, plural = words.SUBJECT_PRONOUNS[clitic]
        return Phrase(
            at, at, "pronoun", preposition=_preposition(chain.items, at, low), gender=gender, plural=plural
        )
    if (
        item.low in words.DETERMINERS
        or item.low in {"du", "au", "aux"}
        or _de_many(chain.items, at, low, high)
    ):
        return _determined(chain, at, low, high)
    if (
        item.low in words.role_genders()
        and not _clitic_after(chain.items, at, high)
        and (at == low or chain.items[at - 1].text in {",", "(", ":", "–", "—"})
    ):
        return _noun(chain, at, at, high, "")
    return None


def _de_many(items: tuple[Item, ...], at: int, low: int, high: int) -> bool:
    """Whether *de* is the determiner of a subject: *De nombreux députés*."""
    return (
        items[at].low in {"de", "d'"}
        and at + 2 < high
        and items[at + 1].low in _MANY
        and (at == low or items[at - 1].sort == Sort.SIGN)
    )


_MANY = frozenset({"nombreux", "nombreuses", "autres"})


def _ends_here(item: Item) -> bool:
    """Whether a pronoun is not the determiner of what follows it."""
    if item.sort != Sort.WORD:
        return item.sort != Sort.NAME
    return item.low in words.finite_verbs() or item.low in _AFTER_PRONOUN


def _impersonal(items: tuple[Item, ...], at: int, clitic: str, low: int) -> bool:
    """Whether an inverted pronoun names nobody: *peut-on lire*, *est-il écrit*, *faut-il*."""
    if clitic == "on":
        return True
    verb = items[at - 1].low if at > low else ""
    if verb == "est" and clitic == "il":
        return at - 2 < low or items[at - 2].low != "s'"
    return (verb in {"faut", "semble", "a"} and at - 2 >= low and items[at - 2].low == "y") or verb == "faut"


def _clitic_after(items: tuple[Item, ...], at: int, high: int) -> bool:
    """Whether a word is a verb by its pronoun: *juge-t-elle*."""
    return at + 1 < high and items[at + 1].low[:1] == "-" and len(items[at + 1].low) > 1


_AFTER_PRONOUN = words.HAVE | words.BE | words.OBJECT_CLITICS | words.PREPOSITIONS
_STRESSED = {"lui": ("m", False), "eux": ("m", True), "moi": ("", False), "lui-même": ("m", False)}
_BEFORE_STRESSED = frozenset({"selon", "d'après", "après", "pour", "chez"})
_SOME = words.listed("some")


def _preposition(items: tuple[Item, ...], at: int, low: int) -> str:
    """The preposition right before the item at `at`, or an empty string."""
    if at <= low:
        return ""
    before = items[at - 1]
    if before.sort != Sort.WORD:
        return ""
    if before.low in words.PREPOSITIONS or before.low in words.OF:
        return before.low
    if before.text == "A" and at - 1 == low:
        return "à"  # a capital without its accent: A Paris, …
    return ""


def _named(chain: Chain, first: int, at: int, determiner: str, preposition: str) -> Phrase:
    """A name at `at`, with a title word or a determiner before it."""
    items = chain.items
    gender = words.TITLES.get(items[first].low, "")
    plural = items[first].low in {"mm.", "mmes"} or determiner in {"les", "des"}
    return Phrase(first, at, "name", "", at, determiner, preposition, gender, plural)


def _determined(chain: Chain, at: int, low: int, high: int) -> Phrase | None:
    items = chain.items
    determiner = items[at].low
    preposition = words.CONTRACTED.get(determiner) or _preposition(items, at, low)
    head = at + 1
    if determiner == "l'" and head < high and items[head].low in {"un", "une"}:
        return _one_of(chain, at, low, high)
    while (
        head + 1 < high
        and items[head].sort == Sort.WORD
        and items[head].low in words.PRENOMINAL
        and items[head + 1].sort in (Sort.WORD, Sort.NAME)
    ):
        head += 1
    if head >= high:
        return None
    if items[head].low in words.LATTER and determiner in {"ce", "cette", "ces"}:
        gender = "f" if items[head].low.startswith("dernière") else "m"
        return Phrase(at, head, "pronoun", "", -1, determiner, preposition, gender, determiner == "ces")
    if items[head].sort == Sort.NAME:
        return _named(chain, at, head, determiner, preposition)
    if items[head].sort != Sort.WORD or not items[head].low[0].isalpha() or len(items[head].low) < 2:
        return None
    noun = items[head].low
    if noun in words.HAVE or noun in words.BE or noun in words.PREPOSITIONS or noun in _RELATIVES:
        return None
    if determiner in {"l'", "la", "le", "les"} and at > low and items[at - 1].low in words.SUBJECT_PRONOUNS:
        return None  # an object before its verb: il l'affirme
    return _noun(chain, at, head, high, preposition)


_RELATIVES = frozenset({"que", "qu'", "qui", "dont"})


def _one_of(chain: Chain, at: int, low: int, high: int) -> Phrase | None:
    """*l'un des spectateurs*, *l'une d'elles*: one of several, told by their noun."""
    items = chain.items
    head = at + 2
    if head < high and items[head].low in words.OF:
        head += 1
        while head + 1 < high and (
            items[head].low in words.DETERMINERS or items[head].low in words.PRENOMINAL
        ):
            head += 1
        if (head < high and items[head].low in {"eux", "elles", "nous"}) or (
            head + 1 < high and items[head].low == "entre"
        ):
            last = head + 1 if items[head].low == "entre" else head
            return Phrase(at, last, "role", "un", determiner="un", preposition=_preposition(items, at, low))
        if head < high and items[head].sort == Sort.WORD:
            phrase = _noun(chain, at, head, high, _preposition(items, at, low))
            return phrase._replace(determiner="un", plural=False) if phrase else None
    return Phrase(at, at + 1, "pronoun", determiner="un", preposition=_preposition(items, at, low))


def _noun(chain: Chain, first: int, at: int, high: int, preposition: str) -> Phrase:
    items = chain.items
    roles, bodies = words.role_genders(), words.body_genders()
    noun = items[at].low
    after = items[at + 1].low if at + 1 < high else ""
    if noun not in roles and noun not in bodies and after in roles and items[at + 1].sort == Sort.WORD:
        at, noun = at + 1, after
    last, name = complements(chain, at, high)
    noun = _office_noun(items, first, at, last, noun)
    determiner = items[first].low if first < at else ""
    if noun in roles or words.singular(noun) in roles:
        sort, gender = "role", roles.get(noun) or roles[words.singular(noun)]
    elif noun in bodies or words.singular(noun) in bodies:
        sort, gender = "body", bodies.get(noun) or bodies[words.singular(noun)]
    else:
        sort, gender = ("role" if words.is_agent(noun) else "common"), ""
    if noun in _ANY_GENDER:
        gender = ""
    elif gender in ("", "e"):
        gender = {"la": "f", "une": "f", "cette": "f", "le": "m", "un": "m", "ce": "m", "cet": "m"}.get(
            determiner, ""
        )
    plural = determiner in words.PLURAL or (determiner in {"", "de", "d'"} and noun.endswith("s"))
    if name >= 0 and not _own(chain, at, name, sort):
        name = -1
    return Phrase(first, last, sort, noun, name, determiner, preposition, gender, plural)


def _office_noun(items: tuple[Item, ...], first: int, at: int, last: int, noun: str) -> str:
    """The name of an office of several words, its by-names too: *premier ministre*, *chef de l'État*."""
    if noun == "ministre" and at > first and items[at - 1].low in {"premier", "première"}:
        return "premier-ministre"
    rest = {items[place].low for place in range(at + 1, last + 1)}
    if noun in {"chef", "cheffe", "hôte", "locataire", "occupant"}:
        if rest & {"gouvernement", "matignon", "exécutif"}:
            return "premier-ministre"
        if rest & {"etat", "état", "elysée", "élysée", "maison blanche", "nation", "kremlin"}:
            return "président" if noun in {"chef", "hôte", "locataire", "occupant"} else "présidente"
    return noun


_ANY_GENDER = words.listed("any-gender")


def _own(chain: Chain, at: int, name: int, sort: str) -> bool:
    """Whether the name beside a noun is its own: a person's by a role or any noun, a body's by a noun for
    bodies."""
    if speaks(chain, name, EntityKind.PERSON) or given(chain, name):
        return sort != "body" or chain.items[at].low in words.role_genders()
    before = chain.items[name - 1].low
    beside = before not in words.OF and before not in words.DETERMINERS and before not in words.CONTRACTED
    if sort == "role":
        return chain.items[name].number < 0 and (name == at + 1 or " " in chain.items[name].text)
    return sort == "body" and beside


def named_kind(chain: Chain, phrase: Phrase) -> EntityKind | None:
    """The kind of the name that `phrase` holds; None without a name or when only capitals tell."""
    if phrase.name < 0:
        return None
    number = chain.items[phrase.name].number
    return chain.mentions[number].entity.kind if number >= 0 else None
