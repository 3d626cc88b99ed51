"""The rules that join names across articles; each is careful, as a wrong join is worse than a missed one."""

from collections import defaultdict
from collections.abc import Iterable

from rapidfuzz.distance import OSA

from reader.analysis.entities.identity import stands_for
from reader.analysis.entities.lists import aliases
from reader.analysis.types import EntityKind
from reader.library.naming import join_reasons as reasons
from reader.library.naming.company import CompanyOf
from reader.library.naming.corrections import Corrections
from reader.library.naming.groups import Groups, Named
from reader.library.naming.spelling import key_of, skeleton

_SHORTEST_SURNAME = 3
_SHORTEST_MISSPELT = 7
_MOST_RESPELT = 2
"""Letters apart, `y` and `i` made one, up to which names of one sound need no company: *Dickson*, *Dixon* are 3."""
_RARE = 0.1
_DOMINANT = 0.9
"""The share of its bearers' articles that the one bearer of a surname, or expansion of an acronym, must have."""
_LIKE = 0.12
_SHARED = 2
_WELL_KNOWN = 10
_SHARED_WITH_WELL_KNOWN = 4
_LONG_ACRONYM = 5
_LIKE_ACRONYM = 0.04
_MUCH_SHARED = 8
_OFTEN_SEEN = 5
_MOST_CAPITALS = 3
_STREETS = {EntityKind.PERSON, EntityKind.PLACE}
"""Kinds that share names rightly: streets and schools bear those of people."""
_NAMED_AFTER = (EntityKind.PRODUCT, EntityKind.PERSON)
"""A thing now and then, a person mostly: ships and prizes bear names of people; the other way it is a slip."""

Forms = dict[int, list[tuple[str, int]]]
"""Of each name, the forms it has in the text, with the number of articles."""


def join_as_told(groups: Groups, corrections: Corrections) -> None:
    """What the user says, before anything else."""
    by_key = _by_key(groups)
    for group in corrections.same:
        found = [named for key in group for named in by_key.get(key, ())]
        for named in found[1:]:
            groups.tie(named.id, found[0].id, reasons.TOLD_THE_SAME)
    for key, kind in corrections.kinds:
        found = by_key.get(key, [])
        for named in found[1:]:
            groups.tie(named.id, found[0].id, reasons.TOLD_THE_KIND.format(what=kind.value))


def join_spellings(groups: Groups) -> None:
    """One kind, one key: accents, capitals, hyphens and points aside; and listed other names of bodies.

    Of people known by one word the accents count: *Barre* is not *Barré*.
    """
    first: dict[tuple[str, EntityKind], Named] = {}
    accented: dict[tuple[str, str], Named] = {}
    for named in sorted(groups.names.values(), key=lambda one: (-one.articles, one.id)):
        other = first.setdefault((named.key, named.kind), named)
        if named.kind is EntityKind.PERSON and " " not in named.key and not named.name.isupper():
            other = accented.setdefault((named.key, named.name.casefold()), named)
        if other is not named:
            groups.tie(named.id, other.id, reasons.BUT_FOR_ACCENTS)
    for written, name in aliases().items():
        for kind in (EntityKind.ORGANIZATION, EntityKind.PLACE):
            one, two = first.get((key_of(written), kind)), first.get((key_of(name), kind))
            if one is not None and two is not None:
                groups.tie(one.id, two.id, reasons.LISTED.format(name=name))


