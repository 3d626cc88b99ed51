"""The analysis of one article: entities, then quotations, which lean on them."""

from reader.analysis.entities.recognise import find_mentions
from reader.analysis.quotations.extract import find_quotations
from reader.analysis.types import Analysis
from reader.corpus.article import Article


def analyse(article: Article) -> Analysis:
    """All that `article` names and quotes."""
    mentions = find_mentions(article)
    return Analysis(mentions, find_quotations(article, mentions))
