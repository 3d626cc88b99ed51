"""What an article is: its text, its blocks, and what it says of itself."""

import hashlib
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from reader.corpus.letters import letters_and_digits


class BlockKind(StrEnum):
    """What a stretch of an article's text is."""

    TITLE = "title"
    STANDFIRST = "standfirst"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    CAPTION = "caption"
    BYLINE = "byline"
    BOILERPLATE = "boilerplate"


class Origin(StrEnum):
    """Where a title, a date or a source was read."""

    FRONT_MATTER = "front-matter"
    LINE = "line"
    FIRST_SENTENCE = "first-sentence"
    FILE_NAME = "file-name"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the text of one kind; blocks are in order, do not overlap, and leave out only blank space.

    `start` and `end` are code points of `Article.text`, end exclusive.
    """

    kind: BlockKind
    start: int
    end: int


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date as precise as the text makes it: a year, a month or a day. 0 stands for not said."""

    year: int
    month: int = 0
    day: int = 0

    def __str__(self) -> str:
        """ISO 8601, reduced: `2024`, `2024-05`, `2024-05-30`."""
        parts = [f"{self.year:04d}"]
        if self.month:
            parts.append(f"{self.month:02d}")
            if self.day:
                parts.append(f"{self.day:02d}")
        return "-".join(parts)

    @classmethod
    def parse(cls, text: str) -> "PartialDate":
        """The date that `str` wrote. Raises ValueError when it is not one."""
        numbers = [int(part) for part in text.split("-")]
        if not 1 <= len(numbers) <= 3:
            raise ValueError(f"not a date: {text!r}")
        date(*[*numbers, 1, 1][:3])
        return cls(*numbers)

    def span(self) -> tuple[date, date]:
        """The first and the last day it may mean."""
        first = date(self.year, self.month or 1, self.day or 1)
        if self.day:
            return first, first
        after = date(self.year + 1, 1, 1) if self.month in (0, 12) else date(self.year, self.month + 1, 1)
        return first, after - timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Article:
    """One article of a corpus, decoded, cleaned and laid out.  Its text is safe to show.

    `path`: relative to the corpus, POSIX; bytes that are not UTF-8 stand as surrogates (`os.fsdecode`).
    `digest`: of the bytes of the file, hexadecimal.
    `title`: never empty; `title_origin` tells whether it was read or made from the first sentence or the file name.
    `date`, `source`: None when the text does not say, else with the origin.
    `language`: `fr` or `en`.
    `text`: what is shown; all offsets everywhere are code points of it.  A title read from a line of the text is
    a block of it; one from front matter, first sentence or file name is not.
    """

    path: str
    digest: str
    title: str
    title_origin: Origin
    date: PartialDate | None
    date_origin: Origin | None
    source: str | None
    source_origin: Origin | None
    language: str
    text: str
    blocks: tuple[Block, ...]

    @property
    def content_key(self) -> str:
        """What the reader's marks hang on: the letters of the text, whatever the file's name, place and encoding."""
        return hashlib.blake2b(
            letters_and_digits(self.text).encode("utf-8", "replace"), digest_size=16
        ).hexdigest()
