"""Every operator of the query language, on a corpus small enough to read."""

from pathlib import Path

import pytest

from reader.analysis.types import (
    Analysis,
    Entity,
    EntityKind,
    Mention,
    Quotation,
    QuotationKind,
    Span,
    Speaker,
)
from reader.corpus.article import Article
from reader.library.search.index import IndexWriter
from reader.library.shelf import Shelf
from reader.library.shelf.notes import new_note
from reader.library.shelf.visits import packed
from tests.library.search.small_library import SmallLibrary, make_article

PORT = "Le port de Brest rouvre. « Nous avons le feu vert », a dit Anne Le Goff, maire de Brest."
GREVE = "Grève à l'Élysée : les jardiniers cessent le travail, selon l'O.N.U. des jardins."
VOTE = "Budget voted. The mayor of Brest said nothing."


def _shelf(articles: list[Article]) -> Shelf:
    """The first is read, the second starred, noted and tagged, and the third has come since the last visit."""
    shelf = Shelf(Path("/proc/nowhere/shelf.sqlite"))
    port, greve, _ = (article.content_key for article in articles)
    shelf.set_read([port], True)
    shelf.set_starred([greve], True)
    shelf.notes.put([new_note(greve, "à suivre")])
    shelf.set_tags({greve: ("Énergie verte", "2024")})
    shelf.visit.begin(Path("corpus"))
    shelf.visit.settle(packed([port, greve]))
    return shelf


def _span(text: str, part: str) -> tuple[int, int]:
    start = text.index(part)
    return start, start + len(part)


def _analysis_of_port() -> Analysis:
    goff = Entity("Anne Le Goff", EntityKind.PERSON)
    start, end = _span(PORT, "« Nous avons le feu vert »")
    at = _span(PORT, "Anne Le Goff")
    quotation = Quotation(
        start, end, Span(start + 2, end - 2), QuotationKind.DIRECT, Speaker(goff.name, True, True, *at), None
    )
    mentions = (
        Mention(*_span(PORT, "Brest"), Entity("Brest", EntityKind.PLACE)),
        Mention(*_span(PORT, "Le port"), Entity("Port de Brest", EntityKind.ORGANIZATION)),
        Mention(*at, goff),
    )
    return Analysis(mentions, (quotation,))


@pytest.fixture(scope="module")
def library() -> SmallLibrary:
    articles = [
        make_article(
            PORT, "Un port renaît", path="mer/2024/port.txt", date="2024-05-30", source="Ouest Matin"
        ),
        make_article(
            GREVE, "Les allées fermées", path="ville/Élysée.txt", date="2024-11", source="Le Courrier"
        ),
        make_article(VOTE, "Council", path="mer/vote.txt", language="en"),
    ]
    made = SmallLibrary(articles, shelf=_shelf(articles))
    writer = IndexWriter(made.db)
    writer.add_analysis(1, articles[0], _analysis_of_port())
    writer.finish()
    return made


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("brest", {1, 3}),
        ("brest port", {1}),
        ("BREST Élysée", set()),
        ("elysee", {2}),
        ("l'Élysée", {2}),
        ("onu", {2}),
        ("o.n.u.", {2}),
        ("gre*", {2}),
        ('"feu vert"', {1}),
        ('"vert feu"', set()),
        ('"feu ve*"', {1}),
        ("« feu vert »", {1}),
        ("feu-vert", {1}),
        ("-brest", {2}),
        ("brest -port", {3}),
        ('-"feu vert"', {2, 3}),
        ("port OR greve", {1, 2}),
        ("port OU greve", {1, 2}),
        ("port | greve brest", {1}),
        ("greve OR -brest", {2}),
        ("port AND brest", {1}),
        ("brest ET port", {1}),
        ("brest && -port", {3}),
        ("AND brest", set()),
        ("brest NOT port", {3}),
        ("brest AND NOT port", {3}),
        ('SAUF "feu vert"', {2, 3}),
        ("NOT", set()),
        ("title:port", {1}),
        ("titre:allees", {2}),
        ('title:"port renait"', {1}),
        ("title:grève", set()),
        ("source:ouest", {1}),
        ('source:"ouest matin"', {1}),
        ("-source:ouest", {2, 3}),
        ("lang:en", {3}),
        ("langue:fr", {1, 2}),
        ("path:mer/", {1, 3}),
        ("path:elysee", {2}),
        ("chemin:2024/port", {1}),
        ("date:2024", {1, 2}),
        ("date:2024-05", {1}),
        ("date:2024-05..2024-11", {1, 2}),
        ("date:2024-11..2024-05", {1, 2}),
        ("date:2024-11-08", {2}),
        ("date:<2024-11", {1}),
        ("date:<=2024-11", {1, 2}),
        ("date:>2024-05-30", {2}),
        ("date:>=2024-05-30", {1, 2}),
        ("date:..2024-06", {1}),
        ("date:2024-06..", {2}),
        ("-date:2024-05", {2, 3}),
        ("is:undated", {3}),
        ("is:read", {1}),
        ("est:lu", {1}),
        ("is:unread", {2, 3}),
        ("is:non-lu", {2, 3}),
        ("non-lu", {2, 3}),
        ("-is:unread", {1}),
        ("is:starred", {2}),
        ("is:noted", {2}),
        ("is:new", {3}),
        ("tag:energie", set()),
        ('étiquette:"énergie VERTE"', {2}),
        ("tag:2024 élysée", {2}),
        ("tag:*", {2}),
        ("-tag:*", {1, 3}),
        ("est:favori", {2}),
        ("person:goff", {1}),
        ('personne:"Anne Le Goff"', {1}),
        ("person:brest", set()),
        ("place:brest", {1}),
        ("lieu:Brest", {1}),
        ("org:port", {1}),
        ("about:goff", {1}),
        ('sujet:"port de Brest"', {1}),
        ("about:greve", set()),
        ("said:vert", {1}),
        ('dit:"feu vert"', {1}),
        ("said:brest", set()),
        ("by:goff", {1}),
        ("par:anne", {1}),
        ("by:goff OR lang:en", {1, 3}),
        ("", {1, 2, 3}),
    ],
)
def test_finds(library: SmallLibrary, query: str, found: set[int]) -> None:
    results = library.engine.search(query, literal=True, typing=False)

    assert set(results.ids) == found
    assert results.total == len(found)
    assert results.problem is None


