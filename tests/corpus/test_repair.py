"""Lost spaces and lines come back; words, names and numbers stay whole."""

import pytest

from reader.corpus.repair import LONGEST_PARAGRAPH, cut_long, part_glued
from reader.corpus.subheads import is_rubric, part_subheads, rubric_end


@pytest.mark.parametrize(
    ("glued", "parted"),
    [
        ("selon la mairie.Le maire viendra.", "selon la mairie. Le maire viendra."),
        ('sur la place."Nous voulons', 'sur la place. "Nous voulons'),
        ('il a dit "oui."Puis il est parti.', 'il a dit "oui." Puis il est parti.'),
        ('"Je pars.""Je reste ici."', '"Je pars." "Je reste ici."'),
        ("la place.« Nous voulons", "la place. « Nous voulons"),
        ("« Nous partons.»Le maire", "« Nous partons.» Le maire"),
        ("Vraiment ?Non, dit-il !Jamais", "Vraiment ? Non, dit-il ! Jamais"),
        ("un vote de l'ONU.Le texte", "un vote de l'ONU. Le texte"),
        ("trois S-300.Ce soir", "trois S-300. Ce soir"),
        ("en 2019.Le maire", "en 2019. Le maire"),
        ("la ministre.M. Durand a dit", "la ministre. M. Durand a dit"),
        ("en cours.BFMTV précise", "en cours. BFMTV précise"),
        ("à Lyon,Marseille et Nice,où", "à Lyon, Marseille et Nice, où"),
    ],
)
def test_glued_sentences_are_parted(glued: str, parted: str) -> None:
    assert part_glued(glued) == parted
    assert part_glued(parted) == parted


@pytest.mark.parametrize(
    "text",
    [
        "des S-300 et des S-400",
        "M.Dupont, Mme.Durand et J.-P.Martin",
        "12.000 euros, 3,5 % et 1.5 million",
        "sur lemonde.fr, Change.org ou Exemple.Com",
        "https://exemple.fr/Une.Page,suite et www.Exemple.Fr",
        "jean.Dupont@exemple.fr",
        "les U.S.A. et l'U.R.S.S.",
        "oui... Enfin non (etc.)",
        "av.J.-C.",
        "l'équipe du M.I.T. et St.Louis",
        "« Oui. » Il part. “Non.” Elle reste.",
    ],
)
def test_what_is_whole_stays(text: str) -> None:
    assert part_glued(text) == text


def test_a_very_long_paragraph_is_cut_at_sentence_ends_outside_quotes() -> None:
    sentence = "Le maire a dit mardi que les travaux commenceraient. "
    quoted = "« " + "Nous y pensons depuis longtemps. " * 40 + "» "
    text = (sentence * 20 + quoted + sentence * 20).strip()
    parts = cut_long(text)
    assert len(parts) > 2
    assert " ".join(parts) == text
    assert all(part.count("«") == part.count("»") for part in parts)
    assert all(part.endswith((".", "»")) for part in parts)


def test_a_paragraph_of_ordinary_length_is_not_cut() -> None:
    text = ("Une phrase. " * 200)[:LONGEST_PARAGRAPH]
    assert cut_long(text) == [text]


def test_nothing_is_cut_after_an_initial() -> None:
    text = ("x" * 699 + " M. Durand est venu. ") * 4
    assert not [part for part in cut_long(text) if part.endswith("M.")]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        (
            "Le conseil a voté le budget.- Un débat tendu -Mardi soir, les élus ont parlé.",
            [
                ("Le conseil a voté le budget.", False),
                ("Un débat tendu", True),
                ("Mardi soir, les élus ont parlé.", False),
            ],
        ),
        (
            "Le conseil a voté le budget. Un débat très tenduLe maire a parlé longtemps.",
            [
                ("Le conseil a voté le budget.", False),
                ("Un débat très tendu", True),
                ("Le maire a parlé longtemps.", False),
            ],
        ),
        (
            "Voici les mesures.• Des écoles agrandiesLes travaux commencent.• Un parc",
            [
                ("Voici les mesures.", False),
                ("• Des écoles agrandies", True),
                ("Les travaux commencent.", False),
                ("• Un parc", False),
            ],
        ),
    ],
)
def test_subheads_inside_a_line_are_told(text: str, pieces: list[tuple[str, bool]]) -> None:
    assert part_subheads(text) == pieces


@pytest.mark.parametrize(
    "text",
    [
        "Le rachat de YouTube par BlaBlaCar et McDonald's, dit LeBron, coûte 80 kWh à eBay et SpaceX.",
        "Il est venu - à pied - de Lyon. Elle – sa sœur – aussi.",
        "Un score de 3-0. - Oui, dit-il.",
    ],
)
def test_names_and_asides_are_no_subheads(text: str) -> None:
    assert part_subheads(text) == [(text, False)]


def test_rubrics() -> None:
    assert is_rubric("Politique")
    assert is_rubric("SOCIÉTÉ - JUSTICE")
    assert not is_rubric("Politique de la ville : un échec")
    assert rubric_end("SociétéUn homme est venu", lead=False) == len("Société")
    assert rubric_end("ÉCLAIRAGE. Le conseil a voté" + " oui" * 30, lead=False) == len("ÉCLAIRAGE. ")
    assert rubric_end("CONFLUENCES Le conseil a voté" + " oui" * 30, lead=True) == len("CONFLUENCES ")
    assert rubric_end("CONFLUENCES présente son programme" + " oui" * 30, lead=True) == 0
    assert rubric_end("Justice sera faite", lead=False) == 0
    assert rubric_end("Santé Publique France annonce", lead=False) == 0
