"""Everything an article names: people, places, organizations, products, events, dates and amounts."""

from reader.analysis.entities.amounts import find_amounts
from reader.analysis.entities.dates import find_dates
from reader.analysis.entities.evidence import gather
from reader.analysis.entities.identity import join
from reader.analysis.entities.passages import passages
from reader.analysis.entities.rules import find_names
from reader.analysis.types import Entity, EntityKind, Mention
from reader.corpus.article import Article


def find_mentions(article: Article) -> tuple[Mention, ...]:
    """The mentions of `article` outside boilerplate, in order; none overlaps another.

    Names win over dates, dates over amounts.
    """
    found = tuple(passages(article))
    names = find_names(found, gather(found))
    mentions = join(article.text, names)
    dates: list[Mention] = []
    amounts: list[Mention] = []
    for passage in found:
        start, end = passage.tokens[0].start, passage.tokens[-1].end
        for date in find_dates(article.text, start, end, article.date):
            name = date.iso or " ".join(article.text[date.start : date.end].split())
            dates.append(Mention(date.start, date.end, Entity(name, EntityKind.DATE)))
        for amount in find_amounts(article.text, start, end):
            amounts.append(Mention(amount.start, amount.end, Entity(amount.normal, EntityKind.AMOUNT)))
    return tuple(merged(merged(mentions, dates), amounts))


def merged(first: list[Mention], second: list[Mention]) -> list[Mention]:
    """Both in order of start, without those of `second` that overlap one of `first`."""
    result: list[Mention] = []
    place = 0
    for mention in second:
        while place < len(first) and first[place].end <= mention.start:
            result.append(first[place])
            place += 1
        if place == len(first) or first[place].start >= mention.end:
            result.append(mention)
    return result + first[place:]
