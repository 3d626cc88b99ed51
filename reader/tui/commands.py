"""Every command of the app, declared once: bindings, footer, help, palette and `reader keys` come from this.

Plain data without Textual, so that the command line can print it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from reader.language import N_, _
from reader.tui.key_names import key_label


class Where(StrEnum):
    """The pane in which a command works."""

    LIST = "list"
    READING = "reading"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Command:
    """One thing the reader can ask for.

    `name`: stable, for settings and tests.  `keys`: Textual's names of keys, the first is the one shown.
    `label`: one or two words for the footer.  `help`: a sentence.  Both are marked, and said with `_`.
    `french`: further words that find it, whatever the language.
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
        "open",
        ("enter", "l", "right"),
        _LIST,
        N_("open"),
        N_("Open the article and mark it read"),
        "ouvrir lire",
    ),
    Command(
        "back", ("escape", "h", "left"), _READING, N_("list"), N_("Back to the list"), "retour à la liste"
    ),
    Command(
        "clear", ("escape",), _LIST, N_("clear"), N_("End the search and return to where it began"), "effacer"
    ),
    Command(
        "search",
        ("slash",),
        _BOTH,
        N_("search"),
        N_("Search the corpus; in the reading pane, this article"),
        "chercher recherche",
    ),
    Command("next_hit", ("n",), _BOTH, N_("next hit"), N_("Next place the search found"), "résultat suivant"),
    Command(
        "previous_hit",
        ("N",),
        _BOTH,
        N_("previous hit"),
        N_("Previous place the search found"),
        "résultat précédent",
    ),
    Command(
        "literal",
        ("equals_sign",),
        _BOTH,
        N_("as typed"),
        N_("Take the words as typed, or again for the nearest ones"),
        "littéral tel quel exact",
    ),
    Command(
        "next_quote",
        ("c",),
        _READING,
        N_("quote"),
        N_("Next quotation, and who said it"),
        "citation suivante",
    ),
    Command(
        "previous_quote",
        ("C",),
        _READING,
        N_("previous quote"),
        N_("Previous quotation"),
        "citation précédente",
    ),
    Command(
        "next_entity", ("e",), _READING, N_("entity"), N_("Next name, date or amount"), "entité nom suivant"
    ),
    Command(
        "previous_entity",
        ("E",),
        _READING,
        N_("previous entity"),
        N_("Previous name, date or amount"),
        "entité précédente",
    ),
    Command(
        "look_up",
        ("enter",),
        _READING,
        N_("in corpus"),
        N_("What the corpus has on the name or speaker there"),
        "dans le corpus",
    ),
    Command(
        "speakers",
        ("v",),
        _BOTH,
        N_("speakers"),
        N_("Show or hide who speaks beside each quotation"),
        "voix qui parle",
    ),
    Command(
        "who_said_what",
        ("W",),
        _BOTH,
        N_("who said what"),
        N_("Who said what: the corpus, or the search, by speaker"),
        "qui a dit quoi paroles propos",
    ),
    Command(
        "entities",
        ("E",),
        _LIST,
        N_("names"),
        N_("Who and what the corpus names, by kind"),
        "index noms entités personnes lieux organisations",
    ),
    Command("next_article", ("J",), _BOTH, N_("next article"), N_("Next article"), "article suivant"),
    Command(
        "previous_article", ("K",), _BOTH, N_("previous article"), N_("Previous article"), "article précédent"
    ),
    Command(
        "next_unread", ("u",), _BOTH, N_("next unread"), N_("Next article not read yet"), "non lu suivant"
    ),
    Command(
        "previous_unread",
        ("U",),
        _BOTH,
        N_("previous unread"),
        N_("Previous article not read yet"),
        "non lu précédent",
    ),
    Command("star", ("s",), _BOTH, N_("star"), N_("Star or unstar the article"), "étoile favori"),
    Command(
        "toggle_read",
        ("m",),
        _BOTH,
        N_("read/unread"),
        N_("Mark the article read or unread"),
        "marquer lu non lu",
    ),
    Command(
        "mark_all",
        ("A",),
        _BOTH,
        N_("all read"),
        N_("Mark all shown articles read (asks first)"),
        "tout marquer lu",
    ),
    Command(
        "note",
        ("a",),
        _BOTH,
        N_("note"),
        N_("Note on the article, or on what is under the cursor"),
        "annoter note remarque",
    ),
    Command(
        "notes", ("B",), _BOTH, N_("all notes"), N_("All notes; Enter opens one"), "notes bloc-notes carnet"
    ),
    Command(
        "tag",
        ("T",),
        _BOTH,
        N_("tags"),
        N_("Tags of the article, or of all picked ones"),
        "étiquette étiqueter mot-clé",
    ),
    Command(
        "new", ("w",), _BOTH, N_("new"), N_("Only what is new since your last visit"), "nouveautés nouveaux"
    ),
    Command(
        "pick",
        ("p",),
        _LIST,
        N_("pick"),
        N_("Pick the article, for a command on several"),
        "choisir sélectionner prendre",
    ),
    Command(
        "pick_all",
        ("P",),
        _LIST,
        N_("pick all"),
        N_("Pick all that is shown, or let all go"),
        "tout choisir sélectionner rien",
    ),
    Command(
        "outline",
        ("H",),
        _READING,
        N_("headings"),
        N_("The headings of the article, to jump to one"),
        "plan intertitres sommaire",
    ),
    Command(
        "links",
        ("l",),
        _READING,
        N_("links"),
        N_("The links of the article; Enter copies one"),
        "liens adresses",
    ),
    Command(
        "visited_back",
        ("backspace", "less_than_sign"),
        _BOTH,
        N_("visited"),
        N_("Back to the article opened before"),
        "précédent historique retour",
    ),
    Command(
        "visited_forward",
        ("greater_than_sign",),
        _BOTH,
        N_("forward"),
        N_("Forward again, after going back"),
        "suivant historique avancer",
    ),
    Command(
        "reverse",
        ("R",),
        _BOTH,
        N_("reverse"),
        N_("The same order the other way round"),
        "inverser ordre croissant décroissant",
    ),
    Command(
        "group",
        ("H",),
        _LIST,
        N_("headings"),
        N_("Headings in the list: by month, source, folder, none"),
        "grouper regrouper mois source dossier",
    ),
    Command("wider", ("plus",), _BOTH, N_("wider"), N_("A wider text; in the list, a wider list"), "élargir"),
    Command(
        "narrower", ("minus",), _BOTH, N_("narrower"), N_("A narrower text, or list"), "rétrécir largeur"
    ),
    Command(
        "layout",
        ("F",),
        _BOTH,
        N_("layout"),
        N_("How the text is set: width, spacing, justified, hyphens"),
        "mise en page forme justifié césure interligne",
    ),
    Command("undo", ("x",), _BOTH, N_("undo"), N_("Undo the last mark, and the ones before"), "annuler"),
    Command(
        "copy",
        ("y",),
        _BOTH,
        N_("copy"),
        N_("Copy the text, a quotation, the title or the path (asks)"),
        "copier",
    ),
    Command("pager", ("o",), _BOTH, N_("pager"), N_("Open the cleaned text in $PAGER"), "ouvrir pager"),
    Command(
        "editor",
        ("O",),
        _BOTH,
        N_("editor"),
        N_("Open the file in $EDITOR, at this place"),
        "éditeur fichier",
    ),
    Command(
        "plain",
        ("V",),
        _BOTH,
        N_("plain view"),
        N_("Print the article to the shell's screen, to select in it"),
        "vue brute texte sélectionner",
    ),
    Command(
        "pipe",
        ("vertical_line", "exclamation_mark"),
        _BOTH,
        N_("pipe"),
        N_("Give the article, a quotation or the list to a command"),
        "tube commande programme",
    ),
    Command(
        "export",
        ("X",),
        _BOTH,
        N_("export"),
        N_("Write the article or the list into a file (md, html, csv…)"),
        "exporter enregistrer fichier markdown html csv json bibtex",
    ),
    Command(
        "other_pane", ("tab", "shift+tab"), _BOTH, N_("other pane"), N_("Go to the other pane"), "autre volet"
    ),
    Command("zen", ("z",), _BOTH, N_("zen"), N_("The reading pane alone, or both again"), "zen plein écran"),
    Command(
        "legend",
        ("L",),
        _BOTH,
        N_("legend"),
        N_("Show or hide what the styles mean, under the title"),
        "légende",
    ),
    Command(
        "names",
        ("M",),
        _BOTH,
        N_("marks"),
        N_("Mark all names, the first mention of each, or none"),
        "noms marqués densité",
    ),
    Command(
        "unfold",
        ("f",),
        _BOTH,
        N_("unfold"),
        N_("Show or fold comment forms and the like"),
        "déplier plier",
    ),
    Command("sort", ("S",), _BOTH, N_("sort"), N_("Sort by date, source, title or path"), "trier"),
    Command(
        "skipped", ("i",), _BOTH, N_("left out"), N_("Which files were left out, and why"), "fichiers ignorés"
    ),
    Command("rescan", ("r",), _BOTH, N_("rescan"), N_("Look at the folder again"), "relire le dossier"),
    Command("theme", ("t",), _BOTH, N_("theme"), N_("Choose a theme"), "thème couleurs"),
    Command("down", ("j", "down"), _BOTH, N_("down"), N_("Down a row or a line"), "bas descendre"),
    Command("up", ("k", "up"), _BOTH, N_("up"), N_("Up a row or a line"), "haut monter"),
    Command("page_down", ("space", "pagedown"), _BOTH, N_("page down"), N_("Down a page"), "page suivante"),
    Command("page_up", ("b", "pageup"), _BOTH, N_("page up"), N_("Up a page"), "page précédente"),
    Command("half_down", ("ctrl+d",), _BOTH, N_("half down"), N_("Down half a page"), "demi-page bas"),
    Command("half_up", ("ctrl+u",), _BOTH, N_("half up"), N_("Up half a page"), "demi-page haut"),
    Command("top", ("g", "home"), _BOTH, N_("top"), N_("To the beginning"), "début"),
    Command("bottom", ("G", "end"), _BOTH, N_("bottom"), N_("To the end"), "fin"),
    Command(
        "help",
        ("question_mark",),
        _BOTH,
        N_("help"),
        N_("All keys, for this pane first; type to filter"),
        "aide touches",
    ),
    Command(
        "palette",
        ("colon", "ctrl+p"),
        _BOTH,
        N_("commands"),
        N_("All commands by name, French or English"),
        "commandes",
    ),
    Command("redraw", ("ctrl+l",), _BOTH, N_("redraw"), N_("Draw the screen anew"), "redessiner"),
    Command("suspend", ("ctrl+z",), _BOTH, N_("suspend"), N_("Back to the shell; fg returns"), "suspendre"),
    Command(
        "quit_back", ("q",), _BOTH, N_("back/quit"), N_("Back, and from the list quit"), "retour quitter"
    ),
    Command("quit", ("ctrl+c", "ctrl+q"), _BOTH, N_("quit"), N_("Quit; nothing is lost"), "quitter"),
)

BY_NAME: dict[str, Command] = {command.name: command for command in COMMANDS}

FOOTER: dict[Where, tuple[str, ...]] = {
    Where.LIST: ("open", "search", "star", "next_unread", "help"),
    Where.READING: ("back", "next_quote", "next_entity", "speakers", "help"),
}
"""The five commands that matter most in each pane, in the order of the footer."""

QUERY_LANGUAGE: tuple[tuple[str, str], ...] = (
    ('"two words"', N_("Search: these words in this order")),
    ("-word", N_("Search: without this word")),
    ("title:word", N_("Search: in titles; likewise source:")),
    ("person:name", N_("Search: where somebody is named; likewise place:")),
    ("said:word", N_("Search: inside quotations")),
    ("by:name", N_("Search: quotations of this speaker")),
    ("date:2024-05..", N_("Search: from May 2024 on; also 2024, 2024-05..2024-11")),
    ("is:unread", N_("Search: not read yet; likewise is:starred")),
    ("is:new", N_("Search: come since the last visit; is:noted")),
    ("tag:word", N_("Search: what you tagged so; tag:* any tag")),
)
"""What can be typed into the search box, for the help."""


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
