"""Titles of works in quotation marks right after the noun that tells what they are: *le film « Une vie »*."""

from collections.abc import Sequence

from reader.analysis.entities.frames import short_quotations
from reader.analysis.entities.model import TypedSpan
from reader.analysis.entities.passages import Passage

_WORKS = frozenset((
    "film", "films", "émission", "série", "roman", "chanson", "album", "livre", "single", "pièce", "documentaire",
    "spectacle", "exposition", "tube", "clip", "opéra", "comédie", "feuilleton", "téléfilm", "morceau", "essai",
))  # fmt: skip


def with_works(passage: Passage, row: Sequence[TypedSpan]) -> list[TypedSpan]:
    """The spans of a passage, with such titles in place of what was found inside them."""
    result = list(row)
    for start, end in short_quotations(passage.tokens):
        if start < 2 or not passage.tokens[start].text[0].isupper():
            continue
        if passage.tokens[start - 2].text not in _WORKS:
            continue
        touched = [span for span in result if span[0] < end and start < span[1]]
        if all(start <= span[0] and span[1] <= end for span in touched):
            result = [span for span in result if span not in touched]
            result.append((start, end, "MISC"))
    return sorted(result)
