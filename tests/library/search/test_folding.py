"""Folding: what counts as the same word, and where it stood."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.library.search.folding import FoldedText, fold, words, words_with_places

PIECES = [
    "œ",
    "É",
    "e\u0301",
    "a",
    " ",
    ".",
    "O.N.U.",
    "’",
    "'",
    "ﬁ",
    "İ",
    "ß",
    "Σ",
    "ς",
    "\u00ad",
    "ẞ",
    "½",
    "\ue000",
    "한",
    "_",
]
texts = st.one_of(st.text(max_size=40), st.lists(st.sampled_from(PIECES), max_size=20).map("".join))


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("ÉLYSÉE", "elysee"),
        ("l’Œuvre", "l'oeuvre"),
        ("Ægir", "aegir"),
        ("e\u0301te\u0301", "ete"),
        ("Straße", "strasse"),
        ("İzmir", "izmir"),
        ("co\u00adopérer", "cooperer"),
        ("a\ue000b", "a b"),
    ],
)
def test_folds(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("L'O.N.U. à New-York", ["l", "onu", "a", "new", "york"]),
        ("lemonde.fr et M. Dupont", ["lemonde", "fr", "et", "m", "dupont"]),
        ("12.000 euros, 3,5 %", ["12", "000", "euros", "3", "5"]),
        ("snake_case", ["snake", "case"]),
    ],
)
def test_cuts_into_words(text: str, found: list[str]) -> None:
    assert words(text) == found


@settings(max_examples=200)
@given(texts)
def test_words_with_places_are_the_same_words(text: str) -> None:
    placed = list(words_with_places(text))

    assert [word for word, _, _ in placed] == words(text)
    for word, start, end in placed:
        assert 0 <= start < end <= len(text)
        assert word[0] in fold(text[start])


@settings(max_examples=200)
@given(texts)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@settings(max_examples=200)
@given(texts)
def test_every_folded_letter_knows_where_it_stood(text: str) -> None:
    folded = FoldedText(text)

    for place, letter in enumerate(folded.text):
        start, end = folded.span(place, place + 1)
        assert letter in fold(text[start:end]) or letter == "'"


@given(st.text(alphabet="".join(bytes([number]).decode("cp1252", "ignore") for number in range(256))))
def test_a_western_text_is_folded_as_any_other(text: str) -> None:
    beyond = "Ж"  # a sign that no western encoding has takes the other way
    assert fold(text + beyond) == fold(text) + fold(beyond)
