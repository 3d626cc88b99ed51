"""What is joined across articles, what is kept apart, and the reasons given."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.analysis.types import EntityKind
from reader.library.naming.corrections import read_corrections
from reader.library.naming.spelling import key_of, skeleton
from tests.library.naming.made import analysed, naming_of

COMPANY = "Avec [o Port de Kerlan], [l Valbrune], [o Ligue du Phare] et [p Inès Carvalho]."


def test_spellings_that_differ_in_accents_capitals_and_hyphens_are_one() -> None:
    naming = naming_of(
        [analysed("Aux [l Îles-Vertes]."), analysed("Aux [l Iles Vertes]."), analysed("Aux [l îles vertes].")]
    )
    assert naming.same("Îles-Vertes", "Iles Vertes", "îles vertes")
    assert list(naming.counts().values()) == [(3, 3)]


def test_kinds_are_kept_apart() -> None:
    naming = naming_of([analysed("A [l Orme]."), analysed("La société [o Orme].")])
    assert naming.id("Orme", EntityKind.PLACE) != naming.id("Orme", EntityKind.ORGANIZATION)


@pytest.mark.parametrize(
    "names",
    [
        ("Piotr Zarensky", "Piotr Zarenskyy", "Piotr Zarenski"),
        ("Mohamed Salhi", "Mohammed Salhi"),
        ("Matthieu Roquer", "Mathieu Roquer"),
    ],
)
def test_transliterations_of_a_full_name_are_one(names: tuple[str, ...]) -> None:
    assert naming_of(analysed(f"Selon [p {name}].") for name in names).same(*names)


@pytest.mark.parametrize(
    "names",
    [
        ("René Aubrac", "Renée Aubrac"),
        ("Michel Aubrac", "Michèle Aubrac"),
        ("Jean Aubrac", "Jeanne Aubrac"),
        ("Jean Morel", "Jean Borel"),
        ("Paul Estrade", "Paul Estrada"),
    ],
)
def test_near_names_of_two_people_stay_two(names: tuple[str, ...]) -> None:
    assert not naming_of(analysed(f"Selon [p {name}].") for name in names).same(*names)


def test_a_lone_surname_goes_to_its_one_bearer_in_the_same_company() -> None:
    naming = naming_of(
        [
            analysed("Le maire [p Jean Aubrac] parle.", COMPANY),
            analysed("[p Aubrac] répond.", COMPANY),
            *(analysed(f"Rien de neuf à [l Ville {number}].") for number in range(20)),
        ]
    )
    assert naming.same("Aubrac", "Jean Aubrac")
    (join,) = (join for join in naming.joins("Aubrac") if join.joined)
    assert (join.left, join.right) == ("Aubrac", "Jean Aubrac")
    assert "the only one of this surname" in join.reason


def test_a_lone_surname_in_other_company_is_left_alone_and_says_why() -> None:
    naming = naming_of(
        [analysed("Le maire [p Jean Aubrac] parle.", COMPANY), analysed("[p Aubrac] chante à [l Tolvès].")]
    )
    assert not naming.same("Aubrac", "Jean Aubrac")
    (join,) = naming.joins("Aubrac")
    assert not join.joined


def test_a_surname_of_two_people_goes_to_none() -> None:
    naming = naming_of(
        [
            analysed("[p Jean Aubrac] parle.", COMPANY),
            analysed("[p Lucie Aubrac] parle.", COMPANY),
            analysed("[p Aubrac] répond.", COMPANY),
        ]
    )
    assert len({naming.id(name) for name in ("Aubrac", "Jean Aubrac", "Lucie Aubrac")}) == 3
    assert any(join.reason == "2 people bear it" for join in naming.joins("Aubrac"))


def test_a_surname_named_beside_its_bearer_is_somebody_else() -> None:
    naming = naming_of(
        [
            analysed("[p Jean Aubrac] et [p Aubrac], son père.", COMPANY),
            analysed("[p Jean Aubrac].", COMPANY),
        ]
    )
    assert not naming.same("Aubrac", "Jean Aubrac")


def test_names_of_one_sound_and_quite_another_spelling_need_company() -> None:
    apart = naming_of([analysed("[p John Dickson] parle."), analysed("[p John Dixon] à [l Tolvès].")])
    assert not apart.same("John Dickson", "John Dixon")
    heard = naming_of([analysed("[p Volodymyr Orsky] parle."), analysed("[p Volodimir Orski] part.")])
    assert heard.same("Volodymyr Orsky", "Volodimir Orski")
    close = naming_of([analysed("[p Anna Marckle] parle."), analysed("[p Anna Markle] à [l Tolvès].")])
    assert close.same("Anna Marckle", "Anna Markle")


def test_accents_part_people_known_by_one_word() -> None:
    naming = naming_of([analysed("[p Barré] parle."), analysed("[p Barre] chante."), analysed("[p BARRE].")])
    assert not naming.same("Barré", "Barre")
    assert naming_of([analysed("[p Zoé Barré]."), analysed("[p Zoe Barre].")]).same("Zoé Barré", "Zoe Barre")


def test_a_hyphenated_given_name_is_not_cut() -> None:
    naming = naming_of(
        [
            analysed("[p Jean-Pierre Aubrac] parle.", COMPANY),
            analysed("[p Jean-Pierre Aubrac] parle.", COMPANY),
            analysed("[p Pierre Aubrac] répond.", COMPANY),
        ]
    )
    assert not naming.same("Pierre Aubrac", "Jean-Pierre Aubrac")


def test_an_acronym_goes_to_the_expansion_that_articles_give_it() -> None:
    both = ("L'[o Office des phares et balises].", "l'[o Office des phares et balises|OPB]", COMPANY)
    others = [analysed(f"Rien de neuf à [l Ville {number}].") for number in range(20)]
    naming = naming_of([analysed(*both), analysed(*both), analysed("L'[o OPB] dément.", COMPANY), *others])
    assert naming.same("OPB", "Office des phares et balises")
    assert "seen together in 2 articles" in naming.joins("OPB")[0].reason


def test_a_short_acronym_in_other_company_means_something_else() -> None:
    both = ("L'[o Office des phares et balises].", "l'[o Office des phares et balises|OPB]", COMPANY)
    naming = naming_of([analysed(*both), analysed(*both), analysed("L'[o OPB] de [l Tolvès].")])
    assert not naming.same("OPB", "Office des phares et balises")


def test_an_acronym_of_two_names_goes_to_none() -> None:
    naming = naming_of(
        [
            analysed("L'[o Office des phares et balises|OPB].", COMPANY),
            analysed("L'[o Office des phares et balises|OPB].", COMPANY),
            analysed("L'[o Organisation des pêcheurs bretons|OPB].", COMPANY),
            analysed("L'[o OPB] dément.", COMPANY),
        ]
    )
    assert len({naming.id(name) for name in naming.counts()}) == len(naming.counts())


def test_of_people_a_full_name_is_shown_and_of_others_the_most_used() -> None:
    naming = naming_of(
        [analysed("[p Jean Aubrac] parle.", COMPANY)]
        + [analysed("[p Aubrac] répond.", COMPANY) for _ in range(3)]
        + [analysed("[o Ligue Verte].")]
        + [analysed("[o LIGUE VERTE].") for _ in range(2)]
        + [analysed(f"[l Ville {number}].") for number in range(40)]
    )
    names = naming.counts()
    assert names["Jean Aubrac"] == (4, 4)
    assert "Ligue Verte" in names


def test_the_user_wins(tmp_path: Path) -> None:
    file = tmp_path / "names.toml"
    articles = [
        analysed("[l Iles Vertes] et [l Îles Vertes]."),
        analysed("[p Jean Aubrac]."),
        analysed("[p Le Phare]."),
        analysed("[o Orme Martin]."),
    ]
    file.write_text(
        'same = [["Jean Aubrac", "Le Phare"]]\ndifferent = [["Orme Martin", "Jean Aubrac"]]\n'
        'person = ["orme martin"]\n',
        "utf-8",
    )
    naming = naming_of(articles, file)
    assert naming.same("Le Phare", "Jean Aubrac")
    assert "Jean Aubrac" in naming.counts()
    (entity,) = (
        one for one in naming.db.execute("SELECT kind FROM naming_entities WHERE name = 'Orme Martin'")
    )
    assert entity[0] == EntityKind.PERSON.value


def test_what_the_user_calls_different_is_never_joined_again(tmp_path: Path) -> None:
    file = tmp_path / "names.toml"
    file.write_text('different = [["Jean Aubrac", "Aubrac"]]', "utf-8")
    articles = [analysed("[p Jean Aubrac].", COMPANY), analysed("[p Aubrac].", COMPANY)]
    articles += [analysed(f"[l Ville {number}].") for number in range(20)]
    assert naming_of(articles).same("Aubrac", "Jean Aubrac")
    naming = naming_of(articles, file)
    assert not naming.same("Aubrac", "Jean Aubrac")
    assert "you say they are different" in {join.reason for join in naming.joins("Aubrac")}


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("same = [", "is not TOML"),
        ('same = "x"', "should be a list"),
        ("same = [[1, 2]]", "should hold"),
        ("other = 1", "other is not known"),
        ("person = 3", "should hold"),
    ],
)
def test_a_wrong_file_of_names_is_told_and_left(tmp_path: Path, text: str, problem: str) -> None:
    file = tmp_path / "names.toml"
    file.write_text(text, "utf-8")
    (said,) = read_corrections(file).problems
    assert problem in said


def test_counts_go_back_when_an_article_goes() -> None:
    naming = naming_of([analysed("[p Jean Aubrac].", COMPANY), analysed("[p Jean Aubrac], [l Tolvès].")])
    before = naming_of([analysed("[p Jean Aubrac].", COMPANY)])
    naming.writer.remove(2)
    assert naming.counts() == before.counts()
    naming.writer.finish()
    assert naming.counts() == before.counts()
    naming.writer.remove(1)
    assert naming.counts() == {}
    naming.writer.finish()
    for table in ("names", "in", "words", "articles", "entities"):
        assert naming.db.execute(f"SELECT count(*) FROM naming_{table}").fetchone() == (0,), table  # noqa: S608


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=60))
def test_any_text_has_a_key_and_a_skeleton(name: str) -> None:
    key = key_of(name)
    assert key_of(key) in (key, key_of(key_of(key)))
    assert isinstance(skeleton(key), str)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(st.text(min_size=1, max_size=12), max_size=5), max_size=6))
def test_any_names_are_counted_once_each(articles: list[list[str]]) -> None:
    clean = [
        [name.replace("[", "").replace("]", "").replace("|", "") for name in names] for names in articles
    ]
    naming = naming_of(analysed(*(f"[p {name}]" for name in names if name.strip())) for names in clean)
    total = sum(1 for names in clean for name in names if name.strip())
    assert sum(mentions for _, mentions in naming.counts().values()) <= total
    for entity_id, *_ in naming.db.execute("SELECT id FROM naming_entities").fetchall():
        assert naming.db.execute("SELECT 1 FROM naming_names WHERE entity = ?", (entity_id,)).fetchone()
