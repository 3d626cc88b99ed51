"""Reads the settings from where they may stand, and remembers from where each comes."""

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TypeVar, cast

from reader.language import N_, _
from reader.settings.declared import SETTINGS, Setting
from reader.system_words import os_words, toml_words

T = TypeVar("T")
_LARGEST = 1 << 20
"""Bytes of a file of settings that are read at most."""


class Origin(StrEnum):
    """Where a value comes from, from the weakest."""

    DEFAULT = N_("default")
    FILE = N_("file")
    ENVIRONMENT = N_("environment")
    FLAG = N_("flag")


@dataclass(frozen=True, slots=True)
class Settings:
    """All values.  `problems`: a line for each value that was not understood, to be told."""

    values: Mapping[str, tuple[object, Origin]] = field(default_factory=dict)
    problems: tuple[str, ...] = ()

    def __getitem__(self, setting: Setting[T]) -> T:
        """The value of a setting."""
        held = self.values.get(setting.key)
        return setting.default if held is None else cast(T, held[0])

    def origin(self, setting: Setting[T]) -> Origin:
        """Where its value comes from."""
        held = self.values.get(setting.key)
        return Origin.DEFAULT if held is None else held[1]


class _InUse:
    """The settings of this process."""

    settings = Settings()


def settings() -> Settings:
    """The settings in use: what `use` was given last, until then the defaults."""
    return _InUse.settings


def use(wanted: Settings) -> None:
    """Makes `wanted` the settings in use."""
    _InUse.settings = wanted


def load(
    file: Path | None, environ: Mapping[str, str] = os.environ, flags: Mapping[str, str] | None = None
) -> Settings:
    """The settings that `file` (if there is one), the environment and `flags` make together.

    Never raises: what cannot be understood is told in `problems`, and the value below it holds.
    """
    values: dict[str, tuple[object, Origin]] = {}
    problems: list[str] = []
    if file is not None:
        for key, value in _from_file(file, problems):
            values[key] = value, Origin.FILE
    for setting in SETTINGS.values():
        if text := environ.get(setting.variable):
            _take(values, problems, setting, text, Origin.ENVIRONMENT, setting.variable)
    for key, text in (flags or {}).items():
        _take(values, problems, SETTINGS[key], text, Origin.FLAG, f"--set {key}")
    return Settings(values, tuple(problems))


def _take(
    values: dict[str, tuple[object, Origin]],
    problems: list[str],
    setting: Setting[object],
    text: str,
    origin: Origin,
    where: str,
) -> None:
    try:
        values[setting.key] = setting.kind.from_text(text), origin
    except ValueError:
        problems.append(_wrong(where, setting, text))


def _wrong(where: str, setting: Setting[object], value: object) -> str:
    shown = repr(value) if len(repr(value)) <= 40 else repr(value)[:40] + "…"
    words = _("{where}: expected {expected}, not {value}; it is passed over")
    return words.format(where=where, expected=setting.kind.expected(), value=shown)


def _from_file(file: Path, problems: list[str]) -> Iterator[tuple[str, object]]:
    """The keys and values of a file; what is wrong in it goes to `problems`."""
    try:
        with file.open("rb") as held:
            text = held.read(_LARGEST).decode("utf-8-sig")
    except FileNotFoundError:
        return
    except (OSError, UnicodeDecodeError) as error:
        reason = os_words(error) if isinstance(error, OSError) else _("it is not UTF-8")
        problems.append(_("{file}: {reason}; the defaults hold").format(file=file, reason=reason))
        return
    import tomllib

    try:
        tree = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        problems.append(
            _("{file}: not TOML: {reason}; the defaults hold").format(file=file, reason=toml_words(error))
        )
        return
    for key, value in _flat(tree):
        where = _("{file}, line {line}, {key}").format(file=file, line=line_of(key, text), key=key)
        setting = SETTINGS.get(key)
        if setting is None:
            problems.append(_("{where}: there is no such setting{near}").format(where=where, near=_near(key)))
            continue
        try:
            yield key, setting.kind.read(value)
        except ValueError:
            problems.append(_wrong(where, setting, value))


def _flat(tree: Mapping[str, object], before: str = "") -> Iterator[tuple[str, object]]:
    """Keys with the names of their tables, `reading.width`; a table that is itself a setting stays whole."""
    for name, value in tree.items():
        key = before + name
        if isinstance(value, dict) and key not in SETTINGS and (value or _is_table(key)):
            yield from _flat(value, f"{key}.")
        else:
            yield key, value


def _is_table(name: str) -> bool:
    return any(key.startswith(f"{name}.") for key in SETTINGS)


def _near(key: str) -> str:
    from difflib import get_close_matches

    near = get_close_matches(key, SETTINGS, n=1)
    return _("; did you mean {key}?").format(key=near[0]) if near else ""


def line_of(key: str, text: str) -> int:
    """The line of TOML on which `key` is set, from 1; the table's, or 1, where it is written in another way."""
    table, found = "", 1
    for number, line in enumerate(text.splitlines(), 1):
        if header := re.match(r"\s*\[([^\[\]]+)\]", line):
            table = re.sub(r"[\s\"']", "", header[1])
            found = number if table == key else found
        elif assigned := re.match(r"\s*([\w\"'. -]+?)\s*=", line):
            name = re.sub(r"[\s\"']", "", assigned[1])
            if (f"{table}.{name}" if table else name) == key:
                return number
    return found
