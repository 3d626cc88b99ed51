"""What the article proves against the model's first reading; spans are written `[PER Jean Aubrac]`."""

import re

import pytest

from reader.analysis.entities.corrections import corrected
from reader.analysis.entities.model import TypedSpan
from reader.analysis.entities.passages import Passage, passages
from reader.analysis.entities.typed import names_of
from tests.analysis.entity_helpers import article

_MARK = re.compile(r"\[([A-Z]+) ([^\]]*)\]")


def marked(text: str) -> tuple[str, list[tuple[int, int, str]]]:
    """The text without marks, and the spans that were marked."""
    plain, spans = "", []
    last = 0
    for match in _MARK.finditer(text):
        plain += text[last : match.start()]
        spans.append((len(plain), len(plain) + len(match[2]), match[1]))
        plain += match[2]
        last = match.end()
    return plain + text[last:], spans


def on_tokens(
    found: tuple[Passage, ...], spans: list[tuple[int, int, str]]
) -> list[list[TypedSpan]]:  # fmt: skip
    return [
        [
            (
                next(i for i, token in enumerate(passage.tokens) if token.start >= start),
                next(i for i, token in reversed(list(enumerate(passage.tokens))) if token.end <= end) + 1,
                kind,
            )
            for start, end, kind in spans
            if passage.tokens[0].start <= start < passage.tokens[-1].end
        ]
        for passage in found
    ]


def named(text: str) -> list[str]:
    """The names found in a marked text, each with the first letters of its kind."""
    plain, spans = marked(text)
    source = article(plain)
    found = tuple(passages(source))
    names = names_of(found, corrected(found, on_tokens(found, spans)))
    return [f"{name.kind[:3]} {plain[name.start : name.end]}" for name in names]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Selon [LOC infos-port.com], le quai ferme.", ["org infos-port.com"]),
        ("Selon le site infos-port.com, le quai ferme.", ["org infos-port.com"]),
        ("Voir pic.infos-port.com/quai pour la suite.", []),
        ("Le mensuel « 12 quais » paraît.", ["org 12 quais"]),
        ("Le ministre de la [LOC Mer] a répondu.", ["org Mer"]),
        ("Le Premier ministre de la [LOC Grèce] a répondu.", ["pla Grèce"]),
        (
            "Le ministère de l'[ORG Éducation nationale] a répondu.",
            ["org ministère de l'Éducation nationale"],
        ),
        ("Près du parc [PER Aubrac], un feu.", ["pla parc Aubrac"]),
        ("Il est au col de la [LOC Croix].", ["pla col de la Croix"]),
        ("Elle ira au festival de [LOC Verlieu].", ["eve festival de Verlieu"]),
        ("À la place de [LOC Verlieu], il y a un champ.", ["pla Verlieu"]),
        ("La chaîne russe [LOC Verlieu] diffuse.", ["org Verlieu"]),
        ("Le film [PER Anna Orsel] sort.", ["pro Anna Orsel"]),
        ("La compagnie Traversées du [LOC Ponant] embauche.", ["org Traversées du Ponant"]),
        ("La société Orsel et le maire de [LOC Lyon] signent.", ["pla Lyon"]),
        ("Il a vu [ORG les Orsel] et [LOC l'ex-Verlie].", ["org Orsel", "pla l'ex-Verlie"]),
        ("Dans l'[LOC ex-Verlie], rien.", ["pla Verlie"]),
        (
            "Les communes de [LOC Orsel], [PER Verlieu] et de [ORG Tolvès].",
            ["pla Orsel", "pla Verlieu", "pla Tolvès"],
        ),
        (
            "Il quitte [PER Verlan Industries] et [LOC Orsel & Verlieu].",
            ["org Verlan Industries", "org Orsel & Verlieu"],
        ),
        ("Vers [ORG Oued Orsel], rien.", ["pla Oued Orsel"]),
        ("Le village d'[PER Aïn Orsel] attend.", ["pla Aïn Orsel"]),
        ("Il a vu le film « Une vie d'[PER Orsel] ».", ["pro Une vie d'Orsel"]),
    ],
)
def test_nouns_before_a_name_head_it_or_tell_its_kind(text: str, names: list[str]) -> None:
    assert named(text) == names


