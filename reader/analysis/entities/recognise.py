"""Everything an article names: people, places, organizations, products, events, dates and amounts."""

from collections.abc import Sequence

from reader.analysis.entities.amounts import find_amounts
from reader.analysis.entities.corrections import corrected
from reader.analysis.entities.dates import find_dates
from reader.analysis.entities.evidence import gather
from reader.analysis.entities.identity import join
from reader.analysis.entities.model import TypedSpan, load_model, model_problem
from reader.analysis.entities.names import Name
from reader.analysis.entities.passages import Passage, passages
from reader.analysis.entities.rules import candidates, find_names
from reader.analysis.entities.supplement import supplemented
from reader.analysis.entities.typed import names_of
from reader.analysis.types import Entity, EntityKind, Mention
from reader.corpus.article import Article

__all__ = ["find_mentions", "find_mentions_by_rules", "mentions_of_spans", "merged", "model_problem"]


def find_mentions(article: Article) -> tuple[Mention, ...]:
    """The mentions of `article` outside boilerplate, in order; none overlaps another.

    Names are found by the model, or by rules where it cannot be used (`model_problem` says why).
    Names win over dates, dates over amounts.
    """
    found = tuple(passages(article))
    model = load_model()
    if model is None:
        return _mentions(article, found, find_names(found, gather(found)))
    return _named(article, found, model.spans(found, article.language), correct=True)


def mentions_of_spans(
    article: Article, spans: Sequence[Sequence[TypedSpan]], *, correct: bool = True
) -> tuple[Mention, ...]:
    """The mentions of `article`, given the model's spans of each of its `passages`.

    `correct`: whether the rules that correct and add to the model are applied.
    """
    return _named(article, tuple(passages(article)), spans, correct=correct)


def _named(
    article: Article, found: Sequence[Passage], spans: Sequence[Sequence[TypedSpan]], *, correct: bool
) -> tuple[Mention, ...]:
    if not correct:
        return _mentions(article, found, names_of(found, spans))
    names = names_of(found, corrected(found, spans))
    return _mentions(article, found, supplemented(names, candidates(found, gather(found))))


def find_mentions_by_rules(article: Article) -> tuple[Mention, ...]:
    """The same without the model."""
    found = tuple(passages(article))
    return _mentions(article, found, find_names(found, gather(found)))


def _mentions(article: Article, found: Sequence[Passage], names: Sequence[Name]) -> tuple[Mention, ...]:
    mentions = join(article.text, names)
    dates: list[Mention] = []
    amounts: list[Mention] = []
    for passage in found:
        start, end = passage.tokens[0].start, passage.tokens[-1].end
        for date in find_dates(article.text, start, end, article.date):
            name = date.iso or " ".join(article.text[date.start : date.end].split())
            dates.append(Mention(date.start, date.end, Entity(name, EntityKind.DATE)))
        amounts += [
            Mention(amount.start, amount.end, Entity(amount.normal, EntityKind.AMOUNT))
            for amount in find_amounts(article.text, start, end)
        ]
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
