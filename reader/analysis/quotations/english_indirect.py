"""Indirect speech in English, with a clear verb and *that*: *X said that …*, *X told Y that …*."""

from collections.abc import Sequence

from reader.analysis.quotations import english_words as words
from reader.analysis.quotations.english_chain import EnglishChain, english_chain
from reader.analysis.quotations.english_phrases import Clause, clause_of
from reader.analysis.quotations.english_voices import EnglishVoices
from reader.analysis.quotations.indirect import MOST
from reader.analysis.quotations.items import Sort
from reader.analysis.quotations.spans import QuoteSpan
from reader.analysis.types import Mention, Quotation, QuotationKind, Span, Speaker
from reader.corpus.article import Article

_TOLD = 7
"""Items between *told* and *that*: whom one tells it to."""
_FEWEST = 3
"""Words of what is reported, at least."""
_TURNS = frozenset({"but", "while", "although", "though", "whereas", "according"})
_NEGATIONS = frozenset({"never", "not", "hardly", "neither"})


def english_indirect(
    article: Article, spans: Sequence[QuoteSpan], mentions: tuple[Mention, ...]
) -> list[Quotation]:
    """What `article` reports without signs, in order, as far as a verb of speech and *that* bring it in.

    Nothing where the verb is denied or *that* only opens signs.  Linear in time.
    """
    if " that " not in article.text:
        return []
    chain = english_chain(article, spans, mentions)
    voices = EnglishVoices(chain)
    found: list[Quotation] = []
    for number, sentence in enumerate(chain.sentences):
        for verb in range(sentence.first, sentence.last):
            if chain.items[verb].sort == Sort.WORD and chain.items[verb].low in words.FINITE:
                one = _reported(chain, voices, verb, sentence.first, sentence.last)
                if one is not None:
                    found.append(one)
        voices.close_sentence(number)
    return found


def _reported(chain: EnglishChain, voices: EnglishVoices, verb: int, low: int, high: int) -> Quotation | None:
    items = chain.items
    that = _that(chain, verb, high)
    if that is None or any(item.low in _NEGATIONS for item in items[max(low, verb - 2) : verb]):
        return None
    content = _content(chain, that + 1, high)
    clause = clause_of(chain, verb, low) if content is not None else None
    voice = voices.meant(clause.subject) if clause is not None else None
    if content is None or clause is None or voice is None:
        return None
    start, end = items[clause.subject.first].start, items[clause.subject.last - 1].end
    speaker = Speaker(voice.name, voice.named, _is_sure(clause), start, end)
    cue = Span(items[clause.cue].start, items[clause.cue_end - 1].end)
    return Quotation(content.start, content.end, content, QuotationKind.INDIRECT, speaker, cue)


def _is_sure(clause: Clause) -> bool:
    return clause.beside and clause.subject.name >= 0


def _that(chain: EnglishChain, verb: int, high: int) -> int | None:
    """The item of the *that* that a verb brings in: at once, after a day or an adverb, after whom one told."""
    items = chain.items
    told = items[verb].low in {"told", "tells"}
    for at in range(verb + 1, min(high, verb + (_TOLD if told else 5))):
        item = items[at]
        if item.low == "that":
            clause_follows = at + 1 < high and items[at + 1].sort != Sort.SIGN
            return at if clause_follows else None
        passes = (
            item.sort == Sort.DATE or item.low in words.TIMES or item.low in words.ADVERBS or item.low == "on"
        )
        if not told and not passes:
            return None
        if item.sort in (Sort.SIGN, Sort.QUOTE):
            return None
    return None


def _content(chain: EnglishChain, first: int, high: int) -> Span | None:
    """What is reported: to the end of the sentence, or to where the article goes on itself."""
    items = chain.items
    last = first
    while last < high and not _turns(chain, last, high):
        last += 1
        if last - first > MOST:
            return None
    while last > first and items[last - 1].sort == Sort.SIGN and items[last - 1].text not in {")", "%"}:
        last -= 1
    held = items[first:last]
    if not held or sum(item.sort != Sort.SIGN for item in held) < _FEWEST or held[0].sort == Sort.QUOTE:
        return None
    quoted = sum(item.end - item.start for item in held if item.sort == Sort.QUOTE)
    if quoted * 2 > held[-1].end - held[0].start:
        return None  # words in signs, which stand for themselves
    return Span(held[0].start, held[-1].end)


def _turns(chain: EnglishChain, at: int, high: int) -> bool:
    items = chain.items
    if items[at].text == ";":
        return True
    if items[at].text == ":":
        return at + 1 < high and items[at + 1].sort == Sort.QUOTE
    if items[at].text != "," or at + 1 >= high:
        return False
    after = items[at + 1].low
    return (
        after in _TURNS
        or after in words.GOING
        or (after in {"he", "she", "they"} and at + 2 < high and items[at + 2].low in words.FINITE)
    )
