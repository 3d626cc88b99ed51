"""Noun phrases that may say something: names, roles, bodies, pronouns."""

from typing import NamedTuple

from reader.analysis.quotations import lexicon as words
from reader.analysis.quotations.items import SPEAKING, Chain, Item, Sort
from reader.analysis.types import EntityKind

_LONGEST = 24


class Phrase(NamedTuple):
    """Items `first` to `last` (inclusive) of a phrase.

    `head`: its noun in small letters, empty for a bare name or a pronoun.  `name`: the place of the name it holds as
    its own (juxtaposed: *le ministre X*, or bare), -1 for none.  `determiner`, `preposition`: the words before it,
    in small letters.  `sort`: `name`, `role`, `body`, `common` or `pronoun`.  `gender`: `m`, `f` or empty.
    """

    first: int
    last: int
    sort: str
    head: str
    name: int
    determiner: str
    preposition: str
    gender: str
    plural: bool
    owners: tuple[int, ...]


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
        return Phrase(at, at, "pronoun", "", -1, "", _preposition(chain.items, at, low), gender, plural, ())
    if item.low in _SOME and (
        at == low or chain.items[at - 1].sort == Sort.SIGN or chain.items[at - 1].low in words.finite_verbs()
    ):
        return Phrase(at, at, "some", item.low, -1, "", "", "", True, ())
    clitic = item.low.lstrip("-").removeprefix("t-")
    if clitic in words.SUBJECT_PRONOUNS and not (item.low[0] == "-" and clitic == "on"):
        gender, plural = words.SUBJECT_PRONOUNS[clitic]
        return Phrase(at, at, "pronoun", "", -1, "", _preposition(chain.items, at, low), gender, plural, ())
    if item.low in words.DETERMINERS or item.low in {"du", "au", "aux"}:
        return _determined(chain, at, low, high)
    if item.low in words.role_genders() and (
        at == low or chain.items[at - 1].text in {",", "(", ":", "–", "—"}
    ):
        return _noun(chain, at, at, low, high, "")
    return None


_STRESSED = {"lui": ("m", False), "eux": ("m", True), "moi": ("", False), "lui-même": ("m", False)}
_BEFORE_STRESSED = frozenset({"selon", "d'après", "après", "pour", "chez"})
_SOME = frozenset(["certains", "certaines", "tous", "toutes", "beaucoup", "plusieurs", "d'aucuns", "nombreux", "quelques-uns"])


def _preposition(items: tuple[Item, ...], at: int, low: int) -> str:
    """The preposition right before the item at `at`, or an empty string."""
    if at <= low:
        return ""
    before = items[at - 1]
    if before.sort != Sort.WORD:
        return ""
    if before.low in words.PREPOSITIONS or before.low in words.OF:
        return before.low
    return ""


def _named(chain: Chain, first: int, at: int, determiner: str, preposition: str) -> Phrase:
    """A name at `at`, with a title word or a determiner before it."""
    items = chain.items
    last = name = at
    gender = words.TITLES.get(items[first].low, "")
    plural = items[first].low in {"mm.", "mmes"} or determiner in {"les", "des"}
    return Phrase(first, last, "name", "", name, determiner, preposition, gender, plural, ())


def speaks(chain: Chain, at: int, kind: EntityKind) -> bool:
    """Whether the name at `at` is a mention of that kind."""
    number = chain.items[at].number
    return number >= 0 and chain.mentions[number].entity.kind == kind


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
        return Phrase(at, head, "pronoun", "", -1, determiner, preposition, gender, determiner == "ces", ())
    if items[head].sort == Sort.NAME:
        return _named(chain, at, head, determiner, preposition)
    if items[head].sort != Sort.WORD or not items[head].low[0].isalpha() or len(items[head].low) < 2:
        return None
    if items[head].low in words.HAVE or items[head].low in words.BE or items[head].low in words.PREPOSITIONS:
        return None
    if determiner in {"l'", "la", "le", "les"} and at > low and items[at - 1].low in words.SUBJECT_PRONOUNS:
        return None  # an object before its verb: il l'affirme
    return _noun(chain, at, head, low, high, preposition)


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
        if (
            (head < high
            and items[head].low in {"eux", "elles", "nous"})
            or (head + 1 < high
            and items[head].low == "entre")
        ):
            last = head + 1 if items[head].low == "entre" else head
            return Phrase(at, last, "role", "un", -1, "un", _preposition(items, at, low), "", False, ())
        if head < high and items[head].sort == Sort.WORD:
            phrase = _noun(chain, at, head, low, high, _preposition(items, at, low))
            return phrase._replace(determiner="un", plural=False) if phrase else None
    return Phrase(at, at + 1, "pronoun", "", -1, "un", _preposition(items, at, low), "", False, ())


