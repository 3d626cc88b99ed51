"""Themes: files under `styles/themes/`, and which one suits the terminal."""

import os
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from textual.theme import Theme

from reader.resources import resource_folder

DEFAULT = "ansi"


def theme_from_file(file: Path) -> Theme:
    """The theme that a TOML file describes. Raises ValueError naming the file when it is not one."""
    try:
        table = tomllib.loads(file.read_text("utf-8"))
        colors: dict[str, Any] = {name: str(value) for name, value in table["colors"].items()}
        variables = {name: str(value) for name, value in table["variables"].items()}
        dark, ansi = bool(table.get("dark", True)), bool(table.get("ansi", False))
        return Theme(str(table.get("name", file.stem)), dark=dark, ansi=ansi, variables=variables, **colors)
    except (OSError, KeyError, TypeError, AttributeError, ValueError) as error:
        raise ValueError(f"not a theme: {file.name}: {error}") from error


@cache
def themes() -> dict[str, Theme]:
    """The themes that travel with the program, by name."""
    found = (theme_from_file(file) for file in sorted((resource_folder("styles") / "themes").glob("*.toml")))
    return {theme.name: theme for theme in found}


def choose_theme(wanted: str | None = None, environ: Mapping[str, str] = os.environ) -> str:
    """The name of the theme to begin with.

    `wanted` if there is such a one.  Else the terminal's own sixteen colours, unless it says that it has all
    (`COLORTERM`): then the dark theme, or the light one where `COLORFGBG` tells of a light background.
    `NO_COLOR` and `TERM=linux` also mean the terminal's own.
    """
    if wanted in themes():
        return str(wanted)
    full = environ.get("COLORTERM", "").casefold() in ("truecolor", "24bit")
    if not full or "NO_COLOR" in environ or environ.get("TERM") == "linux":
        return DEFAULT
    background = environ.get("COLORFGBG", "").rpartition(";")[2]
    return "light" if background in ("7", "15") else "dark"
