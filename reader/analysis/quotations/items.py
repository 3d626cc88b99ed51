"""An article as attribution reads it: a chain of words, signs, names and whole quotations, parted into
sentences."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple

from reader.analysis.quotations.lexicon import body_genders, given_names, listed, role_genders
from reader.analysis.quotations.spans import QuoteSpan
from reader.analysis.sentences import sentences
from reader.analysis.tokens import Token, tokens
from reader.analysis.types import EntityKind, Mention, Span
from reader.corpus.article import Article, BlockKind

SPEAKING = frozenset({EntityKind.PERSON, EntityKind.ORGANIZATION, EntityKind.PLACE})
"""Kinds of entities that may speak."""
_TIMES = frozenset({EntityKind.DATE})


class Sort(IntEnum):
    """What an item is."""

    WORD = 0
    SIGN = 1
    NAME = 2
    DATE = 3
    QUOTE = 4


class Item(NamedTuple):
    """One link of the chain: code points `start`–`end`, what it is, its text in small letters.

    `number`: of the mention that a NAME is (-1 when only its capitals tell), or of the quotation that a
    QUOTE is.
    """

    sort: Sort
    start: int
    end: int
    text: str
    low: str
    number: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """Items `first` to `last` (exclusive) of one sentence, and the number of its block in the article."""

    first: int
    last: int
    block: int


@dataclass(frozen=True, slots=True)
class Chain:
    """The items of an article in order, its sentences, and where each top-level quotation stands among the
    items."""

    text: str
    items: tuple[Item, ...]
    sentences: tuple[Sentence, ...]
    sentence_of: tuple[int, ...]
    place_of_quote: dict[int, int]
    mentions: tuple[Mention, ...]


def chain_of(article: Article, spans: Sequence[QuoteSpan], mentions: tuple[Mention, ...]) -> Chain:
    """The chain of `article`, its boilerplate left out; `spans` are its quotations, `mentions` its names."""
    text = article.text
    tops = [(number, span) for number, span in enumerate(spans) if span.parent is None]
    starts = [span.start for _, span in tops]
    items: list[Item] = []
    parted: list[Sentence] = []
    sentence_of: list[int] = []
    mention_starts = [mention.start for mention in mentions]
    for number, block in enumerate(article.blocks):
        if block.kind == BlockKind.BOILERPLATE:
            continue
        # A quotation carried over from the block before hides the beginning of this one.
        left = bisect_left(starts, block.start)
        begin = block.start
        if left and tops[left - 1][1].end > begin:
            begin = min(tops[left - 1][1].end, block.end)
        held = tops[left : bisect_left(starts, block.end)]
        first = len(items)
        _append_items(items, text, begin, block.end, held, mentions, mention_starts)
        masks = [Span(span.start, span.end) for _, span in held]
        at = first
        for sentence in sentences(text, begin, block.end, masks):
            begun = at
            while at < len(items) and items[at].start < sentence.end:
                sentence_of.append(len(parted))
                at += 1
            if at > begun:
                parted.append(Sentence(begun, at, number))
    places = {item.number: place for place, item in enumerate(items) if item.sort == Sort.QUOTE}
    return Chain(text, tuple(items), tuple(parted), tuple(sentence_of), places, mentions)


def _append_items(
    items: list[Item],
    text: str,
    start: int,
    end: int,
    quotes: Sequence[tuple[int, QuoteSpan]],
    mentions: tuple[Mention, ...],
    mention_starts: list[int],
) -> None:
    left = start
    for number, span in quotes:
        _append_tokens(items, text, left, span.start, mentions, mention_starts)
        items.append(Item(Sort.QUOTE, span.start, span.end, "", "", number))
        left = span.end
    if left < end:
        _append_tokens(items, text, left, end, mentions, mention_starts)


def _append_tokens(
    items: list[Item],
    text: str,
    start: int,
    end: int,
    mentions: tuple[Mention, ...],
    mention_starts: list[int],
) -> None:
    if start >= end:
        return
    cut = tokens(text, start, end)
    index = max(0, bisect_right(mention_starts, start) - 1)
    at = 0
    while at < len(cut):
        token = cut[at]
        while index < len(mentions) and (
            mentions[index].end <= token.start or mentions[index].entity.kind == EntityKind.AMOUNT
        ):
            index += 1
        mention = mentions[index] if index < len(mentions) else None
        if mention is not None and _only_a_noun(mention, token):
            mention = None
        begun = at
        if mention is not None and mention.start <= token.start and mention.end <= end:
            while at < len(cut) and cut[at].start < mention.end:
                at += 1
            _append_mention(items, text, cut[begun:at], mention, index)
        elif token.text[0].isupper() and _inside_sentence(text, items, token):
            at += 1
            while at < len(cut) and cut[at].text[0].isupper() and not _mentioned(cut[at], mention):
                at += 1
            items.append(_item(Sort.NAME, text, cut[begun:at], -1))
        else:
            low = token.text.lower().replace("’", "'")
            sort = Sort.WORD if low[0].isalnum() or (low[0] == "-" and len(low) > 1) else Sort.SIGN
            items.append(Item(sort, token.start, token.end, token.text, low, -1))
            at += 1


def _only_a_noun(mention: Mention, token: Token) -> bool:
    """Whether a mention of one token is a noun with a capital: *le Secrétaire général*."""
    if mention.start != token.start or mention.end != token.end:
        return False
    low = token.text.lower()
    return low in role_genders() or low in body_genders() or low in _SMALL


def _append_mention(items: list[Item], text: str, cut: list[Token], mention: Mention, number: int) -> None:
    """Puts the tokens `cut` of a mention, the `number`-th, behind `items`: two items where names ran together."""
    parted = _parting(cut, items)
    if parted:
        items.append(_item(Sort.NAME, text, cut[:parted], -1))
    sort = Sort.DATE if mention.entity.kind in _TIMES else Sort.NAME
    items.append(_item(sort, text, cut[parted:], -1 if parted else number))


def _item(sort: Sort, text: str, cut: list[Token], number: int) -> Item:
    """One item of several tokens."""
    start, end = cut[0].start, cut[-1].end
    return Item(sort, start, end, text[start:end], text[start:end].lower(), number)


def _parting(cut: list[Token], items: list[Item]) -> int:
    """How many tokens of a mention are another name run into a person's: *AFP Jean Dupont*, *Travail Jean
    Dupont*."""
    if len(cut) < 3 or not items or items[-1].low not in _OF_OR_TO:
        return 0
    given = given_names()
    if cut[0].text.isupper() and len(cut[0].text) > 1 and not cut[1].text.isupper():
        return 1
    for place in range(1, len(cut) - 1):
        if cut[place].text.split("-")[0] in given and cut[0].text not in given:
            return place
    return 0


_SMALL = listed("prepositions") | listed("adverbs") | listed("determiners") | listed("conjunctions")
_OF_OR_TO = listed("of-or-to")


def _mentioned(token: Token, mention: Mention | None) -> bool:
    return mention is not None and mention.start <= token.start


def _inside_sentence(text: str, items: list[Item], token: Token) -> bool:
    """Whether a capital here is not owed to the beginning of a sentence, or of a line."""
    if len(token.text) < 2 or not items or not token.text[0].isalpha() or token.text[-1] in "'’.":
        return False
    before = items[-1]
    if "\n" in text[before.end : token.start]:
        return False
    if before.sort == Sort.SIGN:
        return before.text in {",", "("} and token.text not in _CAPITAL_WORDS
    if token.text.lower() in role_genders() or token.text.lower() in body_genders():
        return False
    return before.sort != Sort.QUOTE and token.text[1:2].islower() and token.text not in _CAPITAL_WORDS


_CAPITAL_WORDS = listed("capital-words")
