"""Articles as one HTML page that needs nothing else: no script, no address, a policy that forbids both."""

import hashlib
from base64 import b64encode
from collections.abc import Iterable, Iterator

from reader.analysis.types import Analysis
from reader.corpus.article import Article, Block, BlockKind
from reader.corpus.safe import safe_line
from reader.corpus.shown_path import shown_path
from reader.export.escaping import html_text
from reader.export.marking import marked
from reader.language import _, current
from reader.resources import resource_folder

_STYLE = resource_folder("styles") / "export.css"
_TAGS = {
    BlockKind.STANDFIRST: ('<p class="standfirst">', "</p>"),
    BlockKind.HEADING: ("<h2>", "</h2>"),
    BlockKind.CAPTION: ('<p class="caption">', "</p>"),
    BlockKind.BYLINE: ('<p class="byline">', "</p>"),
    BlockKind.BOILERPLATE: ('<details class="boilerplate"><summary>…</summary><p>', "</p></details>"),
}
_KINDS = ("person", "place", "organization", "product", "event", "date", "amount")
_END = "</main>\n</body>\n</html>\n"


def html_page(articles: Iterable[tuple[Article, Analysis]]) -> Iterator[str]:
    """The page in pieces: its head with a legend, then each article."""
    head = ""
    for article, analysis in articles:
        if not head:
            head = _head(article)
            yield head
        yield _article(article, analysis)
    if not head:
        yield _head(None)
    yield _END


def _head(first: Article | None) -> str:
    style = _STYLE.read_text("utf-8")
    digest = b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    title = html_text(safe_line(first.title)) if first else "Reader"
    legend = " ".join(f'<span class="{kind}">{html_text(_(kind))}</span>' for kind in _KINDS)
    quotation, speaker = html_text(_("quotation")), html_text(_("speaker"))
    return (
        f'<!DOCTYPE html>\n<html lang="{html_text(first.language) if first else "en"}">\n<head>\n'
        f'<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="referrer" content="no-referrer">\n<meta name="color-scheme" content="light dark">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{style}</style>\n</head>\n<body>\n<main>\n"
        f'<p class="legend" lang="{current()}">{legend} <span class="quote">{quotation}</span> '
        f'<span class="speaker">[{speaker}]</span></p>\n'
    )


def _article(article: Article, analysis: Analysis) -> str:
    about = [str(article.date)] if article.date else []
    about += [article.source] if article.source else []
    about.append(shown_path(article.path))
    parts = [
        f'<article lang="{html_text(article.language)}">',
        f"<h1>{html_text(safe_line(article.title))}</h1>",
        f'<p class="about">{" · ".join(html_text(safe_line(part)) for part in about)}</p>',
    ]
    parts += [
        _block(article, analysis, block) for block in article.blocks if block.kind is not BlockKind.TITLE
    ]
    return "\n".join([*parts, "</article>\n"])


def _block(article: Article, analysis: Analysis, block: Block) -> str:
    before, after = _TAGS.get(block.kind, ("<p>", "</p>"))
    return before + marked(article.text, analysis, block.start, block.end).replace("\n", "<br>\n") + after
