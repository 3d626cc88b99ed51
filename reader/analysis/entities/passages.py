"""The stretches of an article where names are looked for, cut into tokens."""

from collections.abc import Iterator
from dataclasses import dataclass

from reader.analysis.tokens import Token, tokens
from reader.corpus.article import Article, BlockKind

_ENDS = frozenset(".!?…")
_OPENERS = frozenset("«“\"‹„'‘’(–—-•*#[+>")
_CUT = 20_000
"""Code points after which a block is analysed in pieces, so that memory stays bounded."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Tokens of one block; `starts[i]` says that token `i` may owe its capital to a sentence's start.

    `shouted` marks a block set in capitals, where a capital tells nothing.
    """

    tokens: tuple[Token, ...]
    starts: tuple[bool, ...]
    shouted: bool


def passages(article: Article) -> Iterator[Passage]:
    """The blocks of `article` but boilerplate, in order; a very long block comes in pieces."""
    for block in article.blocks:
        if block.kind is BlockKind.BOILERPLATE:
            continue
        start = block.start
        while start < block.end:
            end = _piece_end(article.text, start, block.end)
            cut = tuple(tokens(article.text, start, end))
            if cut:
                yield Passage(cut, tuple(sentence_starts(cut)), is_shouted(article.text[start:end]))
            start = end


def sentence_starts(cut: tuple[Token, ...]) -> list[bool]:
    """For each token whether it begins a sentence, a quotation or an item of a list."""
    found: list[bool] = []
    fresh = True
    for token in cut:
        found.append(fresh)
        sign = token.text[0]
        if sign in _ENDS:
            fresh = True
        elif sign in _OPENERS and len(token.text) == 1:
            fresh = fresh or sign in '«“"‹„•'
        else:
            fresh = sign == ":" and len(token.text) == 1
    return found


def is_shouted(text: str) -> bool:
    """Whether nearly all letters of `text` are capitals, and there are enough of them to be sure."""
    sample = text[:2000]
    upper = sum(map(str.isupper, sample))
    lower = sum(map(str.islower, sample))
    return upper > 12 and upper > 4 * lower and " " in sample.strip()


def _piece_end(text: str, start: int, end: int) -> int:
    if end - start <= _CUT:
        return end
    space = text.rfind(" ", start + _CUT // 2, start + _CUT)
    return space if space > start else start + _CUT
