"""What a quotation looks like by itself and at its edges."""

import re
from functools import cache

from reader.analysis.quotations.items import Item, Sort
from reader.analysis.quotations.lexicon import listed
from reader.analysis.quotations.scene import Scene
from reader.analysis.quotations.spans import QuoteSpan

_WORD = re.compile(r"\w[\w’']*")
_DET = listed("det")
_OF = listed("of")
_QUE = frozenset({"que", "qu'"})


@cache
def bucket(number: int) -> str:
    """A count in words of growing width: 0, 1, 2, 3, 5, 8, 13 …"""
    for bound in (0, 1, 2, 3, 5, 8, 13, 21, 34):
        if number <= bound:
            return str(bound)
    return "99"


def shape_of(scene: Scene, span: QuoteSpan, place: int) -> list[str]:
    """Length in words, first capital, last sign, what stands before and after; then the very words at the
    edges."""
    text = scene.chain.text
    content = text[span.content_start : span.content_end]
    words = len(_WORD.findall(content[:800]))
    sentence = scene.sentence(place)
    items = scene.items
    before = items[place - 1] if place > sentence.first else None
    after = items[place + 1] if place + 1 < sentence.last else None
    lexical = [f"p={before.low}" if before is not None and before.sort == Sort.WORD else "p="]
    if after is not None and after.sort == Sort.WORD:
        lexical.append(f"f={after.low}")
    return [
        f"n{bucket(words)}",
        "cap" if content[:1].isupper() else "low",
        "stop" if content[-1] in ".!?…" else "open",
        f"b{_edge(before)}",
        f"a{_edge(after)}",
        *lexical,
    ]


def _edge(item: Item | None) -> str:
    if item is None:
        return "-"
    if item.sort == Sort.SIGN:
        return item.text
    if item.sort == Sort.WORD:
        return "det" if item.low in _DET else "of" if item.low in _OF else "que" if item.low in _QUE else "w"
    return item.sort.name[0]
