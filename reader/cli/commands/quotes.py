"""`reader quotes`: who says what."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from typing import TYPE_CHECKING

from reader.cli.arguments import add_folder, add_json, add_library, add_limit, add_selection
from reader.cli.command import Command
from reader.cli.exit_codes import ExitCode

if TYPE_CHECKING:
    from reader.analysis.types import Quotation, Speaker
    from reader.corpus.article import Article
    from reader.library.interface import Library

_KINDS = ("direct", "partial", "term")


def _add_arguments(parser: ArgumentParser) -> None:
    add_folder(parser)
    add_selection(parser)
    parser.add_argument(
        "--by",
        metavar="NAME",
        help="only what NAME says: words of a name or of a role, accents and case aside",
    )
    parser.add_argument(
        "--kind", metavar="KIND", action="append", choices=_KINDS,
        help="only this kind (may be repeated): direct, partial (a fragment in a sentence), term (a "
        "word held at arm's length); without it, direct and partial",
    )  # fmt: skip
    add_limit(parser, "quotes")
    add_json(parser, "one JSON object a line")
    add_library(parser)


def _run(arguments: Namespace) -> ExitCode:
    from itertools import islice

    from reader.cli.libraries import opened_library
    from reader.cli.output.json_lines import print_json
    from reader.cli.output.shown_path import shown_path
    from reader.cli.output.streams import say
    from reader.cli.output.tables import Column, print_rows
    from reader.cli.selection import nothing_in, selected

    with opened_library(arguments, analyse=True) as library:
        ids = selected(library, arguments)
        kinds = set(arguments.kind or _KINDS[:2])
        found = _quotations(library, list(ids), kinds, arguments.by)
        rows = islice(found, arguments.limit or None)
        first = next(rows, None)
        if first is None:
            say("nothing of the kind is quoted" if ids else nothing_in(library))
            return ExitCode.NOTHING_FOUND
        every = _with_first(first, rows)
        if arguments.json:
            for article, quotation in every:
                print_json(_object(article, quotation))
        else:
            columns = [
                Column("path", share=2, style="dim"),
                Column("speaker", share=2),
                Column("quote", share=6),
            ]
            print_rows(
                columns,
                ([shown_path(one.path), _name(said.speaker), _words(one, said)] for one, said in every),
            )
    return ExitCode.FINE


def _with_first(
    first: "tuple[Article, Quotation]", rest: "Iterator[tuple[Article, Quotation]]"
) -> "Iterator[tuple[Article, Quotation]]":
    yield first
    yield from rest


def _quotations(
    library: "Library", ids: list[int], kinds: set[str], by: str | None
) -> "Iterator[tuple[Article, Quotation]]":
    from reader.cli.selection import analysed
    from reader.library.search.folding import fold

    words = set(fold(by).split()) if by is not None else set()
    for article, analysis in analysed(library, ids):
        for quotation in analysis.quotations:
            if quotation.kind.value not in kinds:
                continue
            speaker = quotation.speaker
            if by is None or (speaker is not None and words <= set(fold(speaker.name).split())):
                yield article, quotation


def _name(speaker: "Speaker | None") -> str:
    if speaker is None:
        return ""
    return speaker.name if speaker.sure else f"{speaker.name} ?"


def _words(article: "Article", quotation: "Quotation") -> str:
    return article.text[quotation.content.start : quotation.content.end]


def _object(article: "Article", quotation: "Quotation") -> dict[str, object]:
    from reader.cli.output.article_json import quotation_object

    return {
        "path": article.path,
        "date": str(article.date) if article.date else None,
        "source": article.source,
        "text": _words(article, quotation),
        **quotation_object(quotation),
    }


COMMAND = Command(
    name="quotes",
    summary="list who says what",
    description="""
        Prints a line for each quotation in the articles of FOLDER: path, speaker, words.  The
        speaker is left empty where the article does not say; `?` after a name means that it is
        only probable.
    """,
    examples="""
        reader quotes ~/press --by morvan
        reader quotes ~/press --query 'date:2024-05' --json
        reader quotes ~/press 2024/greve.txt
        reader quotes ~/press | cut -f 2 | sort | uniq -c | sort -rn | head     # who speaks most
    """,
    add_arguments=_add_arguments,
    run=_run,
)
