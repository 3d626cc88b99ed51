"""`reader export`: articles with all that is known of them, for other programs."""

from argparse import ArgumentParser, Namespace
from itertools import islice

from reader.cli.arguments import add_folder, add_json, add_library, add_limit, add_selection
from reader.cli.command import Command
from reader.cli.exit_codes import ExitCode


def _add_arguments(parser: ArgumentParser) -> None:
    add_folder(parser)
    add_selection(parser)
    add_json(parser, "one JSON object a line (the default, and the only form)")
    add_limit(parser, "articles")
    add_library(parser)


def _run(arguments: Namespace) -> ExitCode:
    from reader.cli.output.article_json import article_object
    from reader.cli.output.json_lines import print_json
    from reader.cli.output.streams import say
    from reader.cli.selection import opened_selection

    with opened_selection(arguments) as selection:
        if not selection.number:
            say(selection.why_none)
            return ExitCode.NOTHING_FOUND
        for article, analysis in islice(selection.articles, arguments.limit or None):
            print_json(article_object(article, analysis))
    return ExitCode.FINE


COMMAND = Command(
    name="export",
    summary="print articles with their entities and quotes, as JSON",
    description="""
        Prints one JSON object a line for each article of FOLDER, in the order of the paths:

          path, title, title_origin (front-matter, line, first-sentence or file-name),
          date (2024, 2024-05 or 2024-05-30), source, language, text
          blocks      kind (title, standfirst, heading, paragraph, caption, byline,
                      boilerplate), start, end
          mentions    start, end, kind (person, place, organization, product, event, date,
                      amount), text, entity (its fullest name in the article)
          quotations  start, end, content_start, content_end (without the signs),
                      kind (direct, partial, term), speaker {name, named, sure, start, end},
                      cue {start, end}: the verb that announces it

        Offsets count code points of `text`, ends exclusive.  date, source, speaker and cue are
        null when the text does not say; `sure` is false where a speaker is only probable.
        Articles that were not analysed yet are, first, on two processors.
    """,
    examples="""
        reader export ~/press --json > press.jsonl
        reader export ~/press --query 'source:afp date:2024' > afp.jsonl
        reader export ~/press 2024/greve.txt | jq '.quotations[].speaker.name'
    """,
    add_arguments=_add_arguments,
    run=_run,
)
