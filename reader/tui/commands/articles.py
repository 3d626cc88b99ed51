"""The commands for articles and what stands in them: opening, searching, walking, marking, taking out."""

from reader.language import N_
from reader.tui.commands.command import Command, Where

_LIST, _READING, _BOTH = Where.LIST, Where.READING, Where.BOTH

OF_ARTICLES: tuple[Command, ...] = (
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
)
