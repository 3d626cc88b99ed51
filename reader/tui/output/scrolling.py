"""Finds rows that only moved, so that the terminal can move them itself."""

from collections import Counter
from dataclasses import dataclass

from reader.tui.output.cells import Canvas, Row

WORTH = 3
"""So many rows must be saved: fewer are sent as quickly."""


@dataclass(frozen=True, slots=True)
class Scroll:
    """The rows from `first` to before `last` go `by` rows up, or down if negative."""

    first: int
    last: int
    by: int


def find_scroll(shown: Canvas, wanted: Canvas) -> Scroll | None:
    """The move that saves most rows, or None when none is worth it."""
    height = wanted.height
    old, new = [shown.row(y) for y in range(height)], [wanted.row(y) for y in range(height)]
    changed = [y for y in range(height) if old[y] != new[y]]
    if len(changed) <= WORTH:
        return None
    alone = Counter(old)
    at = {row: y for y, row in enumerate(old) if alone[row] == 1}
    shifts = Counter(at[new[y]] - y for y in changed if new[y] in at)
    best: tuple[int, Scroll] | None = None
    for by, _ in shifts.most_common(3):
        found = _longest(old, new, by)
        if found is not None and (best is None or found[0] > best[0]):
            best = found
    return best[1] if best is not None and best[0] > WORTH else None


def _longest(old: list[Row], new: list[Row], by: int) -> tuple[int, Scroll] | None:
    """The longest stretch of rows that moved `by`, with how many rows it saves."""
    height, best, start = len(new), None, None
    for y in range(height + 1):
        fits = y < height and 0 <= y + by < height and new[y] == old[y + by]
        if fits and start is None:
            start = y
        elif not fits and start is not None:
            first, last = min(start, start + by), max(y, y + by)
            changed = sum(new[row] != old[row] for row in range(start, y))
            still = sum(new[row] == old[row] for row in range(first, last) if not start <= row < y)
            if best is None or changed - still > best[0]:
                best = changed - still, Scroll(first, last, by)
            start = None
    return best
