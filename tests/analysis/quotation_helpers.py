"""Small articles for the tests of quotations."""

from reader.analysis.entities.recognise import find_mentions
from reader.analysis.quotations.extract import find_quotations
from reader.analysis.types import Quotation
from reader.corpus.article import Article, Block, BlockKind, Origin


def article(text: str, *, boilerplate: tuple[str, ...] = ()) -> Article:
    """An article whose lines are its paragraphs; those in `boilerplate` are that."""
    blocks = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            first = start + len(line) - len(line.lstrip())
            kind = BlockKind.BOILERPLATE if line.strip() in boilerplate else BlockKind.PARAGRAPH
            blocks.append(Block(kind, first, start + len(line.rstrip())))
        start += len(line) + 1
    return Article("a.txt", "", "a", Origin.FILE_NAME, None, None, None, None, "fr", text, tuple(blocks))


def quotations(text: str) -> tuple[Quotation, ...]:
    """The quotations of a text."""
    made = article(text)
    return find_quotations(made, find_mentions(made))


def spoken(text: str) -> list[tuple[str, str | None]]:
    """The content of each quotation of a text, with its speaker's name."""
    return [
        (text[one.content.start : one.content.end], one.speaker.name if one.speaker else None)
        for one in quotations(text)
    ]


def speakers(text: str) -> list[str | None]:
    """The speaker of each quotation of a text, in order."""
    return [name for _, name in spoken(text)]
