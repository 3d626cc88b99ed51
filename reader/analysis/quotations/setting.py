"""Where a quotation stands as it is asked who says it, what it looks like, and what was told before."""

from dataclasses import dataclass

from reader.analysis.quotations.candidates import Story
from reader.analysis.quotations.contents import Contents, contents_of
from reader.analysis.quotations.scene import Scene
from reader.analysis.quotations.shape import shape_of
from reader.analysis.quotations.spans import QuoteSpan


@dataclass(frozen=True, slots=True)
class Setting:
    """A quotation in `sentence`, behind `phrase` phrases of the scene.

    `shape`: as `shape_of` tells; `story`: what was attributed before it, which grows as the article is read.
    """

    sentence: int
    phrase: int
    shape: list[str]
    contents: Contents
    story: Story


def setting_of(scene: Scene, span: QuoteSpan, place: int, story: Story) -> Setting:
    """The setting of the quotation `span` at item `place`."""
    return Setting(
        scene.chain.sentence_of[place],
        scene.phrases_before(place),
        shape_of(scene, span, place),
        contents_of(scene, span),
        story,
    )
