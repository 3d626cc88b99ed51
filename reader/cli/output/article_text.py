"""An article as text to read: title, date and source, paragraphs."""

import re
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from reader.cli.output.streams import is_styled
from reader.corpus.article import Article, BlockKind
from reader.corpus.safe import safe_line, safe_text
from reader.tui.text.plain_article import about_line, plain_text

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


def print_article(article: Article, *, boilerplate: bool = True, width: int | None = None) -> None:
    """Prints `article`, its lines broken at `width` cells, 0 for nowhere.

    None stands for what reads well: on a terminal `WIDTH` or its own, else one line a paragraph.
    """
    if is_styled(sys.stdout):
        _print_styled(article, list(_paragraphs(article, boilerplate=boilerplate)), width)
    else:
        sys.stdout.write(plain_text(article, width=width or 0, boilerplate=boilerplate))


def _paragraphs(article: Article, *, boilerplate: bool) -> Iterator[tuple[BlockKind, str]]:
    for block in article.blocks:
        if block.kind is BlockKind.TITLE or (block.kind is BlockKind.BOILERPLATE and not boilerplate):
            continue
        text = safe_text(article.text[block.start : block.end]).strip()
        yield block.kind, _LINE_BREAK.sub("\n", text)


def _print_styled(article: Article, paragraphs: list[tuple[BlockKind, str]], width: int | None) -> None:
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False, markup=False, emoji=False)
    cells = min(WIDTH, console.width) if width is None else width

    def put(text: "Text") -> None:
        if cells:
            console.print(text, width=cells)
        else:
            console.print(text, soft_wrap=True)

    put(Text(safe_line(article.title), style="bold"))
    if about := about_line(article):
        put(Text(about, style="dim"))
    for kind, text in paragraphs:
        console.print()
        put(Text(text, style=_STYLES.get(kind, "")))
