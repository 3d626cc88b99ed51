"""Where the quotations of an article stand, in every style of sign."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from reader.analysis.quotations.dialogue import dialogue_lines
from reader.analysis.quotations.pairing import Pair, pair_marks
from reader.analysis.quotations.single import plus_quotations, single_quotations
from reader.corpus.article import Article, BlockKind

_NOT_SPACE = re.compile(r"\S")


@dataclass(frozen=True, slots=True)
class QuoteSpan:
    """Quoted words: `start`–`end` with the signs, `content_start`–`content_end` without them or inner spaces.

    `style`: the family of the signs.  `closed`: False where no mark ends it.  `parent`: the number, in the
    list, of the quotation that holds it, or None.  `block`: the number of its block in the article.
    """

    start: int
    end: int
    content_start: int
    content_end: int
    style: str
    closed: bool
    parent: int | None
    block: int


def quote_spans(article: Article) -> list[QuoteSpan]:
    """The quotations of `article` outside its boilerplate, in order of `start`, an inner one after its
    holder."""
    text = article.text
    kept = [
        (number, block) for number, block in enumerate(article.blocks) if block.kind != BlockKind.BOILERPLATE
    ]
    paragraphs = [(block.start, block.end) for _, block in kept]
    pairs = pair_marks(text, paragraphs)
    pairs += _fitting(single_quotations(text, paragraphs), pairs)
    pairs += _fitting(plus_quotations(text, paragraphs), pairs)
    pairs += dialogue_lines(text, paragraphs, pairs)
    pairs.sort(key=lambda pair: (pair.start, -pair.end))
    starts = [start for start, _ in paragraphs]
    numbers = [number for number, _ in kept]
    return _numbered(text, pairs, starts, numbers)


def _fitting(new: list[Pair], known: Sequence[Pair]) -> list[Pair]:
    """Those of `new` that cross none of `known`, both in order of `start`."""
    edges = sorted([(pair.start, pair.end) for pair in known])
    starts = [start for start, _ in edges]
    furthest: list[int] = []
    for _, end in edges:
        furthest.append(max(end, furthest[-1]) if furthest else end)
    fitting = []
    for pair in new:
        # A pair of `known` crosses it when one of its two ends, and not the other, lies inside.
        first = bisect_right(starts, pair.start)
        crossed = False
        for index in range(max(0, first - 3), min(len(edges), first + 40)):
            start, end = edges[index]
            if start >= pair.end:
                break
            if start < pair.start < end < pair.end or pair.start < start < pair.end < end:
                crossed = True
                break
        if not crossed:
            fitting.append(pair)
    return fitting


def _numbered(text: str, pairs: list[Pair], starts: list[int], numbers: list[int]) -> list[QuoteSpan]:
    spans: list[QuoteSpan] = []
    holders: list[int] = []
    for pair in pairs:
        while holders and spans[holders[-1]].end <= pair.start:
            holders.pop()
        if holders and pair.end > spans[holders[-1]].end:
            continue
        content = _trimmed(text, pair.inner_start, pair.inner_end)
        if content is None:
            continue
        end = pair.end if pair.closed else content[1]
        parent = holders[-1] if holders else None
        block = numbers[bisect_right(starts, pair.start) - 1]
        holders.append(len(spans))
        spans.append(QuoteSpan(pair.start, end, *content, pair.family, pair.closed, parent, block))
    return spans


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The stretch without the blanks at both ends; None when nothing is left."""
    found = _NOT_SPACE.search(text, start, end)
    if found is None:
        return None
    return found.start(), start + len(text[start:end].rstrip())
