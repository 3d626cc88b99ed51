"""Compares names found with names annotated by hand: exact span and kind, by kind,
with bootstrap intervals."""

import random
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

KINDS = ("person", "place", "organization", "other")
"""The kinds of the gold; products and events are one there (MISC)."""
KIND_OF_TYPE = {"PER": "person", "LOC": "place", "ORG": "organization", "MISC": "other", "OTH": "other"}

Found = tuple[int, int, str]
"""Start, end and kind (one of `KINDS`) of a name found."""


@dataclass(frozen=True, slots=True)
class Gold:
    """A name annotated by hand; `kinds` are all that are accepted, the first the annotator's own.

    An optional one is neither rewarded nor penalised, found or not, whatever its limits.
    """

    start: int
    end: int
    kinds: tuple[str, ...]
    optional: bool = False


@dataclass(slots=True)
class Counts:
    """By kind: names found rightly, found wrongly (under the kind that was found), and missed."""

    right: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)

    def add(self, other: "Counts") -> None:
        """Adds the counts of another document."""
        self.right += other.right
        self.wrong += other.wrong
        self.missed += other.missed

    def figures(self, kind: str | None = None) -> tuple[float, float, float]:
        """Precision, recall and F in per cent, of one kind or of all."""
        right, wrong, missed = (
            counter.total() if kind is None else counter[kind]
            for counter in (self.right, self.wrong, self.missed)
        )
        precision = 100 * right / (right + wrong) if right + wrong else 0.0
        recall = 100 * right / (right + missed) if right + missed else 0.0
        return (
            precision,
            recall,
            200 * right / (2 * right + wrong + missed) if right + wrong + missed else 0.0,
        )


def compare(gold: Sequence[Gold], found: Iterable[Found]) -> Counts:
    """The counts of one document."""
    counts = Counts()
    exact = {(name.start, name.end): name for name in gold}
    optional = [name for name in gold if name.optional]
    met: set[tuple[int, int]] = set()
    for start, end, kind in found:
        name = exact.get((start, end))
        if name is not None and not name.optional and kind in name.kinds:
            counts.right[name.kinds[0]] += 1
            met.add((start, end))
        elif not any(other.start < end and start < other.end for other in optional):
            counts.wrong[kind] += 1
    for name in gold:
        if not name.optional and (name.start, name.end) not in met:
            counts.missed[name.kinds[0]] += 1
    return counts


def interval(documents: Sequence[Counts], *, draws: int = 1000, seed: int = 1) -> tuple[float, float]:
    """The 95 % bootstrap interval of F over documents."""
    source = random.Random(seed)
    scores: list[float] = []
    triples = [(doc.right.total(), doc.wrong.total(), doc.missed.total()) for doc in documents]
    for _ in range(draws):
        right, wrong, missed = map(sum, zip(*source.choices(triples, k=len(triples)), strict=True))
        scores.append(200 * right / max(1, 2 * right + wrong + missed))
    scores.sort()
    return scores[draws // 40], scores[-draws // 40 - 1]


def table_row(name: str, documents: Sequence[Counts]) -> str:
    """A line of the table: all kinds with their interval, then each kind, as P R F."""
    total = Counts()
    for document in documents:
        total.add(document)
    low, high = interval(documents) if documents else (0.0, 0.0)
    cells = [f"{p:5.1f} {r:5.1f} {f:5.1f}" for p, r, f in (total.figures(kind) for kind in (None, *KINDS))]
    return f"{name:<26} {cells[0]} [{low:.1f}-{high:.1f}] | " + " | ".join(cells[1:])


HEADER = f"{'P, R, F in per cent':<26} {'all':^17} [95 % of F] | " + " | ".join(
    f"{kind:^17}" for kind in KINDS
)
"""What stands over `table_row`s."""
