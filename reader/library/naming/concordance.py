"""The mentions of an entity in one article, each in its sentence."""

from collections.abc import Collection, Iterator

from reader.analysis.types import Analysis, EntityKind
from reader.corpus.article import Article
from reader.library.naming.types import ConcordanceLine

_REACH = 240
"""Code points kept on each side: more than a wide screen shows."""
_LONGEST = 200


def lines_of(
    article_id: int, article: Article, analysis: Analysis, names: Collection[tuple[str, EntityKind]]
) -> Iterator[ConcordanceLine]:
    """A line for each mention of one of `names`, in order; sentences end at the block they stand in."""
    wanted = set(names)
    for mention in analysis.mentions:
        if (mention.entity.name[:_LONGEST], mention.entity.kind) not in wanted:
            continue
        start, end = _paragraph(article.text, mention.start, mention.end)
        yield ConcordanceLine(
            article_id=article_id,
            before=_one_line(article.text[start : mention.start]),
            name=" ".join(article.text[mention.start : mention.end].split()),
            after=_one_line(article.text[mention.end : end]),
            start=mention.start,
            end=mention.end,
        )


def _paragraph(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the paragraph around a mention begins and ends, or what is kept of it."""
    low, high = max(0, start - _REACH), min(len(text), end + _REACH)
    begins = text.rfind("\n", low, start) + 1 or low
    ends = text.find("\n", end, high)
    return begins, ends if ends >= 0 else high


def _one_line(text: str) -> str:
    """`text` with single spaces, one kept at each end where there was one."""
    words = " ".join(text.split())
    if not words:
        return " " if text else ""
    return f"{' ' if text[0].isspace() else ''}{words}{' ' if text[-1].isspace() else ''}"
