"""In English articles a quotation gets the speaker that the words beside it name, and none rather than a wrong one."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.analysis.entities.recognise import find_mentions
from reader.analysis.quotations.extract import find_quotations
from reader.analysis.types import Quotation, QuotationKind
from tests.analysis.quotation_helpers import article

MOREL = "Jeanne Morel"
LAMBERT = "Paul Lambert"
MEET = "The mayor, Jeanne Morel, opened the pool. "


def english(text: str) -> tuple[Quotation, ...]:
    """The quotations of an English article of that text."""
    made = replace(article(text), language="en")
    return find_quotations(made, find_mentions(made))


def told(text: str) -> list[tuple[str, bool] | None]:
    """The name of each quotation's speaker, and whether it is sure."""
    return [(one.speaker.name, one.speaker.sure) if one.speaker else None for one in english(text)]


@pytest.mark.parametrize(
    "text",
    [
        "“The pool will close,” said Jeanne Morel.",
        "“The pool will close,” Jeanne Morel said on Monday.",
        "“The pool will close”, Mrs Jeanne Morel told reporters at the gate.",
        "“Will the pool close?” Jeanne Morel asked.",
        "“The pool will close,” Jeanne Morel has also warned.",
        "“The pool will close,” wrote Jeanne Morel in a letter that Paul Lambert read.",
        "“The pool will close,” explained Jeanne Morel, who runs the town.",
        "“The pool will close,” according to Jeanne Morel.",
        "According to Jeanne Morel, “the pool will close for good”.",
        "Jeanne Morel said: “The pool will close.”",
        "Jeanne Morel told Paul Lambert that “the pool will close for good”.",
        "Jeanne Morel wrote, “The pool will close.”",
        "In Valbrume, Jeanne Morel said: “The pool will close.”",
    ],
)
def test_a_name_beside_the_verb_is_sure(text: str) -> None:
    assert told(text) == [(MOREL, True)]


@pytest.mark.parametrize(
    "text",
    [
        "Jeanne Morel, the mayor of Valbrume, said: “The pool will close.”",
        "Jeanne Morel, who has run the town since 2014, called it “a very old pool”.",
        "“The pool will close,” the mayor, Jeanne Morel, told reporters.",
        "Jeanne Morel said on Monday the pool was “much too old to keep”.",
        "Jeanne Morel thanked the swimmers and added: “The pool will close.”",
        "Jeanne Morel left at noon, saying “the pool will close for good”.",
        "Jeanne Morel: “The pool will close.”",
        "Paul Lambert's lawyer, Jeanne Morel, said: “The pool will close.”",
        "“The pool will close,” said Jeanne Morel and Paul Lambert.",
        "Paul Lambert and Jeanne Morel said: “The pool will close.”",
    ],
)
def test_a_name_further_off_is_only_probable(text: str) -> None:
    assert told(text) == [(MOREL, False)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“The pool will close,” said the minister.", "the minister"),
        ("“The pool will close,” a ministry source said.", "a ministry source"),
        ("The ministry said: “The pool will close.”", "the ministry"),
        ("“The pool will close,” said a spokesman for the town.", "a spokesman for the town"),
        (
            "An aide to the mayor said it was late. “The pool will close,” the aide added.",
            "an aide to the mayor",
        ),
    ],
)
def test_an_unnamed_speaker_as_the_text_says(text: str, name: str) -> None:
    (quotation,) = english(text)
    assert quotation.speaker is not None
    assert (quotation.speaker.name, quotation.speaker.named, quotation.speaker.sure) == (name, False, False)


def test_a_role_means_the_person_it_was_given_to() -> None:
    assert told(MEET + "“The water is cold,” said the mayor.") == [(MOREL, False)]


@pytest.mark.parametrize(
    "text",
    [
        MEET + "“The water is cold,” she said.",
        MEET + "She said: “The water is cold.”",
        MEET + "The water was at fifteen degrees. “The water is cold,” she added.",
        "Paul Lambert swam first. " + MEET + "“The water is cold,” she said.",
    ],
)
def test_a_pronoun_means_the_nearest_subject(text: str) -> None:
    assert told(text) == [(MOREL, False)]


