"""Quoted words are found in every style of sign, and nothing else is."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reader.analysis.quotations.extract import find_quotations
from reader.analysis.quotations.spans import quote_spans
from reader.analysis.types import QuotationKind
from tests.analysis.quotation_helpers import article, quotations


def contents(text: str) -> list[str]:
    return [text[span.content_start : span.content_end] for span in quote_spans(article(text))]


@pytest.mark.parametrize(
    "text",
    [
        "Il dit : « Nous partons demain matin ».",
        "Il dit : «Nous partons demain matin».",
        "Il dit : «\u00a0Nous partons demain matin\u00a0».",
        "Il dit : «\u202fNous partons demain matin\u202f».",
        "Il dit : “Nous partons demain matin”.",
        "Il dit : „Nous partons demain matin“.",
        "Il dit : ”Nous partons demain matin”.",
        'Il dit : "Nous partons demain matin".',
        'Il dit : ""Nous partons demain matin".',
        "Il dit : ''Nous partons demain matin''.",
        "Il dit : ‹ Nous partons demain matin ›.",
        "Il dit : << Nous partons demain matin >>.",
        "Il dit : ‘Nous partons demain matin’.",
        "Il dit : 'Nous partons demain matin'.",
        "Il dit : « Nous partons demain matin",
        'Il l\'a redit hier."Nous partons demain matin", dit-il.',
        'Il l\'a redit hier. "Nous partons demain matin"Puis il sort.',
        "Il dit : « Nous partons demain matin », puis il sort.",
    ],
)
def test_every_style_of_sign(text: str) -> None:
    assert contents(text) == ["Nous partons demain matin"]


def test_several_styles_in_one_article() -> None:
    text = '« Oui, dit-elle, je viens. »\nIl répond "peut-être" et “on verra bien”.\nEnfin ‘c\'est dit’, conclut-il.'
    assert contents(text) == ["Oui, dit-elle, je viens.", "peut-être", "on verra bien", "c'est dit"]


def test_inner_quotations_follow_the_one_that_holds_them() -> None:
    text = (
        "Elle raconte : « Il m'a lancé “à demain” et “bon vent” en partant ».\n"
        'Le "vrai "luxe" discret" plaît.'
    )
    assert contents(text) == [
        "Il m'a lancé “à demain” et “bon vent” en partant",
        "à demain",
        "bon vent",
        'vrai "luxe" discret',
        "luxe",
    ]


def test_plus_signs_of_agencies() -> None:
    text = 'Elle a dit : "Nous voulons un +plan sérieux+ pour la côte".'
    assert contents(text) == ["Nous voulons un +plan sérieux+ pour la côte", "plan sérieux"]


def test_marks_side_by_side_make_two_quotations() -> None:
    assert contents('On lit "Fermé""Ouvert" sur les portes.') == ["Fermé", "Ouvert"]


def test_a_quotation_over_paragraphs() -> None:
    text = "Il dit : « Nous partons.\nNous ne reviendrons pas », avant de sortir."
    assert contents(text) == ["Nous partons.\nNous ne reviendrons pas"]


def test_each_paragraph_takes_up_the_quotation() -> None:
    text = "« Nous partons demain.\n» Nous ne reviendrons pas.\n» Adieu à tous », dit-elle."
    assert contents(text) == ["Nous partons demain.", "Nous ne reviendrons pas.", "Adieu à tous"]


def test_an_unclosed_quotation_ends_with_its_paragraph() -> None:
    text = "Il a dit : « Nous partons.\nLe lendemain, la ville était vide. « Enfin ! » disait-on."
    assert contents(text) == ["Nous partons.", "Enfin !"]


@pytest.mark.parametrize(
    "text",
    [
        "L'élue de l'Oise n'a rien dit aujourd'hui.",
        'Un écran de 27" et un autre de 32" sont vendus.',
        "Il mesure 5' 11 et court en 4'32.",
        "Les années '68 et '70 ont compté.",
        "Rock 'n' roll, c'est l'été.",
        "Une température de 40+2 degrés, 3 + 4 = 7.",
        "- Accueil\n- Sport\n— Culture",
        '"""""""""""""""""',
        "« »",
    ],
)
def test_what_is_no_quotation(text: str) -> None:
    assert contents(text) == []


def test_inches_beside_a_quotation() -> None:
    assert contents('Un écran de 27" que la marque dit "presque parfait" coûte cher.') == ["presque parfait"]


def test_dialogue_lines() -> None:
    text = "La salle se tait.\n— Vous partez ? demande-t-il.\n— Demain.\nElle sort."
    assert contents(text) == ["Vous partez ?", "Demain."]


def test_no_quotation_in_boilerplate() -> None:
    menu = "Abonnez-vous à « La lettre du soir »"
    made = article(f"Il dit : « Nous partons demain ».\n{menu}", boilerplate=(menu,))
    assert len(find_quotations(made, ())) == 1


def test_kinds() -> None:
    text = (
        "« Nous fermerons l'usine au printemps. » C'est ce qu'a annoncé Jeanne Morel.\n"
        "Jeanne Morel a estimé que le projet était « bien trop cher pour une si petite ville ».\n"
        "Elle lit le livre « Pluie »."
    )
    assert [one.kind for one in quotations(text)] == [
        QuotationKind.DIRECT,
        QuotationKind.PARTIAL,
        QuotationKind.TERM,
    ]


SIGNS = st.text(alphabet="«»“”„\"‹›‘’'<>+—– \u00a0\n.,:;!?()aéAÉ1-", max_size=80)
WORDS = st.lists(
    st.sampled_from(
        ["« ", " »", "“", "”", '"', "'", "’", "+", " ", "\n", ", a dit ", "Jeanne Morel", "le maire", "-t-il", "selon ",
         "il", ".", "par ", "qui ", ": ", "explique", "l'", "M. ", "(", ")", "— "]
    ),
    max_size=40,
).map("".join)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(SIGNS | WORDS)
@example("« “ » ”")
@example("'a 'b' c'")
@example("« a-t-il »")
def test_any_signs_give_ordered_nested_spans(text: str) -> None:
    found = quotations(text)
    open_ends: list[int] = []
    last = -1
    for one in found:
        assert last <= one.start < one.end <= len(text)
        assert one.start <= one.content.start < one.content.end <= one.end
        assert not text[one.content.start].isspace()
        assert not text[one.content.end - 1].isspace()
        while open_ends and open_ends[-1] <= one.start:
            open_ends.pop()
        assert all(one.end <= end for end in open_ends)
        open_ends.append(one.end)
        last = one.start
        if one.speaker is not None:
            assert one.speaker.name
            assert 0 <= one.speaker.start <= one.speaker.end <= len(text)
        if one.cue is not None:
            assert 0 <= one.cue.start < one.cue.end <= len(text)
    assert len({(one.start, one.end) for one in found}) == len(found)


@pytest.mark.parametrize(
    "text",
    [
        '"' * 20_000,
        "« a " * 3_000,
        '"oui" ' * 3_000,
        " 'a" * 20_000,
        "+a " * 20_000,
        "« “ " * 3_000 + " ” »" * 3_000,
        "« a »" + " " * 100_000 + "b",
        "« oui » " + "Jean " * 10_000,
        "« a », dit" + "-il" * 10_000,
        "« a »" + "." * 50_000 + " A",
        "(" * 20_000 + "« a », dit Jean",
    ],
    ids=range(11),
)
def test_long_runs_are_read_through(text: str) -> None:
    """Each takes well under a second; before time was bounded, minutes."""
    made = article(text)
    find_quotations(made, ())