def test_a_name_of_one_word_has_one_kind_in_an_article_and_is_found_at_a_start_too() -> None:
    text = "Verlan gagne.\n[ORG Verlan] monte, [ORG Verlan] vend, chez [LOC Verlan], et Verlan aussi."
    assert named(text) == ["org Verlan"] * 5


def test_a_word_that_is_also_written_without_a_capital_is_not_added() -> None:
    text = "Orange vend.\n[ORG Orange] monte, [ORG Orange] vend une orange."
    assert named(text) == ["org Orange"] * 2


def test_a_name_is_not_cut_where_it_stands_in_full() -> None:
    assert named("[ORG Bien commun] parle.\nAvec [ORG Bien] commun, on rit.") == ["org Bien commun"] * 2


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Pour la [MISC CAN] 2019, on part.", ["pro CAN 2019"]),
        ("Dans l'[LOC Orsie] orientale, il pleut.", ["pla Orsie orientale"]),
        ("Selon [ORG Verlan Inc]. on vend.", ["org Verlan Inc."]),
        ("À l'[ORG Orsel vendredi], on vote.", ["org Orsel"]),
        ("Nathalie [PER Orsel] rit.", ["per Nathalie Orsel"]),
        ("Le [PER Saif al-Orsi] [PER Verlieu] parle.", ["per Saif al-Orsi Verlieu"]),
        ("Le [ORG PIB] monte.", []),
    ],
)
def test_ends_of_names(text: str, names: list[str]) -> None:
    assert named(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "La [ORG Ligue des lacs] (LDL) dit.",
        "La Ligue des lacs (LDL) dit.",
        "La Ligue des lacs ([ORG LDL]) dit.",
    ],
)
def test_an_acronym_and_what_it_stands_for_are_names_together(text: str) -> None:
    assert named(text) == ["org Ligue des lacs", "org LDL"]


def test_the_expansion_may_come_second_and_common_nouns_stay_out() -> None:
    assert named("La [ORG LDL] (Ligue des lacs) dit.") == ["org LDL", "org Ligue des lacs"]
    assert named("Un test rapide de dépistage ([ORG TRD]) suffit.") == ["org TRD"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("[ORG Twitter] est mort. Il dit à X que non.", ["org Twitter", "org X"]),
        ("Sur X, il rit.\nCe que X refuse.", ["org X", "org X"]),
        ("Le réseau social X tombe.", ["org X"]),
        ("Plainte contre X. On écrit sur X.", ["org X"]),
        ("Il dépend de X, et de Y.", []),
        ("Sur X. Aubrac, un livre.", []),
        ("Sur X Aubrac, un livre.", []),
    ],
)
def test_x_is_a_company_where_the_article_tells_so(text: str, names: list[str]) -> None:
    assert named(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("L'enquête [ORG Verlan Interactive / Agence Orsel] dit.", ["org Verlan Interactive", "org Agence Orsel"]),
        ("En finale de la [MISC CAN 2019 Toutefois] on attend.", ["pro CAN 2019"]),
        ("[ORG Certains Verts] partent.", ["org Verts"]),
        ("Un livre, [MISC Mais où va le monde].", ["pro Mais où va le monde"]),
        ("La journaliste du [ORG Monde Ariane Orsel] parle.", ["org Monde", "per Ariane Orsel"]),
        ("Photo [ORG Gérard Orsel Agence France-Presse] hier.", ["per Gérard Orsel", "org Agence France-Presse"]),
        ("La [ORG Fondation Gérard Orsel] donne.", ["org Fondation Gérard Orsel"]),
        ("Une carte de [PER Noël] et « [PER Joyeux Noël] ».", []),
        ("Hier [PER Noël] a ri avec [PER Noël Orsel].", ["per Noël", "per Noël Orsel"]),
        ("Il chante avec [PER Sir Willard Orsel].", ["per Willard Orsel"]),
    ],
)  # fmt: skip
def test_names_that_ran_into_something_are_parted(text: str, names: list[str]) -> None:
    assert named(text) == names


def test_a_law_is_a_work_whatever_it_was_taken_for() -> None:
    assert named("Le [ORG DSA] ([ORG Digital Services Act]) oblige.") == [
        "pro DSA",
        "pro Digital Services Act",
    ]
