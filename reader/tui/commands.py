"""Every command of the app, declared once: bindings, footer, help, palette and `reader keys` come from this.

Plain data without Textual, so that the command line can print it.
"""

from dataclasses import dataclass
from enum import StrEnum


class Where(StrEnum):
    """The pane in which a command works."""

    LIST = "list"
    READING = "reading"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Command:
    """One thing the reader can ask for.

    `name`: stable, for settings and tests.  `keys`: Textual's names of keys, the first is the one shown.
    `label`: one or two words for the footer.  `help`: a sentence.  `french`: the same, for the palette.
    """

    name: str
    keys: tuple[str, ...]
    where: Where
    label: str
    help: str
    french: str

    def works_in(self, pane: Where) -> bool:
        """Whether the command can be given while `pane` is the one in use."""
        return self.where in (Where.BOTH, pane)


_LIST, _READING, _BOTH = Where.LIST, Where.READING, Where.BOTH

COMMANDS: tuple[Command, ...] = (
    Command(
        "open", ("enter", "l", "right"), _LIST, "open", "Open the article and mark it read", "ouvrir lire"
    ),
    Command("back", ("escape", "h", "left"), _READING, "list", "Back to the list", "retour à la liste"),
    Command("clear", ("escape",), _LIST, "clear", "End the search and return to where it began", "effacer"),
    Command(
        "search",
        ("slash",),
        _BOTH,
        "search",
        "Search the corpus; in the reading pane, this article",
        "chercher recherche",
    ),
    Command("next_hit", ("n",), _BOTH, "next hit", "Next place the search found", "résultat suivant"),
    Command(
        "previous_hit", ("N",), _BOTH, "previous hit", "Previous place the search found", "résultat précédent"
    ),
    Command(
        "literal",
        ("equals_sign",),
        _BOTH,
        "as typed",
        "Take the words as typed, or again for the nearest ones",
        "littéral tel quel exact",
    ),
    Command("next_quote", ("c",), _READING, "quote", "Next quotation, and who said it", "citation suivante"),
    Command(
        "previous_quote", ("C",), _READING, "previous quote", "Previous quotation", "citation précédente"
    ),
    Command("next_entity", ("e",), _READING, "entity", "Next name, date or amount", "entité nom suivant"),
    Command(
        "previous_entity",
        ("E",),
        _READING,
        "previous entity",
        "Previous name, date or amount",
        "entité précédente",
    ),
    Command(
        "look_up",
        ("enter",),
        _READING,
        "in corpus",
        "What the corpus has on the name or speaker there",
        "dans le corpus",
    ),
    Command(
        "speakers",
        ("v",),
        _BOTH,
        "speakers",
        "Show or hide who speaks beside each quotation",
        "voix qui parle",
    ),
    Command(
        "who_said_what",
        ("W",),
        _BOTH,
        "who said what",
        "Who said what: the corpus, or the search, by speaker",
        "qui a dit quoi paroles propos",
    ),
    Command(
        "entities",
        ("E",),
        _LIST,
        "names",
        "Who and what the corpus names, by kind",
        "index noms entités personnes lieux organisations",
    ),
    Command("next_article", ("J",), _BOTH, "next article", "Next article", "article suivant"),
    Command("previous_article", ("K",), _BOTH, "previous article", "Previous article", "article précédent"),
    Command("next_unread", ("u",), _BOTH, "next unread", "Next article not read yet", "non lu suivant"),
    Command(
        "previous_unread",
        ("U",),
        _BOTH,
        "previous unread",
        "Previous article not read yet",
        "non lu précédent",
    ),
    Command("star", ("s",), _BOTH, "star", "Star or unstar the article", "étoile favori"),
    Command(
        "toggle_read", ("m",), _BOTH, "read/unread", "Mark the article read or unread", "marquer lu non lu"
    ),
    Command(
        "mark_all", ("A",), _BOTH, "all read", "Mark all shown articles read (asks first)", "tout marquer lu"
    ),
    Command("undo", ("x",), _BOTH, "undo", "Undo the last mark, and the ones before", "annuler"),
    Command(
        "copy",
        ("y",),
        _BOTH,
        "copy",
        "Copy the text, a quotation, the title or the path (asks)",
        "copier",
    ),
    Command("pager", ("o",), _BOTH, "pager", "Open the cleaned text in $PAGER", "ouvrir pager"),
    Command("editor", ("O",), _BOTH, "editor", "Open the file in $EDITOR", "éditeur fichier"),
    Command("other_pane", ("tab", "shift+tab"), _BOTH, "other pane", "Go to the other pane", "autre volet"),
    Command("zen", ("z",), _BOTH, "zen", "The reading pane alone, or both again", "zen plein écran"),
    Command(
        "legend", ("L",), _BOTH, "legend", "Show or hide what the styles mean, under the title", "légende"
    ),
    Command(
        "unfold",
        ("f",),
        _BOTH,
        "unfold",
        "Show or fold comment forms and the like",
        "déplier plier",
    ),
    Command("sort", ("S",), _BOTH, "sort", "Sort by date, source or title", "trier"),
    Command("skipped", ("i",), _BOTH, "left out", "Which files were left out, and why", "fichiers ignorés"),
    Command("rescan", ("r",), _BOTH, "rescan", "Look at the folder again", "relire le dossier"),
    Command("theme", ("t",), _BOTH, "theme", "Choose a theme", "thème couleurs"),
    Command("down", ("j", "down"), _BOTH, "down", "Down a row or a line", "bas descendre"),
    Command("up", ("k", "up"), _BOTH, "up", "Up a row or a line", "haut monter"),
    Command("page_down", ("space", "pagedown"), _BOTH, "page down", "Down a page", "page suivante"),
    Command("page_up", ("b", "pageup"), _BOTH, "page up", "Up a page", "page précédente"),
    Command("half_down", ("ctrl+d",), _BOTH, "half down", "Down half a page", "demi-page bas"),
    Command("half_up", ("ctrl+u",), _BOTH, "half up", "Up half a page", "demi-page haut"),
    Command("top", ("g", "home"), _BOTH, "top", "To the beginning", "début"),
    Command("bottom", ("G", "end"), _BOTH, "bottom", "To the end", "fin"),
    Command(
        "help",
        ("question_mark",),
        _BOTH,
        "help",
        "All keys, for this pane first; type to filter",
        "aide touches",
    ),
    Command(
        "palette",
        ("colon", "ctrl+p"),
        _BOTH,
        "commands",
        "All commands by name, French or English",
        "commandes",
    ),
    Command("redraw", ("ctrl+l",), _BOTH, "redraw", "Draw the screen anew", "redessiner"),
    Command("suspend", ("ctrl+z",), _BOTH, "suspend", "Back to the shell; fg returns", "suspendre"),
    Command("quit_back", ("q",), _BOTH, "back/quit", "Back, and from the list quit", "retour quitter"),
    Command("quit", ("ctrl+c", "ctrl+q"), _BOTH, "quit", "Quit; nothing is lost", "quitter"),
)

