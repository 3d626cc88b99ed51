"""The commands as options to choose from: with keys for the help, by name for the palette."""

from reader.language import N_, _
from reader.tui.commands import PLACES, Command, Where, commands_for, keys_of
from reader.tui.commands.query_language import QUERY_LANGUAGE
from reader.tui.key_names import key_label
from reader.tui.marks import ASCII, Marks
from reader.tui.screens.choice import Option

_TITLES = {
    Where.LIST: N_("Keys in the list"), Where.READING: N_("Keys in the reading pane"),
    Where.VOICES: N_("Keys in who said what"), Where.ENTITY: N_("Keys on the page of a name"),
    Where.REPORTS: N_("Keys among the same words"),
}  # fmt: skip


def help_title(pane: Where) -> str:
    """What stands over the help of a pane."""
    return _(_TITLES[pane])


def _keys(command: Command, marks: Marks) -> str:
    return " ".join(key_label(key, ascii_only=marks is ASCII) for key in keys_of(command.name))


def _english(command: Command) -> str:
    """What finds the command in any language, beside the words that are shown."""
    return f"{command.label} {command.help}"


def help_options(pane: Where, marks: Marks) -> list[Option]:
    """Keys first, then what they do, with the place where it is another one; then the query language.

    The value is the name of the command, or nothing where it can be given on another screen only.
    """
    language = [
        Option("", words, _(meaning), f"query recherche opérateur {meaning}")
        for words, meaning in QUERY_LANGUAGE
    ]
    keys = [
        Option(
            command.name if command.is_of_the_main_screen or command.works_in(pane) else "",
            _keys(command, marks),
            _(command.help) if command.works_in(pane) else f"({_(PLACES[command.where])}) {_(command.help)}",
            f"{command.name} {_(command.label)} {_english(command)} {command.french}",
            _(command.label),
        )
        for command in commands_for(pane)
    ]
    return keys + language


def palette_options(pane: Where, marks: Marks) -> list[Option]:
    """All commands by name, those of the pane first, with the keys at the right edge."""
    return [
        Option(
            command.name,
            _(command.label),
            _(command.help),
            f"{command.name} {_english(command)} {command.french}",
            end=_keys(command, marks),
        )
        for command in commands_for(pane)
        if command.name != "palette" and command.is_of_the_main_screen
    ]
