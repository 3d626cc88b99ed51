"""Classes of words that follow and precede one another alike, by the exchange algorithm.

Each word moves to the class that raises the likelihood of a class bigram model most, until little moves
(Martin, Liermann and Ney, *Algorithms for bigram and trigram word clustering*, 1998); the classes are then
merged two by two into a tree, whose branches give bit strings as those of Brown et al. (1992) do.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Matrix: TypeAlias = NDArray[np.float64]
Neighbours: TypeAlias = tuple[NDArray[np.int64], NDArray[np.float64]]


def _gain(values: Matrix) -> Matrix:
    """x log x, 0 for 0."""
    found: Matrix = values * np.log(np.maximum(values, 1e-12))
    return found


def bigrams(
    lines: Iterable[Sequence[str]], vocabulary: Sequence[str]
) -> tuple[list[Neighbours], list[Neighbours]]:
    """For each word of the vocabulary its right and its left neighbours (within the
    vocabulary) with counts."""
    number = {word: index for index, word in enumerate(vocabulary)}
    size = len(vocabulary)
    counts: Counter[int] = Counter()
    for line in lines:
        ids = [number.get(word, -1) for word in line]
        counts.update(left * size + right for left, right in pairwise(ids) if min(left, right) >= 0)
    pairs = np.fromiter(counts.keys(), np.int64, len(counts))
    times = np.fromiter(counts.values(), np.float64, len(counts))
    return _grouped(pairs // size, pairs % size, times, size), _grouped(
        pairs % size, pairs // size, times, size
    )


def _grouped(
    keys: NDArray[np.int64], others: NDArray[np.int64], times: Matrix, size: int
) -> list[Neighbours]:
    order = np.argsort(keys, kind="stable")
    words: NDArray[np.int64] = np.arange(size + 1)
    bounds: NDArray[np.int64] = np.searchsorted(keys[order], words)
    return [(others[order[low:high]], times[order[low:high]]) for low, high in pairwise(bounds.tolist())]


class _State:
    """The counts of a class bigram model, kept up while words move."""

    def __init__(self, right: list[Neighbours], left: list[Neighbours], classes: int) -> None:
        self.right, self.left, self.classes = right, left, classes
        self.of_word: NDArray[np.int64] = np.arange(len(right)) % classes
        self.pairs = np.zeros((classes, classes))
        for word, (others, times) in enumerate(right):
            np.add.at(self.pairs, (self.of_word[word], self.of_word[others]), times)

    def move(self, word: int) -> bool:
        """Puts a word into its best class; tells whether that is a new one."""
        after = self._by_class(self.right[word])
        before = self._by_class(self.left[word])
        old = int(self.of_word[word])
        self._add(old, after, before, -1.0)
        best = int(np.argmax(self._gains(after, before)))
        self.of_word[word] = best
        self._add(best, after, before, 1.0)
        return best != old

    def _by_class(self, neighbours: Neighbours) -> Matrix:
        counts: Matrix = np.bincount(self.of_word[neighbours[0]], neighbours[1], self.classes)
        return counts

    def _add(self, place: int, after: Matrix, before: Matrix, sign: float) -> None:
        self.pairs[place, :] += sign * after
        self.pairs[:, place] += sign * before
        np.maximum(self.pairs[place, :], 0, out=self.pairs[place, :])
        np.maximum(self.pairs[:, place], 0, out=self.pairs[:, place])

    def _gains(self, after: Matrix, before: Matrix) -> Matrix:
        gains = np.zeros(self.classes)
        for counts, pairs in ((after, self.pairs), (before, self.pairs.T)):
            used = np.flatnonzero(counts)
            old = pairs[:, used]
            gains += (_gain(old + counts[used]) - _gain(old)).sum(axis=1)
            totals = pairs.sum(axis=1)
            gains -= _gain(totals + counts.sum()) - _gain(totals)
        return gains


def exchange(
    right: list[Neighbours], left: list[Neighbours], classes: int, passes: int
) -> tuple[NDArray[np.int64], Matrix]:
    """The class of each word, and the class bigram counts.  Words must come in order of frequency."""
    state = _State(right, left, classes)
    for _ in range(passes):
        moved = sum(state.move(word) for word in range(len(right)))
        if moved < len(right) // 200:
            break
    return state.of_word, state.pairs


def bit_strings(pairs: Matrix) -> list[str]:
    """A bit string a class, from merging, again and again, the two classes whose union
    loses least likelihood."""
    counts = pairs.copy()
    members: list[list[int]] = [[index] for index in range(len(pairs))]
    bits = [""] * len(pairs)
    while len(members) > 1:
        first, second = _cheapest(counts)
        for index in members[first]:
            bits[index] = "0" + bits[index]
        for index in members[second]:
            bits[index] = "1" + bits[index]
        members[first] += members.pop(second)
        counts[first, :] += counts[second, :]
        counts[:, first] += counts[:, second]
        counts = np.delete(np.delete(counts, second, 0), second, 1)
    return bits


def _cheapest(counts: Matrix) -> tuple[int, int]:
    size = len(counts)
    rows, columns = counts.sum(axis=1), counts.sum(axis=0)
    best, pair = -np.inf, (0, 1)
    for first in range(size - 1):
        others = np.arange(first + 1, size)
        change = _merge_change(counts, first, others) + _merge_change(counts.T, first, others)
        change -= _gain(rows[first] + rows[others]) - _gain(rows[first]) - _gain(rows[others])
        change -= _gain(columns[first] + columns[others]) - _gain(columns[first]) - _gain(columns[others])
        top = int(np.argmax(change))
        if change[top] > best:
            best, pair = float(change[top]), (first, int(others[top]))
    return pair


def _merge_change(counts: Matrix, first: int, others: NDArray[np.int64]) -> Matrix:
    merged = counts[first][None, :] + counts[others]
    change: Matrix = (_gain(merged) - _gain(counts[first])[None, :] - _gain(counts[others])).sum(axis=1)
    return change
