"""`reader index`: reads a folder into its library and tells what was done."""

import os
import time
from argparse import ArgumentParser, BooleanOptionalAction, Namespace
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from reader.cli.arguments import add_folder, add_library, count
from reader.cli.command import Command
from reader.cli.exit_codes import ExitCode
from reader.language import N_, _, decimal, ngettext, number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.library.interface import Skipped, Status


def _add_arguments(parser: ArgumentParser) -> None:
    from reader.cli.output.rows import add_form

    add_folder(parser)
    add_form(parser, _("the outcome as one JSON object"))
    add_library(parser, update=False)
    parser.add_argument(
        "--no-analysis",
        action="store_true",
        help=_("only read the texts; leave entities and quotes for later"),
    )
    parser.add_argument(
        "--skipped", action="store_true", help=_("also list every file that was skipped, and why")
    )
    parser.add_argument(
        "--share-private",
        action=BooleanOptionalAction,
        help=_(
            "whether a library that others may open also gets articles whose files not all of them may read "
            "(at first: no); it is remembered"
        ),
    )
    parser.add_argument(
        "--processes",
        metavar="N",
        type=count,
        default=2,
        help=_("processes in all, one of which writes (default: 2)"),
    )


def _run(arguments: Namespace) -> ExitCode:
    from reader import places
    from reader.cli.corpora import corpus_folder
    from reader.cli.libraries import tell_naming
    from reader.cli.output.rows import form_of
    from reader.cli.progress import progress_report
    from reader.library.indexing import index

    form, folder = form_of(arguments), corpus_folder(arguments.folder)
    if not arguments.no_analysis:
        tell_naming()
    file: Path = arguments.library or places.library_file(folder)
    began = time.monotonic()
    with progress_report(after=0.3) as report:
        status = index(
            folder,
            file,
            progress=report,
            analyse=not arguments.no_analysis,
            processes=arguments.processes,
            share_private=arguments.share_private,
        )
    seconds = time.monotonic() - began
    outcome = _Outcome(folder, file, status, _skipped(folder, file) if arguments.skipped else None, seconds)
    if form == "text":
        _print_lines(outcome)
    elif form in ("json", "jsonl"):
        _print_object(outcome)
    else:
        _print_rows(form, outcome)
    return ExitCode.FINE if status.stored else ExitCode.NOTHING_FOUND


def _skipped(folder: Path, file: Path) -> "Sequence[Skipped]":
    from reader.library.open import open_library

    with closing(open_library(folder, file=file)) as library:
        return library.skipped()


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What is told of the indexing.  `skipped`: the files left out, None where they were not asked for."""

    folder: Path
    file: Path
    status: "Status"
    skipped: "Sequence[Skipped] | None"
    seconds: float

    def as_object(self) -> dict[str, object]:
        """The figures."""
        return {
            "folder": os.fspath(self.folder),
            "library": os.fspath(self.file),
            "found": self.status.found,
            "stored": self.status.stored,
            "analysed": self.status.analysed,
            "skipped": self.status.skipped,
            "seconds": round(self.seconds, 2),
        }


def _print_object(outcome: _Outcome) -> None:
    from reader.cli.output.json_lines import print_json

    row = outcome.as_object()
    if outcome.skipped:
        row["skipped_files"] = [{"path": one.path, "reason": one.reason} for one in outcome.skipped]
    print_json(row)


def _print_rows(form: str, outcome: _Outcome) -> None:
    """A row for each file left out where they were asked for, else one with the figures."""
    from reader.cli.output.rows import Rows
    from reader.corpus.skip_reasons import reason_words

    if outcome.skipped is not None:
        files: Rows[Skipped] = Rows(
            (),
            lambda _one: (),
            lambda one: {"path": one.path, "reason": reason_words(one.reason)},
            ("path", "reason"),
        )
        files.show(form, outcome.skipped)
        return
    row = outcome.as_object() | {"skipped": sum(outcome.status.skipped.values())}
    figures: Rows[dict[str, object]] = Rows((), lambda _one: (), dict, tuple(row))
    figures.show(form, [row])


def _print_lines(outcome: _Outcome) -> None:
    from reader.cli.selection import reasons_line
    from reader.corpus.safe import safe_line
    from reader.corpus.shown_path import shown_path
    from reader.corpus.skip_reasons import reason_words

    status, name = outcome.status, shown_path(os.fspath(outcome.folder))
    words = ngettext(
        "{name}: {stored} article stored, {analysed} analysed, in {seconds} s",
        "{name}: {stored} articles stored, {analysed} analysed, in {seconds} s",
        status.stored,
    )
    stored, analysed = number(status.stored), number(status.analysed)
    print(words.format(name=name, stored=stored, analysed=analysed, seconds=decimal(outcome.seconds)))
    count = sum(status.skipped.values())
    reasons = _(": {reasons}").format(reasons=reasons_line(status.skipped)) if count else ""
    words = ngettext("{count} file skipped{reasons}", "{count} files skipped{reasons}", count)
    print(words.format(count=number(count), reasons=safe_line(reasons)))
    for one in outcome.skipped or ():
        words = _("{path}: {reason}").format(path=shown_path(one.path), reason=reason_words(one.reason))
        print(f"  {safe_line(words)}")
    print(_("library: {name}").format(name=shown_path(os.fspath(outcome.file))))


COMMAND = Command(
    name="index",
    summary=N_("read a folder into its library, and say what was skipped and why"),
    description=N_("""
        Reads every article of FOLDER into its library: first the texts, so that they can be
        listed and searched, then who is named and who is quoted in each.  Only what is new or
        changed is read again.  It can be interrupted at any moment, and goes on where it was.

        The other commands do this by themselves; `reader index` is for doing it ahead, for
        instance at night, and for seeing what was left out.  The files are never changed.  As csv,
        tsv or md it prints a row of figures, or with --skipped a row for each file left out.
    """),
    examples="""
        reader index ~/press
        reader index ~/press --skipped            # name each file that was left out
        reader index ~/press --skipped --format csv > left-out.csv
        reader index /srv/press --library /srv/press.reader   # one that all users may open
    """,
    add_arguments=_add_arguments,
    run=_run,
)