def join_transliterations(groups: Groups, company: CompanyOf) -> None:
    """Full names of people that sound alike, in like company where much of the spelling differs; or that
    differ by one letter, where one is rare and the company alike."""
    sounding: defaultdict[str, list[Named]] = defaultdict(list)
    given: defaultdict[tuple[str, str], list[Named]] = defaultdict(list)
    for named in _heads_of_people(groups):
        first, _, last = named.key.rpartition(" ")
        if not first or len(last) < _SHORTEST_SURNAME:
            continue
        sounding[skeleton(named.key)].append(named)
        if len(last) >= _SHORTEST_MISSPELT:
            given[first, last[0]].append(named)
    for alike in sounding.values():
        fullest = max(alike, key=lambda one: (one.articles, -one.id))
        for named in alike:
            if named is fullest:
                continue
            if OSA.distance(named.key.replace("y", "i"), fullest.key.replace("y", "i")) > _MOST_RESPELT:
                _, shared = company.likeness(groups.members(named.id), groups.members(fullest.id))
                if shared < _SHARED:
                    groups.refuse(named.id, fullest.id, reasons.ONE_SOUND_ALONE.format(shared=shared))
                    continue
            groups.tie(named.id, fullest.id, reasons.ONE_SOUND)
    for alike in given.values():
        _join_misspelt(groups, sorted(alike, key=lambda one: (-one.articles, one.id)), company)


def _join_misspelt(groups: Groups, people: list[Named], company: CompanyOf) -> None:
    """Each rare name to the most frequent that is one letter away (`people` are in order of articles)."""
    for place, rare in enumerate(people):
        for common in people[: min(place, 200)]:
            if rare.articles > max(1, common.articles * _RARE) or common.articles < 2:
                break
            if OSA.distance(rare.key, common.key, score_cutoff=1) > 1:
                continue
            likeness, shared = company.likeness(groups.members(rare.id), groups.members(common.id))
            if likeness >= _LIKE and shared >= _SHARED:
                groups.tie(rare.id, common.id, reasons.ONE_LETTER.format(shared=shared))
                break
            groups.refuse(rare.id, common.id, reasons.ONE_LETTER_ALONE.format(shared=shared))


def join_surnames(groups: Groups, forms: Forms, company: CompanyOf) -> None:
    """A surname alone to its one bearer: the only one, or by far the most named, in the same company."""
    people = [named for named in groups.names.values() if named.kind is EntityKind.PERSON]
    attested: defaultdict[str, dict[int, int]] = defaultdict(dict)
    bearers: defaultdict[str, set[int]] = defaultdict(set)
    given: defaultdict[str, int] = defaultdict(int)
    for named in people:
        words = named.name.split()
        if named.name.isupper() and len(words) > _MOST_CAPITALS:
            continue  # a headline taken for a name
        for cut in range(1, min(len(words), 5)):
            bearers[key_of(" ".join(words[cut:]))].add(groups.head(named.id))
            given[key_of(" ".join(words[:cut]))] += named.articles
        for form, articles in forms.get(named.id, ()):
            key = key_of(form)
            if key != named.key:
                head = groups.head(named.id)
                attested[key][head] = attested[key].get(head, 0) + articles
    for lone in _heads_of_people(groups):
        own = groups.articles(lone.id)
        candidates = bearers.get(lone.key, set()) - {lone.id}
        if " " in lone.key:  # a given name more or less: only a fragment is rarer than the whole
            candidates = {head for head in candidates if groups.articles(head) > own}
        if not candidates or len(lone.key) < _SHORTEST_SURNAME:
            continue
        ranked = sorted(candidates, key=lambda head: (-groups.articles(head), head))
        _join_surname(groups, lone, ranked, attested.get(lone.key, {}), given[lone.key], company)


def _join_surname(
    groups: Groups, lone: Named, bearers: list[int], attested: dict[int, int], as_given: int, company: CompanyOf
) -> None:  # fmt: skip
    best = max(bearers, key=lambda head: (attested.get(head, 0), groups.articles(head), -head))
    name = groups.names[best].name
    weight = {head: groups.articles(head) + attested.get(head, 0) for head in bearers}
    total = sum(weight.values())
    if as_given > weight[best] * _RARE:
        groups.refuse(lone.id, best, reasons.A_GIVEN_NAME)
        return
    if weight[best] < total * _DOMINANT:
        groups.refuse(lone.id, best, reasons.MANY_BEAR_IT.format(count=len(bearers)))
        return
    if company.meet(groups.members(lone.id), groups.members(best)):
        groups.refuse(lone.id, best, reasons.NAMED_APART)
        return
    likeness, shared = company.likeness(groups.members(lone.id), groups.members(best))
    known = weight[best] >= _WELL_KNOWN and shared >= _SHARED_WITH_WELL_KNOWN
    if not known and (likeness < _LIKE or shared < _SHARED):
        groups.refuse(lone.id, best, reasons.ONE_BEARS_IT.format(name=name, shared=shared))
        return
    why = reasons.THE_ONLY_ONE if len(bearers) == 1 else reasons.THE_MOST_NAMED
    groups.tie(lone.id, best, why.format(count=len(bearers), shared=shared))


