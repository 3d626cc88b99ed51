"""`reader settings`: what is set, and from where; a file to begin with; the file in an editor."""

import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from pathlib import Path

from reader.cli.arguments import add_set
from reader.cli.command import Command
from reader.cli.exit_codes import ExitCode
from reader.language import N_, _
from reader.system_words import os_words


def _add_arguments(parser: ArgumentParser) -> None:
    from reader.cli.output.rows import add_form

    what = parser.add_mutually_exclusive_group()
    what.add_argument(
        "--default", action="store_true",
        help=_("print a file with every setting, its default and what it is for"),
    )  # fmt: skip
    what.add_argument("--path", action="store_true", help=_("print where the file of settings is"))
    what.add_argument(
        "--edit", action="store_true",
        help=_("open the file in your editor, made from --default if there is none, and check it"),
    )  # fmt: skip
    add_set(parser)
    add_form(parser)


def _run(arguments: Namespace) -> ExitCode:
    from reader import places
    from reader.cli.output.rows import form_of
    from reader.corpus.shown_path import shown_path

    if arguments.default:
        print(default_file(), end="")
    elif arguments.path:
        print(shown_path(os.fspath(places.settings_file())))
    elif arguments.edit:
        return _edit(places.settings_file())
    else:
        _print(form_of(arguments))
    return ExitCode.FINE


def _print(form: str) -> None:
    from reader.cli.output.rows import Rows
    from reader.cli.output.streams import say
    from reader.cli.output.tables import Column
    from reader.settings import settings
    from reader.settings.declared import SETTINGS, Setting

    say(*_further_problems())
    held = settings()

    def as_object(one: Setting[object]) -> dict[str, object]:
        return {"key": one.key, "value": held[one], "origin": held.origin(one).value, "about": _(one.doc)}

    columns = [
        Column(_("setting"), 18, style="bold"),
        Column(_("value"), share=1),
        Column(_("from"), 13, style="dim"),
        Column(_("what"), share=3, style="dim"),
    ]
    rows: Rows[Setting[object]] = Rows(
        columns,
        lambda one: [one.key, toml(held[one]), _(held.origin(one).value), _(one.doc)],
        as_object,
        ("key", "value", "origin", "about"),
        cells=lambda one: as_object(one) | {"value": toml(held[one])},
    )
    rows.show(form, SETTINGS.values())


def _further_problems() -> tuple[str, ...]:
    """What the app would tell of keys and themes."""
    from reader import places
    from reader.settings import settings
    from reader.settings.declared import THEME
    from reader.tui.keyboard import use_settings

    wanted = settings()[THEME]
    if wanted == "auto" and not places.themes_folder().is_dir():
        return use_settings()  # what follows loads Textual
    from reader.tui.themes import themes, unknown_theme, user_themes

    own, problems = user_themes()
    return (*use_settings(), *unknown_theme(wanted, themes() | own), *problems)


def toml(value: object) -> str:
    """A value as TOML writes it."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{name} = {toml(held)}" for name, held in value.items()) + "}"
    if isinstance(value, tuple):
        return "[" + ", ".join(toml(one) for one in value) + "]"
    import json

    return json.dumps(value, ensure_ascii=False)


def default_file() -> str:
    """A file of settings in which every line that sets something is a comment, with what it is for."""
    from reader.settings.declared import SETTINGS

    lines = [_("# Settings of Reader.  Take the # away before what you want to change.")]
    tables: dict[str, list[str]] = {"": []}
    for one in SETTINGS.values():
        table, _dot, name = one.key.rpartition(".")
        if isinstance(one.default, Mapping):
            tables.setdefault(one.key, []).append(f"# {_(one.doc)}")
            continue
        about = f"# {_(one.doc)} ({one.kind.expected()})"
        tables.setdefault(table, []).append(f"{about}\n# {name} = {toml(one.default)}")
    for table, entries in tables.items():
        lines += ([f"[{table}]"] if table else []) + entries
    return "\n\n".join(lines) + "\n"


def _edit(file: Path) -> ExitCode:
    import shlex
    import subprocess

    from reader.cli.failures import CommandFailure
    from reader.cli.output.streams import say
    from reader.corpus.shown_path import shown_path
    from reader.settings import load, settings
    from reader.settings.declared import EDITOR

    command = settings()[EDITOR] or os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi"
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(default_file(), "utf-8")
    try:
        done = subprocess.run([*shlex.split(command), os.fspath(file)], check=False)
    except (OSError, ValueError) as error:
        reason = os_words(error) if isinstance(error, OSError) else str(error)
        raise CommandFailure(
            _("the editor cannot be started: {command}: {reason}; set VISUAL or EDITOR").format(
                command=command, reason=reason
            )
        ) from error
    if done.returncode:
        raise CommandFailure(_("the editor ended with {code}").format(code=done.returncode))
    checked = load(file, {})
    say(*checked.problems)
    if not checked.problems:
        print(_("{file}: all understood").format(file=shown_path(os.fspath(file))), file=sys.stderr)
    return ExitCode.WRONG_USE if checked.problems else ExitCode.FINE


COMMAND = Command(
    name="settings",
    summary=N_("print, explain or edit the settings"),
    description=N_("""
        Prints every setting with its value and where it comes from: default, file, environment
        or flag; the later ones go before the earlier.  A value that is not understood is told
        in one line and passed over; it never stops Reader.
    """),
    examples="""
        reader settings
        reader settings --edit
        READER_THEME=light reader settings
        reader --set theme=contrast --set reading.width=80 ~/press
    """,
    add_arguments=_add_arguments,
    run=_run,
)
