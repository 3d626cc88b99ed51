"""Whatever the corpus and the query, search finds what reading every article finds."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.corpus.article import Article
from reader.library.interface import Sort
from reader.library.search import index
from reader.library.search.dates import parse_dates
from reader.library.search.grammar import parse
from reader.library.search.query import Clause, Is, Not, Path, Query, Words
from tests.library.search.small_library import SmallLibrary, make_article

WORDS = [
    "Été",
    "œuvre",
    "port",
    "ports",
    "portail",
    "a",
    "le",
    "Léa",
    "O.N.U.",
    "l'eau",
    "2024",
    "feu-vert",
    "É",
]
DATES = ["2024", "2024-05", "2024-05-30", "2023-12-31", "2024-11", None]

texts = st.lists(st.sampled_from(WORDS), min_size=1, max_size=8).map(" ".join)
articles = st.builds(
    make_article,
    texts,
    texts,
    date=st.sampled_from(DATES),
    source=st.sampled_from([None, "Le Port", "Été"]),
    language=st.sampled_from(["fr", "en"]),
)
folded = st.sampled_from(
    ["ete", "oeuvre", "port", "po", "portail", "a", "le", "lea", "onu", "eau", "2024", "feu", "x"]
)
plain = st.builds(Words, st.lists(folded, min_size=1, max_size=3).map(tuple), st.none(), st.booleans())
in_field = st.builds(
    Words,
    st.lists(folded, min_size=1, max_size=2).map(tuple),
    st.sampled_from(["title", "source", "lang"]),
    st.booleans(),
)
dates = st.sampled_from(
    ["2024", "2024-05", "2024-05-30", "<2024", ">2024-05", "2023-12..2024-05", "..2024", "2024-06.."]
)
atoms = st.one_of(
    plain,
    plain,
    in_field,
    dates.map(parse_dates),
    st.just(Is("undated")),
    st.builds(Path, st.sampled_from(["1", ".txt"])),
)
single = st.one_of(atoms, atoms, atoms.map(Not))
queries = st.lists(
    st.one_of(single, st.lists(single, min_size=2, max_size=3).map(lambda some: _either(some))), max_size=4
).map(lambda clauses: Query(tuple(dict.fromkeys(clauses))))


def _either(choices: list[Clause]) -> Clause:
    made = parse(" OR ".join(map(str, choices))).clauses
    return made[0]


def _with_paths(some: list[Article]) -> list[Article]:
    return [
        make_article(
            article.text, article.title, path=f"{number}.txt", source=article.source,
            date=str(article.date) if article.date else None, language=article.language,
        )
        for number, article in enumerate(some)
    ]  # fmt: skip


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    some=st.lists(articles, min_size=1, max_size=12),
    more=st.lists(articles, max_size=3),
    query=queries,
    removed=st.booleans(),
    block=st.sampled_from([2, 5, 1000]),
)
def test_finds_what_a_naive_scan_finds(
    monkeypatch: pytest.MonkeyPatch,
    some: list[Article],
    more: list[Article],
    query: Query,
    removed: bool,
    block: int,
) -> None:
    monkeypatch.setattr(index, "BLOCK", block)
    monkeypatch.setattr(index, "FIRST_BLOCK", 2)
    monkeypatch.setattr(index, "SMALLEST_BLOCK", 2)
    everything = _with_paths(some + more)
    library = SmallLibrary(everything[: len(some)])
    library.add(everything[len(some) :])
    if removed:
        library.remove(1)

    results = library.engine.search(str(query), literal=True, typing=False)

    expected = library.naive(query)
    assert results.query == str(query)
    assert results.problem is None
    assert set(results.ids) == expected
    assert results.total == len(results.ids) == len(expected)


@settings(max_examples=40, deadline=None)
@given(some=st.lists(articles, min_size=1, max_size=12), query=queries)
def test_every_order_holds_the_same_articles(some: list[Article], query: Query) -> None:
    library = SmallLibrary(_with_paths(some))
    expected = library.naive(query)

    for sort in Sort:
        results = library.engine.search(str(query), sort=sort, literal=True, typing=False)
        assert sorted(results.ids) == sorted(expected)
        first = library.engine.search(str(query), sort=sort, literal=True, typing=False, limit=3)
        assert list(first.ids) == list(results.ids)[:3]
        assert first.total == len(expected)


@settings(max_examples=60, deadline=None)
@given(query=queries)
def test_a_normal_form_means_the_same_query(query: Query) -> None:
    assert parse(str(query)).clauses == query.clauses


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_a_long_query_loses_no_article_to_the_many_grades_of_its_hits(data: st.DataObject) -> None:
    long = [
        begin + end for begin in ("bal", "cor", "dun", "fil") for end in ("ade", "ine", "oru", "emi", "uste")
    ]
    text = " ".join(long)
    titles = data.draw(st.lists(st.sets(st.sampled_from(long), max_size=4), min_size=20, max_size=60))
    rarer = data.draw(st.lists(st.sets(st.sampled_from(long), min_size=1), max_size=20))
    said = [(text, " ".join(sorted(title))) for title in titles]
    said += [(" ".join(sorted(some)), "Sans titre") for some in rarer if len(some) < len(long)]
    library = SmallLibrary(
        make_article(words, title, path=f"{number}.txt") for number, (words, title) in enumerate(said)
    )
    assert sorted(library.found(text)) == list(range(1, len(titles) + 1))
