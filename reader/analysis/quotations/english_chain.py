"""An English article as attribution reads it: words, signs, names and whole quotations, parted into sentences."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reader.analysis.quotations.items import Item, Sentence, Sort
from reader.analysis.quotations.spans import QuoteSpan
from reader.analysis.sentences import sentences
from reader.analysis.types import EntityKind, Mention, Span
from reader.corpus.article import Article, BlockKind

_TOKEN = re.compile(r"['’]s?(?!\w)|\w+(?:[-‑]\w+|['’](?!s\b)\w+)*|[^\w\s]")
_POSSESSIVE = re.compile(r"['’]s?\Z")
_SPEAKING = frozenset({EntityKind.PERSON, EntityKind.ORGANIZATION})
_READ = frozenset(
    {BlockKind.PARAGRAPH, BlockKind.STANDFIRST, BlockKind.HEADING, BlockKind.CAPTION, BlockKind.TITLE}
)


@dataclass(frozen=True, slots=True)
class EnglishChain:
    """The items of an article in order, its sentences, the sentence of each item, and each quotation's item."""

    text: str
    items: tuple[Item, ...]
    sentences: tuple[Sentence, ...]
    sentence_of: tuple[int, ...]
    place_of_quote: dict[int, int]
    mentions: tuple[Mention, ...]

    def kind(self, at: int) -> EntityKind | None:
        """The kind of the entity that item `at` names, if it may speak."""
        item = self.items[at]
        if item.sort != Sort.NAME:
            return None
        kind = self.mentions[item.number].entity.kind
        return kind if kind in _SPEAKING else None


def english_chain(
    article: Article, spans: Sequence[QuoteSpan], mentions: tuple[Mention, ...]
) -> EnglishChain:
    """The chain of `article`; `spans` are its quotations, of which only those in no other stand in the chain."""
    text = article.text
    tops = [(number, span) for number, span in enumerate(spans) if span.parent is None]
    starts = [span.start for _, span in tops]
    mention_starts = [mention.start for mention in mentions]
    items: list[Item] = []
    parted: list[Sentence] = []
    sentence_of: list[int] = []
    for number, block in enumerate(article.blocks):
        left = bisect_left(starts, block.start)
        begin = block.start
        if left and tops[left - 1][1].end > begin:
            begin = min(tops[left - 1][1].end, block.end)
        held = tops[left : bisect_left(starts, block.end)]
        if block.kind not in _READ and not held:
            continue
        at = len(items)
        for quote, span in held:
            items.extend(_items(text, begin, span.start, mentions, mention_starts))
            items.append(Item(Sort.QUOTE, span.start, span.end, "", "", quote))
            begin = max(begin, span.end)
        items.extend(_items(text, begin, block.end, mentions, mention_starts))
        masks = [Span(span.start, span.end) for _, span in held]
        for sentence in sentences(text, block.start, block.end, masks):
            first = at
            while at < len(items) and items[at].start < sentence.end:
                sentence_of.append(len(parted))
                at += 1
            if at > first:
                parted.append(Sentence(first, at, number))
        sentence_of.extend([max(0, len(parted) - 1)] * (len(items) - len(sentence_of)))
    places = {item.number: place for place, item in enumerate(items) if item.sort == Sort.QUOTE}
    return EnglishChain(text, tuple(items), tuple(parted), tuple(sentence_of), places, mentions)


def _items(
    text: str, start: int, end: int, mentions: tuple[Mention, ...], starts: list[int]
) -> Iterator[Item]:
    at = start
    while at < end:
        found = _TOKEN.search(text, at, end)
        if found is None:
            return
        first, last, number = found.start(), found.end(), bisect_left(starts, found.start())
        sort, named = Sort.SIGN, -1
        if number < len(mentions) and starts[number] == first and first < mentions[number].end <= end:
            kind = mentions[number].entity.kind
            last = first + len(_POSSESSIVE.sub("", text[first : mentions[number].end]))
            if kind == EntityKind.DATE:
                sort = Sort.DATE
            elif kind == EntityKind.AMOUNT:
                last = found.end()
                sort = Sort.WORD if found.group()[0].isalnum() else Sort.SIGN
            else:
                sort, named = Sort.NAME, number
            if last <= first:
                last = found.end()
        elif found.group()[0].isalnum():
            sort = Sort.WORD
        said = text[first:last]
        yield Item(sort, first, last, said, said.lower().replace("’", "'"), named)
        at = last
