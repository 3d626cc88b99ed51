"""`reader quotes`: who says what."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import TYPE_CHECKING

from reader.cli.arguments import add_folder, add_library, add_limit, add_selection
from reader.cli.command import Command
from reader.cli.exit_codes import ExitCode
from reader.language import N_, _

if TYPE_CHECKING:
    from reader.analysis.types import Analysis, Quotation
    from reader.cli.output.rows import Rows
    from reader.corpus.article import Article

_KINDS = ("direct", "partial", "term", "indirect")


def _add_arguments(parser: ArgumentParser) -> None:
    from reader.cli.output.rows import add_form

    add_folder(parser)
    add_selection(parser)
    parser.add_argument(
        "--by",
        metavar="NAME",
        help=_("only what NAME says: words of a name or of a role, accents and case aside"),
    )
    parser.add_argument(
        "--kind", metavar="KIND", action="append", choices=_KINDS,
        help=_("only this kind (may be repeated): direct, partial (a fragment in a sentence), term (a "
        "word held at arm's length), indirect (reported without signs: X said that ...); without it, direct and "
        "partial"),
    )  # fmt: skip
    parser.add_argument("--sure", action="store_true", help=_("only those whose speaker is sure"))
    add_limit(parser, _("quotes"))
    add_form(parser)
    add_library(parser)


def _run(arguments: Namespace) -> ExitCode:
    from reader.cli.output.rows import form_of
    from reader.cli.output.streams import say
    from reader.cli.selection import opened_selection

    form = form_of(arguments)
    with opened_selection(arguments) as selection:
        kinds = set(arguments.kind or _KINDS[:2])
        found = quotations(selection.articles, kinds, arguments.by, sure=arguments.sure)
        first = next(found, None)
        if first is None:
            nobody = _('no quotation of {name} here; reader search with by:"{name}" takes the nearest name')
            none = nobody.format(name=arguments.by) if arguments.by else _("nothing of the kind is quoted")
            say(none if selection.number else selection.why_none)
            return ExitCode.NOTHING_FOUND
        rows = islice(chain([first], found), arguments.limit or None)
        _rows().show(form, rows)
    return ExitCode.FINE


def _rows() -> "Rows[tuple[Article, Quotation]]":
    from reader.cli.output import quotation_rows
    from reader.cli.output.rows import Rows
    from reader.cli.output.tables import Column
    from reader.corpus.shown_path import shown_path

    return Rows(
        [Column(_("path"), share=2, style="dim"), Column(_("speaker"), share=2), Column(_("quote"), share=6)],
        lambda one: [shown_path(one[0].path), _name(one[1]), _words(*one)],
        lambda one: _object(*one),
        quotation_rows.HEADINGS,
        cells=lambda one: quotation_rows.cells(*one),
        markdown=quotation_rows.markdown_list,
    )


def quotations(
    articles: "Iterable[tuple[Article, Analysis]]", kinds: set[str], by: str | None, *, sure: bool = False
) -> "Iterator[tuple[Article, Quotation]]":
    """The quotations of `kinds`, with their articles; with `by`, of a speaker with all its words.

    `sure`: only those whose speaker is more than probable.
    """
    from reader.library.search.folding import words

    wanted = set(words(by or ""))
    for article, analysis in articles:
        for quotation in analysis.quotations:
            speaker = quotation.speaker
            by_whom = by is None or (speaker is not None and wanted <= set(words(speaker.name)))
            is_wanted = by_whom and (not sure or (speaker is not None and speaker.sure))
            if is_wanted and quotation.kind.value in kinds:
                yield article, quotation


def _name(quotation: "Quotation") -> str:
    speaker = quotation.speaker
    if speaker is None:
        return ""
    return speaker.name if speaker.sure else f"{speaker.name} ?"


def _words(article: "Article", quotation: "Quotation") -> str:
    return article.text[quotation.content.start : quotation.content.end]


def _object(article: "Article", quotation: "Quotation") -> dict[str, object]:
    from reader.cli.output.quotation_rows import context
    from reader.export.article_object import quotation_object

    return {
        "path": article.path,
        "date": str(article.date) if article.date else None,
        "source": article.source,
        "text": _words(article, quotation),
        "context": context(article, quotation),
        **quotation_object(quotation),
    }


COMMAND = Command(
    name="quotes",
    summary=N_("list who says what"),
    description=N_("""
        Prints a line for each quotation in the articles of FOLDER: path, speaker, words.  The
        speaker is left empty where the article does not say; `?` after a name means that it is
        only probable.  --json and --format csv add offsets (code points), kind, cue, context, who
        passed the words on (relay), and the number of the utterance, which the parts of
        « A », said X. « B » share.  What an article reports without signs is only listed with
        --kind indirect.
    """),
    examples="""
        reader quotes ~/press --by morvan
        reader quotes ~/press --query 'date:2024-05' --json
        reader quotes ~/press 2024/greve.txt
        reader quotes ~/press --kind indirect --by morvan
        reader quotes ~/press --sure --format csv > quotes.csv
        reader quotes ~/press | cut -f 2 | sort | uniq -c | sort -rn | head     # who speaks most
    """,
    add_arguments=_add_arguments,
    run=_run,
)
