"""What a list needs of an article beyond what it says itself: its length, its lead, its place in order."""

from reader.corpus.article import Article, BlockKind
from reader.corpus.letters import spaced
from reader.library.search.folding import fold

_LEAD_LENGTH = 240
_ORDER_LENGTH = 40
_LAST = "\U0010ffff"
_BODY = (BlockKind.STANDFIRST, BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.CAPTION)
_LEADS = (BlockKind.STANDFIRST, BlockKind.PARAGRAPH)


def count_words(article: Article) -> int:
    """The number of words to read: those of the body, boilerplate and bylines left out."""
    body = " ".join(article.text[block.start : block.end] for block in article.blocks if block.kind in _BODY)
    return len(spaced(body).split())


def lead_of(article: Article) -> str:
    """The standfirst or the beginning of the body on one line, at most 240 code points; may be empty.

    Where the title is the first sentence of the body, the lead goes on after it.
    """
    parts: list[str] = []
    length = 0
    for block in article.blocks:
        if block.kind not in _LEADS:
            continue
        part = " ".join(article.text[block.start : min(block.end, block.start + 4 * _LEAD_LENGTH)].split())
        if not parts:
            part = part.removeprefix(article.title.rstrip("…")).lstrip(" .…")
        if part:
            parts.append(part)
            length += len(part) + 1
        if length > _LEAD_LENGTH:
            break
    return _cut(" ".join(parts))


def order_of(name: str | None) -> str:
    """What to sort a title or a source by: its letters, folded; an unknown one comes last."""
    if name is None:
        return _LAST
    letters = " ".join(spaced(fold(name[: 4 * _ORDER_LENGTH])).split())
    return letters[:_ORDER_LENGTH] or _LAST


def _cut(text: str) -> str:
    """At most `_LEAD_LENGTH` code points of `text`, cut between words where it can be."""
    if len(text) <= _LEAD_LENGTH:
        return text
    whole, _, _ = text[:_LEAD_LENGTH].rpartition(" ")
    return (whole or text[: _LEAD_LENGTH - 1]) + "…"
