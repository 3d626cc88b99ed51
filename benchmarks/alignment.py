"""Carries offsets between a file's own text and the cleaned text of its article."""

from bisect import bisect_right
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq


@dataclass(frozen=True, slots=True)
class Alignment:
    """Which code points of one text stand, unchanged and in order, in another (longest common subsequence)."""

    starts: tuple[int, ...]
    targets: tuple[int, ...]
    lengths: tuple[int, ...]

    def place(self, offset: int) -> int | None:
        """Where the code point at `offset` of the first text stands in the second; None when it was left out."""
        run = bisect_right(self.starts, offset) - 1
        if run < 0 or offset >= self.starts[run] + self.lengths[run]:
            return None
        return self.targets[run] + offset - self.starts[run]

    def span(self, start: int, end: int) -> tuple[int, int] | None:
        """The stretch of the second text that holds what is left of `start`–`end`; None when nothing is."""
        places = [place for offset in range(start, end) if (place := self.place(offset)) is not None]
        return (places[0], places[-1] + 1) if places else None


def align(source: str, target: str) -> Alignment:
    """The alignment from `source` to `target`."""
    runs = [op for op in LCSseq.opcodes(source, target) if op.tag == "equal"]
    return Alignment(
        tuple(op.src_start for op in runs),
        tuple(op.dest_start for op in runs),
        tuple(op.src_end - op.src_start for op in runs),
    )
