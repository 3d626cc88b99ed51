"""Reads articles: from the bytes of a file to an Article."""

import hashlib
import os
import stat
from pathlib import Path
from unicodedata import is_normalized, normalize

from reader.corpus.article import Article, BlockKind, Origin
from reader.corpus.dates import date_of
from reader.corpus.decode import BinaryData, decode
from reader.corpus.front_matter import FrontMatter, split_front_matter
from reader.corpus.language import language_of
from reader.corpus.layout import Layout, lay_out
from reader.corpus.markup import remove_markup
from reader.corpus.safe import safe_line, safe_text
from reader.corpus.sources import dateline_of, source_of
from reader.corpus.titles import first_sentence, title_of_name
from reader.language import N_

LARGEST_FILE = 64 << 20
"""Bytes; a larger file is no article, and would not fit in memory many times over."""

_TOP = 8
_END = 5
"""Blocks from the beginning and from the end that may say something of the article itself."""


class UnreadableArticle(Exception):  # noqa: N818 - it names a file, not a fault of ours
    """A file that is no article; `reason` says why in a few words (`binary`, `empty`)."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def read_article(folder: Path, path: str) -> Article:
    """The article at `path` (relative, POSIX) in `folder`.

    Never waits on a pipe or a device, never reads more than `LARGEST_FILE` bytes.
    Raises UnreadableArticle, or OSError when the file cannot be read.
    """
    return parse_article(path, _read_bytes(folder / path))


def read_raw(folder: Path, path: str) -> str:
    """The text of the file at `path` in `folder` as it is, safe to show. Raises as `read_article` does."""
    return raw_text(_read_bytes(folder / path))


def parse_article(path: str, data: bytes) -> Article:
    """The article that `data`, the bytes of the file at `path`, holds.  Raises UnreadableArticle."""
    text = _normal(raw_text(data))
    if not text.strip():
        raise UnreadableArticle(N_("empty"))
    front, body = split_front_matter(text)
    layout = lay_out(remove_markup(body), titled=bool(front.title))
    if not layout.blocks and not front.title:
        raise UnreadableArticle(N_("no words"))
    title, title_origin = _title(front, layout, path)
    date, date_origin = date_of(front, _own_lines(layout), dateline_of(_first(layout)), path)
    source, source_origin = _source(front, layout)
    return Article(
        path=path,
        digest=hashlib.blake2b(data, digest_size=16).hexdigest(),
        title=title,
        title_origin=title_origin,
        date=date,
        date_origin=date_origin,
        source=source,
        source_origin=source_origin,
        language=_language(front, layout.text),
        text=layout.text,
        blocks=layout.blocks,
    )


def raw_text(data: bytes) -> str:
    """The text of a file as it is, decoded and made safe to show.  Raises UnreadableArticle for a binary."""
    try:
        return safe_text(decode(data))
    except BinaryData:
        raise UnreadableArticle(N_("binary")) from None


def _read_bytes(full: Path) -> bytes:
    handle = os.open(full, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    with os.fdopen(handle, "rb") as file:
        status = os.fstat(file.fileno())
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableArticle(N_("not a regular file"))
        if status.st_size > LARGEST_FILE:
            raise UnreadableArticle(f"larger than {LARGEST_FILE >> 20} MB")
        return file.read(status.st_size or LARGEST_FILE)  # some file systems do not tell the size


def _normal(text: str) -> str:
    return text if is_normalized("NFC", text) else normalize("NFC", text)


def _title(front: FrontMatter, layout: Layout, path: str) -> tuple[str, Origin]:
    if title := _field(front.title):
        return title, Origin.FRONT_MATTER
    if layout.title:
        return layout.title, Origin.LINE
    for kind in (BlockKind.PARAGRAPH, BlockKind.STANDFIRST, BlockKind.HEADING):
        texts = layout.texts(kind)
        if texts and (sentence := first_sentence(texts[0])):
            return sentence, Origin.FIRST_SENTENCE
    return title_of_name(path), Origin.FILE_NAME


def _own_lines(layout: Layout) -> list[str]:
    """What the article says of itself: its bylines at the top and at the end."""
    blocks = [*layout.blocks[:_TOP], *layout.blocks[max(_TOP, len(layout.blocks) - _END) :]]
    return [layout.text[block.start : block.end] for block in blocks if block.kind is BlockKind.BYLINE]


def _first(layout: Layout) -> str:
    """The first words of the text itself."""
    return next(iter(layout.texts(BlockKind.PARAGRAPH)), "")


def _source(front: FrontMatter, layout: Layout) -> tuple[str | None, Origin | None]:
    if said := _field(front.source):
        return said, Origin.FRONT_MATTER
    standfirst = layout.texts(BlockKind.STANDFIRST)[:1]
    paragraphs = layout.texts(BlockKind.PARAGRAPH) or [""]
    closing = [layout.text[block.start : block.end] for block in layout.blocks[-3:]]
    for first in (paragraphs[0], *standfirst):
        source, origin = source_of(front, _own_lines(layout), first, paragraphs[-1], closing)
        if source is not None:
            break
    return source, origin


def _field(written: str) -> str:
    """What a field of the front matter says, on one line, without markup."""
    return " ".join(safe_line(remove_markup(written)).split()) if written else ""


def _language(front: FrontMatter, text: str) -> str:
    said = front.language[:2].lower()
    return said if said in {"fr", "en"} else language_of(text)
