"""Texts are parted into sentences, glued ones too, and names are not cut."""

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.analysis.sentences import sentences
from reader.analysis.types import Span


def parts(text: str, *masks: tuple[int, int]) -> list[str]:
    return [
        text[one.start : one.end] for one in sentences(text, 0, len(text), [Span(*mask) for mask in masks])
    ]


def test_plain_and_glued_sentences() -> None:
    assert parts("Il pleut. Elle sort.Le vent tombe ! Vraiment ? Oui…") == [
        "Il pleut.", "Elle sort.", "Le vent tombe !", "Vraiment ?", "Oui…",
    ]  # fmt: skip


def test_names_and_numbers_stay_whole() -> None:
    text = "M. Dupré et Mme Le Goff parlent de l'ONU à J.-C. Martin, 12.000 euros en 3.5 ans, sur lemonde.fr."
    assert parts(text) == [text]


def test_an_elided_name_is_not_a_new_sentence() -> None:
    assert parts("Le chef de l'ONU parle. L'OTAN écoute.") == ["Le chef de l'ONU parle.", "L'OTAN écoute."]


def test_a_small_letter_goes_on() -> None:
    assert parts("« Vous venez ? » demande Paul. Il sort.") == ["« Vous venez ? » demande Paul.", "Il sort."]


def test_nothing_is_cut_inside_a_mask() -> None:
    text = "Il dit : « Oui. Non. Peut-être. » Elle sort."
    start, end = text.index("«"), text.index("»") + 1
    assert parts(text, (start, end)) == ["Il dit : « Oui. Non. Peut-être. »", "Elle sort."]


def test_a_mask_that_ends_with_a_stop_ends_the_sentence_before_a_capital_only() -> None:
    text = '"Oui." Elle sort. "Non !" dit-il.'
    assert parts(text, (0, 6), (18, 25)) == ['"Oui."', "Elle sort.", '"Non !" dit-il.']


def test_line_breaks_end_sentences() -> None:
    assert parts("Un titre\nUn texte.") == ["Un titre", "Un texte."]


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="aA. !?…\n\"»«'M-1", max_size=60))
def test_sentences_are_in_order_and_leave_out_only_blanks(text: str) -> None:
    found = sentences(text, 0, len(text))
    left = 0
    for one in found:
        assert left <= one.start < one.end
        assert not text[left : one.start].strip()
        left = one.end
    assert not text[left:].strip()
