"""Finds the quotations of an article and who said them."""

from reader.analysis.quotations.attribution import Attribution, attribute
from reader.analysis.quotations.kinds import kind_of
from reader.analysis.quotations.scene import Scene, scene_of
from reader.analysis.quotations.spans import quote_spans
from reader.analysis.quotations.voices import Cast
from reader.analysis.types import Mention, Quotation, Span, Speaker
from reader.corpus.article import Article


def find_quotations(article: Article, mentions: tuple[Mention, ...]) -> tuple[Quotation, ...]:
    """The quotations of `article`, in order of `start`; an inner one follows the one that holds it.

    `mentions` are what the article names, in order; speakers are sought among them first.
    """
    spans = quote_spans(article)
    if not spans:
        return ()
    kinds = [kind_of(article.text, span) for span in spans]
    scene = scene_of(article, spans, mentions)
    attributions = attribute(scene, Cast(scene), spans, kinds)
    return tuple(
        Quotation(
            span.start,
            span.end,
            Span(span.content_start, span.content_end),
            kinds[number],
            _speaker(scene, attributions.get(number)),
            _cue(scene, attributions.get(number)),
        )
        for number, span in enumerate(spans)
    )


def _speaker(scene: Scene, told: Attribution | None) -> Speaker | None:
    if told is None:
        return None
    items = scene.items
    return Speaker(told.voice.name, told.voice.named, told.score > 4, items[told.first].start, items[told.last].end)


def _cue(scene: Scene, told: Attribution | None) -> Span | None:
    if told is None or told.cue is None:
        return None
    return Span(scene.items[told.cue[0]].start, scene.items[told.cue[1]].end)
