"""What the words of a quotation tell of who says them: *je* or *nous*, and whom they name."""

import re
from bisect import bisect_left
from dataclasses import dataclass

from reader.analysis.quotations.scene import Scene
from reader.analysis.quotations.spans import QuoteSpan
from reader.analysis.quotations.voices import Voice

_ONE = re.compile(r"\b(?:[jm]['’]\w|(?:je|me|mon|ma|mes|moi)\b)", re.IGNORECASE)
_SEVERAL = re.compile(r"\b(?:nous|notre|nos)\b", re.IGNORECASE)
_LETTERS = 1500
"""How far into a quotation its words are looked at."""


@dataclass(frozen=True, slots=True)
class Contents:
    """`person`: `I` or `we` where the words say so of their speaker, else empty; `named`: names, in small letters."""

    person: str
    named: frozenset[str]

    def names(self, voice: Voice) -> bool:
        """Whether the words name a voice: hardly anybody speaks of himself by his name."""
        return voice.named and voice.name.lower() in self.named


def contents_of(scene: Scene, span: QuoteSpan) -> Contents:
    """What the words of `span` tell."""
    start, end = span.content_start, min(span.content_end, span.content_start + _LETTERS)
    text, mentions = scene.chain.text, scene.chain.mentions
    person = "I" if _ONE.search(text, start, end) else "we" if _SEVERAL.search(text, start, end) else ""
    first = bisect_left(mentions, start, key=lambda one: one.start)
    last = bisect_left(mentions, end, key=lambda one: one.start)
    return Contents(person, frozenset(one.entity.name.lower() for one in mentions[first:last]))
