"""`reader search`: what a query finds, with the line of the match."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from reader.cli.arguments import add_folder, add_library, add_limit
from reader.cli.command import Command
from reader.cli.exit_codes import ExitCode
from reader.language import N_, _, number

if TYPE_CHECKING:
    from reader.cli.output.rows import Rows
    from reader.library.interface import Excerpt, Library, Results, Summary

_ORDERS = ("relevance", "date", "source", "title", "path")
_ON_A_TERMINAL = 20
"""Hits printed on a terminal unless --limit says otherwise."""


def _add_arguments(parser: ArgumentParser) -> None:
    from reader.cli.output.rows import add_form

    add_folder(parser)
    parser.add_argument(
        "query", metavar="QUERY", nargs="+", help=_("what to find; several words need all be there")
    )
    parser.add_argument(
        "--sort", metavar="ORDER", default="relevance", choices=_ORDERS,
        help=_("the order: relevance (best first, the default), date, source, title, path"),
    )  # fmt: skip
    parser.add_argument(
        "--literal", action="store_true", help=_("take the words as they are written, correct nothing")
    )
    add_limit(
        parser,
        _("articles (default: {on_a_terminal} on a terminal, all when piped)").format(
            on_a_terminal=_ON_A_TERMINAL
        ),
    )
    add_form(parser, _("the same as --format jsonl: one JSON object a line, with the offsets of the matches"))
    add_library(parser)


def _run(arguments: Namespace) -> ExitCode:
    from reader.cli.libraries import opened_library
    from reader.cli.output.rows import form_of
    from reader.cli.output.streams import is_styled, say
    from reader.cli.queries import checked_search, needs_analysis, tell_corrections
    from reader.library.interface import Sort

    query, form = " ".join(arguments.query), form_of(arguments)
    limit = arguments.limit
    if limit is None and is_styled(sys.stdout) and form == "text":
        limit = _ON_A_TERMINAL
    with opened_library(arguments, analyse=needs_analysis(query)) as library:
        results = checked_search(
            library, query, sort=Sort(arguments.sort), limit=limit or None, literal=arguments.literal
        )
        tell_corrections(results)
        if not results.ids:
            say(_("nothing found for: {what}").format(what=results.query or query))
            return ExitCode.NOTHING_FOUND
        _rows(library, results).show(form, _hits(library, results))
        if len(results.ids) < results.total:
            say(
                _("{ids} of {total} articles; --limit 0 prints all").format(
                    ids=number(len(results.ids)), total=number(results.total)
                )
            )
    return ExitCode.FINE


def _rows(library: "Library", results: "Results") -> "Rows[tuple[int, Summary]]":
    from reader.cli.output.hits import print_hits
    from reader.cli.output.rows import Rows

    def print_text(hits: "Iterable[tuple[int, Summary]]") -> None:
        print_hits((row, library.excerpt(row.id, results)) for _rank, row in hits)

    return Rows(
        (),
        lambda _hit: (),
        lambda hit: _object(library, results, *hit),
        ("path", "title", "date", "source", "score", "line"),
        text=print_text,
    )


def _hits(library: "Library", results: "Results") -> "Iterator[tuple[int, Summary]]":
    from reader.cli.commands.listing import summaries

    ranks = {article_id: rank for rank, article_id in enumerate(results.ids)}
    for row in summaries(library, results.ids):
        yield ranks[row.id], row


def _object(library: "Library", results: "Results", rank: int, row: "Summary") -> dict[str, object]:
    from reader.cli.queries import correction_objects

    article = library.article(row.id)
    return {
        "path": row.path,
        "title": row.title,
        "date": str(row.date) if row.date else None,
        "source": row.source,
        "score": results.scores[rank] if rank < len(results.scores) else None,
        "query": results.query,
        "corrected": correction_objects(results),
        "line": _line(library.excerpt(row.id, results)),
        "matches": [
            {"start": start, "end": end, "text": article.text[start:end]}
            for start, end in library.matches(article, results)
        ],
    }


def _line(excerpt: "Excerpt | None") -> str | None:
    return excerpt.text if excerpt else None


COMMAND = Command(
    name="search",
    summary=N_("find articles by words, names, dates, and who said what"),
    description=N_("""
        Finds the articles of FOLDER that hold all the words of QUERY, in title or text; case and
        accents do not matter, and a word that stands nowhere is taken for the nearest one that
        does, which is said.  Prints path, title and the line of the match, best first.

          "a phrase"          these words, side by side
          -word -"a phrase"   articles without it
          one OR other        either; OR binds closer than the space
          wor*                words that begin so
          title: source: lang: path:                  where it is looked for
          person: place: org: about:                  who or what is named
          said: by:                                   words of a quote, who said them
          date:2024 date:2024-05..2024-11 date:<2024  when it appeared
          is:unread is:read is:starred is:undated     what you did with it
          is:noted is:new tag:budget                  noted, new since you last looked, tagged

        A value of several words takes quotes: by:"Claire Morvan".  The names have French forms:
        titre: personne: lieu: dit: par: est:non-lu.  Write the query in single quotes, lest the
        shell take its signs; after `--` it may begin with a minus.
    """),
    examples="""
        reader search ~/press budget hopital
        reader search ~/press '"conseil municipal" -piscine date:2024'
        reader search ~/press 'by:"Claire Morvan" said:retraites'
        reader search ~/press grève --sort date --limit 5 --json
        reader search ~/press grève | cut -f 1               # the paths alone
    """,
    add_arguments=_add_arguments,
    run=_run,
)
