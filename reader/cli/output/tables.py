"""Rows of results: columns on a terminal, fields parted by tabs when piped."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from reader.cli.output.streams import is_styled
from reader.corpus.safe import safe_line

_BATCH = 200
"""Rows laid out at a time, so that the first ones show at once however many follow."""

_GAP = 2
"""Cells between two columns."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the terminal's table.

    `width`: in cells; 0 for a share of what the fixed columns leave, in the measure of `share`.
    """

    heading: str
    width: int = 0
    share: int = 1
    style: str = ""
    right: bool = False


def print_rows(columns: Sequence[Column], rows: Iterable[Sequence[str]]) -> None:
    """Prints `rows`, a field for each of `columns`, as they come; headings only on a terminal."""
    safe = ([safe_line(field) for field in row] for row in rows)
    if is_styled(sys.stdout):
        _print_table(columns, safe)
        return
    for row in safe:
        sys.stdout.write("\t".join(field.replace("\t", " ") for field in row) + "\n")


def _print_table(columns: Sequence[Column], rows: Iterator[Sequence[str]]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(highlight=False, markup=False, emoji=False)
    widths = _widths(columns, console.width)
    headings = True
    while batch := list(islice(rows, _BATCH)):
        table = Table(
            box=None, pad_edge=False, padding=(0, _GAP, 0, 0), show_header=headings, header_style="bold"
        )
        for column, width in zip(columns, widths, strict=True):
            table.add_column(
                Text(column.heading), width=width, no_wrap=True, overflow="ellipsis", style=column.style,
                justify="right" if column.right else "left",
            )  # fmt: skip
        for row in batch:
            table.add_row(*(Text(field) for field in row))
        console.print(table, soft_wrap=False)
        headings = False


def _widths(columns: Sequence[Column], available: int) -> list[int]:
    gaps = _GAP * (len(columns) - 1)
    free = available - gaps - sum(column.width for column in columns)
    shares = sum(column.share for column in columns if not column.width) or 1
    return [column.width or max(6, free * column.share // shares) for column in columns]
