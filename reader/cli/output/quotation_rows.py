"""Quotations as a table for spreadsheets, and as a Markdown list, each with all that leads back to it."""

from collections.abc import Iterable, Iterator

from reader.analysis.types import Quotation, QuotationKind
from reader.corpus.article import Article, BlockKind
from reader.corpus.shown_path import shown_path
from reader.export.escaping import markdown_text
from reader.language import _

HEADINGS = (
    "path", "start", "end", "kind", "speaker", "named", "sure", "cue", "text", "context", "date", "source",
    "title", "relay", "utterance",
)  # fmt: skip
"""What a line of a table says of a quotation."""
_LONGEST_CONTEXT = 1000


def cells(article: Article, quotation: Quotation) -> dict[str, object]:
    """The fields of `HEADINGS`."""
    speaker, cue, content = quotation.speaker, quotation.cue, quotation.content
    return {
        "path": article.path,
        "start": quotation.start,
        "end": quotation.end,
        "kind": quotation.kind.value,
        "speaker": speaker.name if speaker else "",
        "named": speaker.named if speaker else None,
        "sure": speaker.sure if speaker else None,
        "cue": article.text[cue.start : cue.end] if cue else "",
        "text": article.text[content.start : content.end],
        "context": context(article, quotation),
        "date": str(article.date) if article.date else "",
        "source": article.source or "",
        "title": article.title,
        "relay": quotation.relay.name if quotation.relay else "",
        "utterance": quotation.utterance or None,
    }


def markdown_list(rows: Iterable[tuple[Article, Quotation]]) -> Iterator[str]:
    """A list: the words, then who said them and to whom, source, date and path.

    What is reported in the article's own words is set in italics, without signs.
    """
    for article, quotation in rows:
        content = quotation.content
        words = " ".join(article.text[content.start : content.end].split())
        speaker = quotation.speaker
        about = [speaker.name + ("" if speaker.sure else " (?)")] if speaker else []
        about += [_("cited by {name}").format(name=quotation.relay.name)] if quotation.relay else []
        about += [article.source] if article.source else []
        about += [str(article.date)] if article.date else []
        path = markdown_text(shown_path(article.path))
        ending = f"{', '.join(map(markdown_text, about))} ({path})" if about else path
        said = f"«\N{NO-BREAK SPACE}{markdown_text(words)}\N{NO-BREAK SPACE}»"
        if quotation.kind is QuotationKind.INDIRECT:
            said = f"*{markdown_text(words)}*"
        yield f"- {said} — {ending}\n"


def context(article: Article, quotation: Quotation) -> str:
    """The paragraph around a quotation on one line, cut at both ends where it is long."""
    blocks = (block for block in article.blocks if block.start <= quotation.start < block.end)
    block = next((block for block in blocks if block.kind is not BlockKind.BOILERPLATE), None)
    start, end = (block.start, max(block.end, quotation.end)) if block else (quotation.start, quotation.end)
    first = max(start, quotation.start - _LONGEST_CONTEXT)
    last = min(end, quotation.end + _LONGEST_CONTEXT)
    words = " ".join(article.text[first:last].split())
    return f"{'…' if first > start else ''}{words}{'…' if last < end else ''}"
