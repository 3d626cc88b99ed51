from reader.analysis.entities.recognise import find_mentions, find_mentions_by_rules
from reader.analysis.types import EntityKind
from reader.corpus.article import BlockKind
from tests.analysis.entity_helpers import article, found

PERSON, PLACE, BODY = EntityKind.PERSON, EntityKind.PLACE, EntityKind.ORGANIZATION


def named(text: str, *kinds: EntityKind) -> list[str]:
    source = article(text)
    return [words for words, _ in found(source, find_mentions_by_rules(source), *kinds)]


def test_people_with_title_given_name_and_particle() -> None:
    text = "Le ministre Armand Bélier a reçu Hélène de Montclar et Ursula von der Linden."
    assert named(text, PERSON) == ["Armand Bélier", "Hélène de Montclar", "Ursula von der Linden"]


def test_a_word_that_owes_its_capital_to_the_sentence_is_no_name() -> None:
    assert named("Tracteurs et bennes bloquent la route. Des tracteurs arrivent.") == []


def test_a_name_known_inside_sentences_counts_at_their_start() -> None:
    assert named("Le maire Paul Orsel parle. Orsel insiste.", PERSON) == ["Paul Orsel", "Orsel"]


def test_places_bodies_and_acronyms() -> None:
    text = "À Lyon, l'Agence régionale de santé (ARS) a saisi le Conseil de sécurité de l'ONU."
    assert named(text, PLACE) == ["Lyon"]
    assert named(text, BODY) == ["Agence régionale de santé", "ARS", "Conseil de sécurité de l'ONU"]


def test_demonyms_and_days_are_no_names() -> None:
    assert named("Hier, les Norvégiens et les Italiens ont voté, Lundi aussi.", PERSON, PLACE, BODY) == []


def test_titles_in_capitals_hold_well_known_names() -> None:
    assert named("LA NORVÈGE ET L'UNION EUROPÉENNE SE RENCONTRENT À OSLO", PLACE, BODY) == [
        "NORVÈGE", "UNION EUROPÉENNE", "OSLO"]  # fmt: skip


def test_boilerplate_names_nobody() -> None:
    source = article("Suivez Paul Orsel sur Twitter", kind=BlockKind.BOILERPLATE)
    assert find_mentions_by_rules(source) == ()


def test_types_of_weapons_are_told_by_what_the_article_says_they_are() -> None:
    both = "Ce sont des missiles balistiques à longue portée QX-300 et QX-400 qui ont été tirés."
    assert named(both, EntityKind.PRODUCT) == ["QX-300", "QX-400"]
    told = "Les ZORAL sont des drones de longue portée. L'usage de ZORAL reste interdit."
    source = article(told)
    assert [words for words, _ in found(source, find_mentions(source), EntityKind.PRODUCT)] == ["ZORAL"] * 2
    assert named("Les Dumont sont des voisins.", EntityKind.PRODUCT) == []
