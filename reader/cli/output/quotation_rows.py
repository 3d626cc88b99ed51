"""Quotations as a table for spreadsheets, and as a Markdown list, each with all that leads back to it."""

import csv
import re
import sys
from collections.abc import Iterable

from reader.analysis.types import Quotation
from reader.corpus.article import Article, BlockKind
from reader.corpus.safe import safe_line
from reader.corpus.shown_path import shown_path

_CSV_COLUMNS = (
    "path", "start", "end", "kind", "speaker", "named", "sure", "cue", "text", "context", "date", "source",
    "title",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula (OWASP, CSV injection)."""
_YES = {True: "yes", False: "no"}
_LONGEST_CONTEXT = 1000
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~])")


def print_csv(rows: Iterable[tuple[Article, Quotation]]) -> None:
    """Prints comma-separated values (RFC 4180), headings first; no field is one that a spreadsheet would run."""
    writer = csv.writer(sys.stdout, lineterminator="\r\n")
    writer.writerow(_CSV_COLUMNS)
    for article, quotation in rows:
        speaker, cue, content = quotation.speaker, quotation.cue, quotation.content
        writer.writerow(
            [
                _cell(shown_path(article.path)), quotation.start, quotation.end, quotation.kind.value,
                _cell(speaker.name) if speaker else "", _YES[speaker.named] if speaker else "",
                _YES[speaker.sure] if speaker else "",
                _cell(article.text[cue.start : cue.end]) if cue else "",
                _cell(article.text[content.start : content.end]), _cell(context(article, quotation)),
                str(article.date) if article.date else "", _cell(article.source or ""), _cell(article.title),
            ]
        )  # fmt: skip


def print_markdown(rows: Iterable[tuple[Article, Quotation]]) -> None:
    """Prints a list: the words, then who said them, source, date and path."""
    for article, quotation in rows:
        content = quotation.content
        words = " ".join(article.text[content.start : content.end].split())
        speaker = quotation.speaker
        about = [speaker.name + ("" if speaker.sure else " (?)")] if speaker else []
        about += [article.source] if article.source else []
        about += [str(article.date)] if article.date else []
        path = _markdown(shown_path(article.path))
        ending = f"{', '.join(map(_markdown, about))} ({path})" if about else path
        sys.stdout.write(f"- «\N{NO-BREAK SPACE}{_markdown(words)}\N{NO-BREAK SPACE}» — {ending}\n")


def context(article: Article, quotation: Quotation) -> str:
    """The paragraph around a quotation on one line, cut at both ends where it is long."""
    blocks = (block for block in article.blocks if block.start <= quotation.start < block.end)
    block = next((block for block in blocks if block.kind is not BlockKind.BOILERPLATE), None)
    start, end = (block.start, max(block.end, quotation.end)) if block else (quotation.start, quotation.end)
    first = max(start, quotation.start - _LONGEST_CONTEXT)
    last = min(end, quotation.end + _LONGEST_CONTEXT)
    words = " ".join(article.text[first:last].split())
    return f"{'…' if first > start else ''}{words}{'…' if last < end else ''}"


def _cell(text: str) -> str:
    """A field on one line; an apostrophe before what would be a formula, as spreadsheets ask for."""
    line = safe_line(text)
    return f"'{line}" if line.lstrip().startswith(_FORMULA) else line


def _markdown(text: str) -> str:
    return _MARKDOWN.sub(r"\\\1", safe_line(text))
