"""The one line of an article that shows why it was found."""

import re
from collections.abc import Sequence

from reader.corpus.article import Article, BlockKind
from reader.library.interface import Excerpt
from reader.library.search.marking import Mark

WIDTH = 160
"""Code points of an excerpt."""
_BEFORE = 40
_ENOUGH = 80
_SPACE = re.compile(r"\s+")
_SENTENCE_ENDS = ".!?…»\n"
_NOT_SHOWN = (BlockKind.TITLE, BlockKind.BOILERPLATE)


def excerpt_of(article: Article, marks: Sequence[Mark]) -> Excerpt | None:
    """The line with the most of what was wanted; outside title and boilerplate where there is a choice."""
    if not marks:
        return None
    best = best_mark(article, marks)
    start, end = _window(article.text, marks[best])
    part = article.text[start:end]
    inside = tuple(
        (_shown(part[: mark.start - start]), _shown(part[: mark.end - start]))
        for mark in marks
        if start <= mark.start and mark.end <= end
    )
    return Excerpt(_SPACE.sub(" ", part), inside, marks[best].start)


def _shown(before: str) -> int:
    """How many code points `before` takes when its blank stretches are single spaces."""
    return len(_SPACE.sub(" ", before))


def best_mark(article: Article, marks: Sequence[Mark]) -> int:
    """The mark from which on the most different wants stand close together; the first of equals."""
    aside = [(block.start, block.end) for block in article.blocks if block.kind in _NOT_SHOWN]
    best, best_value = 0, -1.0
    after = 0
    for place, mark in enumerate(marks):
        after = max(after, place)
        while after < len(marks) and marks[after].end - mark.start <= WIDTH - _BEFORE:
            after += 1
        value = float(len({other.want for other in marks[place:after][:32]}))
        if any(start <= mark.start < end for start, end in aside):
            value -= 0.5
        if value > best_value:
            best, best_value = place, value
    return best


def _window(text: str, mark: Mark) -> tuple[int, int]:
    """About `WIDTH` code points around a mark, from the start of its sentence or of a word."""
    start = max(0, mark.start - _BEFORE)
    sentence = max(text.rfind(sign, start, mark.start) for sign in _SENTENCE_ENDS) + 1
    if sentence > start or start == 0:
        start = max(sentence, start)
    else:
        space = text.find(" ", start, mark.start)
        start = space + 1 if space >= 0 else start
    while start < mark.start and text[start].isspace():
        start += 1
    end = min(len(text), max(start + WIDTH, mark.end))
    if end < len(text) and not text[end].isspace():
        space = text.rfind(" ", mark.end, end)
        end = space if space > 0 else end
    line_end = text.find("\n", max(mark.end, start + _ENOUGH), end)
    return start, max(line_end if line_end >= 0 else end, mark.end)
