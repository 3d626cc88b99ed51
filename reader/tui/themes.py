"""Themes: those that travel with the program, those of the user, and which one suits the terminal.

A theme is a TOML file: `name`, `dark`, `ansi`, a table `[colors]` (Textual's own) and a table `[variables]`
(what `styles/reader.tcss` asks for).  With `extends = "dark"` it only says what differs from another one.
"""

import os
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from textual.color import Color, ColorParseError
from textual.theme import Theme

from reader import places
from reader.language import N_, _
from reader.resources import resource_folder
from reader.system_words import os_words, toml_words

DEFAULT = "ansi"
ABOUT = {
    "ansi": N_("the terminal's own sixteen colours"),
    "ansi-dark": N_("the terminal's sixteen colours, on a dark background"),
    "ansi-light": N_("the terminal's sixteen colours, on a light background"),
    "contrast": N_("high contrast on black"),
    "contrast-light": N_("high contrast on white"),
    "dark": N_("light on dark"),
    "light": N_("ink on paper"),
}
"""What each theme of the program is."""
_STYLES = frozenset({"none", "bold", "dim", "italic", "underline", "reverse", "strike"})


def theme_from_file(file: Path, bases: Mapping[str, Theme] | None = None) -> Theme:
    """The theme that a TOML file describes. Raises ValueError naming the file when it is not one.

    `bases`: the themes that it may extend.
    """
    try:
        return _theme(tomllib.loads(file.read_text("utf-8")), file.stem, bases or {})
    except (
        OSError,
        KeyError,
        TypeError,
        AttributeError,
        ValueError,
        ColorParseError,
        RecursionError,
    ) as error:
        raise ValueError(
            _("not a theme: {file}: {reason}").format(file=file.name, reason=_why(error))
        ) from error


def _why(error: Exception) -> str:
    return os_words(error) if isinstance(error, OSError) else toml_words(error)


def _theme(table: Mapping[str, Any], stem: str, bases: Mapping[str, Theme]) -> Theme:
    base = bases[table["extends"]] if "extends" in table else None
    colors: dict[str, Any] = {name: str(value) for name, value in table.get("colors", {}).items()}
    variables = {name: str(value) for name, value in table.get("variables", {}).items()}
    if base is None and not (colors and variables):
        raise ValueError(_("it needs the tables [colors] and [variables], or extends = a theme"))
    dark, ansi = (
        table.get("dark", base.dark if base else True),
        table.get("ansi", base.ansi if base else False),
    )
    for name, value in (*colors.items(), *variables.items()):
        _check(name, value)
    if base is not None:
        own = ("primary", "secondary", "warning", "error", "success", "accent", "foreground", "background")
        inherited = {name: getattr(base, name) for name in (*own, "surface", "panel", "boost")}
        colors = {name: value for name, value in inherited.items() if value is not None} | colors
        variables = base.variables | variables
    return Theme(
        str(table.get("name", stem)), dark=bool(dark), ansi=bool(ansi), variables=variables, **colors
    )


def _check(name: str, value: str) -> None:
    """Raises an error for what a stylesheet would not take."""
    if not name.endswith("-style"):
        Color.parse(value)
    elif not set(value.split()) <= _STYLES or not value:
        raise ValueError(_("{name}: no style: {value}").format(name=name, value=value))


@cache
def themes() -> dict[str, Theme]:
    """The themes that travel with the program, by name."""
    files = sorted(
        (resource_folder("styles") / "themes").glob("*.toml"), key=lambda file: (len(file.stem), file)
    )
    found: dict[str, Theme] = {}
    for file in files:  # shorter names first: a theme extends one that is there
        theme = theme_from_file(file, found)
        found[theme.name] = theme
    return dict(sorted(found.items()))


def user_themes(folder: Path | None = None) -> tuple[dict[str, Theme], tuple[str, ...]]:
    """The themes of the user's folder, by name, and a line for each file that is none."""
    found: dict[str, Theme] = {}
    problems: list[str] = []
    for file in sorted((folder or places.themes_folder()).glob("*.toml")):
        try:
            theme = theme_from_file(file, themes() | found)
        except ValueError as error:
            problems.append(str(error))
        else:
            found[theme.name] = theme
    return found, tuple(problems)


def unknown_theme(wanted: str, known: Mapping[str, object]) -> tuple[str, ...]:
    """What to tell of a theme that is not among those `known`, in a line; nothing where it is, or for `auto`."""
    if wanted in known or wanted == "auto":
        return ()
    words = _("there is no theme {name}; there are: {known}")
    return (words.format(name=repr(wanted), known=", ".join(known)),)


def choose_theme(
    wanted: str | None = None,
    environ: Mapping[str, str] = os.environ,
    known: Mapping[str, Theme] | None = None,
) -> str:
    """The name of the theme to begin with, of those `known` (without it, of the program's).

    `wanted` if there is such a one.  Else the terminal's own sixteen colours, unless it says that it has all
    (`COLORTERM`): then the dark theme, or the light one where `COLORFGBG` tells of a light background.
    `NO_COLOR` and `TERM=linux` also mean the terminal's own.
    """
    if wanted in (themes() if known is None else known):
        return str(wanted)
    full = environ.get("COLORTERM", "").casefold() in ("truecolor", "24bit")
    if not full or "NO_COLOR" in environ or environ.get("TERM") == "linux":
        return DEFAULT
    background = environ.get("COLORFGBG", "").rpartition(";")[2]
    return "light" if background in ("7", "15") else "dark"
