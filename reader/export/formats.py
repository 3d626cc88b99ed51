"""The formats of an export, and the one function that writes any of them."""

from collections.abc import Iterable, Iterator
from enum import StrEnum

from reader.analysis.types import Analysis
from reader.corpus.article import Article
from reader.language import N_

Exported = tuple[Article, Analysis]
"""An article with what was found in it."""


class Format(StrEnum):
    """A format, by the name that is typed for it."""

    MARKDOWN = "md"
    HTML = "html"
    CSV = "csv"
    TSV = "tsv"
    JSON = "json"
    JSON_LINES = "jsonl"
    BIBTEX = "bibtex"

    @property
    def ending(self) -> str:
        """How the name of a file of it ends: `.md`, `.bib`."""
        return ".bib" if self is Format.BIBTEX else f".{self.value}"

    @property
    def about(self) -> str:
        """What it is, in a few words, marked for translation."""
        return _ABOUT[self]


_ABOUT = {
    Format.MARKDOWN: N_("text for a note: paragraphs, who says what, names"),
    Format.HTML: N_("one page for a browser, names and quotations marked"),
    Format.CSV: N_("a table for a spreadsheet, a line an article"),
    Format.TSV: N_("the same, parted by tabs"),
    Format.JSON: N_("all that is known, one array"),
    Format.JSON_LINES: N_("all that is known, an object a line"),
    Format.BIBTEX: N_("references for LaTeX, Zotero and others"),
}
_ENDINGS = {form.ending: form for form in Format} | {
    ".markdown": Format.MARKDOWN, ".htm": Format.HTML, ".tab": Format.TSV, ".ndjson": Format.JSON_LINES,
}  # fmt: skip


def format_of(name: str) -> Format | None:
    """The format that the ending of a file's name asks for."""
    dot = name.rfind(".")
    return _ENDINGS.get(name[dot:].lower()) if dot >= 0 else None


def exported(articles: Iterable[Exported], form: Format) -> Iterator[str]:
    """The text of a file of `form` that holds `articles`, in pieces as they come."""
    match form:
        case Format.MARKDOWN:
            from reader.export.markdown import markdown

            return markdown(articles)
        case Format.HTML:
            from reader.export.html_page import html_page

            return html_page(articles)
        case Format.BIBTEX:
            from reader.export.bibtex import bibtex

            return bibtex(articles)
        case Format.CSV | Format.TSV:
            from reader.export.article_rows import HEADINGS, article_row
            from reader.export.separated import comma_separated, tab_separated

            separated = comma_separated if form is Format.CSV else tab_separated
            return separated(HEADINGS, (article_row(*one) for one in articles))
        case Format.JSON | Format.JSON_LINES:
            from reader.export.article_object import article_object
            from reader.export.json_text import json_array, json_line

            objects = (article_object(*one) for one in articles)
            return json_array(objects) if form is Format.JSON else (json_line(row) + "\n" for row in objects)
