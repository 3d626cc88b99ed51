"""The words that quotations turn on: verbs that tell who speaks, nouns that name a speaker, small words."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files


def _lines(name: str) -> list[str]:
    text = files("reader.analysis.quotations").joinpath("data", name).read_text("utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


@dataclass(frozen=True, slots=True)
class CueForms:
    """Verb forms with how strongly each tells of speech, 0 to 9: finite, participles, infinitives."""

    finite: dict[str, int]
    past: dict[str, int]
    present: dict[str, int]
    infinitive: dict[str, int]


@cache
def cue_forms() -> CueForms:
    """The verb forms of `data/cues.txt`; a past participle is known in its four agreements."""
    forms: dict[str, dict[str, int]] = {"F": {}, "P": {}, "G": {}, "I": {}}
    for line in _lines("cues.txt"):
        head, *words = line.split()
        for word in words:
            forms[head[0]][word] = int(head[1])
    past = dict(forms["P"])
    for word, strength in forms["P"].items():
        for ending in ("e", "s", "es"):
            past.setdefault(word + ending, strength)
    return CueForms(forms["F"], past, forms["G"], forms["I"])


@cache
def finite_verbs() -> frozenset[str]:
    """Finite verb forms, those of `data/verbs.txt` and the finite cues."""
    known = {form for line in _lines("verbs.txt") for form in line.split()}
    return frozenset(known | {form for form, strength in cue_forms().finite.items() if strength})


@cache
def role_genders() -> dict[str, str]:
    """Nouns that name a person by what they are, to `m`, `f` or `e` (either); plurals stand too."""
    known: dict[str, str] = {}
    for line in _lines("roles.txt"):
        gender, *nouns = line.split()
        for noun in nouns:
            masculine, _, feminine = noun.lower().partition("/")
            either = gender == "e" or (not feminine and masculine[-1] == "e")
            known[masculine] = "e" if either else gender
            if feminine:
                known[feminine] = "f"
    for noun, gender in list(known.items()):
        known.setdefault(plural(noun), gender)
    return known


@cache
def body_genders() -> dict[str, str]:
    """Nouns that name a body or a paper that speaks, to `m` or `f`; plurals stand too."""
    known = {noun: line[0] for line in _lines("sources.txt") for noun in line.split()[1:]}
    for noun, gender in list(known.items()):
        known.setdefault(plural(noun), gender)
    return known


@cache
def given_names() -> dict[str, str]:
    """Given names to `m` or `f`; those of both genders are left out."""
    known: dict[str, str] = {}
    both = set()
    for line in _lines("given_names.txt"):
        gender, *names = line.split()
        both |= {name for name in names if known.get(name, gender) != gender}
        known |= dict.fromkeys(names, gender)
    return {name: gender for name, gender in known.items() if name not in both}


def plural(noun: str) -> str:
    """The regular plural of a noun."""
    if noun[-1] in "sxz":
        return noun
    if noun.endswith("al"):
        return noun[:-2] + "aux"
    return noun + ("x" if noun.endswith(("eau", "eu")) else "s")


def singular(noun: str) -> str:
    """A noun without its regular plural ending."""
    if noun.endswith("aux") and len(noun) > 5:
        return noun[:-3] + "al"
    return noun[:-1] if len(noun) > 4 and noun.endswith("s") and not noun.endswith("ss") else noun


SYNONYMS = (
    frozenset({"édile", "maire", "bourgmestre", "élu", "élue", "mayeur"}),
    frozenset(
        {
            "élu",
            "élue",
            "député",
            "députée",
            "sénateur",
            "sénatrice",
            "parlementaire",
            "conseiller",
            "conseillère",
        }
    ),
    frozenset({"avocat", "avocate", "conseil", "bâtonnier", "défenseur"}),
    frozenset(
        {
            "patron",
            "patronne",
            "pdg",
            "dirigeant",
            "dirigeante",
            "directeur",
            "directrice",
            "président",
            "présidente",
            "fondateur",
            "fondatrice",
            "dg",
        }
    ),
    frozenset({"procureur", "procureure", "magistrat", "magistrate", "juge"}),
    frozenset(
        {
            "chercheur",
            "chercheuse",
            "scientifique",
            "professeur",
            "professeure",
            "universitaire",
            "spécialiste",
            "expert",
            "experte",
        }
    ),
    frozenset({"médecin", "docteur", "docteure", "praticien", "praticienne", "professeur", "professeure"}),
    frozenset({"source", "responsable", "interlocuteur", "officiel"}),
    frozenset({"chanteur", "artiste", "musicien", "rappeur", "interprète"}),
    frozenset({"chanteuse", "artiste", "musicienne", "rappeuse", "interprète"}),
    frozenset({"acteur", "comédien"}),
    frozenset({"actrice", "comédienne"}),
    frozenset({"entraîneur", "technicien", "coach", "sélectionneur"}),
    frozenset({"auteur", "écrivain", "romancier", "essayiste"}),
    frozenset({"auteure", "autrice", "écrivaine", "romancière", "essayiste"}),
    frozenset({"policier", "commissaire", "enquêteur", "officier"}),
    frozenset({"ministre", "secrétaire"}),
    frozenset(
        {
            "entreprise",
            "société",
            "groupe",
            "firme",
            "compagnie",
            "marque",
            "géant",
            "constructeur",
            "opérateur",
        }
    ),
    frozenset({"association", "ong", "organisation", "collectif", "fondation"}),
    frozenset({"journal", "quotidien", "hebdomadaire", "média", "site", "magazine", "titre"}),
    frozenset({"communiqué", "texte", "document", "message", "courrier", "lettre"}),
    frozenset({"femme", "dame", "fille", "mère"}),
    frozenset({"homme", "garçon", "père", "monsieur"}),
)
"""Nouns that name the same person or body in turn within one article."""

DETERMINERS = frozenset(
    ["le", "la", "les", "l'", "un", "une", "des", "ce", "cet", "cette", "ces", "son", "sa", "ses", "leur", "leurs", "notre", "nos", "mon", "ma", "mes", "votre", "vos", "plusieurs", "certains", "certaines", "quelques", "aucun", "aucune", "chaque", "deux", "trois", "quatre", "cinq"]
)
INDEFINITE = frozenset(
    ["un", "une", "des", "plusieurs", "certains", "certaines", "quelques", "aucun", "aucune", "deux", "trois", "quatre", "cinq"]
)
DEMONSTRATIVE = frozenset({"ce", "cet", "cette", "ces"})
PLURAL = frozenset(
    ["les", "des", "ces", "ses", "leurs", "nos", "vos", "mes", "plusieurs", "certains", "certaines", "quelques", "deux", "trois", "quatre", "cinq"]
)
CONTRACTED = {"du": "de", "au": "à", "aux": "à"}
OF = frozenset({"de", "du", "des", "d'"})
PREPOSITIONS = frozenset(
    ["de", "d'", "du", "à", "au", "aux", "dans", "sur", "sous", "par", "pour", "avec", "sans", "en", "chez", "contre", "depuis", "après", "avant", "pendant", "durant", "vers", "entre", "via", "selon", "devant", "derrière", "malgré", "parmi", "lors", "auprès", "face", "grâce", "suite", "dès", "jusqu'", "jusque", "hors", "concernant", "outre", "d'après", "afin", "près", "loin", "lorsqu'", "comme", "envers", "hormis", "sauf"]
)
ACCORDING = frozenset({"selon", "d'après", "dixit"})
CONJUNCTIONS = frozenset(
    ["et", "ou", "mais", "car", "donc", "or", "ni", "que", "qu'", "qui", "dont", "où", "quand", "lorsque", "lorsqu'", "puisque", "puisqu'", "si", "s'", "tandis", "alors", "parce", "quoique", "bien", "comme"]
)
HAVE = frozenset(
    ["a", "ont", "avait", "avaient", "aura", "auront", "aurait", "auraient", "eut", "eurent", "ait", "aient", "ayant", "avoir", "ai", "avons", "avez", "as"]
)
BE = frozenset(
    ["est", "sont", "était", "étaient", "sera", "seront", "serait", "seraient", "fut", "furent", "soit", "soient", "étant", "être", "suis", "sommes", "êtes", "été"]
)
MODAL = frozenset(
    ["peut", "peuvent", "doit", "doivent", "veut", "veulent", "va", "vont", "vient", "viennent", "pouvait", "devait", "voulait", "allait", "venait", "fait", "font", "faisait", "tient", "tenait", "sait", "faut", "semble", "reste", "devient", "met", "prend"]
)
OBJECT_CLITICS = frozenset(["se", "s'", "me", "m'", "te", "t'", "nous", "vous", "l'", "le", "la", "les", "lui", "leur", "y", "en", "ne", "n'"])
SUBJECT_PRONOUNS = {
    "il": ("m", False),
    "elle": ("f", False),
    "ils": ("m", True),
    "elles": ("f", True),
    "on": ("", False),
    "celui-ci": ("m", False),
    "celle-ci": ("f", False),
    "ceux-ci": ("m", True),
    "celles-ci": ("f", True),
}
ADVERBS = frozenset(
    ["pas", "plus", "aussi", "ainsi", "également", "toujours", "encore", "même", "déjà", "donc", "alors", "ensuite", "enfin", "puis", "notamment", "hier", "jamais", "toutefois", "pourtant", "cependant", "bien", "ici", "là", "surtout", "depuis", "plutôt", "d'ailleurs", "aujourd'hui", "demain", "tout", "très", "trop", "tôt", "tard", "longtemps", "souvent", "parfois", "volontiers", "quant", "d'abord", "en-effet", "autant", "vite", "peu", "beaucoup", "néanmoins", "aussitôt", "désormais", "auparavant", "maintenant"]
)
DAYS = frozenset(
    ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "hier", "avant-hier", "aujourd'hui", "demain", "matin", "soir", "midi", "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre", "dernier", "dernière", "prochain"]
)
PRENOMINAL = frozenset(
    ["premier", "première", "second", "seconde", "ancien", "ancienne", "anciens", "anciennes", "nouveau", "nouvel", "nouvelle", "nouveaux", "nouvelles", "jeune", "jeunes", "même", "mêmes", "grand", "grande", "grands", "grandes", "petit", "petite", "petits", "petites", "actuel", "actuelle", "futur", "future", "autre", "autres", "seul", "seule", "vieux", "vieil", "vieille", "gros", "grosse", "bon", "bonne", "très", "haut", "haute", "hauts", "hautes", "ex", "ex-", "numéro", "principal", "principale", "principaux", "célèbre", "fameux", "fameuse", "dit", "puissant", "puissante", "tout", "toute", "tous", "toutes", "propre", "éventuel", "riche", "simple", "vrai", "deux", "trois", "quatre", "cinq", "six"]
)
TITLES = {
    "m.": "m",
    "m": "m",
    "mm.": "m",
    "monsieur": "m",
    "mme": "f",
    "mme.": "f",
    "mmes": "f",
    "madame": "f",
    "mlle": "f",
    "mademoiselle": "f",
    "dr": "",
    "dr.": "",
    "me": "",
    "me.": "",
    "maître": "",
    "pr": "",
    "pr.": "",
    "mgr": "m",
    "mgr.": "m",
}
LATTER = frozenset({"dernier", "dernière", "derniers", "dernières"})
_AGENT_ENDINGS = (
    "eur",
    "euse",
    "trice",
    "iste",
    "logue",
    "ien",
    "ienne",
    "crate",
    "eurs",
    "istes",
    "logues",
    "iens",
    "naire",
)
_ADJECTIVE_ENDINGS = ["ais", "aise", "aises", "ain", "aine", "ains", "aines", "al", "ale", "ales", "aux", "el", "elle", "els", "elles", "if", "ive", "ifs", "ives", "ien", "ienne", "iens", "iennes", "ique", "iques", "iste", "istes", "aire", "aires", "eux", "euse", "euses", "ois", "oise", "oises", "é", "ée", "és", "ées", "espagnol", "espagnole", "ant", "ante", "ants", "antes", "ible", "able", "ables", "ibles", "ent", "ente", "ents", "ant", "ante", "ants", "antes", "ier", "ière", "iers", "ières", "ine", "ines", "nord-coréen", "nord-coréens", "tif", "tive", "russe", "russes", "belge", "belges", "suisse", "suisses", "turc", "turque", "grec", "grecque", "proche", "proches", "anonyme", "anonymes", "chargé", "chargée", "vert", "verte", "suprême", "général", "générale", "adjoint", "adjointe", "public", "publique", "municipal", "mondial", "mondiale", "délégué", "libre"]
_ADJECTIVES = tuple(_ADJECTIVE_ENDINGS)


def is_agent(noun: str) -> bool:
    """Whether a noun that no list holds looks like one of a person at work: *-eur*, *-iste*, *-logue*."""
    return len(noun) > 5 and noun.endswith(_AGENT_ENDINGS)


def is_adjective(word: str) -> bool:
    """Whether a small-letter word may stand after a noun as its adjective, by its ending."""
    return (
        len(word) > 2 and word.endswith(_ADJECTIVES) and word not in PREPOSITIONS and word not in CONJUNCTIONS
    )