BY_NAME: dict[str, Command] = {command.name: command for command in COMMANDS}

FOOTER: dict[Where, tuple[str, ...]] = {
    Where.LIST: ("open", "search", "star", "next_unread", "help"),
    Where.READING: ("back", "next_quote", "next_entity", "speakers", "help"),
}
"""The five commands that matter most in each pane, in the order of the footer."""

QUERY_LANGUAGE: tuple[tuple[str, str], ...] = (
    ('"two words"', "Search: these words in this order"),
    ("-word", "Search: without this word"),
    ("title:word", "Search: in titles; likewise source:"),
    ("person:name", "Search: where somebody is named; likewise place:"),
    ("said:word", "Search: inside quotations"),
    ("by:name", "Search: quotations of this speaker"),
    ("date:2024-05..", "Search: from May 2024 on; also 2024, 2024-05..2024-11"),
    ("is:unread", "Search: not read yet; likewise is:starred"),
)
"""What can be typed into the search box, for the help."""

_SHOWN = {
    "slash": "/", "equals_sign": "=", "question_mark": "?", "colon": ":",
    "enter": "Enter", "escape": "Esc", "tab": "Tab",
    "shift+tab": "Shift+Tab", "space": "Space", "pagedown": "PgDn", "pageup": "PgUp",
    "home": "Home", "end": "End",
    "left": "←", "right": "→", "up": "↑", "down": "↓",
}  # fmt: skip
_SHOWN_ASCII = {"←": "Left", "→": "Right", "↑": "Up", "↓": "Down"}


def key_label(key: str, *, ascii_only: bool = False) -> str:
    """How a key is written for people: `slash` is `/`, `ctrl+d` stays; arrows by name with `ascii_only`."""
    shown = _SHOWN.get(key, key)
    return _SHOWN_ASCII.get(shown, shown) if ascii_only else shown


def commands_for(pane: Where) -> tuple[Command, ...]:
    """All commands, those of `pane` first, then those of both, then the other pane's."""
    rank = {pane: 0, Where.BOTH: 1}
    return tuple(sorted(COMMANDS, key=lambda command: rank.get(command.where, 2)))
