"""What the rest of an article tells of a quotation, and how trees weigh it."""

from functools import partial

import pytest

from reader.analysis.entities.recognise import find_mentions
from reader.analysis.quotations.attribution import questions_answered
from reader.analysis.quotations.ballots import Attribution, Standing, attribution
from reader.analysis.quotations.confidence import Confidence
from reader.analysis.quotations.extract import quotations_told
from reader.analysis.quotations.forest import Forest
from reader.analysis.quotations.judge import Judge
from reader.analysis.quotations.ranker import Ranker
from reader.analysis.quotations.scene import scene_of
from reader.analysis.quotations.second_look import NUMBERS, SecondLook
from reader.analysis.quotations.spans import quote_spans
from reader.analysis.quotations.twins import twins_of
from reader.analysis.quotations.voices import Cast
from reader.corpus.article import Article
from tests.analysis.quotation_helpers import article, speakers

TEXT = (
    "« Une année noire »\n"
    "Le maire de Vannes, Paul Morel, a présenté le budget de la ville mardi soir. "
    "« C'est une année noire pour nos écoles », a-t-il déclaré. « Nous paierons », a assuré Anne Briand."
)
RANKER = Ranker({"first": 3.0, "~0": 2.0})
AS_TOLD = Confidence(0.0, [1.0, 0.0, 0.0])


def second_look(made: Article) -> SecondLook:
    spans = quote_spans(made)
    scene = scene_of(made, spans, find_mentions(made))
    cast = Cast(scene)
    told = questions_answered(scene, cast, spans, partial(attribution, shares=RANKER.shares))
    return SecondLook(scene, cast, spans, told)


def test_quotations_that_hold_the_same_words_know_one_another() -> None:
    made = article(TEXT)
    spans = quote_spans(made)
    assert twins_of(made.text, spans) == [[1], [0], []]


def test_one_word_that_comes_again_is_no_sign() -> None:
    made = article("« Noire », dit-il. « Une robe noire », dit-elle.")
    assert twins_of(made.text, quote_spans(made)) == [[], []]


def test_every_candidate_has_all_numbers_and_nobody_comes_last() -> None:
    found = second_look(article(TEXT)).candidates({})
    assert [number for number, _ in found] == [0, 1, 2]
    for _, candidates in found:
        assert {len(one.numbers) for one in candidates} == {NUMBERS}
        assert [one.standing is None for one in candidates] == [False] * (len(candidates) - 1) + [True]


def test_a_heading_may_be_said_by_who_says_its_words_later() -> None:
    _, heading = second_look(article(TEXT)).candidates({})[0]
    assert "Paul Morel" in [one.standing.voice.name for one in heading if one.standing]


def test_trees_add_up_to_a_probability() -> None:
    trees = [[0, 0.5, -2.0, [1, 3.0, 1.0, 2.0]], 0.5]
    forest = Forest(0.0, trees, {})
    assert forest.chance([0.4, 9.0]) == pytest.approx(0.182, abs=0.001)
    assert forest.chance([0.6, 3.0]) == pytest.approx(0.818, abs=0.001)
    assert forest.chance([0.6, 3.1]) == pytest.approx(0.924, abs=0.001)


def test_what_the_trees_believe_is_told() -> None:
    made = article(TEXT)
    never = Judge(RANKER, Forest(-5.0, [], {}), AS_TOLD, sure=0.9, silent=0.5)
    told = quotations_told(made, find_mentions(made), never)
    assert all(why is not None and why.chance < 0.01 for _, why in told)
    always = Judge(RANKER, Forest(5.0, [], {}), AS_TOLD, sure=0.9, silent=1.0)
    speakers_told = [one.speaker for one, _ in quotations_told(made, find_mentions(made), always)]
    assert all(speaker is not None and speaker.sure for speaker in speakers_told)


def test_a_voice_is_believed_less_the_likelier_its_rival_is() -> None:
    confidence = Confidence(0.5, [1.0, -0.5, 0.0])
    voices = second_look(article(TEXT)).cast.voices[:2]

    def sure_of(*chances: float) -> float:
        standings = [
            Standing(voice, chance, None, 0, 0) for voice, chance in zip(voices, chances, strict=False)
        ]
        return confidence.of(Attribution(tuple(standings), 0.1))

    assert sure_of(0.8) > sure_of(0.8, 0.1) > sure_of(0.8, 0.6) > sure_of(0.7, 0.6)
    assert sure_of() == 0.0
    assert 0.0 < sure_of(1.0, 0.0) < 1.0


def test_a_role_tied_to_its_name_past_a_relative_clause() -> None:
    text = (
        "« Elle vendait des colliers », a déclaré le chef du commissariat où la touriste a été emmenée, Rajiv Saklani. "
        "« Nous l'avons relâchée », a ajouté M. Saklani."
    )
    assert speakers(text) == ["Rajiv Saklani", "Rajiv Saklani"]


def test_a_place_after_a_capital_without_accent_is_no_subject() -> None:
    text = 'A Bruxelles, le ministère des Affaires étrangères recommande aux voyageurs de "reporter leur séjour".'
    assert speakers(text) == ["ministère des Affaires étrangères"]
