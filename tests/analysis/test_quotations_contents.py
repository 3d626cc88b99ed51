"""What a quotation's own words tell of who says it."""

import pytest

from reader.analysis.entities.recognise import find_mentions
from reader.analysis.quotations.contents import Contents, contents_of
from reader.analysis.quotations.scene import scene_of
from reader.analysis.quotations.spans import quote_spans
from reader.analysis.quotations.voices import Voice
from reader.analysis.types import EntityKind
from tests.analysis.quotation_helpers import article


def contents(text: str) -> Contents:
    made = article(text)
    spans = quote_spans(made)
    return contents_of(scene_of(made, spans, find_mentions(made)), spans[0])


@pytest.mark.parametrize(
    ("said", "person"),
    [
        ("« Je pars demain », dit-il.", "I"),
        ("« J’ai tout vu », dit-il.", "I"),
        ("« C'est mon jardin », dit-il.", "I"),
        ("« Nous partons », dit-il.", "we"),
        ("« Je crois que nous partons », dit-il.", "I"),
        ("« Les jeux sont faits », dit-il.", ""),
        ("« Le monument est fermé », dit-il.", ""),
    ],
)
def test_je_and_nous_tell_whether_one_speaks_or_several(said: str, person: str) -> None:
    assert contents(said).person == person


def test_whom_a_quotation_names_is_known() -> None:
    told = contents("Le maire Paul Morel a répondu : « Anne Briand a raison. »")
    assert told.names(Voice("Anne Briand", named=True, kind=EntityKind.PERSON))
    assert not told.names(Voice("Paul Morel", named=True, kind=EntityKind.PERSON))


def test_a_description_is_no_name_that_a_quotation_may_hold() -> None:
    told = contents("Le maire a répondu : « Anne Briand a raison. »")
    assert not told.names(Voice("anne briand", named=False, kind=None))


def test_names_outside_the_signs_are_not_the_quotation_s() -> None:
    assert contents("Paul Morel : « C'est fini. » Anne Briand se tait.").named == frozenset()
