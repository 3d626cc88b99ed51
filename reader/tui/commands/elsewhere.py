"""The commands that only the screens over the main one know: speakers, one name, all names, choices."""

from reader.language import N_
from reader.tui.commands.command import Command, Where

_CHOICES, _INDEX = Where.CHOICES, (Where.ENTITIES,)

OF_OTHER_SCREENS: tuple[Command, ...] = (
    Command(
        "probable",
        ("p",),
        Where.VOICES,
        N_("probable"),
        N_("With or without the speakers that are only probable"),
        "probables sûrs certains",
    ),
    Command(
        "speaker",
        ("s",),
        Where.REPORTS,
        N_("speaker"),
        N_("All that the corpus has of this speaker"),
        "voix qui parle",
    ),
    Command(
        "choose", ("enter",), _CHOICES, N_("choose"), N_("Take the selected one"), "choisir ouvrir", _INDEX
    ),
    Command(
        "leave",
        ("escape",),
        _CHOICES,
        N_("leave"),
        N_("End the filter, then leave"),
        "quitter retour",
        _INDEX,
    ),
    Command(
        "shorten", ("backspace",), _CHOICES, N_("shorten"), N_("Take the last letter back"), "effacer", _INDEX
    ),
    Command(
        "choice_down", ("down", "ctrl+n"), _CHOICES, N_("down"), N_("To the next one"), "bas suivant", _INDEX
    ),
    Command(
        "choice_up", ("up", "ctrl+p"), _CHOICES, N_("up"), N_("To the one before"), "haut précédent", _INDEX
    ),
    Command(
        "choice_page_down",
        ("pagedown", "ctrl+d"),
        _CHOICES,
        N_("page down"),
        N_("Down a page of them"),
        "page suivante",
        _INDEX,
    ),
    Command(
        "choice_page_up",
        ("pageup", "ctrl+u"),
        _CHOICES,
        N_("page up"),
        N_("Up a page of them"),
        "page précédente",
        _INDEX,
    ),
    Command("choice_first", ("home",), _CHOICES, N_("top"), N_("To the first one"), "début", _INDEX),
    Command("choice_last", ("end",), _CHOICES, N_("bottom"), N_("To the last one"), "fin", _INDEX),
    Command(
        "next_kind",
        ("tab", "right"),
        Where.ENTITIES,
        N_("next kind"),
        N_("Names of the next kind"),
        "sorte suivante",
    ),
    Command(
        "previous_kind",
        ("shift+tab", "left"),
        Where.ENTITIES,
        N_("previous kind"),
        N_("Names of the kind before"),
        "sorte précédente",
    ),
)
