"""Finds the quotations of an article and who said them."""

from reader.analysis.quotations.ballots import Attribution
from reader.analysis.quotations.english import english_speakers, silence
from reader.analysis.quotations.english_indirect import english_indirect
from reader.analysis.quotations.indirect import indirect_speech
from reader.analysis.quotations.judge import Judge, judge
from reader.analysis.quotations.kinds import kind_of
from reader.analysis.quotations.relays import with_relays
from reader.analysis.quotations.scene import Scene, scene_of
from reader.analysis.quotations.spans import QuoteSpan, quote_spans
from reader.analysis.quotations.utterances import with_utterances
from reader.analysis.types import Mention, Quotation, QuotationKind, Span, Speaker
from reader.corpus.article import Article

_SILENT = 0.5


def find_quotations(article: Article, mentions: tuple[Mention, ...]) -> tuple[Quotation, ...]:
    """The quotations of `article`, in order of `start`; an inner one follows the one that holds it.

    Indirect speech stands among them; each knows who passed it on, and which others are one utterance with it.

    `mentions` are what the article names, in order; speakers are sought among them first.  English articles
    have rules of their own for speakers.
    """
    if article.language == "en":
        found = _english_quotations(article, mentions)
    else:
        spans = quote_spans(article)
        scene = scene_of(article, spans, mentions)
        quoted = [quotation for quotation, _ in _told(scene, spans, judge())]
        found = _merged(quoted, indirect_speech(scene, quoted))
    return tuple(with_utterances(article.text, with_relays(article.text, found, mentions)))


def _merged(quoted: list[Quotation], indirect: list[Quotation]) -> list[Quotation]:
    """Both in order of the text, what is reported before what it holds."""
    return sorted([*quoted, *indirect], key=lambda one: (one.start, -one.end))


def _english_quotations(article: Article, mentions: tuple[Mention, ...]) -> list[Quotation]:
    spans = quote_spans(article)
    speakers = english_speakers(article, spans, mentions) if spans else {}
    found = []
    for number, span in enumerate(spans):
        speaker, cue = speakers.get(number, (None, None))
        kind = kind_of(article.text, span, silent=silence(article.text, span, speaker) >= _SILENT)
        content = Span(span.content_start, span.content_end)
        found.append(Quotation(span.start, span.end, content, kind, speaker, cue))
    return _merged(found, english_indirect(article, spans, mentions))


def quotations_told(
    article: Article, mentions: tuple[Mention, ...], told_by: Judge
) -> list[tuple[Quotation, Attribution | None]]:
    """The quotations in signs as a judge tells them, each with all that is thought of its speaker."""
    spans = quote_spans(article)
    return _told(scene_of(article, spans, mentions), spans, told_by) if spans else []


def _told(scene: Scene, spans: list[QuoteSpan], told_by: Judge) -> list[tuple[Quotation, Attribution | None]]:
    told = told_by.tell(scene, spans)
    return [
        (_quotation(scene, span, told.get(number), told_by), told.get(number))
        for number, span in enumerate(spans)
    ]


def _quotation(scene: Scene, span: QuoteSpan, told: Attribution | None, told_by: Judge) -> Quotation:
    silent = told is None or told.says_nobody(told_by.silent)
    kind = kind_of(scene.chain.text, span, silent=silent)
    content = Span(span.content_start, span.content_end)
    speaker = cue = None
    if told is not None and kind != QuotationKind.TERM:
        speaker = _speaker(scene, span, told, told_by)
        cue = _cue(scene, told) if speaker else None
    return Quotation(span.start, span.end, content, kind, speaker, cue)


def _speaker(scene: Scene, span: QuoteSpan, told: Attribution, told_by: Judge) -> Speaker | None:
    """The speaker, with the words that carry the attribution: the quotation's own place when none does."""
    if told.voice is None:
        return None
    start, end = span.start, span.start
    phrase = told.anchor.phrase if told.anchor is not None else None
    if phrase is not None:
        start, end = scene.items[phrase.first].start, scene.items[phrase.last].end
    return Speaker(told.voice.name, told.voice.named, told_by.is_sure(told), start, end)


def _cue(scene: Scene, told: Attribution) -> Span | None:
    cues = [vote.cue for vote in told.anchor.votes if vote.cue is not None] if told.anchor else []
    if not cues:
        return None
    return Span(scene.items[cues[0][0]].start, scene.items[cues[0][1]].end)
