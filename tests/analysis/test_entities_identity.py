from reader.analysis.entities.identity import join, stands_for
from reader.analysis.entities.names import Name
from reader.analysis.types import EntityKind


def entities(text: str, *names: tuple[str, EntityKind]) -> list[str]:
    """The entity each of `names`, given in order of the text, is joined to."""
    found, place = [], 0
    for words, kind in names:
        start = text.index(words, place)
        place = start + len(words)
        found.append(Name(start, place, kind))
    return [mention.entity.name for mention in join(text, found)]


PERSON, PLACE, BODY = EntityKind.PERSON, EntityKind.PLACE, EntityKind.ORGANIZATION


def test_a_surname_names_the_person_named_in_full() -> None:
    text = "Claire Vasseur a parlé. Vasseur est partie."
    assert entities(text, ("Claire Vasseur", PERSON), ("Vasseur", PERSON)) == ["Claire Vasseur"] * 2


def test_a_surname_before_the_full_name_is_joined_too() -> None:
    text = "Le plan Vasseur. Claire Vasseur l'a défendu."
    assert entities(text, ("Vasseur", PERSON), ("Claire Vasseur", PERSON)) == ["Claire Vasseur"] * 2


def test_a_particle_belongs_to_the_surname() -> None:
    text = "Ursula von der Linden arrive. Von der Linden sourit."
    names = (("Ursula von der Linden", PERSON), ("Von der Linden", PERSON))
    assert entities(text, *names) == ["Ursula von der Linden"] * 2


def test_two_people_of_one_surname_stay_two() -> None:
    text = "Paul Vasseur et Claire Vasseur. Vasseur se tait."
    names = (("Paul Vasseur", PERSON), ("Claire Vasseur", PERSON), ("Vasseur", PERSON))
    assert entities(text, *names) == ["Paul Vasseur", "Claire Vasseur", "Vasseur"]


def test_an_acronym_names_its_expansion() -> None:
    text = "L'Office national des rivières (ONR) alerte. L'ONR se dit inquiet."
    names = (("Office national des rivières", BODY), ("ONR", BODY), ("ONR", BODY))
    assert entities(text, *names) == ["Office national des rivières"] * 3


def test_spellings_of_one_name_are_one() -> None:
    text = "Les Etats-Unis et l'OTAN ; les États-Unis et l'Otan."
    names = (("Etats-Unis", PLACE), ("OTAN", BODY), ("États-Unis", PLACE), ("Otan", BODY))
    found = entities(text, *names)
    assert found[0] == found[2]
    assert found[1] == found[3]


def test_bodies_that_go_by_several_names_are_one() -> None:
    text = "L'ONU siège. Les Nations unies votent."
    assert len(set(entities(text, ("ONU", BODY), ("Nations unies", BODY)))) == 1


def test_initials_must_fit() -> None:
    assert stands_for("ONR", "Office national des rivières")
    assert not stands_for("ABC", "Office national des rivières")
    assert not stands_for("Otarie", "Office national des rivières")


def test_what_a_minister_is_of_is_the_ministry() -> None:
    text = "Le ministre de la Mer et la ministre déléguée chargée des Ports. La Mer a démenti."
    names = (("Mer", BODY), ("Ports", BODY), ("Mer", BODY))
    found = entities(text, *names)
    assert found == ["ministère de la Mer", "ministère des Ports", "ministère de la Mer"]
