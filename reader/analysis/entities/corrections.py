"""What the article proves against a first reading: one name is of one kind, and is a name everywhere."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from reader.analysis.entities.consistency import consistent
from reader.analysis.entities.expanded import with_expansions
from reader.analysis.entities.gazetteer import Words, known_names, plain, plain_words
from reader.analysis.entities.heads import with_heads
from reader.analysis.entities.lists import words
from reader.analysis.entities.model import TypedSpan
from reader.analysis.entities.parted import parted
from reader.analysis.entities.passages import Passage
from reader.analysis.entities.platform import with_platform
from reader.analysis.entities.right_ends import with_right_ends
from reader.analysis.entities.sites import with_sites
from reader.analysis.entities.told_bodies import with_told_bodies
from reader.analysis.entities.works import with_works

_COURTESY = frozenset({"M.", "M", "MM.", "Mme", "Mmes", "Mlle", "Me", "Mgr", "Dr", "Pr", "Monsieur", "Madame",
                       "Maître", "Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Dr.",
                       "Sir", "Dame", "Commissioner"})  # fmt: skip
_LONGEST = 12
_MOST_ALIKE = 20


def corrected(found: Sequence[Passage], spans: Sequence[Sequence[TypedSpan]]) -> list[list[TypedSpan]]:
    """The spans of each passage of one article, corrected; see the functions for what counts as proof."""
    kept = [_with_ends(passage, row) for passage, row in zip(found, spans, strict=True)]
    kinds: dict[Words, Counter[str]] = defaultdict(Counter)
    for passage, row in zip(found, kept, strict=True):
        for start, end, kind in row:
            kinds[_words(passage, start, end)][kind] += 1
    surnames = _surnames(kinds)
    settled = [
        [(start, end, _kind(_words(passage, start, end), kind, kinds, surnames)) for start, end, kind in row]
        for passage, row in zip(found, kept, strict=True)
    ]
    repeated: dict[str, list[tuple[Words, str]]] = defaultdict(list)
    for name, count in kinds.items():
        if 1 < len(name) <= _LONGEST and len(repeated[name[0]]) < _MOST_ALIKE:
            repeated[name[0]].append((name, count.most_common(1)[0][0]))
    whole = [_lengthened(passage, row, repeated) for passage, row in zip(found, settled, strict=True)]
    full = [_with_repeats(passage, row, repeated) for passage, row in zip(found, whole, strict=True)]
    return [
        with_heads(passage, with_expansions(passage, row))
        for passage, row in zip(found, consistent(found, with_platform(found, full)), strict=True)
    ]


def _with_ends(passage: Passage, row: Sequence[TypedSpan]) -> list[TypedSpan]:
    """The names of a passage with their ends put right."""
    people = _with_given_names(passage, _without_courtesy(passage, parted(passage, row)))
    whole = with_right_ends(passage, _whole(passage, people))
    return with_sites(passage, with_works(passage, with_heads(passage, with_told_bodies(passage, whole))))


def _words(passage: Passage, start: int, end: int) -> Words:
    return plain_words(passage.tokens[start:end])


def _without_courtesy(passage: Passage, row: Sequence[TypedSpan]) -> list[TypedSpan]:
    """A person's name begins after *M.*, *Me*, *Dr*."""
    kept: list[TypedSpan] = []
    for start, end, kind in row:
        first = start
        while kind == "PER" and first < end - 1 and passage.tokens[first].text in _COURTESY:
            first += 1
        kept.append((first, end, kind))
    return kept


def _with_given_names(passage: Passage, row: Sequence[TypedSpan]) -> list[TypedSpan]:
    """A person's name begins at the given name before it, and takes in another person's that touches it."""
    kept: list[TypedSpan] = []
    for start, end, kind in row:
        first = start
        free = kept[-1][1] if kept else 0
        named = passage.tokens[first].text in words("given_names")
        if kind == "PER" and first > free and _is_given_name(passage.tokens[first - 1].text):
            first -= 1
        touches = bool(kept) and kept[-1][1] == first and kept[-1][2] == "PER"
        if kind == "PER" and touches and not named and not passage.shouted:
            first = kept.pop()[0]
        kept.append((first, end, kind))
    return kept


def _is_given_name(word: str) -> bool:
    return word in words("given_names") and word != "Pape"  # le Pape François


def _whole(passage: Passage, row: Sequence[TypedSpan]) -> list[TypedSpan]:
    """A person's name goes on over a capitalised word that follows it and is part of nothing else."""
    kept: list[TypedSpan] = []
    for place, (start, end, kind) in enumerate(row):
        last = row[place + 1][0] if place + 1 < len(row) else len(passage.tokens)
        if kind == "PER" and end < last and not passage.shouted:
            token = passage.tokens[end]
            if token.text[0].isupper() and token.text[1:].islower() and not passage.starts[end]:
                kept.append((start, end + 1, kind))
                continue
        kept.append((start, end, kind))
    return kept


def _surnames(kinds: dict[Words, Counter[str]]) -> set[str]:
    """The last words of names of several words that are people's only."""
    people = {name[-1] for name, count in kinds.items() if len(name) > 1 and count["PER"] * 2 > count.total()}
    others = {
        name[-1] for name, count in kinds.items() if len(name) > 1 and count["PER"] * 2 <= count.total()
    }
    return people - others


def _kind(name: Words, kind: str, kinds: dict[Words, Counter[str]], surnames: set[str]) -> str:
    """The kind most uses of a name of several words have; that of the full name for a surname alone;
    a law is a work, as in the articles annotated by hand."""
    if " ".join(name) in words("laws"):
        return "MISC"
    if len(name) == 1:
        return "PER" if name[0] in surnames and name not in known_names() else kind
    (best, times), *rest = kinds[name].most_common(2)
    return best if not rest or times > rest[0][1] else kind


def _lengthened(
    passage: Passage, row: Sequence[TypedSpan], repeated: dict[str, list[tuple[Words, str]]]
) -> list[TypedSpan]:
    """Lengthens a name to one of several words that it begins and that stands here in full."""
    result: list[TypedSpan] = []
    for place, (start, end, kind) in enumerate(row):
        limit = row[place + 1][0] if place + 1 < len(row) else len(passage.tokens)
        longer = [
            (start + len(name), other)
            for name, other in repeated.get(plain(passage.tokens[start].text), ())
            if end < start + len(name) <= limit and _words(passage, start, start + len(name)) == name
        ]
        result.append((start, *max(longer)) if longer else (start, end, kind))
    return result


def _with_repeats(
    passage: Passage, row: Sequence[TypedSpan], repeated: dict[str, list[tuple[Words, str]]]
) -> list[TypedSpan]:
    """Adds names of several words, found elsewhere in the article, that were overlooked here."""
    taken = {index for start, end, _ in row for index in range(start, end)}
    result = list(row)
    for index, token in enumerate(passage.tokens):
        if index in taken or plain(token.text) not in repeated:
            continue
        for name, kind in repeated[plain(token.text)]:
            end = index + len(name)
            if _words(passage, index, end) == name and taken.isdisjoint(range(index, end)):
                result.append((index, end, kind))
                taken.update(range(index, end))
                break
    return sorted(result)
