"""What an article itself tells of its words: which stand with a capital inside sentences, which without."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from reader.analysis.entities.passages import Passage


@dataclass(frozen=True, slots=True)
class Evidence:
    """How often each word, in lower case, stands inside sentences with a capital and without."""

    capitals: Counter[str] = field(default_factory=Counter)
    lowers: Counter[str] = field(default_factory=Counter)


def gather(found: Iterable[Passage]) -> Evidence:
    """The evidence of all passages; sentence starts and blocks in capitals say nothing."""
    evidence = Evidence()
    for passage in found:
        if passage.shouted:
            continue
        for token, starts in zip(passage.tokens, passage.starts, strict=True):
            first = token.text[0]
            if first.islower():
                evidence.lowers[token.text] += 1
            elif first.isupper() and not starts:
                evidence.capitals[token.text.lower()] += 1
    return evidence
