"""`reader show`: one article, as text."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from reader.cli.arguments import add_json, count
from reader.cli.command import Command
from reader.cli.exit_codes import ExitCode
from reader.language import N_, _

if TYPE_CHECKING:
    from reader.corpus.article import Article


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "file", metavar="FILE", help=_("a file; or a folder, with PATH after it; or `-`, standard input")
    )
    parser.add_argument(
        "path", metavar="PATH", nargs="?", help=_("an article of the folder, as `reader list` prints it")
    )
    parser.add_argument(
        "--raw", action="store_true", help=_("the file as it is, only decoded and made safe to print")
    )
    parser.add_argument(
        "--no-boilerplate", action="store_true", help=_("leave out comment forms, cookie texts and the like")
    )
    parser.add_argument(
        "--wrap", metavar="CELLS", type=count,
        help=_("break lines at so many cells; 0 leaves each paragraph one line, on a terminal too"),
    )  # fmt: skip
    add_json(parser, _("the object that `reader export` prints of it"))


def _run(arguments: Namespace) -> ExitCode:
    from reader.cli.output.article_text import print_article
    from reader.cli.reading import named_article, named_text

    folder, path = _place(arguments.file, arguments.path)
    if arguments.raw:
        text = named_text(folder, path)
        sys.stdout.write(text if text.endswith("\n") else text + "\n")
        return ExitCode.FINE
    article = named_article(folder, path)
    if arguments.json:
        _print_object(article)
    else:
        print_article(article, boilerplate=not arguments.no_boilerplate, width=arguments.wrap)
    return ExitCode.FINE


def _place(file: str, path: str | None) -> tuple[Path, str]:
    """The folder, and the path of the article in it; the path alone for standard input."""
    from reader.cli.corpora import corpus_folder, existing_path, path_in
    from reader.cli.failures import wrong_use
    from reader.cli.reading import STANDARD_INPUT
    from reader.corpus.shown_path import shown_path

    if file == STANDARD_INPUT:
        if path is not None:
            raise wrong_use(_("`-` is standard input and takes no path after it"))
        return Path(), STANDARD_INPUT
    if path is not None:
        folder = corpus_folder(file)
        return folder, path_in(folder, path)
    found = existing_path(file)
    if found.is_dir():
        name = shown_path(file)
        raise wrong_use(
            _(
                "{name} is a folder; name an article in it: reader show {name} PATH (see: reader list {name})"
            ).format(name=name)
        )
    return found.parent, found.name


def _print_object(article: "Article") -> None:
    from reader.analysis.analyse import analyse
    from reader.cli.output.json_lines import print_json
    from reader.export.article_object import article_object

    print_json(article_object(article, analyse(article)))


COMMAND = Command(
    name="show",
    summary=N_("print one article"),
    description=N_("""
        Prints an article: title, date and source, then its paragraphs, cleaned and laid out as
        the screen shows them.  On a terminal set to a width that reads well; piped, one line a
        paragraph.  The file need not be in a folder that was indexed.

        --raw prints the file as it is: every character of it, decoded; what a terminal would
        obey instead of showing it is made visible or left out.
    """),
    examples="""
        reader show ~/press/2024/greve.txt
        reader show ~/press 2024/greve.txt
        reader show sample:les-echos-du-port/quai-nord.txt
        curl -s https://example.org/a.txt | reader show -
        reader show --raw ~/press/2024/greve.txt | less
        reader show --wrap 0 ~/press/2024/greve.txt   # to select whole paragraphs
    """,
    add_arguments=_add_arguments,
    run=_run,
)