def join_acronyms(groups: Groups, forms: Forms, company: CompanyOf) -> None:
    """An acronym to the one expansion that articles give it beside it."""
    expansions: defaultdict[tuple[str, EntityKind], dict[int, int]] = defaultdict(dict)
    for name_id, written in forms.items():
        named = groups.names[name_id]
        if named.kind is EntityKind.PERSON or " " not in named.key:
            continue
        for form, articles in written:
            if stands_for(form.replace(".", ""), named.name):
                acronym, head = (key_of(form), named.kind), groups.head(name_id)
                expansions[acronym][head] = expansions[acronym].get(head, 0) + articles
    by_key = _by_key(groups)
    for (key, kind), found in expansions.items():
        best = max(found, key=lambda head: (found[head], -head))
        for named in by_key.get(key, ()):
            if named.kind is not kind or groups.head(named.id) == groups.head(best):
                continue
            if found[best] < sum(found.values()) * _DOMINANT:
                groups.refuse(named.id, best, reasons.ACRONYM_OF_MANY.format(count=len(found)))
                continue
            likeness, shared = company.likeness(groups.members(named.id), groups.members(best))
            if not _is_telling(key, named, found[best], likeness, shared):
                groups.refuse(named.id, best, reasons.ACRONYM_ALONE.format(shared=shared))
                continue
            groups.tie(named.id, best, reasons.AN_ACRONYM.format(count=found[best]))


def _is_telling(key: str, acronym: Named, seen: int, likeness: float, shared: int) -> bool:
    """Whether an acronym can mean only this: it is long, or mostly seen beside it, or in the same company.

    Three letters stand for many things: of 110 pairs read by hand, the wrong ones had no company in common.
    """
    if len(key) >= _LONG_ACRONYM:
        return True
    if len(key) < 4 and not acronym.name.isupper():
        return False
    in_company = (likeness >= _LIKE_ACRONYM and shared >= _SHARED) or shared >= _MUCH_SHARED
    return in_company or (seen >= _OFTEN_SEEN and seen >= 2 * acronym.articles)


def join_kinds(groups: Groups, company: CompanyOf) -> None:
    """A name of several words that was now and then taken for another kind, in the same company."""
    for key, alike in _by_key(groups).items():
        if len(alike) < 2 or " " not in key:
            continue
        common = max(alike, key=lambda one: (one.articles, -one.id))
        for named in alike:
            if (
                named.kind is common.kind
                or {named.kind, common.kind} == _STREETS
                or (named.kind, common.kind) == _NAMED_AFTER
                or named.articles > common.articles * _RARE
            ):
                continue
            likeness, shared = company.likeness(groups.members(named.id), groups.members(common.id))
            if likeness >= _LIKE and shared >= _SHARED:
                groups.tie(named.id, common.id, reasons.ANOTHER_KIND.format(what=named.kind.value))
            else:
                groups.refuse(named.id, common.id, reasons.ANOTHER_KIND_ALONE.format(what=named.kind.value))


def _by_key(groups: Groups) -> dict[str, list[Named]]:
    by_key: defaultdict[str, list[Named]] = defaultdict(list)
    for named in groups.names.values():
        by_key[named.key].append(named)
    return by_key


def _heads_of_people(groups: Groups) -> Iterable[Named]:
    return [
        named
        for named in groups.names.values()
        if named.kind is EntityKind.PERSON and groups.head(named.id) == named.id
    ]
