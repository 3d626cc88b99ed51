"""Adds to the model's names those the rules are sure of and the model overlooked."""

from collections.abc import Sequence

from reader.analysis.entities.kinds import is_type
from reader.analysis.entities.names import Name
from reader.analysis.entities.rules import Candidate
from reader.analysis.types import EntityKind


def supplemented(names: Sequence[Name], possible: Sequence[Candidate]) -> list[Name]:
    """`names` and the proven candidates that overlap none of them, in order; both come in order.

    Proven are names of the lists, and words spelt like a type of thing that *missile* or the like introduces.
    """
    result: list[Name] = []
    place = 0
    types = {
        candidate.form for candidate in possible
        if candidate.kind is EntityKind.PRODUCT and candidate.sure and is_type(candidate.form)
    }  # fmt: skip
    for candidate in possible:
        while place < len(names) and names[place].end <= candidate.start:
            result.append(names[place])
            place += 1
        product = candidate.form in types
        if not (product or candidate.listed):
            continue
        kind = EntityKind.PRODUCT if product else candidate.kind
        if place == len(names) or names[place].start >= candidate.end:
            result.append(Name(candidate.start, candidate.end, kind))
        elif product and names[place].start == candidate.start and names[place].end == candidate.end:
            result.append(Name(candidate.start, candidate.end, kind))
            place += 1
    return result + list(names[place:])
