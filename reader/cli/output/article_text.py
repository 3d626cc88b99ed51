"""An article as text to read: title, date and source, paragraphs."""

import re
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from reader.cli.output.streams import is_styled
from reader.corpus.article import Article, BlockKind
from reader.corpus.safe import safe_line, safe_text

if TYPE_CHECKING:
    from rich.text import Text

WIDTH = 72
"""Cells of a line of text on a terminal, at most."""

_STYLES = {
    BlockKind.STANDFIRST: "bold",
    BlockKind.HEADING: "bold underline",
    BlockKind.CAPTION: "italic dim",
    BlockKind.BYLINE: "dim",
    BlockKind.BOILERPLATE: "dim",
}
_LINE_BREAK = re.compile(r" *\n *")


def print_article(article: Article, *, boilerplate: bool = True) -> None:
    """Prints `article`: on a terminal set to its width, else one line a paragraph."""
    about = " · ".join(part for part in (str(article.date or ""), safe_line(article.source or "")) if part)
    paragraphs = list(_paragraphs(article, boilerplate=boilerplate))
    if is_styled(sys.stdout):
        _print_styled(safe_line(article.title), about, paragraphs)
        return
    lines = [safe_line(article.title), *([about] if about else []), *("\n" + text for _, text in paragraphs)]
    sys.stdout.write("\n".join(lines) + "\n")


def _paragraphs(article: Article, *, boilerplate: bool) -> Iterator[tuple[BlockKind, str]]:
    for block in article.blocks:
        if block.kind is BlockKind.TITLE or (block.kind is BlockKind.BOILERPLATE and not boilerplate):
            continue
        text = safe_text(article.text[block.start : block.end]).strip()
        yield block.kind, _LINE_BREAK.sub("\n", text)


def _print_styled(title: str, about: str, paragraphs: list[tuple[BlockKind, str]]) -> None:
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False, markup=False, emoji=False)
    width = min(WIDTH, console.width)

    def put(text: "Text") -> None:
        console.print(text, width=width)

    put(Text(title, style="bold"))
    if about:
        put(Text(about, style="dim"))
    for kind, text in paragraphs:
        console.print()
        put(Text(text, style=_STYLES.get(kind, "")))
