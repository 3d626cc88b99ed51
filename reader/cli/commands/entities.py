"""`reader entities`: who and what a folder names, most often first."""

from argparse import ArgumentParser, Namespace
from collections import Counter
from typing import TYPE_CHECKING

from reader.cli.arguments import add_folder, add_json, add_library, add_limit, add_selection
from reader.cli.command import Command
from reader.cli.exit_codes import ExitCode

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.analysis.types import Analysis, Entity

_NAMES = ("person", "place", "organization", "product", "event")
_KINDS = (*_NAMES, "date", "amount")


def _add_arguments(parser: ArgumentParser) -> None:
    add_folder(parser)
    add_selection(parser)
    parser.add_argument(
        "--kind", metavar="KIND", action="append", choices=_KINDS,
        help="only this kind (may be repeated): person, place, organization, product, event, date, "
        "amount; without it, all but dates and amounts",
    )  # fmt: skip
    add_limit(parser, "names")
    add_json(parser, "one JSON object a line")
    add_library(parser)


def _run(arguments: Namespace) -> ExitCode:
    from reader.cli.output.json_lines import print_json
    from reader.cli.output.streams import say
    from reader.cli.output.tables import Column, print_rows
    from reader.cli.selection import opened_selection

    kinds = set(arguments.kind or _NAMES)
    with opened_selection(arguments) as selection:
        rows = counted((analysis for _, analysis in selection.articles), kinds)
    if not rows:
        say("nothing of that kind is named" if selection.number else selection.why_none)
        return ExitCode.NOTHING_FOUND
    rows = rows[: arguments.limit or None]
    if arguments.json:
        for entity, articles, mentions in rows:
            print_json(
                {"name": entity.name, "kind": entity.kind.value, "articles": articles, "mentions": mentions}
            )
    else:
        columns = [
            Column("name"), Column("kind", 12, style="dim"), Column("articles", 8, right=True),
            Column("mentions", 8, right=True),
        ]  # fmt: skip
        print_rows(columns, ([one.name, one.kind.value, str(articles), str(n)] for one, articles, n in rows))
    return ExitCode.FINE


def counted(analyses: "Iterable[Analysis]", kinds: set[str]) -> "list[tuple[Entity, int, int]]":
    """Each entity of `kinds` with the number of its articles and of its mentions, the most articles first."""
    articles: Counter[Entity] = Counter()
    mentions: Counter[Entity] = Counter()
    for analysis in analyses:
        here = Counter(mention.entity for mention in analysis.mentions if mention.entity.kind.value in kinds)
        mentions.update(here)
        articles.update(here.keys())
    ordered = sorted(articles, key=lambda one: (-articles[one], -mentions[one], one.name, one.kind))
    return [(entity, articles[entity], mentions[entity]) for entity in ordered]


COMMAND = Command(
    name="entities",
    summary="list who and what is named, with how often",
    description="""
        Prints a line for each person, place, organisation, product and event that the articles of
        FOLDER name: name, kind, number of articles, number of mentions.  Within an article a
        surname counts for the full name it stands for.
    """,
    examples="""
        reader entities ~/press --kind person --limit 20
        reader entities ~/press --query 'date:2024-05' --kind place
        reader entities ~/press 2024/greve.txt --kind amount --kind date
        reader entities ~/press --json | jq -r 'select(.articles > 9).name'
    """,
    add_arguments=_add_arguments,
    run=_run,
)