@pytest.mark.parametrize(
    "text",
    [
        "“The water is cold,” he said.",
        "The mayor, Mrs Jeanne Morel, opened the pool. “The water is cold,” he said.",
        "“The water is cold,” they said.",
    ],
)
def test_a_pronoun_that_nobody_answers_to_names_nobody(text: str) -> None:
    assert told(text) == [None]


@pytest.mark.parametrize(
    "text",
    [
        "The pool was called “a very cold bath” by many.",
        "Jeanne Morel was told “the pool will close for good”.",
        "It was Jeanne Morel who said “the pool will close for good”.",
        "The ship Sterne left in January. “The pool will close.”",
        "Jeanne Morel swam in the pool known as “the very cold bath of Valbrume”.",
        "Jeanne Morel said no, but the town prefers “a very cold bath indeed”.",
        "Jeanne Morel did not say “the pool will close for good”.",
        "A friend of Paul Lambert said: “He is ill today.”",
        "“It is cold,” said Jeanne Morel’s brother.",
        "According to a report by Jeanne Morel, “the pool will close for good”.",
        "Jeanne Morel’s plan, which Paul Lambert called “a very bad joke”, was short.",
        "The last crossing is in January. “The boat will stop.”",
        "The widow of the mayor of Valbrume walks by “a very cold bath indeed”.",
    ],
)
def test_nobody_rather_than_somebody_wrong(text: str) -> None:
    assert told(text) == [None]


def test_a_quotation_goes_on_after_its_telling() -> None:
    assert told("“It is cold,” said Jeanne Morel. “It will close.”") == [(MOREL, True), (MOREL, False)]
    assert told("“It is cold,” said Jeanne Morel, “and it will close.”") == [(MOREL, True), (MOREL, True)]
    assert told("“Is it cold?” Jeanne Morel asked. “It will close.”") == [(MOREL, True), (MOREL, False)]


def test_it_does_not_go_on_into_another_paragraph() -> None:
    assert told("“It is cold,” said Jeanne Morel.\n\n“It will close.”") == [(MOREL, True), None]


def test_each_keeps_the_telling_of_its_own() -> None:
    text = "“No!” shouted Paul Lambert. Jeanne Morel replied: “It is cold.”"
    assert told(text) == [(LAMBERT, True), (MOREL, True)]


def test_the_verb_and_the_name_are_pointed_at() -> None:
    text = "“It is cold,” said Jeanne Morel."
    (quotation,) = english(text)
    assert quotation.cue is not None
    assert text[quotation.cue.start : quotation.cue.end] == "said"
    assert quotation.speaker is not None
    assert text[quotation.speaker.start : quotation.speaker.end] == MOREL


PIECES = [
    "“",
    "”",
    '"',
    ", ",
    ". ",
    "said ",
    "Jeanne Morel ",
    "the mayor ",
    "of ",
    "he ",
    "who ",
    ": ",
    "’s ",
    "\n",
]


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.sampled_from([*PIECES, "told ", "according to ", "on Monday ", "\u0301", "12 "]), max_size=60)
)
def test_any_text_gives_spans_of_it(pieces: list[str]) -> None:
    text = "".join(pieces)
    for one in english(text):
        assert 0 <= one.start <= one.content.start < one.content.end <= one.end <= len(text)
        if one.speaker is not None:
            assert 0 <= one.speaker.start < one.speaker.end <= len(text)


def test_a_text_without_full_stops_is_no_report_of_all_that_follows() -> None:
    opening, more = "Jane Morel said that the dam would hold", " and that the port would stay open"
    assert [one.kind for one in english(f"{opening}{more}.")] == [QuotationKind.INDIRECT]
    assert english(f"{opening}{more * 100}.") == ()
