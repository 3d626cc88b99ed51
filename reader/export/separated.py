"""Rows for spreadsheets: values parted by commas or by tabs, no field of which a spreadsheet would run."""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO

from reader.corpus.safe import safe_line
from reader.export.escaping import markdown_text

_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
"""What a spreadsheet takes for the beginning of a formula (OWASP, CSV injection), and the wide forms of it."""
_BEFORE = '" \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}'
"""What may stand before it and be taken away."""
_HIDDEN = re.compile(r"(;[\"\s]*)(?=[=+\-@＝＋－＠])")
"""Where a spreadsheet that parts fields by semicolons, as French ones do, would see the beginning of one."""


def comma_separated(headings: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[str]:
    """RFC 4180, a line at a time, headings first."""
    buffer = StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    for row in _with(headings, rows):
        writer.writerow(row)
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()


def tab_separated(headings: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[str]:
    """One line a row, headings first; no field holds a tab or a line end, none is quoted."""
    for row in _with(headings, rows):
        yield "\t".join(row) + "\n"


def cell(value: object) -> str:
    """A field on one line; an apostrophe before what would be a formula, as spreadsheets ask for.

    Numbers stay as they are, `None` is empty, yes and no stand for truth values.
    """
    if not isinstance(value, str):
        return _plain(value)
    line = _HIDDEN.sub(r"\1'", safe_line(value))
    return f"'{line}" if line.strip(_BEFORE).startswith(_FORMULA) else line


def _plain(value: object) -> str:
    if value is None:
        return ""
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)


def _with(headings: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[list[str]]:
    yield list(headings)
    for row in rows:
        yield [cell(value) for value in row]


def markdown_table(headings: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[str]:
    """A table as GitHub and most others read it; nothing in a field is markup."""
    yield f"| {' | '.join(headings)} |\n|{' --- |' * len(headings)}\n"
    for row in rows:
        fields = (markdown_text(_plain(value)) for value in row)
        yield f"| {' | '.join(fields)} |\n"
