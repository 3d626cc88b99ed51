"""`reader entities`: who and what a folder names, most often first."""

from argparse import ArgumentParser, Namespace
from collections import Counter
from typing import TYPE_CHECKING

from reader.cli.arguments import add_folder, add_library, add_limit, add_selection
from reader.cli.command import Command
from reader.cli.exit_codes import ExitCode
from reader.language import N_, _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.analysis.types import Analysis, Entity
    from reader.library.naming.types import NamedEntity

_NAMES = ("person", "place", "organization", "product", "event")
_KINDS = (*_NAMES, "date", "amount")


def _add_arguments(parser: ArgumentParser) -> None:
    from reader.cli.output.rows import add_form

    add_folder(parser)
    add_selection(parser)
    parser.add_argument(
        "--kind", metavar="KIND", action="append", choices=_KINDS,
        help=_("only this kind (may be repeated): person, place, organization, product, event, date, "
        "amount; without it, all but dates and amounts"),
    )  # fmt: skip
    add_limit(parser, _("names"))
    add_form(parser)
    parser.add_argument(
        "--explain", metavar="NAME",
        help=_("print which forms were joined to NAME and why, and which near ones were not"),
    )  # fmt: skip
    add_library(parser)


def _run(arguments: Namespace) -> ExitCode:
    from reader.cli.output.rows import form_of

    form_of(arguments)  # says at once what is wrong with it
    if arguments.explain is not None:
        return _explain(arguments)
    if arguments.paths or arguments.query is not None:
        return _print_selected(arguments)
    return _print_corpus(arguments)


def _print_corpus(arguments: Namespace) -> ExitCode:
    """The entities of the whole folder, joined across its articles."""
    from reader.cli.libraries import opened_library
    from reader.cli.output.streams import say
    from reader.cli.selection import nothing_in
    from reader.library.interface import Sort

    kinds = set(arguments.kind or _NAMES)
    with opened_library(arguments, analyse=True) as library:
        _tell_problems()
        ids = library.ids(Sort.PATH)
        rows = [one for one in library.entities(library.entity_ids()) if one.kind.value in kinds]
        if kinds - set(_NAMES):
            analyses = (library.analysis(article_id) for article_id in ids)
            rows += counted(analyses, kinds - set(_NAMES))
            rows.sort(key=lambda one: (-one.articles, -one.mentions, one.name, one.kind))
        if not rows:
            say(_("nothing of that kind is named") if ids else nothing_in(library))
    return _print(arguments, rows)


def _print_selected(arguments: Namespace) -> ExitCode:
    """The entities of some articles, as each of them names them."""
    from reader.cli.output.streams import say
    from reader.cli.selection import opened_selection

    kinds = set(arguments.kind or _NAMES)
    with opened_selection(arguments) as selection:
        rows = counted((analysis for _, analysis in selection.articles), kinds)
        if not rows:
            say(_("nothing of that kind is named") if selection.number else selection.why_none)
    return _print(arguments, rows)


def _print(arguments: Namespace, rows: "list[NamedEntity]") -> ExitCode:
    from reader.cli.output.entity_text import entity_object
    from reader.cli.output.rows import Rows, form_of
    from reader.cli.output.tables import Column

    form = form_of(arguments)
    if not rows:
        return ExitCode.NOTHING_FOUND
    columns = [
        Column(_("name")), Column(_("kind"), 12, style="dim"), Column(_("articles"), 8, right=True),
        Column(_("mentions"), 8, right=True),
    ]  # fmt: skip
    table: Rows[NamedEntity] = Rows(
        columns,
        lambda one: [one.name, _(one.kind.value), str(one.articles), str(one.mentions)],
        entity_object,
        ("name", "kind", "articles", "mentions"),
    )
    table.show(form, rows[: arguments.limit or None])
    return ExitCode.FINE


def _explain(arguments: Namespace) -> ExitCode:
    """Which forms are one entity and why, then which near ones were kept apart."""
    from reader.cli.commands.entity import found_entity
    from reader.cli.libraries import opened_library
    from reader.cli.output.entity_text import join_object, page_lines, page_object, title_paths
    from reader.cli.output.json_lines import print_json
    from reader.cli.output.rows import form_of
    from reader.corpus.safe import safe_line
    from reader.library.naming.join_reasons import reason_words

    with opened_library(arguments, analyse=True) as library:
        _tell_problems()
        entity_id = found_entity(library, arguments.explain)
        if entity_id is None:
            return ExitCode.NOTHING_FOUND
        page, joins = library.entity_page(entity_id), library.entity_joins(entity_id)
        paths = title_paths(library, page)
    if form_of(arguments) in ("json", "jsonl"):
        print_json(page_object(page, paths) | {"joins": [join_object(join) for join in joins]})
        return ExitCode.FINE
    lines = page_lines(page, paths)[:2]
    for join in joins:
        sign = "=" if join.joined else "≠"
        lines.append(safe_line(f"{join.left} {sign} {join.right}: {reason_words(join.reason)}"))
    if not any(join.joined for join in joins):
        lines.append(_("no other name was joined to it; its forms were joined within their articles"))
    print(*lines, sep="\n")
    return ExitCode.FINE


def _tell_problems() -> None:
    """Says what of the user's corrections was not understood."""
    from reader import places
    from reader.cli.output.streams import say
    from reader.library.naming.corrections import read_corrections

    say(*read_corrections(places.names_file()).problems)


def counted(analyses: "Iterable[Analysis]", kinds: set[str]) -> "list[NamedEntity]":
    """The entities of `kinds` that analyses name, without ids, those in the most articles first."""
    from reader.library.naming.types import NamedEntity

    articles: Counter[Entity] = Counter()
    mentions: Counter[Entity] = Counter()
    for analysis in analyses:
        here = Counter(mention.entity for mention in analysis.mentions if mention.entity.kind.value in kinds)
        mentions.update(here)
        articles.update(here.keys())
    ordered = sorted(articles, key=lambda one: (-articles[one], -mentions[one], one.name, one.kind))
    return [NamedEntity(0, one.name, one.kind, articles[one], mentions[one]) for one in ordered]


COMMAND = Command(
    name="entities",
    summary=N_("list who and what is named, with how often"),
    description=N_("""
        Prints a line for each person, place, organisation, product and event that the articles of
        FOLDER name: name, kind, number of articles, number of mentions.  Spellings, surnames and
        acronyms are joined across the articles of the folder where that is sure, and within each
        article where PATH or --query choose some.  What you write into names.toml (see: reader
        paths) wins: same = [["Otan", "NATO"]], different = [["Jean Aubrac", "Aubrac"]],
        person = ["Orange Martin"].
    """),
    examples="""
        reader entities ~/press --kind person --limit 20
        reader entities ~/press --query 'date:2024-05' --kind place
        reader entities ~/press 2024/greve.txt --kind amount --kind date
        reader entities ~/press --explain Zelensky     # which forms are one, and why
        reader entities ~/press --json | jq -r 'select(.articles > 9).name'
    """,
    add_arguments=_add_arguments,
    run=_run,
)
