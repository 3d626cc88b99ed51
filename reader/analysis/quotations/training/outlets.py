"""Parts outlets into folds, so that nothing is judged by what learned from its outlet."""

from collections import Counter
from collections.abc import Iterable


def folds(outlets: Iterable[str], number: int) -> list[list[str]]:
    """The outlets, one for each article or quotation, in `number` folds of about as many, the largest alone."""
    parts: list[tuple[int, list[str]]] = [(0, []) for _ in range(number)]
    for outlet, size in Counter(outlets).most_common():
        parts.sort(key=lambda part: part[0])
        parts[0] = (parts[0][0] + size, [*parts[0][1], outlet])
    return [part for _, part in parts if part]
