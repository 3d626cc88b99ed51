"""Every command of the app, declared once: bindings, footer, help, palette and `reader keys` come from this.

Plain data without Textual, so that the command line can print it.
"""

from collections.abc import Mapping

from reader.language import _
from reader.tui.commands.articles import OF_ARTICLES
from reader.tui.commands.command import PANES, PLACES, Command, Where
from reader.tui.commands.elsewhere import OF_OTHER_SCREENS
from reader.tui.commands.program import OF_THE_PROGRAM
from reader.tui.key_names import key_label

__all__ = [
    "BY_NAME",
    "COMMANDS",
    "FOOTER",
    "PANES",
    "PLACES",
    "Command",
    "Where",
    "command_of",
    "commands_for",
    "key_of",
    "keys_of",
    "keys_shown",
    "use_keys",
]

COMMANDS: tuple[Command, ...] = (*OF_ARTICLES, *OF_THE_PROGRAM, *OF_OTHER_SCREENS)

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


def keys_shown(keys: str, *, ascii_only: bool = False) -> str:
    """Keys as a hint shows them: `:down :up` are the first keys of these commands now, anything else is one key
    or marked words.  Nothing for a command that has no key.
    """
    shown = []
    for one in keys.split(" ") if keys.startswith(":") else (keys,):
        held = keys_of(one[1:])[:1] if one.startswith(":") else (one,)
        shown += [_(key_label(key, ascii_only=ascii_only)) for key in held]
    return " ".join(shown)


def command_of(pane: Where, key: str) -> str:
    """The command that a key gives in `pane`, or nothing."""
    return next((one.name for one in COMMANDS if one.works_in(pane) and key in keys_of(one.name)), "")


def commands_for(pane: Where) -> tuple[Command, ...]:
    """All commands, those of `pane` alone first, then what else works there, then those of other places."""

    def rank(command: Command) -> int:
        return 0 if command.where is pane else 1 if command.works_in(pane) else 2

    return tuple(sorted(COMMANDS, key=rank))
