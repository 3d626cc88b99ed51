"""An article made ready for attribution: its chain, phrases and cues, with what stands at each item."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from reader.analysis.quotations.cues import Cue, cues_of
from reader.analysis.quotations.items import Chain, Item, Sentence, chain_of
from reader.analysis.quotations.phrases import Phrase, phrases_of
from reader.analysis.quotations.spans import QuoteSpan
from reader.analysis.types import Mention
from reader.corpus.article import Article


@dataclass(frozen=True, slots=True)
class Scene:
    """Chain, phrases and cues of an article; `phrase_at` and `cue_at` give the number at each item, or -1."""

    chain: Chain
    phrases: tuple[Phrase, ...]
    cues: tuple[Cue, ...]
    phrase_at: tuple[int, ...]
    cue_at: tuple[int, ...]
    quoted: dict[str, int]
    """How often the article quotes the same words."""

    @property
    def items(self) -> tuple[Item, ...]:
        """The items of the chain."""
        return self.chain.items

    def sentence(self, item: int) -> Sentence:
        """The sentence that holds an item."""
        return self.chain.sentences[self.chain.sentence_of[item]]

    def starting(self, item: int) -> Phrase | None:
        """The phrase that begins at an item."""
        number = self.phrase_at[item]
        if number >= 0 and self.phrases[number].first == item:
            return self.phrases[number]
        return None

    def covering(self, item: int) -> Phrase | None:
        """The phrase that an item is part of."""
        number = self.phrase_at[item]
        return self.phrases[number] if number >= 0 else None

    def phrases_before(self, item: int) -> int:
        """How many phrases begin before an item: the number of the next one."""
        return bisect_left(self.phrases, item, key=lambda one: one.first)

    def cues_between(self, first: int, last: int, *, weak: bool = False) -> list[Cue]:
        """The cues whose verb stands from item `first` to item `last`, exclusive, in order; `weak` ones on
        demand."""
        numbers = sorted(set(self.cue_at[first:last]) - {-1})
        found = [cue for number in numbers if first <= (cue := self.cues[number]).verb < last]
        return found if weak else [cue for cue in found if cue.strength >= 0]


def scene_of(article: Article, spans: Sequence[QuoteSpan], mentions: tuple[Mention, ...]) -> Scene:
    """The scene of `article`."""
    chain = chain_of(article, spans, mentions)
    phrases = phrases_of(chain)
    cues = cues_of(chain)
    phrase_at = [-1] * len(chain.items)
    cue_at = [-1] * len(chain.items)
    for number, phrase in enumerate(phrases):
        phrase_at[phrase.first : phrase.last + 1] = [number] * (phrase.last + 1 - phrase.first)
    for number, cue in enumerate(cues):
        cue_at[cue.first : cue.last + 1] = [number] * (cue.last + 1 - cue.first)
    quoted: dict[str, int] = {}
    for span in spans:
        said = said_words(article.text, span)
        quoted[said] = quoted.get(said, 0) + 1
    return Scene(chain, tuple(phrases), tuple(cues), tuple(phrase_at), tuple(cue_at), quoted)


def said_words(text: str, span: QuoteSpan) -> str:
    """The first words of a quotation in small letters, to know them again."""
    return text[span.content_start : min(span.content_end, span.content_start + 80)].lower()
