"""What a search forgives, and that it says so."""

import pytest

from reader.library.interface import Correction
from tests.library.search.small_library import SmallLibrary, make_article

TEXTS = [
    "Le ministre donne son feu vert à la coopération spatiale.",
    "Les chevaux de la garde défilent devant l'hôtel.",
    "Le gouvernement réunit les préfets à Marseille.",
    "Zelenskaïa et Marchetti signent la charte.",
    "Le journal municipal paraît demain.",
]


@pytest.fixture(scope="module")
def library() -> SmallLibrary:
    return SmallLibrary([make_article(text, f"Titre {n}", path=f"{n}.txt") for n, text in enumerate(TEXTS)])


@pytest.mark.parametrize(
    ("query", "found", "taken"),
    [
        ("gouvernemnt", 3, "gouvernement"),  # a letter missing
        ("gouverneement", 3, "gouvernement"),  # a letter doubled
        ("gouvernemetn", 3, "gouvernement"),  # letters swapped
        ("gouverment", 3, "gouvernement"),  # two letters missing
        ("gouvarnement", 3, "gouvernement"),  # another letter
        ("bouvernement", 3, "gouvernement"),  # another first letter
        ("ouvernement", 3, "gouvernement"),  # no first letter
        ("marsseille prefets", 3, "marseille"),
        ("feuvert", 1, "feu vert"),  # glued
        ("gouver nement", 3, "gouvernement"),  # split
        ("lhotel", 2, "hotel"),  # an apostrophe forgotten
        ("cheval", 2, "chevaux"),  # the plural only
        ("journaux", 5, "journal"),
        ("charte zelenskaia marcheti", 4, "marchetti"),
        ("gouvrneme", 3, "gouverneme"),  # still being typed
    ],
)
def test_takes_a_word_for_another(library: SmallLibrary, query: str, found: int, taken: str) -> None:
    results = library.engine.search(query, typing=query == "gouvrneme")

    assert list(results.ids) == [found]
    assert any(any(word.startswith(taken) for word in made.taken) for made in results.corrections)
    assert results.missing == ()


@pytest.mark.parametrize(
    "query", ["feu  vert", "l'hotel", "L’HÔTEL", "cooperation", "coopération", "marchetti charte"]
)
def test_corrects_nothing_that_is_found_as_typed(library: SmallLibrary, query: str) -> None:
    results = library.engine.search(query)

    assert results.total == 1
    assert results.corrections == ()


def test_takes_words_literally_when_asked(library: SmallLibrary) -> None:
    results = library.engine.search("gouvernemnt", literal=True, typing=False)

    assert results.total == 0
    assert results.corrections == ()
    assert results.missing == (Correction("gouvernemnt", ("gouvernement",), found=False),)


def test_names_the_word_at_fault(library: SmallLibrary) -> None:
    results = library.engine.search("prefets xylophonique", typing=False)

    assert list(results.ids) == [3]
    assert [missing.typed for missing in results.missing] == ["xylophonique"]


def test_what_is_asked_of_a_field_is_never_passed_over(library: SmallLibrary) -> None:
    for query in ("source:xylophonique prefets", "prefets person:xylophonique marseille"):
        results = library.engine.search(query, typing=False)
        assert results.total == 0
        assert [missing.field for missing in results.missing] == [query[: query.index(":")].split()[-1]]


def test_a_filter_that_leaves_nothing_is_no_reason_to_correct(library: SmallLibrary) -> None:
    results = library.engine.search("marseille date:1999", typing=False)

    assert results.total == 0
    assert results.corrections == ()
    assert results.missing == ()


def test_a_rare_misspelling_does_not_hide_the_right_word() -> None:
    right = [
        make_article(f"Le sénateur Marchetti parle, {n}.", f"Séance {n}", path=f"{n}.txt") for n in range(60)
    ]
    wrong = make_article("Le sénateur Marcheti se tait.", "Silence", path="faute.txt")
    library = SmallLibrary([*right, wrong])

    results = library.engine.search("marcheti", typing=False)

    assert results.total == 61
    assert results.ids[0] == 61
    assert results.corrections == (Correction("marcheti", ("marchetti",)),)
    assert library.engine.search("marcheti", literal=True, typing=False).total == 1


def test_a_rare_word_beside_an_equally_rare_one_is_left_alone() -> None:
    library = SmallLibrary([make_article("Un porche bleu."), make_article("Une proche amie.", path="b.txt")])

    results = library.engine.search("porche", typing=False)

    assert list(results.ids) == [1]
    assert results.corrections == ()
