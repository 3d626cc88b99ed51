"""What a misspelt word may have been: near words of the corpus, glued words, elisions, singular and plural.

Near words begin with the same letter and are one edit away (a letter missing, added, other, or two swapped:
optimal string alignment); else differ in the first letter only; else, from six letters on, are two edits
away.  Where the word is only begun, it is compared with beginnings.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from reader.library.search.vocabulary import Vocabulary

MOST = 5
"""Candidates kept for a word."""
_SHORTEST = 3
_SHORTEST_FAR = 6
_LONGEST_ENDING = 9
_AFTER_ALL = "\U0010ffff"
_LETTERS = "etaoinsrhldcumfpgwybvkxjqz"
_ELIDED = ("l", "d", "j", "m", "t", "s", "c", "n", "qu")
_CLOSENESS = {0: 0.95, 1: 0.9, 2: 0.6}


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words that a misspelt one may stand for; `closeness` falls from 1 with the distance."""

    words: tuple[str, ...]
    closeness: float
    articles: int


class Corrector:
    """Finds candidates in one state of the vocabulary, and remembers them."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.near = lru_cache(512)(self._near)
        self.begun = lru_cache(512)(self._begun)
        self.neighbours = lru_cache(512)(self._neighbours)

    def _near(self, word: str) -> tuple[Candidate, ...]:
        """What a whole word that stands nowhere may be, best first."""
        if len(word) < _SHORTEST or not word.isalpha():
            return ()
        found = [*self._inflected(word), *self._parted(word), *self.neighbours(word)]
        if not found and len(word) >= _SHORTEST_FAR:
            found = list(self._within(word, 2))
        return _best(found)

    def _neighbours(self, word: str) -> tuple[Candidate, ...]:
        """The words one edit away, best first; the word itself is none."""
        if len(word) < _SHORTEST or not word.isalpha():
            return ()
        return _best([*self._within(word, 1), *self._other_first_letter(word)])

    def _begun(self, word: str) -> tuple[Candidate, ...]:
        """What the beginning of a word may be the misspelt beginning of, best first."""
        if len(word) < _SHORTEST + 1 or not word.isalpha():
            return ()
        for same in (2, 1):  # most misspelt beginnings have two letters right, which is far less to compare
            beginnings = self._beginnings(word[:same], len(word))
            near = _near(word, list(beginnings), 1)
            found = [
                Candidate((begun,), _CLOSENESS[1], beginnings[begun])
                for begun, distance, _ in near
                if distance == 1
            ]
            if found:
                return _best(found)
        return ()

    def _beginnings(self, start: str, length: int) -> dict[str, int]:
        """The first `length` letters, and one more, of longer words with `start`; in how many articles."""
        beginnings: dict[str, int] = {}
        for words, counts in self.vocabulary.parts(start[0], length + 1, length + _LONGEST_ENDING):
            first = bisect_left(words, start)
            last = bisect_left(words, start + _AFTER_ALL)
            for whole, articles in zip(words[first:last], counts[first:last], strict=True):
                for cut in (whole[:length], whole[: length + 1]):
                    if articles > beginnings.get(cut, 0):
                        beginnings[cut] = articles
        return beginnings

    def _within(self, word: str, distance: int) -> Iterator[Candidate]:
        for words, counts in self.vocabulary.parts(word[0], len(word) - distance, len(word) + distance):
            near = _near(word, words, distance)
            for found, far, place in near:
                if far:
                    yield Candidate((found,), _CLOSENESS[int(far)], counts[place])

    def _other_first_letter(self, word: str) -> Iterator[Candidate]:
        """Words that a missing, added, other or swapped first letter makes; looked up, as there are few."""
        made = [word[1:], word[1] + word[0] + word[2:]]
        made += [letter + word for letter in _LETTERS] + [letter + word[1:] for letter in _LETTERS]
        for other in dict.fromkeys(made):
            if other[0] != word[0] and (articles := self.vocabulary.count(other)):
                yield Candidate((other,), _CLOSENESS[1], articles)

    def _inflected(self, word: str) -> Iterator[Candidate]:
        """Singular for plural and the reverse."""
        made = [word + "s", word + "x", word + "e"]
        if word[-1] in "sxe":
            made.append(word[:-1])
        if word.endswith("aux"):
            made += [word[:-3] + "al", word[:-3] + "ail"]
        if word.endswith("al"):
            made.append(word[:-2] + "aux")
        for other in made:
            if articles := self.vocabulary.count(other):
                yield Candidate((other,), _CLOSENESS[0], articles)

    def _parted(self, word: str) -> Iterator[Candidate]:
        """Two words written as one, an elided article first among them."""
        for elided in _ELIDED:
            rest = word.removeprefix(elided)
            if rest != word and len(rest) > 2 and (articles := self.vocabulary.count(rest)):
                yield Candidate((rest,), _CLOSENESS[1], articles)
        for place in range(2, len(word) - 1):
            counts = (self.vocabulary.count(word[:place]), self.vocabulary.count(word[place:]))
            if min(counts):
                yield Candidate((word[:place], word[place:]), _CLOSENESS[1], min(counts))


def _near(word: str, words: Sequence[str], distance: int) -> list[tuple[str, int, int]]:
    """The words at most `distance` edits from `word`, with how far they are and their places."""
    from rapidfuzz import process  # which is loaded when somebody searches, not while the app starts
    from rapidfuzz.distance import OSA

    return process.extract(word, words, scorer=OSA.distance, score_cutoff=distance, limit=None)


def _best(found: Iterable[Candidate]) -> tuple[Candidate, ...]:
    distinct = {candidate.words: candidate for candidate in found}
    ranked = sorted(
        distinct.values(), key=lambda candidate: (-candidate.closeness, -candidate.articles, candidate.words)
    )
    return tuple(ranked[:MOST])