def _noun(chain: Chain, first: int, at: int, low: int, high: int, preposition: str) -> Phrase:
    items = chain.items
    roles, bodies = words.role_genders(), words.body_genders()
    noun = items[at].low
    after = items[at + 1].low if at + 1 < high else ""
    if noun not in roles and noun not in bodies and after in roles and items[at + 1].sort == Sort.WORD:
        at, noun = at + 1, after
    last, name, owners = _complements(chain, at, high)
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
    plural = determiner in words.PLURAL or (determiner == "" and noun.endswith("s"))
    if name >= 0 and not _own(chain, at, name, sort):
        name = -1
    return Phrase(first, last, sort, noun, name, determiner, preposition, gender, plural, owners)


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


_ANY_GENDER = frozenset(
    ["source", "sources", "victime", "victimes", "personne", "personnes", "personnalité", "figure", "star", "vedette", "recrue"]
)


def _own(chain: Chain, at: int, name: int, sort: str) -> bool:
    """Whether the name beside a noun is its own: a person's by a role or any noun, a body's by a noun for bodies."""
    if speaks(chain, name, EntityKind.PERSON):
        return True
    beside = name == at + 1
    if sort == "role":
        return chain.items[name].number < 0 and (beside or " " in chain.items[name].text)
    return sort == "body" and beside


def _complements(chain: Chain, at: int, high: int) -> tuple[int, int, tuple[int, ...]]:
    """Where the noun at `at` ends with its adjectives and complements, the name put beside it, its owners' names."""
    items = chain.items
    roles = words.role_genders()
    finite = words.cue_forms().finite
    verbs = words.finite_verbs()
    last, name = at, -1
    owners: list[int] = []
    limit = min(high, at + _LONGEST)
    while last + 1 < limit:
        item = items[last + 1]
        if item.sort == Sort.NAME:
            name = last + 1
            last += 1
            if speaks(chain, name, EntityKind.PERSON) or item.number < 0:
                break
            continue
        if item.sort != Sort.WORD:
            break
        if item.low in words.TITLES and last + 2 < limit and items[last + 2].sort == Sort.NAME:
            name = last = last + 2
            break
        if item.low in words.OF:
            end = _complement_end(items, last + 2, limit)
            if end < 0:
                break
            owners += [place for place in range(last + 2, end + 1) if items[place].sort == Sort.NAME]
            last = end
        elif item.low in {"à", "au", "aux", "en"} and _office(items, at, last):
            end = _complement_end(items, last + 2, limit)
            if (
                end < 0
                or (items[last + 2].sort == Sort.NAME
                and items[last].low not in {"adjoint", "adjointe"})
            ):
                break
            last = end
        elif item.low == "et" and last + 2 < limit and items[last + 2].low in words.OF:
            last += 1
        elif (
            ((finite.get(item.low, 0) >= 3 or item.low in verbs)
            and item.low not in roles)
            or item.low in words.ADVERBS
        ):
            break
        elif (words.is_adjective(item.low) and item.low not in words.HAVE and item.low not in words.BE) or (item.low in roles and name < 0 and (last == at or items[last].low in roles)):
            last += 1
        else:
            break
    if name < 0:
        name = _beyond(chain, last, limit)
        last = max(last, name)
    if name < 0 and last + 2 < limit and items[last + 1].low == "par" and items[last].low.endswith(_CITED):
        end = _complement_end(items, last + 2, limit)
        if end >= 0:
            owners += [place for place in range(last + 2, end + 1) if items[place].sort == Sort.NAME]
            last = end
    return last, name, tuple(owners)


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


_OFFICES = frozenset(
    ["ministre", "ministres", "secrétaire", "délégué", "déléguée", "candidat", "candidate", "chargé", "chargée", "adjoint", "adjointe", "conseiller", "conseillère", "d'etat", "etat", "état", "chercheur", "chercheuse", "maître", "professeur", "professeure", "docteur", "avocat", "avocate"]
)


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


def named_kind(chain: Chain, phrase: Phrase) -> EntityKind | None:
    """The kind of the name that `phrase` holds; None without a name or when only capitals tell."""
    if phrase.name < 0:
        return None
    number = chain.items[phrase.name].number
    return chain.mentions[number].entity.kind if number >= 0 else None


def may_speak(chain: Chain, phrase: Phrase) -> bool:
    """Whether `phrase` names someone or something that may say words."""
    kind = named_kind(chain, phrase)
    return phrase.sort != "common" and (kind is None or kind in SPEAKING)
