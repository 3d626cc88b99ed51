"""Which keys give which command: the registry's own, those of a preset, and those that the reader set.

A preset or a setting replaces all keys of a command, on every screen where it works.  In a place a key gives one
command: what the reader set goes before a preset, and a preset before the registry.
"""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from reader import places
from reader.language import _
from reader.settings import settings
from reader.settings.declared import KEYBOARD, KEYS
from reader.tui.commands import BY_NAME, COMMANDS, PANES, Command, use_keys
from reader.tui.commands.command import TYPED
from reader.tui.key_names import key_label, key_name, types_a_letter

Keys = dict[str, tuple[str, ...]]

PRESETS: Mapping[str, Keys] = {
    "reader": {},
    "newsboat": {
        "next_unread": ("n",), "previous_unread": ("p",), "toggle_read": ("N",), "mark_all": ("A",),
        "next_hit": ("u",), "previous_hit": ("U",), "sort": ("g",), "top": ("home",), "bottom": ("end",),
        "rescan": ("r",), "pick": ("I",), "plain": ("Y",),
    },
    "vim": {
        "undo": ("u",), "next_unread": ("right_curly_bracket", "x"),
        "previous_unread": ("left_curly_bracket", "U"),
        "page_down": ("ctrl+f", "space", "pagedown"), "page_up": ("ctrl+b", "b", "pageup"),
        "next_quote": ("c", "right_parenthesis"), "previous_quote": ("C", "left_parenthesis"),
        "quit_back": ("q", "Z"),
    },
}  # fmt: skip
"""Sets of keys to begin with: what differs from Reader's own."""


def use_settings() -> tuple[str, ...]:
    """Gives the commands the keys that the settings ask for; returns what to tell of them, a line each."""
    keys, problems = resolved(settings()[KEYBOARD], settings()[KEYS])
    use_keys(keys)
    return problems


def resolved(preset: str, wanted: Mapping[str, tuple[str, ...]]) -> tuple[Keys, tuple[str, ...]]:
    """The keys of every command, and a line for each thing that is wrong with `wanted`."""
    problems: list[str] = []
    layers = [{command.name: command.keys for command in COMMANDS}, PRESETS.get(preset, {})]
    layers.append(_understood(wanted, problems))
    keys: Keys = {}
    rank: dict[str, int] = {}
    for number, layer in enumerate(layers):
        keys |= layer
        rank |= dict.fromkeys(layer, number)
    clashes = _settle(keys, rank)
    if clashes:
        words = _("{file}, [keys]: one key, two commands: {clashes}; the first of each keeps it")
        problems.append(words.format(file=places.settings_file(), clashes=", ".join(clashes)))
    return keys, tuple(problems)


def _understood(wanted: Mapping[str, tuple[str, ...]], problems: list[str]) -> Keys:
    keys: Keys = {}
    file = places.settings_file()
    for name, written in wanted.items():
        if name not in BY_NAME:
            near = get_close_matches(name, BY_NAME, n=1)
            words = _("{file}, [keys]: there is no command {name}")
            words += _("; did you mean {key}?").format(key=near[0]) if near else ""
            problems.append(words.format(file=file, name=repr(name)))
            continue
        try:
            named = tuple(key_name(key) for key in written)
        except ValueError as error:
            words = _("{file}, [keys], {name}: no key that a terminal can tell: {key}")
            problems.append(words.format(file=file, name=name, key=repr(str(error))))
            continue
        letters = [key for key in named if BY_NAME[name].where in TYPED and types_a_letter(key)]
        if letters:
            words = _("{file}, [keys], {name}: this key filters there: {key}")
            problems.append(words.format(file=file, name=name, key=" ".join(map(key_label, letters))))
        if len(letters) < len(named) or not named:
            keys[name] = tuple(key for key in named if key not in letters)
    return keys


def _settle(keys: Keys, rank: Mapping[str, int]) -> list[str]:
    """Takes keys that two commands of one pane want from the weaker one; which ones the reader should know of.

    Told is what the reader set twice, and which command is left without any key.
    """
    told: list[str] = []
    order = sorted(COMMANDS, key=lambda command: -rank[command.name])
    for at, strong in enumerate(order):
        for weak in order[at + 1 :]:
            both = _shared(keys[strong.name], keys[weak.name])
            if not both or not _meet(strong, weak):
                continue
            keys[weak.name] = tuple(key for key in keys[weak.name] if key not in both)
            if rank[weak.name] == rank[strong.name] or not keys[weak.name]:
                shown = " ".join(key_label(key) for key in both)
                told.append(f"{shown} ({strong.name}, {weak.name})")
    return told


def _shared(some: Iterable[str], others: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(key for key in some if key in others)


def _meet(one: Command, other: Command) -> bool:
    return any(one.works_in(pane) and other.works_in(pane) for pane in PANES)
