"""Articles as Markdown: the paragraphs, then who says what, then who and what is named."""

from collections.abc import Iterable, Iterator

from reader.analysis.types import Analysis, EntityKind, Quotation, QuotationKind
from reader.corpus.article import Article, BlockKind
from reader.corpus.shown_path import shown_path
from reader.export.article_rows import names_of
from reader.export.escaping import markdown_text

_AROUND = {BlockKind.STANDFIRST: "**", BlockKind.CAPTION: "*", BlockKind.BYLINE: "*"}
_KINDS = {
    "People": EntityKind.PERSON, "Places": EntityKind.PLACE, "Organisations": EntityKind.ORGANIZATION,
    "Products": EntityKind.PRODUCT, "Events": EntityKind.EVENT,
}  # fmt: skip


def markdown(articles: Iterable[tuple[Article, Analysis]]) -> Iterator[str]:
    """CommonMark; nothing of the articles is markup in it.  Comment forms and the like are left out."""
    parting = ""
    for article, analysis in articles:
        yield parting + _article(article, analysis)
        parting = "\n---\n\n"


def _article(article: Article, analysis: Analysis) -> str:
    about = [str(article.date)] if article.date else []
    about += [article.source] if article.source else []
    about += [shown_path(article.path)]
    parts = [f"# {markdown_text(article.title)}", " · ".join(map(markdown_text, about))]
    for block in article.blocks:
        words = markdown_text(article.text[block.start : block.end].replace("\n", " "))
        if not words or block.kind in (BlockKind.TITLE, BlockKind.BOILERPLATE):
            continue
        around = _AROUND.get(block.kind, "")
        parts.append(f"### {words}" if block.kind is BlockKind.HEADING else f"{around}{words}{around}")
    for heading, indirect in (("## Quotations", False), ("## Reported speech", True)):
        listed = [one for one in analysis.quotations if (one.kind is QuotationKind.INDIRECT) is indirect]
        if listed:
            parts += [heading, "\n".join(f"- {markdown_quotation(article, one)}" for one in listed)]
    names = [(label, names_of(analysis, kind)) for label, kind in _KINDS.items()]
    lines = [f"- {label}: {', '.join(map(markdown_text, found))}" for label, found in names if found]
    if lines:
        parts += ["## Names", "\n".join(lines)]
    return "\n\n".join(parts) + "\n"


def markdown_quotation(article: Article, quotation: Quotation) -> str:
    """The words, between « » if they are somebody's own, and who says them; `(?)` after a probable speaker."""
    content = article.text[quotation.content.start : quotation.content.end]
    words = markdown_text(" ".join(content.split()))
    if quotation.kind is not QuotationKind.INDIRECT:
        words = f"«\N{NO-BREAK SPACE}{words}\N{NO-BREAK SPACE}»"
    speaker = quotation.speaker
    if speaker is None:
        return words
    return f"{words} — {markdown_text(speaker.name)}{'' if speaker.sure else ' (?)'}"
