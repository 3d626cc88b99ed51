"""Every command of the app, declared once: bindings, footer, help, palette and `reader keys` come from this.

Plain data without Textual, so that the command line can print it.
"""

from collections.abc import Mapping

from reader.language import _
from reader.tui.commands.articles import OF_ARTICLES
from reader.tui.commands.command import Command, Where
from reader.tui.commands.program import OF_THE_PROGRAM
from reader.tui.key_names import key_label

__all__ = [
    "BY_NAME",
    "COMMANDS",
    "FOOTER",
    "Command",
    "Where",
    "commands_for",
    "key_of",
    "keys_of",
    "use_keys",
]

COMMANDS: tuple[Command, ...] = (*OF_ARTICLES, *OF_THE_PROGRAM)

BY_NAME: dict[str, Command] = {command.name: command for command in COMMANDS}

FOOTER: dict[Where, tuple[str, ...]] = {
    Where.LIST: ("open", "search", "star", "next_unread", "help"),
    Where.READING: ("back", "next_quote", "next_entity", "speakers", "help"),
}
"""The five commands that matter most in each pane, in the order of the footer."""


class _InUse:
    """The keys of every command by its name, where they are not those of the registry."""

    keys: Mapping[str, tuple[str, ...]] = {}


def use_keys(keys: Mapping[str, tuple[str, ...]]) -> None:
    """Gives commands other keys than those of the registry (`reader.tui.keyboard`)."""
    _InUse.keys = keys


def keys_of(name: str) -> tuple[str, ...]:
    """The keys that give a command now; it may have none, and is then in the palette only."""
    return _InUse.keys.get(name, BY_NAME[name].keys)


def key_of(name: str) -> str:
    """The key of a command, written for people, to be told in a sentence."""
    keys = keys_of(name)
    return key_label(keys[0]) if keys else f"{key_label('colon')}{_(BY_NAME[name].label)}"


def commands_for(pane: Where) -> tuple[Command, ...]:
    """All commands, those of `pane` first, then those of both, then the other pane's."""
    rank = {pane: 0, Where.BOTH: 1}
    return tuple(sorted(COMMANDS, key=lambda command: rank.get(command.where, 2)))
