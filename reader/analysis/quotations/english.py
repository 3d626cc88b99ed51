"""Who says the quotations of an English article, by rules: nobody rather than somebody wrong."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from reader.analysis.quotations import english_words as words
from reader.analysis.quotations.english_chain import EnglishChain, english_chain
from reader.analysis.quotations.english_tellings import told_after, told_before
from reader.analysis.quotations.english_voices import EnglishVoices
from reader.analysis.quotations.items import Sort
from reader.analysis.quotations.spans import QuoteSpan
from reader.analysis.types import Mention, Span, Speaker
from reader.corpus.article import Article

_GAP = 16
"""Items between the two parts of a quotation that its telling interrupts."""
_TERM = 4
"""Words of a term, at most, where nobody says it."""


@dataclass(slots=True)
class _Walk:
    """The quotations told so far, by number, and the item where the telling of each ended."""

    speakers: dict[int, tuple[Speaker, Span | None]] = field(default_factory=dict)
    told_after: dict[int, int] = field(default_factory=dict)


def english_speakers(
    article: Article, spans: Sequence[QuoteSpan], mentions: tuple[Mention, ...]
) -> dict[int, tuple[Speaker, Span | None]]:
    """The speaker and the verb of each quotation that has one, by its number in `spans`.  Linear in time."""
    chain = english_chain(article, spans, mentions)
    voices = EnglishVoices(chain)
    walk = _Walk()
    for number_of_sentence, sentence in enumerate(chain.sentences):
        for place in range(sentence.first, sentence.last):
            if chain.items[place].sort == Sort.QUOTE:
                _tell(chain, voices, walk, spans, place)
        voices.close_sentence(number_of_sentence)
    return walk.speakers


def _tell(
    chain: EnglishChain,
    voices: EnglishVoices,
    walk: _Walk,
    spans: Sequence[QuoteSpan],
    place: int,
) -> None:
    number = chain.items[place].number
    telling = told_after(chain, place)
    if telling is None:
        before = _interrupted(chain, walk, place)
        if before is not None:
            _repeat(walk, before, number, place, sure=walk.speakers[before][0].sure)
            return
        telling = told_before(chain, place)
    if telling is None:
        _carry_on(chain, walk, spans, number, place)
        return
    voice = voices.meant(telling.subject)
    if voice is None:
        return
    items, subject = chain.items, telling.subject
    sure = telling.beside and subject.name >= 0
    cue = Span(items[telling.cue[0]].start, items[telling.cue[1] - 1].end) if telling.cue else None
    start, end = items[subject.first].start, items[subject.last - 1].end
    walk.speakers[number] = (Speaker(voice.name, voice.named, sure, start, end), cue)
    if telling.after and telling.cue is not None:
        walk.told_after[number] = max(telling.cue[1], subject.end)
        voices.hear(chain.sentence_of[telling.cue[0]], voice)


def _interrupted(chain: EnglishChain, walk: _Walk, place: int) -> int | None:
    """The quotation that goes on after its telling and a comma: `"A," said X, "b."`."""
    items = chain.items
    low = max(chain.sentences[chain.sentence_of[place]].first, place - _GAP)
    if place == low or items[place - 1].text not in {",", ":"}:
        return None
    for at in range(place - 1, low - 1, -1):
        if items[at].sort == Sort.QUOTE:
            number = items[at].number
            told = walk.told_after.get(number, at)
            spoken = any(item.low in words.FINITE for item in items[told:place])
            return number if told > at and not spoken and number in walk.speakers else None
    return None


def _repeat(walk: _Walk, before: int, number: int, place: int, *, sure: bool) -> None:
    told, _ = walk.speakers[before]
    walk.speakers[number] = (Speaker(told.name, told.named, sure, told.start, told.end), None)
    walk.told_after[number] = place


def _carry_on(chain: EnglishChain, walk: _Walk, spans: Sequence[QuoteSpan], number: int, place: int) -> None:
    """A quotation that stands alone goes on with the one before: `"A," X said. "B."`."""
    here = chain.sentence_of[place]
    sentence = chain.sentences[here]
    if place != sentence.first or here == 0:
        return
    if any(item.sort != Sort.SIGN for item in chain.items[place + 1 : sentence.last]):
        return
    previous = chain.sentences[here - 1]
    quotes = [at for at in range(previous.first, previous.last) if chain.items[at].sort == Sort.QUOTE]
    if not quotes and here > 1:
        # A question or a shout ends its own sentence; its telling is the one between.
        quotes = [at for at in range(*_bounds(chain, here - 2)) if chain.items[at].sort == Sort.QUOTE]
        if not quotes or walk.told_after.get(chain.items[quotes[-1]].number, -1) <= previous.first:
            return
    if not quotes:
        return
    before = chain.items[quotes[-1]].number
    unclosed = not spans[before].closed and previous.block != sentence.block
    alone = before in walk.told_after or quotes[-1] == previous.last - 1
    if before in walk.speakers and (unclosed or (alone and previous.block == sentence.block)):
        _repeat(walk, before, number, place, sure=False)


def _bounds(chain: EnglishChain, sentence: int) -> tuple[int, int]:
    return chain.sentences[sentence].first, chain.sentences[sentence].last


def silence(text: str, span: QuoteSpan, speaker: Speaker | None) -> float:
    """How probably nobody says a quotation, 0 or 1: a few words without speaker, capital or stop are a term."""
    content = text[span.content_start : span.content_end]
    if speaker is not None:
        return 0.0
    whole = content[0].isupper() or content[-1] in ".!?…," or len(content.split(None, _TERM)) > _TERM
    return 0.0 if whole else 1.0
