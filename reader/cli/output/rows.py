"""Rows of results in every form there is: one piece of code for all commands that print rows."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from reader.cli.failures import wrong_use
from reader.cli.output.tables import Column, print_rows
from reader.corpus.shown_path import shown_path
from reader.language import _

T = TypeVar("T")

FORMS = ("text", "csv", "tsv", "md", "json", "jsonl")


def add_form(parser: ArgumentParser, json_help: str = "", forms: Sequence[str] = FORMS) -> None:
    """The options --json and --format."""
    parser.add_argument(
        "--json",
        action="store_true",
        help=json_help or _("the same as --format jsonl: one JSON object a line"),
    )
    parser.add_argument(
        "--format", metavar="FORM", choices=forms,
        help=_("{forms} (text: columns on a terminal, else fields parted by tabs)").format(
            forms=", ".join(forms)
        ),
    )  # fmt: skip


def form_of(arguments: Namespace) -> str:
    """The form that was asked for. Raises CommandFailure when two were."""
    if not arguments.json:
        return str(arguments.format or "text")
    if arguments.format not in (None, "json", "jsonl"):
        raise wrong_use(_("--json and --format ask for different things"))
    return str(arguments.format or "jsonl")


@dataclass(frozen=True, slots=True)
class Rows(Generic[T]):
    """How rows of one kind are printed.

    `columns`, `fields`: the text form.  `as_object`: a row as JSON.  `headings`: the keys of `cells`, or of the
    object where that is None, which csv, tsv and md hold.  `text`, `markdown`: where it is no plain table.
    """

    columns: Sequence[Column]
    fields: Callable[[T], Sequence[str]]
    as_object: Callable[[T], Mapping[str, object]]
    headings: Sequence[str]
    cells: Callable[[T], Mapping[str, object]] | None = None
    text: Callable[[Iterable[T]], object] | None = None
    markdown: Callable[[Iterable[T]], Iterator[str]] | None = None

    def show(self, form: str, rows: Iterable[T]) -> None:
        """Prints `rows` in `form`, as they come."""
        if form == "text":
            self._show_text(rows)
            return
        from reader.cli.output.json_lines import print_json
        from reader.cli.output.streams import writes_unicode
        from reader.export.json_text import in_ascii, json_array

        if form == "jsonl":
            for row in rows:
                print_json(self.as_object(row))
        elif form == "json":
            unicode = writes_unicode(sys.stdout)
            for piece in json_array(map(self.as_object, rows)):
                sys.stdout.write(piece if unicode else in_ascii(piece))
        else:
            sys.stdout.writelines(self._separated(form, rows))

    def _show_text(self, rows: Iterable[T]) -> None:
        if self.text is not None:
            self.text(rows)
        else:
            print_rows(self.columns, map(self.fields, rows))

    def _separated(self, form: str, rows: Iterable[T]) -> Iterator[str]:
        from reader.export.separated import comma_separated, markdown_table, tab_separated

        if form == "md" and self.markdown is not None:
            return self.markdown(rows)
        write = {"csv": comma_separated, "tsv": tab_separated, "md": markdown_table}[form]
        return write(self.headings, map(self._cells, rows))

    def _cells(self, row: T) -> list[object]:
        held = (self.cells or self.as_object)(row)
        return [shown_path(str(held[name])) if name == "path" else held[name] for name in self.headings]
