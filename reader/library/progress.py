"""How far indexing is; a file of its own, so that hearing of it loads nothing of the indexing."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Progress:
    """How far indexing is.  `stage`: `walk`, `text` or `analysis`; `total`: 0 where it is not known."""

    stage: str
    done: int
    total: int
