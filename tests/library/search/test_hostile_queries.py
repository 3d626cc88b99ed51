"""Nothing that can be typed or pasted raises, and nothing of it reaches SQLite as syntax.

`READER_HOSTILE_QUERIES=10000` tries that many random byte strings instead of a few hundred.
"""

import os
import random
from pathlib import Path

import pytest

from reader.library import indexing
from reader.library.open import open_library
from reader.library.search import index
from tests.library.search.small_library import SmallLibrary, make_article

NUMBER = int(os.environ.get("READER_HOSTILE_QUERIES", "400"))
PIECES = [
    '"', "-", "OR", "|", "(", ")", "*", ":", "title:", "date:", "date:9999-12", "date:0000", "date:..",
    "is:", "person:",
    "NEAR(", "^", "+", "{", "}", "\\", "'", "\0", "\ud800", "\ue000port", "\x1b[31m", "a" * 3000,
    "œ", "e\u0301" * 50, "\u202e", "date:<", "date:9999-12-31..", "path:%", "path:'",
    "said:", "100 %", "ı", "İ", "ß", "a\U0001e900b", "ꟃa", "ᲀ", "Ა", "\u0528",
]  # fmt: skip


@pytest.fixture(scope="module")
def library() -> SmallLibrary:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(index, "BLOCK", 2)
        patch.setattr(index, "FIRST_BLOCK", 2)
        return _made()


def _made() -> SmallLibrary:
    texts = [
        "a\U0001e900b ꟃa ᲀ Ა",
        "Le port de Brest",
        "Œuvre à l'Élysée",
        "\u0130stanbul e\u0301te\u0301 o.n.u.",
    ]
    return SmallLibrary([make_article(text, path=f"{n}.txt") for n, text in enumerate(texts)])


def _search(library: SmallLibrary, query: str) -> None:
    for typing in (True, False):
        results = library.engine.search(query, typing=typing)
        for article_id in results.ids:
            library.engine.excerpt(article_id, results)
            library.engine.matches(library.articles[article_id], results)
        assert results.total == len(list(results.ids))
        assert results.query.isprintable()
        assert (results.problem or "").isprintable()
    library.engine.complete(query, len(query))


def test_random_bytes_as_queries_raise_nothing(library: SmallLibrary) -> None:
    some = random.Random(5)
    for _ in range(NUMBER):
        raw = some.randbytes(some.randint(0, 60))
        _search(library, raw.decode(some.choice(["utf-8", "latin-1", "utf-16-le"]), "replace"))


def test_pieces_of_syntax_in_any_order_raise_nothing(library: SmallLibrary) -> None:
    some = random.Random(6)
    for _ in range(NUMBER):
        _search(library, some.choice([" ", ""]).join(some.choices(PIECES, k=some.randint(1, 8))))


@pytest.mark.parametrize("word", ["a\U0001e900b", "ꟃa", "Ა"])
def test_letters_that_fts5_does_not_know_are_searched_all_the_same(library: SmallLibrary, word: str) -> None:
    assert library.found(word, typing=False) == [1]


def test_private_use_signs_are_no_way_into_the_fields(library: SmallLibrary) -> None:
    titled = library.found("title:sans")

    assert titled == [4, 3, 2, 1]
    assert library.found("\ue000sans") == titled  # read as the plain word


def test_lone_surrogates_where_names_are_looked_up(corpus: Path, file: Path) -> None:
    indexing.index(corpus, file, analyse=False)
    library = open_library(corpus, file=file)
    assert list(library.entity_ids("caf\udce9")) == []
    assert library.entity_named("caf\udce9") is None
    assert list(library.speakers("\udced\udca0").rows) == []
    library.close()
