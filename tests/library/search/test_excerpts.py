"""The line that shows why an article was found, and all places that match."""

import pytest

from reader.library.interface import Excerpt
from tests.library.search.small_library import SmallLibrary, make_article

LONG = (
    "Le conseil se réunit mardi. " * 12
    + "La digue de l’Étang-Vieux, à la lisière du bois, a cédé dans la nuit ; l’œuvre d’un siècle. "
    + "Rien d'autre à signaler. " * 12
)


def _excerpt(text: str, query: str, title: str = "Titre") -> Excerpt | None:
    library = SmallLibrary([make_article(text, title)])
    results = library.engine.search(query)
    assert results.total == 1, results
    return library.engine.excerpt(1, results)


def _marked(text: str, query: str) -> list[str]:
    library = SmallLibrary([make_article(text)])
    results = library.engine.search(query)
    return [text[start:end] for start, end in library.engine.matches(library.articles[1], results)]


def test_shows_the_sentence_of_the_match() -> None:
    excerpt = _excerpt(LONG, "etang digue")

    assert excerpt is not None
    assert excerpt.text.startswith("La digue de l’Étang-Vieux, à la lisière")
    assert [excerpt.text[start:end] for start, end in excerpt.marks] == ["digue", "Étang"]
    assert len(excerpt.text) <= 160


def test_prefers_the_place_where_most_words_stand() -> None:
    excerpt = _excerpt(
        "La digue tient. " * 20 + "Mais la digue du bois cède. " + "La digue tient. " * 20, "digue bois"
    )

    assert excerpt is not None
    assert "bois" in excerpt.text


def test_is_one_line() -> None:
    excerpt = _excerpt("Un\nport\n\nneuf\t!", "port neuf")

    assert excerpt is not None
    assert "\n" not in excerpt.text
    assert "\t" not in excerpt.text


def test_is_nothing_where_only_operators_matched() -> None:
    assert _excerpt("Un port", "lang:fr") is None


def test_is_nothing_for_an_article_that_is_gone() -> None:
    library = SmallLibrary([make_article("Un port")])
    results = library.engine.search("port")
    library.remove(1)

    assert library.engine.excerpt(1, results) is None


@pytest.mark.parametrize(
    ("text", "query", "marked"),
    [
        ("L’œuvre, l'Œuvre et les œuvres.", "oeuvre", ["œuvre", "Œuvre", "œuvres"]),
        ("Une e\u0301tape e\u0301te\u0301.", "étape ete", ["e\u0301tape", "e\u0301te\u0301"]),
        ("L'O.N.U. et l'ONU.", "onu", ["O.N.U", "ONU"]),
        ("Le feu vert, puis le feu, vert ou non, et vert.", '"feu vert"', ["feu vert", "feu, vert"]),
        ("Un gouvernement.", "gouvrnement", ["gouvernement"]),
        ("Le feu vert est donné.", "feuvert", ["feu vert"]),
        ("Portail, port, report.", "por", ["Portail", "port"]),
        ("Port et mer.", "port -terre", ["Port"]),
        ("Port et mer.", "mer OR port", ["Port", "mer"]),
        ("La ﬁn d'un ﬁl.", "fin fil", ["ﬁn", "ﬁl"]),
        ("Co\u00adopération.", "cooperation", ["Co\u00adopération"]),
        ("Un mot.", "lang:fr", []),
    ],
)
def test_marks_all_places(text: str, query: str, marked: list[str]) -> None:
    assert _marked(text, query) == marked
