"""Finds the title of an article among its lines, or makes one from the first sentence or the file's name."""

import re

from reader.corpus.article import BlockKind
from reader.corpus.bylines import is_name
from reader.corpus.captions import ends_with_day
from reader.corpus.lines import Line
from reader.corpus.safe import safe_line

LONGEST_TITLE = 220
_LONGEST_SENTENCE = 300
_STOP = re.compile(r"(?:(?<![.…])[.;,]|\.[»”\"]|:)\Z")
_SENTENCE = re.compile(
    r"(?:(?<![A-ZÀ-Ý])(?<!\b[Mm]me)(?<!\bDr)(?<!\bMgr)(?<!\bMM)(?<!\b[Ss]t)(?<!\betc)\.|[!?…])"
    r"[ ]?[»”\"]?(?=\s+[«“\"(—–-]?\s?[A-ZÀ-ÖØ-ÞŒ\d])"
)
_QUESTION = re.compile(r"([A-ZÀ-ÖØ-ÞŒ][^.!?«“\"\n]{15,140}[^.!?«“\"\n ] ?[?!]) (?=[A-ZÀ-ÖØ-ÞŒ])")
_WORDS = re.compile(r"[\W_]+")


def find_title(lines: list[Line]) -> int | None:
    """The place in `lines` of the line that is the title; what stood before it becomes caption or byline.

    A title is a line of its own, short, without a full stop, with a text after it.
    """
    for place, line in enumerate(lines):
        if line.kind is BlockKind.TITLE:
            return place
        if place > 40:
            break
    for line in lines:
        if line.kind is BlockKind.TITLE:
            line.kind = BlockKind.HEADING
    captions: list[Line] = []
    captioned = False
    for place, line in enumerate(lines[:12]):
        if line.kind in (BlockKind.CAPTION, BlockKind.BYLINE, BlockKind.BOILERPLATE):
            captioned = captioned or line.kind is BlockKind.CAPTION
            continue
        after = _next_text(lines, place)
        if after is None or not _looks_like_title(line):
            return None
        if ends_with_day(line.text) and _looks_like_title(after):
            captions.append(line)
            continue
        if (captions or captioned) and is_name(line.text) and _looks_like_title(after):
            captions.append(line)
            continue
        for caption in captions:
            caption.kind = BlockKind.CAPTION
        return place
    return None


def _looks_like_title(line: Line) -> bool:
    text = line.text
    return (
        3 < len(text) <= LONGEST_TITLE and not _STOP.search(text) and line.kind in (None, BlockKind.HEADING)
    )


def _next_text(lines: list[Line], place: int) -> Line | None:
    for line in lines[place + 1 :]:
        if line.kind in (None, BlockKind.HEADING):
            return line
    return None


def split_question(text: str) -> tuple[str, str] | None:
    """The question that stands as a title on the line of the lead, and the lead, else None.

    `Un tournant dans la ville ? Le maire, qui s'y refusait, …`
    """
    match = _QUESTION.match(text)
    if match is None or len(text) - match.end() < 80:
        return None
    return match[1], text[match.end() :]


def first_sentence(text: str) -> str:
    """The first sentence of `text`, cut at a word when it is longer than 300 signs."""
    text = text[: 4 * _LONGEST_SENTENCE]
    match = _SENTENCE.search(text)
    sentence = text[: match.end()] if match is not None else text
    if len(sentence) <= _LONGEST_SENTENCE:
        return sentence.strip()
    return sentence[:_LONGEST_SENTENCE].rsplit(" ", 1)[0].rstrip(" ,;:–—-") + "…"


def title_of_name(path: str) -> str:
    """A title made of the file's name: its words, without the extension."""
    name = path.rpartition("/")[2]
    stem = re.sub(r"\.(?:txt|md|text)\Z", "", name, flags=re.IGNORECASE)
    return safe_line(re.sub(r"[_\s-]+", " ", stem)).strip() or safe_line(name).strip() or "?"
