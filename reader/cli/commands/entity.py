"""`reader entity`: what a folder has on somebody or something."""

from argparse import ArgumentParser, Namespace
from itertools import islice
from typing import TYPE_CHECKING

from reader.cli.arguments import add_folder, add_library, add_limit
from reader.cli.command import Command
from reader.cli.exit_codes import ExitCode
from reader.language import N_, _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.cli.output.rows import Rows
    from reader.library.interface import Library, Summary
    from reader.library.naming.types import ConcordanceLine, EntityPage, NamedEntity

_AT_FIRST = 20
_MOST_NEAR = 5


def _add_arguments(parser: ArgumentParser) -> None:
    from reader.cli.output.rows import add_form

    add_folder(parser)
    parser.add_argument("name", metavar="NAME", help=_("a name, in any of its forms; accents and case aside"))
    add_limit(
        parser, _("mentions (without it {at_first}; all with --json and --format)").format(at_first=_AT_FIRST)
    )
    add_form(parser, _("one JSON object: the entity, its forms, titles, company and mentions"))
    add_library(parser)


def _run(arguments: Namespace) -> ExitCode:
    from reader.cli.libraries import opened_library
    from reader.cli.output import entity_text
    from reader.cli.output.json_lines import print_json
    from reader.cli.output.rows import form_of
    from reader.cli.output.streams import say

    form = form_of(arguments)
    with opened_library(arguments, analyse=True) as library:
        entity_id = found_entity(library, arguments.name)
        if entity_id is None:
            return ExitCode.NOTHING_FOUND
        page = library.entity_page(entity_id)
        most = arguments.limit if arguments.limit is not None else (_AT_FIRST if form == "text" else 0)
        lines = islice(_mentions(library, page), most or None)
        if form in ("json", "jsonl"):
            mentions = [entity_text.line_object(*one) for one in lines]
            paths = entity_text.title_paths(library, page)
            print_json(entity_text.page_object(page, paths) | {"mentions_in": mentions})
            return ExitCode.FINE
        if form == "text":
            print(*entity_text.page_lines(page, entity_text.title_paths(library, page)), sep="\n")
        _rows().show(form, lines)
        if form == "text" and most and page.entity.mentions > most:
            say(
                _("{most} of {mentions} mentions; --limit 0 prints all").format(
                    most=most, mentions=page.entity.mentions
                )
            )
    return ExitCode.FINE


def _rows() -> "Rows[tuple[ConcordanceLine, Summary]]":
    from reader.cli.output.entity_text import concordance_fields, line_object
    from reader.cli.output.rows import Rows
    from reader.cli.output.tables import Column

    columns = [
        Column(_("path"), share=2, style="dim"), Column(_("date"), 10, style="dim"),
        Column(_("before"), share=4, right=True), Column(_("name"), share=2), Column(_("after"), share=4),
    ]  # fmt: skip
    return Rows(
        columns, lambda one: concordance_fields(*one), lambda one: line_object(*one),
        ("path", "date", "source", "start", "end", "before", "name", "after"),
    )  # fmt: skip


def found_entity(library: "Library", name: str) -> int | None:
    """The entity of a name, of the words in it, or of what sounds like it; says so where there is none."""
    from reader.cli.output.streams import say

    entity_id = library.entity_named(name)
    if entity_id is not None:
        _tell_greater(library, entity_id, name)
        return entity_id
    near = library.entities(library.entity_ids(name)[:_MOST_NEAR]) or _sounding(library, name)
    if len(near) == 1:
        say(f"{name} → {near[0].name}")
        return near[0].id
    if near:
        say(
            _("no entity is named {name}; near: {what}").format(
                name=name, what=", ".join(entity.name for entity in near)
            )
        )
    else:
        say(_("nothing named {name} in this folder").format(name=name))
    return None


def _tell_greater(library: "Library", entity_id: int, name: str) -> None:
    """Says who else is named with these words, and more often: a last name alone may be left unjoined."""
    from reader.cli.output.streams import say

    near = library.entities([entity_id, *library.entity_ids(name)[:_MOST_NEAR]])
    least = near[0].articles if near else 0
    greater = [entity.name for entity in near if entity.id != entity_id and entity.articles > least]
    if greater:
        words = _("this is {name} alone; named in more articles: {what}")
        say(words.format(name=near[0].name, what=", ".join(greater)))


def _sounding(library: "Library", name: str) -> "list[NamedEntity]":
    """The most named entities one of whose words, or all, sounds like `name`."""
    from reader.library.naming.spelling import key_of, skeleton

    wanted = skeleton(key_of(name))
    every = library.entities(library.entity_ids())
    alike = (
        one for one in every
        if any(skeleton(words) == wanted for words in (key_of(one.name), *key_of(one.name).split(" ")))
    )  # fmt: skip
    return list(islice(alike, _MOST_NEAR))


def _mentions(library: "Library", page: "EntityPage") -> "Iterator[tuple[ConcordanceLine, Summary]]":
    for place in page.places:
        for summary in library.summaries([place.article_id]):
            for line in library.entity_lines(page.entity.id, place.article_id):
                yield line, summary


COMMAND = Command(
    name="entity",
    summary=N_("tell what there is on a name: forms, titles, company, mentions"),
    description=N_("""
        Prints what the articles of FOLDER have on NAME: in which forms it stands, which titles
        they give, whom it is named with most, then every mention in its sentence, newest first.
        Forms are joined across articles (see: reader entities --explain).
    """),
    examples="""
        reader entity ~/press Zelensky
        reader entity ~/press 'Claire Morvan' --limit 0
        reader entity ~/press OTAN --format csv > otan.csv
        reader entity ~/press Kiev --json | jq '.with[].name'
    """,
    add_arguments=_add_arguments,
    run=_run,
)
