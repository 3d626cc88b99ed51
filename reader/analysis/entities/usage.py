"""How the words of one article are used in it: what a token's other occurrences tell of it."""

from collections import Counter
from collections.abc import Iterable

from reader.analysis.entities.passages import Passage
from reader.analysis.entities.spelling import spelling

_NEIGHBOURS = 4


class Usage:
    """Counts and neighbours of every capitalised word of an article."""

    def __init__(self, found: Iterable[Passage]) -> None:
        self._inside: Counter[str] = Counter()
        self._all: Counter[str] = Counter()
        self._lower: Counter[str] = Counter()
        self._before: dict[str, Counter[str]] = {}
        self._after: dict[str, Counter[str]] = {}
        self._known: dict[str, list[str]] = {}
        for passage in found:
            self._add(passage)

    def _add(self, passage: Passage) -> None:
        cut = passage.tokens
        for index, token in enumerate(cut):
            text = token.text
            if text[0].islower():
                self._lower[text] += 1
            elif text[0].isupper() and text[-1] not in "'’":
                key = spelling(text).lower()
                self._all[key] += 1
                if passage.shouted:
                    continue
                if not passage.starts[index]:
                    self._inside[key] += 1
                before = cut[index - 1].text if index else "<>"
                after = cut[index + 1].text if index + 1 < len(cut) else "<>"
                self._before.setdefault(key, Counter())[spelling(before)] += 1
                self._after.setdefault(key, Counter())[spelling(after)] += 1

    def features(self, word: str) -> list[str]:
        """What the article tells of a capitalised word (in the model's spelling)."""
        key = word.lower()
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._make(key)
        return known

    def _make(self, key: str) -> list[str]:
        inside, lower, total = self._inside[key], self._lower[key], self._all[key]
        made = [f"di={min(inside, 3)}", f"dl={min(lower, 2)}", f"dil={min(inside, 2)}{min(lower, 2)}"]
        if total < 2:
            return [*made, "once"]
        before, after = self._before.get(key, Counter()), self._after.get(key, Counter())
        made += [f"db={word}" for word, _ in before.most_common(_NEIGHBOURS)]
        made += [f"da={word}" for word, _ in after.most_common(_NEIGHBOURS)]
        if any(word[0].isupper() for word in before):
            made.append("joined before")
        if any(word[0].isupper() for word in after):
            made.append("joined after")
        return made
