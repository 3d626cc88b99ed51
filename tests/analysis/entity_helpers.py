"""Articles made up for the tests of entities."""

from reader.analysis.types import EntityKind, Mention
from reader.corpus.article import Article, Block, BlockKind, Origin, PartialDate


def article(text: str, *, date: PartialDate | None = None, kind: BlockKind = BlockKind.PARAGRAPH) -> Article:
    """An article of `text`, a block a line."""
    blocks: list[Block] = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(kind, start, start + len(line)))
        start += len(line) + 1
    origin = Origin.TEXT if date else None
    return Article(
        "a.txt", "", "a", Origin.FILE_NAME, date, origin, None, None, "fr", text, tuple(blocks)
    )  # fmt: skip


def found(source: Article, mentions: tuple[Mention, ...], *kinds: EntityKind) -> list[tuple[str, str]]:
    """The words and the entity of each mention of some kinds."""
    return [
        (source.text[mention.start : mention.end], mention.entity.name)
        for mention in mentions
        if not kinds or mention.entity.kind in kinds
    ]
