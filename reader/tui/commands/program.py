"""The commands for what is on the screen and for the program itself: panes, moving, help, leaving."""

from reader.language import N_
from reader.tui.commands.command import TYPED, WALKED, Command, Where

_LIST, _READING, _BOTH = Where.LIST, Where.READING, Where.BOTH

OF_THE_PROGRAM: tuple[Command, ...] = (
    Command(
        "other_pane",
        ("tab", "shift+tab"),
        _BOTH,
        N_("other pane"),
        N_("Go to the other pane"),
        "autre volet",
        (Where.VOICES,),
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
    Command(
        "sort", ("S",), _BOTH, N_("sort"), N_("Sort by date, source, title or path"), "trier", (Where.VOICES,)
    ),
    Command(
        "skipped", ("i",), _BOTH, N_("left out"), N_("Which files were left out, and why"), "fichiers ignorés"
    ),
    Command("rescan", ("r",), _BOTH, N_("rescan"), N_("Look at the folder again"), "relire le dossier"),
    Command("theme", ("t",), _BOTH, N_("theme"), N_("Choose a theme"), "thème couleurs"),
    Command("down", ("j", "down"), _BOTH, N_("down"), N_("Down a row or a line"), "bas descendre", WALKED),
    Command("up", ("k", "up"), _BOTH, N_("up"), N_("Up a row or a line"), "haut monter", WALKED),
    Command(
        "page_down", ("space", "pagedown"), _BOTH, N_("page down"), N_("Down a page"), "page suivante", WALKED
    ),
    Command("page_up", ("b", "pageup"), _BOTH, N_("page up"), N_("Up a page"), "page précédente", WALKED),
    Command(
        "half_down", ("ctrl+d",), _BOTH, N_("half down"), N_("Down half a page"), "demi-page bas", WALKED
    ),
    Command("half_up", ("ctrl+u",), _BOTH, N_("half up"), N_("Up half a page"), "demi-page haut", WALKED),
    Command("top", ("g", "home"), _BOTH, N_("top"), N_("To the beginning"), "début", WALKED),
    Command("bottom", ("G", "end"), _BOTH, N_("bottom"), N_("To the end"), "fin", WALKED),
    Command(
        "help",
        ("question_mark",),
        _BOTH,
        N_("help"),
        N_("All keys, for this pane first; type to filter"),
        "aide touches",
        WALKED,
    ),
    Command(
        "palette",
        ("colon", "ctrl+p"),
        _BOTH,
        N_("commands"),
        N_("All commands by name, French or English"),
        "commandes",
    ),
    Command(
        "redraw",
        ("ctrl+l",),
        _BOTH,
        N_("redraw"),
        N_("Draw the screen anew"),
        "redessiner",
        (*WALKED, *TYPED),
    ),
    Command("suspend", ("ctrl+z",), _BOTH, N_("suspend"), N_("Back to the shell; fg returns"), "suspendre"),
    Command(
        "quit_back",
        ("q",),
        _BOTH,
        N_("back/quit"),
        N_("Back, and from the list quit"),
        "retour quitter",
        WALKED,
    ),
    Command(
        "quit",
        ("ctrl+c", "ctrl+q"),
        _BOTH,
        N_("quit"),
        N_("Quit; nothing is lost"),
        "quitter",
        (*WALKED, *TYPED),
    ),
)
