"""`reader export`: articles with all that is known of them, for other programs."""

import os
import sys
from argparse import ArgumentParser, Namespace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from reader.cli.arguments import add_folder, add_library, add_limit, add_selection
from reader.cli.command import Command
from reader.cli.exit_codes import ExitCode
from reader.language import N_, _, number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.cli.selection import Selection
    from reader.export.formats import Exported, Format

_FORMATS = ("md", "html", "csv", "tsv", "json", "jsonl", "bibtex")


def _add_arguments(parser: ArgumentParser) -> None:
    add_folder(parser)
    add_selection(parser)
    parser.add_argument(
        "--format", metavar="FORMAT", choices=_FORMATS,
        help=_("md, html, csv, tsv, json, jsonl (the default) or bibtex; without it, what the ending of "
        "--output says"),
    )  # fmt: skip
    parser.add_argument("--json", action="store_true", help=_("the same as --format jsonl"))
    parser.add_argument(
        "--output",
        metavar="FILE",
        help=_("write into this file, at once when all is there, instead of printing"),
    )
    parser.add_argument("--replace", action="store_true", help=_("write over the file if there is one"))
    add_limit(parser, _("articles"))
    add_library(parser)


def _run(arguments: Namespace) -> ExitCode:
    from reader.cli.output.streams import say
    from reader.cli.selection import opened_selection

    form = _format(arguments)
    with opened_selection(arguments) as selection:
        if not selection.number:
            say(selection.why_none)
            return ExitCode.NOTHING_FOUND
        if arguments.output in (None, "-"):
            _print(selection, form, arguments.limit)
        else:
            _write(selection, form, arguments)
    return ExitCode.FINE


def _format(arguments: Namespace) -> "Format":
    from reader.cli.failures import wrong_use
    from reader.export.formats import Format, format_of

    if arguments.format and arguments.json and arguments.format != "jsonl":
        raise wrong_use(_("--json and --format ask for different things"))
    if arguments.format:
        return Format(arguments.format)
    by_ending = None if arguments.json else format_of(arguments.output or "")
    return by_ending or Format.JSON_LINES


def _print(selection: "Selection", form: "Format", limit: int | None) -> None:
    from reader.cli.output.streams import writes_unicode
    from reader.export.formats import Format, exported
    from reader.export.json_text import in_ascii

    ascii_only = form in (Format.JSON, Format.JSON_LINES) and not writes_unicode(sys.stdout)
    for piece in exported(_counted(selection, limit, silent=sys.stdout.isatty()), form):
        sys.stdout.write(in_ascii(piece) if ascii_only else piece)


def _write(selection: "Selection", form: "Format", arguments: Namespace) -> None:
    from reader.cli.corpora import corpus_folder
    from reader.cli.failures import CommandFailure, wrong_use
    from reader.cli.output.streams import say
    from reader.corpus.shown_path import shown_path
    from reader.export.file import InCorpus, export_file

    place = Path(os.path.expanduser(arguments.output))  # noqa: PTH111 - a name of no user stays as it is
    name = shown_path(os.fspath(place))
    articles = _counted(selection, arguments.limit)
    folder = corpus_folder(arguments.folder)
    try:
        size = export_file(place, articles, form, corpus=folder, replace=arguments.replace)
    except FileExistsError:
        raise CommandFailure(
            _("{name} exists; --replace writes over it, if it is a file").format(name=name)
        ) from None
    except InCorpus:
        raise wrong_use(
            _("{name} is in the folder of articles, where Reader never writes").format(name=name)
        ) from None
    say(_("{name}: {size} bytes").format(name=name, size=number(size)))


def _counted(selection: "Selection", limit: int | None, *, silent: bool = False) -> "Iterator[Exported]":
    """The articles to write, with a bar for as long as they come."""
    from reader.cli.progress import progress_report
    from reader.library.progress import Progress

    number = min(selection.number, limit or selection.number)
    with progress_report() as report:
        for done, one in enumerate(islice(selection.articles, number)):
            if not silent:
                report(Progress("export", done, number))
            yield one


COMMAND = Command(
    name="export",
    summary=N_("write articles with their names and quotes: md, html, csv, json, bibtex …"),
    description=N_("""
        Writes the articles of FOLDER, in the order of the paths, as

          md       paragraphs, then who says what, then who and what is named
          html     one page that needs nothing else: names and quotations marked, speakers told
          csv tsv  a line an article; no field is one that a spreadsheet would run
          jsonl    one JSON object a line (json: one array of them)
          bibtex   @article where the source is known, else @misc

        An object has path, title, title_origin (front-matter, line, first-sentence or
        file-name), date (2024, 2024-05 or 2024-05-30), source, language, text, and
          blocks      kind (title, standfirst, heading, paragraph, caption, byline,
                      boilerplate), start, end
          mentions    start, end, kind (person, place, organization, product, event, date,
                      amount), text, entity (its fullest name in the article)
          quotations  start, end, content_start, content_end (without the signs),
                      kind (direct, partial, term, indirect: reported without signs),
                      speaker {name, named, sure, start, end},
                      cue {start, end}: the verb that announces it,
                      relay {name, start, end}: who passed it on (to the AFP, on a radio),
                      utterance: the same number for parts of one utterance

        Offsets count code points of `text`, ends exclusive.  date, source, speaker, cue and
        relay are null when the text does not say; `sure` is false where a speaker is only probable.
        Articles that were not analysed yet are, first, on two processors.

        A file is never written over unless --replace says so, and never within FOLDER.
    """),
    examples="""
        reader export ~/press > press.jsonl
        reader export ~/press --query 'source:afp date:2024' --output afp.html
        reader export ~/press --format bibtex > press.bib
        reader export ~/press --format csv --output press.csv     # opens in Excel as it is
        reader export ~/press 2024/greve.txt | jq '.quotations[].speaker.name'
    """,
    add_arguments=_add_arguments,
    run=_run,
)
