"""Who said what: what counts once, whose it is, and who else reports it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.analysis.types import (
    Analysis,
    Entity,
    EntityKind,
    Mention,
    Quotation,
    QuotationKind,
    Relay,
    Span,
    Speaker,
)
from reader.corpus.article import Article
from reader.library.interface import SpeakerSort
from reader.library.sayings.differences import differences
from reader.library.sayings.reading import read_reports, read_sayings, read_speakers
from reader.library.sayings.same_words import fingerprints, folded_words
from tests.library.sayings.made import SqliteSayings
from tests.tui.articles import make_article

PROMISE = "Nous ouvrirons la nouvelle digue avant les grandes marées de septembre"


def saying(
    words: str, name: str | None, *, sure: bool = True, named: bool = True, path: str = "a.txt",
    date: str | None = None, kind: QuotationKind = QuotationKind.DIRECT, people: tuple[str, ...] = (),
    signs: str = "«»",
) -> tuple[Article, Analysis]:  # fmt: skip
    """An article that is one quotation, with the people it names."""
    article = make_article(
        path, [f"{path} : {signs[0]}{words}{signs[1]} a-t-on dit."], date=date, source="Le Phare"
    )
    start = article.text.index(signs[0])
    content = Span(start + 1, start + 1 + len(words))
    speaker = Speaker(name, named, sure, 0, 1) if name else None
    mentions = tuple(Mention(0, 1, Entity(person, EntityKind.PERSON)) for person in people)
    return article, Analysis(mentions, (Quotation(start, content.end + 1, content, kind, speaker, None),))


def library(*said: tuple[Article, Analysis]) -> SqliteSayings:
    articles = {number: article for number, (article, _) in enumerate(said, 1)}
    return SqliteSayings(articles, {number: analysis for number, (_, analysis) in enumerate(said, 1)})


def speakers(
    made: SqliteSayings, typed: str = "", *, sure_only: bool = False, within: list[int] | None = None
) -> list[tuple[str, int, int]]:
    counts = read_speakers(made.db, typed, SpeakerSort.QUOTES, sure_only=sure_only, within=within, limit=100)
    assert counts.speakers == len(counts.rows)
    assert counts.quotes == sum(row.quotes for row in counts.rows)
    return [(row.name, row.quotes, row.articles) for row in counts.rows]


def groups(made: SqliteSayings) -> int:
    number: int = made.db.execute("SELECT count(DISTINCT saying) FROM sayings_quotations").fetchone()[0]
    return number


def test_a_quote_that_several_articles_carry_counts_once_in_its_longest_form() -> None:
    made = library(
        saying(PROMISE, "Inès Carvalho", path="a.txt", date="2024-05-01"),
        saying(f"{PROMISE}, quoi qu'il en coûte", "Inès Carvalho", path="b.txt", date="2024-05-02"),
        saying(PROMISE.upper(), "INÈS CARVALHO", path="c.txt", signs="“”"),
    )
    assert speakers(made) == [("Inès Carvalho", 1, 3)]
    (said,) = read_sayings(made.db, 1, sure_only=False, within=None)
    assert said.text.endswith("quoi qu'il en coûte")
    assert (said.article_id, said.articles, str(said.date), said.source) == (2, 3, "2024-05-02", "Le Phare")


@pytest.mark.parametrize(
    "other",
    [
        PROMISE.replace("é", "e"),
        PROMISE.replace("la nouvelle", "lanouvelle"),
        PROMISE.replace(" ", "  ").replace("avant", "avant,"),
        PROMISE.replace("nouvelle ", ""),
    ],
)
def test_the_same_words_are_known_across_signs_accents_glue_and_small_cuts(other: str) -> None:
    made = library(saying(PROMISE, None, path="a.txt"), saying(other, None, path="b.txt", signs="“”"))
    assert groups(made) == 1
    start = made.db.execute("SELECT start FROM sayings_quotations WHERE article = 1").fetchone()[0]
    assert [report.path for report in read_reports(made.db, 1, start)] == ["a.txt", "b.txt"]


@pytest.mark.parametrize(
    ("one", "other", "who", "whom"),
    [
        (PROMISE, "Nous fermerons le vieux pont quand il sera trop tard pour tout le monde", "A B", "A B"),
        (
            "Nous avons compté 25 bateaux au port ce matin",
            "Nous avons compté 35 bateaux au port ce matin",
            "A B",
            "A B",
        ),
        ("ni d'ici ni de là", "ni d'ici ni de là", "Ana Morel", "Luc Perrot"),
        ("Oui", "Oui", "Ana Morel", "Ana Morel"),
        (PROMISE, f"{PROMISE} sans faute aucune", "Ana Morel", "Luc Perrot"),
        ("au cas par cas", "au cas par cas", "Ana Morel", "Ana Morel"),
        (
            "vol avec violences volontaires en bande organisée",
            "vol avec violences volontaires en bande organisée",
            "Ana Morel",
            "Luc Perrot",
        ),
    ],
)
def test_other_words_figures_and_speakers_are_kept_apart(one: str, other: str, who: str, whom: str) -> None:
    assert groups(library(saying(one, who, path="a.txt"), saying(other, whom, path="b.txt"))) == 2


def test_terms_do_not_count_and_probable_speakers_can_be_left_out() -> None:
    made = library(
        saying(PROMISE, "Inès Carvalho", sure=False),
        saying("nouvelle digue", "Inès Carvalho", kind=QuotationKind.TERM, path="b.txt"),
        saying("une digue pour rien", "Paul Estrade", kind=QuotationKind.PARTIAL, path="c.txt"),
    )
    assert speakers(made) == [("Inès Carvalho", 1, 1), ("Paul Estrade", 1, 1)]
    assert speakers(made, sure_only=True) == [("Paul Estrade", 1, 1)]
    assert speakers(made, within=[1, 2]) == [("Inès Carvalho", 1, 1)]
    assert speakers(made, "estrade PAUL") == [("Paul Estrade", 1, 1)]
    assert speakers(made, "personne") == []


def test_unnamed_speakers_stand_together_by_description() -> None:
    made = library(
        saying(PROMISE, "un responsable portuaire", named=False),
        saying("La criée rouvrira lundi à l'aube", "le responsable portuaire", named=False, path="b.txt"),
    )
    assert speakers(made) == [("un responsable portuaire", 2, 2)]


def test_a_lone_surname_joins_the_only_full_name_and_no_other() -> None:
    full = saying(PROMISE, "Inès Carvalho", people=("Inès Carvalho",))
    lone = saying("La criée rouvrira lundi à l'aube", "Carvalho", path="b.txt", people=("Carvalho",))
    assert speakers(library(full, lone)) == [("Inès Carvalho", 2, 2)]
    namesake = saying("Rien à dire de plus ici", None, path="c.txt", people=("Rui Carvalho",))
    made = library(full, lone, namesake)
    assert [row[0] for row in speakers(made)] == ["Carvalho", "Inès Carvalho"]


def test_a_namesake_that_comes_later_parts_them_again() -> None:
    made = library(
        saying(PROMISE, "Inès Carvalho", people=("Inès Carvalho",)),
        saying("La criée rouvrira lundi à l'aube", "Carvalho", path="b.txt"),
    )
    made.add(3, *saying("Rien à dire de plus ici", None, path="c.txt", people=("Rui Carvalho",)))
    made.finish()
    assert [row[0] for row in speakers(made)] == ["Carvalho", "Inès Carvalho"]


def test_what_is_removed_no_longer_counts_and_the_rest_is_still_known() -> None:
    made = library(saying(PROMISE, "Inès Carvalho"), saying(PROMISE, "Inès Carvalho", path="b.txt"))
    made.remove(1)
    assert speakers(made) == [("Inès Carvalho", 1, 1)]
    made.add(3, *saying(f"{PROMISE}, bien sûr", "Inès Carvalho", path="c.txt"))
    made.finish()
    assert speakers(made) == [("Inès Carvalho", 1, 2)]
    made.remove(2)
    made.remove(3)
    assert speakers(made) == []
    assert made.db.execute("SELECT count(*) FROM sayings_fingerprints").fetchone()[0] == 0


def test_an_article_taken_twice_changes_nothing() -> None:
    made = library(saying(PROMISE, "Inès Carvalho"))
    made.writer.add(1, *saying(PROMISE, "Inès Carvalho"))
    made.finish()
    assert made.db.execute("SELECT count(*) FROM sayings_quotations").fetchone()[0] == 1


def test_differences_are_marked_word_by_word() -> None:
    mine, other = "Nous ouvrirons la digue demain", "Nous ouvrirons enfin la digue"
    marked = differences(mine, other)
    assert [other[start:end] for start, end in marked] == ["enfin", ""]
    assert marked[1] == (len(other), len(other))
    assert differences(PROMISE, PROMISE.upper()) == ()


@settings(max_examples=100, deadline=None)
@given(st.text(), st.text())
def test_any_two_texts_have_differences_inside_the_text(mine: str, other: str) -> None:
    marked = differences(mine, other)
    assert all(0 <= start <= end <= len(other) for start, end in marked)
    assert list(marked) == sorted(marked)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.text(min_size=1, max_size=60), st.text(min_size=1, max_size=200)), max_size=6))
def test_any_names_and_words_can_be_written_read_and_removed(pairs: list[tuple[str, str]]) -> None:
    said = [
        saying(words.replace("«", "<").replace("\n", " "), name, path=f"{number}.txt")
        for number, (words, name) in enumerate(pairs)
    ]
    made = library(*said)
    for row in read_speakers(made.db, "", SpeakerSort.NAME, sure_only=False, within=None, limit=99).rows:
        assert read_sayings(made.db, row.id, sure_only=False, within=None)
    for number in range(1, len(said) + 1):
        made.remove(number)
    assert speakers(made) == []


def test_a_run_of_six_words_in_common_gives_a_fingerprint_in_common() -> None:
    run = folded_words("les grandes marées de septembre viendront")
    left = folded_words("avant que tout cela ne commence ici même") + run
    right = run + folded_words("et puis après on verra bien ce qui reste")
    assert set(fingerprints(left)) & set(fingerprints(right))


def parted(*kinds: QuotationKind, path: str = "a.txt") -> tuple[Article, Analysis]:
    """An article with one utterance of several quotations of these kinds."""
    words = [
        "Nous ouvrirons la digue demain matin",
        "Le port restera fermé tout cet été",
        "Rien ne presse ici",
    ]
    article = make_article(path, [" puis ".join(f"«{part}»" for part in words[: len(kinds)])])
    speaker = Speaker("Inès Carvalho", True, True, 0, 1)
    found = []
    for part, kind in zip(words, kinds, strict=False):
        start = article.text.index(part)
        content = Span(start, start + len(part))
        number = 2 if kind is QuotationKind.INDIRECT else 1
        relay = Relay("APP", 0, 1)
        found.append(Quotation(start - 1, content.end + 1, content, kind, speaker, None, relay, number))
    return article, Analysis((), tuple(found))


def test_the_parts_of_an_utterance_count_once_and_stand_together() -> None:
    made = library(
        parted(QuotationKind.DIRECT, QuotationKind.DIRECT), parted(QuotationKind.DIRECT, path="b.txt")
    )
    assert speakers(made) == [("Inès Carvalho", 1, 2)]
    assert speakers(made, within=[2]) == [("Inès Carvalho", 1, 1)]
    (said,) = read_sayings(made.db, 1, sure_only=False, within=None)
    assert said.text == "Nous ouvrirons la digue demain matin […] Le port restera fermé tout cet été"
    assert (said.article_id, said.articles, said.relay) == (1, 2, "APP")


def test_reported_speech_is_counted_and_listed_apart() -> None:
    made = library(parted(QuotationKind.DIRECT, QuotationKind.INDIRECT))
    assert speakers(made) == speakers(made, within=[1]) == [("Inès Carvalho", 1, 1)]
    row = read_speakers(made.db, "", SpeakerSort.QUOTES, sure_only=False, within=None, limit=9).rows[0]
    assert row.reported == 1
    said = read_sayings(made.db, 1, sure_only=False, within=None)
    assert [(one.text[:9], one.indirect) for one in said] == [("Nous ouvr", False), ("Le port r", True)]
    only_reported = library(parted(QuotationKind.INDIRECT))
    assert speakers(only_reported) == speakers(only_reported, within=[1]) == []


def test_words_in_signs_are_never_the_same_as_reported_ones() -> None:
    made = library(parted(QuotationKind.DIRECT), parted(QuotationKind.INDIRECT, path="b.txt"))
    assert groups(made) == 2
