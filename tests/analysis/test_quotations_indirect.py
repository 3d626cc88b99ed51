"""Indirect speech, who passed words on, and the parts of one utterance."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.analysis.entities.recognise import find_mentions
from reader.analysis.quotations.extract import find_quotations
from reader.analysis.quotations.spans import quote_spans
from reader.analysis.types import QuotationKind
from reader.corpus.read import parse_article
from tests.analysis.quotation_helpers import article, quotations


def reported(text: str) -> list[tuple[str, str | None]]:
    """What a text reports without signs, with who says it."""
    return [
        (text[one.content.start : one.content.end], one.speaker.name if one.speaker else None)
        for one in quotations(text)
        if one.kind is QuotationKind.INDIRECT
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Jeanne Morel a affirmé que la digue tiendrait.", "la digue tiendrait"),
        ("Jeanne Morel a déclaré jeudi à l'AFP que la digue tiendrait.", "la digue tiendrait"),
        ("Jeanne Morel, maire de Brest, a assuré les élus que la digue tiendrait.", "la digue tiendrait"),
        ("Jeanne Morel a fait savoir que la digue tiendrait, a rapporté Le Monde.", "la digue tiendrait"),
        ("Jeanne Morel estime qu'elle tiendra bon ; le port en doute.", "elle tiendra bon"),
        ("Si Jeanne Morel assure que la digue tiendra, le port en doute.", "la digue tiendra"),
        ("Jeanne Morel a dit que la digue, « solide », tiendrait.", "la digue, « solide », tiendrait"),
        ("Jeanne Morel a dit que la digue tiendrait, mais le port en doute.", "la digue tiendrait"),
    ],
)
def test_what_a_verb_of_saying_and_que_bring_in_is_reported_speech(text: str, words: str) -> None:
    assert reported(text) == [(words, "Jeanne Morel")]


@pytest.mark.parametrize(
    "text",
    [
        "Jeanne Morel n'a pas dit que la digue tiendrait.",
        "Jeanne Morel espère que la digue tiendra bon.",
        "J'affirme que la digue tiendra bon.",
        "Il faut dire que la digue tiendra bon.",
        "Rien n'indique que la digue tiendra bon.",
        "Jeanne Morel a rappelé l'idée que la digue tiendrait.",
        "Jeanne Morel a dit que « la digue tiendrait bon ».",
        "Jeanne Morel a plus dit que fait pour la digue.",
    ],
)
def test_wishes_denials_and_words_in_signs_are_none(text: str) -> None:
    assert reported(text) == []


def test_a_quotation_inside_reported_speech_stays_one() -> None:
    found = quotations("Jeanne Morel a dit que la digue, « bien trop basse », serait relevée.")
    assert [one.kind for one in found] == [QuotationKind.INDIRECT, QuotationKind.PARTIAL]
    assert found[0].start < found[1].start < found[1].end < found[0].end


def test_english_says_that() -> None:
    text = (
        "The harbour\n\nMayor Ellen Ashdown said on Tuesday that the harbour would close, but nobody minds. "
        "She never said that she would leave. Nobody told the town that evening what it would cost.\n"
    )
    made = parse_article("a.txt", text.encode())
    assert made.language == "en"
    found = find_quotations(made, find_mentions(made))
    assert [made.text[one.start : one.end] for one in found] == ["the harbour would close"]


def relays(text: str) -> list[str | None]:
    """Who passed on each quotation of a text."""
    return [one.relay.name if one.relay else None for one in quotations(text)]


@pytest.mark.parametrize(
    ("text", "relay"),
    [
        ("« La digue tiendra bon », a déclaré Jeanne Morel à l'AFP.", "AFP"),
        ("« La digue tiendra bon », a dit Jeanne Morel au micro de RTL.", "RTL"),
        ("« La digue tiendra bon », a dit Jeanne Morel, citée par Le Monde.", "Le Monde"),
        ("« La digue tiendra bon », a dit Jeanne Morel, citée par Le Parisien.", "Le Parisien"),
        ("« La digue tiendra bon », a confié Jeanne Morel auprès des Échos.", "Échos"),
        ("Jeanne Morel insiste. « La digue tiendra bon », a-t-elle confié au Figaro.", "Le Figaro"),
        ("Jeanne Morel a déclaré à Reuters : « La digue tiendra bon. »", "Reuters"),
        ("Jeanne Morel a expliqué sur France 2 que la digue tiendrait bon.", "France 2"),
        ("« La digue tiendra bon », a dit Jeanne Morel au quotidien Ouest-France.", "Ouest-France"),
        ("« La digue tiendra bon », a dit Jeanne Morel à Paul Estrade.", None),
        ("« La digue tiendra bon », a dit Jeanne Morel à la libération des terrains.", None),
        ("« La digue tiendra bon », a indiqué l'AFP.", None),
        ("« La digue tiendra bon », a dit Jeanne Morel. Le Monde l'écrit aussi.", None),
    ],
)
def test_the_telling_says_who_passed_words_on(text: str, relay: str | None) -> None:
    assert relays(text) == [relay]
    (one,) = quotations(text)
    if one.relay is not None:
        assert text[one.relay.start : one.relay.end].endswith(relay.removeprefix("Le ") if relay else "")


def utterances(text: str) -> list[int]:
    """The number of the utterance of each quotation of a text."""
    return [one.utterance for one in quotations(text)]


def test_parts_of_one_utterance_know_it() -> None:
    parted = "« La digue tiendra bon », a dit Jeanne Morel. « Nous avons tout prévu. »"
    assert utterances(parted) == [1, 1]
    assert utterances(f"{parted} « Rien n'est prévu », a répondu Paul Estrade.") == [1, 1, 2]
    fragments = "Jeanne Morel a dénoncé une digue « bien trop basse » et « trop chère pour la ville »."
    assert utterances(fragments) == [1, 1]
    apart = "« La digue tiendra bon », a dit Jeanne Morel.\n« Nous avons tout prévu », a-t-elle ajouté."
    assert utterances(apart) == [1, 2]


def test_a_term_is_part_of_no_utterance() -> None:
    (term,) = quotations("Elle lit le livre « Pluie ».")
    assert (term.kind, term.utterance, term.speaker) == (QuotationKind.TERM, 0, None)


def test_ten_thousand_quotations_of_one_file_are_all_found() -> None:
    signs = ("«  »", "“”", '""', "«»")
    lines = [
        f"{signs[at % 4][:-1].rstrip()}La digue n° {at}{signs[at % 4][-1]}, dit-elle.\n"
        for at in range(10_000)
    ]
    made = article("".join(lines))
    assert len(quote_spans(made)) == 10_000


def test_many_quotations_of_one_file_are_told() -> None:
    line = "« La digue {0} tient bon », a dit Jeanne Morel à l'AFP. Paul Estrade a affirmé qu'elle céderait bientôt.\n"
    found = find_quotations(article("".join(line.format(at) for at in range(300))), ())
    assert [one.kind for one in found] == [QuotationKind.DIRECT, QuotationKind.INDIRECT] * 300
    assert [one.utterance for one in found] == list(range(1, 601))
    assert {one.relay.name for one in found if one.relay} == {"AFP"}


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["« ", " »", '"', "Jeanne Morel ", "a dit ", "affirme ", "que ", "qu'", "elle ", "la digue ", "à l'AFP ",
             "cité par ", "Le Monde", ", ", ". ", "\n", "a-t-il dit ", "selon ", "RTL ", ";", "si ", "n'", "pas "]
        ),
        max_size=40,
    ).map("".join)
)  # fmt: skip
def test_any_words_give_numbered_utterances_and_relays_inside_the_text(text: str) -> None:
    found = quotations(text)
    assert list(found) == sorted(found, key=lambda one: (one.start, -one.end))
    last = 0
    for one in found:
        assert 0 <= one.utterance <= last + 1
        last = max(last, one.utterance)
        assert one.kind is not QuotationKind.TERM or one.utterance == 0
        assert one.kind is not QuotationKind.INDIRECT or (one.speaker and one.cue and one.utterance)
        if one.relay is not None:
            assert one.speaker is not None
            assert 0 <= one.relay.start < one.relay.end <= len(text)


def test_a_text_without_full_stops_is_no_report_of_all_that_follows() -> None:
    opening, more = "Jeanne Morel a affirmé que la digue tiendrait", " et que le port resterait ouvert"
    assert len(reported(f"{opening}{more}.")) == 1
    assert reported(f"{opening}{more * 100}.") == []
