"""Where each quotation stands in the order of reading, and what it looks like, in numbers."""

import re
from bisect import bisect_left
from dataclasses import dataclass, field

from reader.analysis.quotations.ballots import Attribution
from reader.analysis.quotations.items import Item, Sort
from reader.analysis.quotations.scene import Scene
from reader.analysis.quotations.spans import QuoteSpan

_REACH = 40
"""Items on each side of a quotation whose verbs are looked at."""
_WORD = re.compile(r"\w[\w’']*")
_FIRST_PERSON = re.compile(r"\b(?:je|j['’]|moi|ma|mon|mes|m['’])\b", re.IGNORECASE)
_WE = re.compile(r"\b(?:nous|notre|nos|on)\b", re.IGNORECASE)
_SIGNS = {".": 1.0, ",": 2.0, ":": 3.0, "(": 4.0}
_NONE, _QUOTE, _NAME, _QUE, _OF, _DETERMINER, _OTHER_WORD, _OTHER_SIGN = (
    0.0,
    5.0,
    6.0,
    7.0,
    8.0,
    9.0,
    10.0,
    11.0,
)


@dataclass(slots=True)
class Place:
    """A quotation in the order of reading.

    `order`: how many come before it; `item`, `sentence`, `block`: where it stands; `phrase`: how many phrases
    stand before it; `look`: numbers; `twins`: the places, in this order, of those with the same words.
    """

    order: int
    number: int
    told: Attribution
    item: int
    sentence: int
    block: int
    phrase: int
    look: list[float]
    twins: list[int] = field(default_factory=list)


def place_of(scene: Scene, order: int, number: int, told: Attribution, span: QuoteSpan) -> Place:
    """The place of quotation `number`, the `order`-th, told by a first reading."""
    item = scene.chain.place_of_quote[number]
    sentence = scene.chain.sentence_of[item]
    inside = scene.chain.sentences[sentence]
    content = scene.chain.text[span.content_start : span.content_end]
    before = scene.items[item - 1] if item > inside.first else None
    after = scene.items[item + 1] if item + 1 < inside.last else None
    alone = inside.last - inside.first <= 1 + 2 * (before is not None)
    cues = [cue.strength for cue in scene.cues_between(max(inside.first, item - _REACH), item)]
    then = [cue.strength for cue in scene.cues_between(item + 1, min(inside.last, item + _REACH))]
    look = [
        float(min(60, len(_WORD.findall(content[:500])))),
        float(content[:1].isupper()),
        float(content[-1:] in {".", "!", "?", "…"}),
        _edge(before),
        _edge(after),
        float(alone),
        float(inside.block <= 1),
        float(max(cues, default=-1)),
        float(max(then, default=-1)),
        float(bool(_FIRST_PERSON.search(content, 0, 500))),
        float(bool(_WE.search(content, 0, 500))),
    ]
    phrase = bisect_left(scene.phrases, item, key=lambda one: one.first)
    return Place(order, number, told, item, sentence, inside.block, phrase, look)


def _edge(item: Item | None) -> float:
    """What stands at one side of a quotation."""
    if item is None:
        return _NONE
    if item.sort == Sort.SIGN:
        return _SIGNS.get(item.text, _OTHER_SIGN)
    if item.sort != Sort.WORD:
        return _QUOTE if item.sort == Sort.QUOTE else _NAME
    if item.low in {"que", "qu'"}:
        return _QUE
    if item.low in {"de", "d'", "du", "des"}:
        return _OF
    if item.low in {"le", "la", "les", "l'", "un", "une", "leur", "son", "sa", "ses"}:
        return _DETERMINER
    return _OTHER_WORD
