"""Goes through the quotations of an article in order and decides who says each."""

from collections.abc import Callable, Sequence

from reader.analysis.quotations.ballots import Attribution, Question
from reader.analysis.quotations.candidates import Story, anchors
from reader.analysis.quotations.features import anchor_features, silence_features
from reader.analysis.quotations.meanings import reading_features
from reader.analysis.quotations.scene import Scene, said_words
from reader.analysis.quotations.setting import setting_of
from reader.analysis.quotations.spans import QuoteSpan
from reader.analysis.quotations.voices import Cast


def questions_answered(
    scene: Scene, cast: Cast, spans: Sequence[QuoteSpan], answer: Callable[[Question], Attribution]
) -> dict[int, Attribution]:
    """The attribution of each top-level quotation, by number, in order; what was decided before weighs on what
    follows."""
    story = Story()
    found: dict[int, Attribution] = {}
    for number, place in sorted(scene.chain.place_of_quote.items(), key=lambda pair: pair[1]):
        told = answer(_question(scene, cast, spans[number], number, place, story))
        found[number] = told
        if told.voice is not None and told.chance >= told.silent:
            story.tell(
                told.voice, said_words(scene.chain.text, spans[number]), scene.chain.sentence_of[place]
            )
    return found


def _question(scene: Scene, cast: Cast, span: QuoteSpan, number: int, place: int, story: Story) -> Question:
    found = anchors(scene, cast, span, place, story)
    setting = setting_of(scene, span, place, story)
    options = [anchor_features(scene, one, found, setting) for one in found]
    options.append(silence_features(scene, found, span, setting))
    meanings: list[list[list[str]]] = [
        [
            reading_features(scene, cast, one, choice, reading, setting)
            for choice, reading in enumerate(one.readings)
        ]
        if len(one.readings) > 1
        else [[]]
        for one in found
    ]
    return Question(number, found, options, meanings)
