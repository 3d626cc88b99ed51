"""Titles in quotation marks right after the noun that tells what they are: *le film « Une vie »*, *le mensuel
« Lire »*."""

from collections.abc import Sequence

from reader.analysis.entities.frames import short_quotations
from reader.analysis.entities.model import TypedSpan
from reader.analysis.entities.passages import Passage

_WORKS = frozenset((
    "film", "films", "émission", "série", "roman", "chanson", "album", "livre", "single", "pièce", "documentaire",
    "spectacle", "exposition", "tube", "clip", "opéra", "comédie", "feuilleton", "téléfilm", "morceau", "essai",
))  # fmt: skip

_BODIES = frozenset((
    "mensuel", "hebdomadaire", "quotidien", "magazine", "journal", "collectif", "association", "site", "chaîne",
))  # fmt: skip


def with_works(passage: Passage, row: Sequence[TypedSpan]) -> list[TypedSpan]:
    """The spans of a passage, with such titles in place of what was found inside them."""
    result = list(row)
    for start, end in short_quotations(passage.tokens):
        if start < 2 or not _begins_title(passage.tokens[start].text):
            continue
        noun = passage.tokens[start - 2].text
        if noun not in _WORKS and noun not in _BODIES:
            continue
        touched = [span for span in result if span[0] < end and start < span[1]]
        if all(start <= span[0] and span[1] <= end for span in touched):
            result = [span for span in result if span not in touched]
            result.append((start, end, "MISC" if noun in _WORKS else "ORG"))
    return sorted(result)


def _begins_title(word: str) -> bool:
    return word[0].isupper() or word[0].isdigit()
