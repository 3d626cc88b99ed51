"""Finds well-known names of several words, longest first."""

from collections.abc import Iterator, Sequence
from functools import cache

from reader.analysis.entities.lists import words
from reader.analysis.tokens import Token, tokens
from reader.analysis.types import EntityKind

_LISTS = {
    "people": EntityKind.PERSON,
    "products": EntityKind.PRODUCT,
    "events": EntityKind.EVENT,
    "organizations": EntityKind.ORGANIZATION,
    "places": EntityKind.PLACE,
    "cities": EntityKind.PLACE,
    "countries": EntityKind.PLACE,
}
_MORE_LISTS = {
    "more_organizations": EntityKind.ORGANIZATION, "more_places": EntityKind.PLACE, "laws": EntityKind.PRODUCT,
}  # fmt: skip

_ARTICLES = frozenset({"L'", "Le", "La", "Les"})

Words = tuple[str, ...]


def plain(word: str) -> str:
    """A word as the lists spell it: typewriter apostrophe, ordinary hyphen."""
    return word if word.isascii() else word.replace("’", "'").replace("‑", "-")


def plain_words(cut: Sequence[Token]) -> Words:
    """The words of some tokens as the lists spell them."""
    return tuple(plain(token.text) for token in cut)


@cache
def known_names(*, learned: bool = False) -> dict[Words, EntityKind]:
    """The kind of every listed name, by its tokens.

    `learned`: only those of the lists that the model saw as it learned.  The others are for the rules: a model
    that sees more names listed trusts the lists too much, and overlooks what they do not hold.
    """
    lists = _LISTS if learned else {**_MORE_LISTS, **_LISTS}
    return {
        tuple(token.text for token in tokens(entry)): kind
        for name, kind in lists.items()
        for entry in words(name)
    }


@cache
def _lookup(*, shouted: bool, learned: bool) -> tuple[dict[Words, EntityKind], dict[str, int]]:
    """`known_names`, and the number of tokens of the longest name that begins with a given token.

    For text set in capitals without newspapers and the like called *L'Union* or *Le Soir*.
    """
    names = known_names(learned=learned)
    if shouted:
        names = {
            tuple(part.upper() for part in name): kind
            for name, kind in names.items()
            if kind is EntityKind.PLACE or name[0] not in _ARTICLES
        }
    longest: dict[str, int] = {}
    for name in names:
        longest[name[0]] = max(longest.get(name[0], 0), len(name))
    return names, longest


def known_at(
    cut: Sequence[Token], index: int, *, shouted: bool = False, learned: bool = False
) -> tuple[int, EntityKind] | None:
    """The end (a token index, exclusive) and the kind of the longest listed name that begins at `index`."""
    names, longest = _lookup(shouted=shouted, learned=learned)
    most = longest.get(plain(cut[index].text), 0)
    for length in range(min(most, len(cut) - index), 0, -1):
        kind = names.get(plain_words(cut[index : index + length]))
        if kind is not None:
            return index + length, kind
    return None


def listed_names(
    cut: Sequence[Token], *, shouted: bool = False, learned: bool = False
) -> Iterator[tuple[int, int, EntityKind]]:
    """Start, end (token indices) and kind of the listed names; the longest wins where two overlap."""
    index = 0
    while index < len(cut):
        known = known_at(cut, index, shouted=shouted, learned=learned)
        if known is None:
            index += 1
        else:
            yield index, *known
            index = known[0]
