"""The lines of a page: what each shows, and in what shape the reader wants them."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a line of the page is, for its style."""

    TITLE = "title"
    MADE_TITLE = "made-title"
    META = "meta"
    LEGEND = "legend"
    STANDFIRST = "standfirst"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    CAPTION = "caption"
    BYLINE = "byline"
    BOILERPLATE = "boilerplate"
    SPEAKER = "speaker"
    NOTE = "note"
    BLANK = "blank"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the page: either `text[start:end]` of the article, or words of the program's own in `own`.

    `bar`: whether the bar of a quotation stands at its left; `thin` where it is only of reported speech.
    `margin`: what stands at its right, beside the
    text; `sure` is False where that, or `own`, is only probable.  Words of the program's own have the offset
    of the text that follows them, so that every line has a place.
    `full`: the line goes to the right edge.  `hyphen`: it ends inside a word.
    """

    role: Role
    start: int
    end: int
    own: str = ""
    bar: bool = False
    thin: bool = False
    margin: str = ""
    sure: bool = True
    full: bool = False
    hyphen: bool = False


@dataclass(frozen=True, slots=True)
class Shape:
    """What the reader chose.  `width`: cells of the text; `margin`: cells at its right, 0 for none.

    `spacing`: blank lines between the lines of a paragraph.
    """

    width: int
    margin: int = 0
    speakers: bool = False
    unfolded: bool = False
    legend: bool = False
    spacing: int = 0
    justified: bool = False
    hyphens: bool = False