@pytest.mark.parametrize(
    ("half_typed", "found"),
    [
        ("bre", {1, 3}),
        ('"feu v', {1}),
        ("brest -", {1, 3}),
        ("brest -p", {1, 3}),
        ("greve OR", {2}),
        ("brest AND", {1, 3}),
        ("brest person:", {1, 3}),
        ("person:go", {1}),
        ("brest date:", {1, 3}),
        ("brest date:20", {1, 3}),
        ("brest is:un", {1, 3}),
        ("greve l'", {2}),
        ('brest "', {1, 3}),
        ("Brest:", {1, 3}),
    ],
)
def test_a_half_typed_query_means_the_part_that_stands(
    library: SmallLibrary, half_typed: str, found: set[int]
) -> None:
    assert set(library.engine.search(half_typed, literal=True).ids) == found


@pytest.mark.parametrize(
    ("wrong", "problem", "place"),
    [
        ("brest date:2024-13", "not a date", 11),
        ("brest is:gone", "is: takes read", 9),
        ("brest person:", "person: needs a value", 6),
        ('"feu vert', "not closed", 0),
        ("persn:goff", "did you mean person", 0),
    ],
)
def test_a_wrong_query_says_where(library: SmallLibrary, wrong: str, problem: str, place: int) -> None:
    results = library.engine.search(wrong, typing=False)

    assert problem in (results.problem or "")
    assert results.problem_at == place


def test_the_normal_form_is_shown(library: SmallLibrary) -> None:
    results = library.engine.search('Élysée  titre:"Le Port"  -grève date:2024-5', typing=False)

    assert results.query == 'elysee title:"le port" -greve date:2024-05'


@pytest.mark.parametrize(
    ("query", "values"),
    [
        ("person:an", ["Anne Le Goff"]),
        ("person:go", ["Anne Le Goff"]),
        ('brest par:"anne l', ["Anne Le Goff"]),
        ("source:", ["Le Courrier", "Ouest Matin"]),
        ("lieu:b", ["Brest"]),
        ("about:bres", ["Brest", "Port de Brest"]),
        ("is:un", ["unread", "undated"]),
        ("lang:", ["fr", "en"]),
        ("date:", ["2024"]),
        ("brest", []),
        ("person:zz", []),
    ],
)
def test_completes_values(library: SmallLibrary, query: str, values: list[str]) -> None:
    assert list(library.engine.complete(query, len(query))) == values


def test_the_cursor_decides_what_is_completed(library: SmallLibrary) -> None:
    assert list(library.engine.complete("person:an brest", 9)) == ["Anne Le Goff"]
