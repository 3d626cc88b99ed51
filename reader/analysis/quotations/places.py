"""Where each quotation stands in the order of reading."""

from dataclasses import dataclass, field

from reader.analysis.quotations.ballots import Attribution
from reader.analysis.quotations.scene import Scene


@dataclass(slots=True)
class Place:
    """A quotation in the order of reading.

    `order`: how many come before it; `item`, `sentence`, `block`: where it stands; `phrase`: how many phrases
    stand before it; `twins`: the places, in this order, of those with the same words.
    """

    order: int
    number: int
    told: Attribution
    item: int
    sentence: int
    block: int
    phrase: int
    twins: list[int] = field(default_factory=list)


def place_of(scene: Scene, order: int, number: int, told: Attribution) -> Place:
    """The place of quotation `number`, the `order`-th, told by a first reading."""
    item = scene.chain.place_of_quote[number]
    sentence = scene.chain.sentence_of[item]
    inside = scene.chain.sentences[sentence]
    return Place(order, number, told, item, sentence, inside.block, scene.phrases_before(item))
