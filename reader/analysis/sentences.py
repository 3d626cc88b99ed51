"""Parts a text into sentences, glued ones too, without cutting names, numbers or quotations."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from reader.analysis.types import Span

_STOP = re.compile(
    r"[.!?…]+(?:[ \u00a0\u202f]?[»›]|[)\]”\"’])*"
    r"(?:\s+(?=[^\w\s]*[\s\u00a0]?[^\W_])|\s*\Z)"  # a stop and a space
    r"|(?<=[^\W\d_A-ZÀ-Þ])[.!?…]+(?=[«“\"]?[\s\u00a0]?[A-ZÀ-Þ])"  # glued: a small letter, a stop, a capital
)
_LINE_BREAK = re.compile(r"\n+")
_ABBREVIATION = re.compile(
    r"(?:\b(?:M|MM|Mme|Mmes|Mlle|Dr|Pr|Me|Mgr|St|Ste|Mr|Mrs|Ms|Jr|Sr|vs|cf|Cf|art|av|env|ex|fig|p|pp|vol|éd|n|No|no)"
    r"|(?<![\w'’])[A-ZÀ-Þ](?:\.-?[A-ZÀ-Þ])*)\Z"
)
_CAPITAL_AFTER = re.compile(r"[\s\u00a0]*[^\w\s]*[\s\u00a0]*[A-ZÀ-Þ\d]")


def sentences(text: str, start: int, end: int, masks: Sequence[Span] = ()) -> list[Span]:
    """The sentences of `text` between `start` and `end`, in order, without the blanks between them.

    Nothing is cut inside `masks` (top-level quotations, in order): one that ends with a full stop of its own
    ends the sentence when a capital follows.  A line break ends a sentence.
    """
    cuts = sorted({*_cuts(text, start, end, masks), *_cuts_after_masks(text, start, end, masks)})
    spans: list[Span] = []
    left = start
    for cut in [*cuts, end]:
        first, last = left, cut
        while first < last and text[first].isspace():
            first += 1
        while last > first and text[last - 1].isspace():
            last -= 1
        if last > first:
            spans.append(Span(first, last))
        left = cut
    return spans


def _cuts(text: str, start: int, end: int, masks: Sequence[Span]) -> list[int]:
    starts = [mask.start for mask in masks]

    def masked(place: int) -> bool:
        index = bisect_right(starts, place) - 1
        return index >= 0 and masks[index].start < place < masks[index].end

    cuts = [found.end() for found in _LINE_BREAK.finditer(text, start, end) if not masked(found.start())]
    for found in _STOP.finditer(text, start, end):
        stop = found.start()
        if masked(stop) or masked(found.end()):
            continue
        following = text[found.end() : found.end() + 3].lstrip(" \u00a0«“\"'‘([—–-")
        if following[:1].islower():
            continue
        if (
            text[stop] == "."
            and text[stop : stop + 2] != ".."
            and _ABBREVIATION.search(text, max(start, stop - 12), stop)
        ):
            continue
        cuts.append(found.end())
    return cuts


def _cuts_after_masks(text: str, start: int, end: int, masks: Sequence[Span]) -> list[int]:
    cuts = []
    for mask in masks:
        if not start <= mask.start < mask.end <= end:
            continue
        inner = text[max(mask.start, mask.end - 6) : mask.end].rstrip("»”\"'’› \u00a0\u202f*)")
        if inner[-1:] in {".", "!", "?", "…"} and _CAPITAL_AFTER.match(text, mask.end, end):
            cuts.append(mask.end)
    return cuts
