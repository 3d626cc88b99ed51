"""The hits of a search: two lines each on a terminal, one when piped."""

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

from reader.cli.output.streams import is_styled
from reader.corpus.safe import safe_line
from reader.corpus.shown_path import shown_path
from reader.library.interface import Excerpt, Summary

if TYPE_CHECKING:
    from rich.text import Text

_MARK = "bold yellow"


def print_hits(hits: Iterable[tuple[Summary, Excerpt | None]]) -> None:
    """Prints path, title and the line of the match of each."""
    if is_styled(sys.stdout):
        _print_styled(hits)
        return
    for row, excerpt in hits:
        fields = (
            shown_path(row.path),
            safe_line(row.title),
            safe_line(excerpt.text if excerpt else row.lead),
        )
        sys.stdout.write("\t".join(field.replace("\t", " ") for field in fields) + "\n")


def _print_styled(hits: Iterable[tuple[Summary, Excerpt | None]]) -> None:
    from rich.console import Console
    from rich.padding import Padding
    from rich.text import Text

    console = Console(highlight=False, markup=False, emoji=False)
    for row, excerpt in hits:
        about = "  ".join(part for part in (str(row.date or ""), safe_line(row.source or "")) if part)
        console.print(Text.assemble((safe_line(row.title), "bold"), (f"  {about}" if about else "", "dim")))
        console.print(Padding(Text(shown_path(row.path), style="dim"), (0, 0, 0, 2)))
        console.print(Padding(_line(row, excerpt), (0, 0, 0, 2)))


def _line(row: Summary, excerpt: Excerpt | None) -> "Text":
    from rich.text import Text

    if excerpt is None or safe_line(excerpt.text) != excerpt.text:
        return Text(safe_line(excerpt.text if excerpt else row.lead))
    line = Text(excerpt.text)
    for start, end in excerpt.marks:
        line.stylize(_MARK, start, end)
    return line
