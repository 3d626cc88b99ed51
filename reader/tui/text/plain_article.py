"""An article as plain lines: for the normal screen, a pager, a program at the other end of a pipe."""

from reader.corpus.article import Article, BlockKind
from reader.corpus.safe import safe_line, safe_text


def plain_text(article: Article, *, width: int = 0, boilerplate: bool = True) -> str:
    """Title, date and source, then the paragraphs, parted by empty lines.

    `width`: cells at which lines break, at spaces; 0 leaves every paragraph one line, so that a terminal's own
    selection takes it without breaks.
    """
    about = about_line(article)
    parts = [safe_line(article.title) + (f"\n{about}" if about else "")]
    for block in article.blocks:
        if block.kind is not BlockKind.TITLE and (boilerplate or block.kind is not BlockKind.BOILERPLATE):
            text = safe_text(article.text[block.start : block.end])
            parts.append("\n".join(line.strip() for line in text.strip().split("\n")))
    return "\n\n".join(_broken(part, width) for part in parts) + "\n"


def about_line(article: Article) -> str:
    """Date and source, as far as they are known."""
    return " · ".join(part for part in (str(article.date or ""), safe_line(article.source or "")) if part)


def _broken(text: str, width: int) -> str:
    if not width:
        return text
    from reader.tui.text.wrap import wrap

    return "\n".join(text[start:end] for start, end in wrap(text, 0, len(text), width))
