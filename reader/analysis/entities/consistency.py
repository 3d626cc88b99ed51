"""Names of one word: one kind in one article, and found wherever they stand with a capital."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from reader.analysis.entities.gazetteer import plain
from reader.analysis.entities.lists import words
from reader.analysis.entities.model import TypedSpan
from reader.analysis.entities.passages import Passage

_LEAST = 2
_SHARE = 0.6
"""How often a name must be found, and the share of these finds that must be of one kind.

Of 0.6 to 0.8 and 1 to 3, these did best on outlets not learned from, by 0.2 of F; 1 added as much wrong as right.
"""
_SHORTEST = 3


@dataclass(slots=True)
class _Uses:
    """The kinds each name of one word was given in an article, and the words it writes without a capital."""

    kinds: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    lower: set[str] = field(default_factory=set)

    def add(self, passage: Passage, row: Sequence[TypedSpan]) -> None:
        """Counts a passage."""
        self.lower.update(token.text for token in passage.tokens if token.text[0].islower())
        for start, end, kind in row:
            if end == start + 1:
                self.kinds[plain(passage.tokens[start].text)][kind] += 1

    def settled(self) -> dict[str, str]:
        """The kind of each name that has one."""
        found: dict[str, str] = {}
        for word, count in self.kinds.items():
            kind, times = count.most_common(1)[0]
            if count.total() >= _LEAST and times >= _SHARE * count.total():
                found[word] = kind
        return found

    def is_name(self, word: str) -> bool:
        """Whether a settled word can but be this name: it is never written without a capital."""
        lower = word.lower()
        return len(word) >= _SHORTEST and lower not in self.lower and lower not in words("function_words")


def consistent(found: Sequence[Passage], rows: Sequence[Sequence[TypedSpan]]) -> list[list[TypedSpan]]:
    """The spans of one article, with names of one word given the kind that most of their uses have, and
    added where they were overlooked."""
    uses = _Uses()
    for passage, row in zip(found, rows, strict=True):
        uses.add(passage, row)
    settled = uses.settled()
    overlooked = {word: kind for word, kind in settled.items() if word[0].isupper() and uses.is_name(word)}
    return [_settled(passage, row, settled, overlooked) for passage, row in zip(found, rows, strict=True)]


def _settled(
    passage: Passage, row: Sequence[TypedSpan], settled: dict[str, str], overlooked: dict[str, str]
) -> list[TypedSpan]:
    result: list[TypedSpan] = []
    for start, end, kind in row:
        word = plain(passage.tokens[start].text)
        result.append((start, end, settled.get(word, kind) if end == start + 1 else kind))
    if passage.shouted or not overlooked:
        return result
    taken = {index for start, end, _ in row for index in range(start, end)}
    for index, token in enumerate(passage.tokens):
        kind_here = overlooked.get(plain(token.text))
        if kind_here is not None and index not in taken:
            result.append((index, index + 1, kind_here))
    return sorted(result)
