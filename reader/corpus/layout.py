"""Lays an article out: which of its lines is title, heading, paragraph, caption or no part of it."""

import re
from dataclasses import dataclass

from reader.corpus.article import Block, BlockKind
from reader.corpus.lines import Line, cut_lines, mark_known, once, part_inline, part_run_ons
from reader.corpus.repair import cut_long, part_glued
from reader.corpus.titles import find_title, split_question

_SEPARATOR = "\n\n"
_LONGEST_HEADING = 110
_INTERVIEW = 3
"""Lines that end in a question mark: as many are the questions of an interview, not headings."""
_STOP = re.compile(r"[.,;:…][»”\")]?\Z|[:,] ?[«“\"]\Z|\b[ldsncjmtLDSNCJMT]['’]\Z")
_PARAGRAPH_END = re.compile(r"[.!?…»”\")\]:]\Z")
_HEAD = re.compile(r"[«“\"'‘(—–\d-]? ?[A-ZÀ-ÖØ-ÞŒ\d«“\"]")
_WIRE_HEADING = re.compile(r"- .{2,90} -\Z")


@dataclass(frozen=True, slots=True)
class Layout:
    """The text of an article and its blocks; `title`, when a line of the text is the title."""

    text: str
    blocks: tuple[Block, ...]
    title: str | None

    def texts(self, kind: BlockKind) -> list[str]:
        """The text of each block of `kind`."""
        return [self.text[block.start : block.end] for block in self.blocks if block.kind is kind]


def lay_out(text: str, *, titled: bool) -> Layout:
    """The layout of `text` (markup out, marks in); `titled` when the title is known from elsewhere."""
    lines = cut_lines(text)
    mark_known(lines)
    lines = part_run_ons(part_inline(once(lines)))
    title = find_title(lines)
    if title is None and not titled:
        title = _split_first(lines)
    if title is not None:
        lines = _with_title(lines, title)
    _mark_body(lines, title)
    return _assembled(lines, None if title is None else part_glued(lines[title].text))


def _split_first(lines: list[Line]) -> int | None:
    """Makes two lines of a first one that begins with a question as its title; the place of the title."""
    for place, line in enumerate(lines):
        if line.kind is None:
            parts = split_question(line.text)
            if parts is None:
                return None
            lines[place : place + 1] = [Line(parts[0], None, gap=line.gap), Line(parts[1], None, gap=True)]
            return place
    return None


def _with_title(lines: list[Line], title: int) -> list[Line]:
    """`lines` with the title marked, without its repetition just after it."""
    lines[title].kind = BlockKind.TITLE
    letters = lines[title].letters
    return [
        line
        for place, line in enumerate(lines)
        if not (title < place < title + 4 and line.letters == letters)
    ]


def _mark_body(lines: list[Line], title: int | None) -> None:
    """Sets the kind of every line that has none: standfirst, headings, links at the end, paragraphs."""
    body = [place for place, line in enumerate(lines) if line.kind in (None, BlockKind.HEADING)]
    if title is not None:
        _mark_standfirst(lines, body, title)
    _mark_links_at_end(lines, body)
    interview = sum(1 for place in body if lines[place].text.endswith("?")) >= _INTERVIEW
    for index, place in enumerate(body):
        line = lines[place]
        if line.kind is None or line.kind is BlockKind.HEADING:
            after = lines[body[index + 1]] if index + 1 < len(body) else None
            asked = interview and line.text.endswith("?")
            heads = not asked and _is_heading(line, index, after)
            line.kind = BlockKind.HEADING if heads else BlockKind.PARAGRAPH


def _mark_standfirst(lines: list[Line], body: list[int], title: int) -> None:
    """Marks the line after the title when it has a standfirst's length, and no stop or a byline after it."""
    following = [place for place in body if place > title]
    if len(following) < 2:
        return
    line, after = lines[following[0]], lines[following[1]]
    if not 50 <= len(line.text) <= 700 or len(after.text) < 80:
        return
    signed = lines[following[0] + 1].kind is BlockKind.BYLINE
    if signed or not _PARAGRAPH_END.search(line.text):
        line.kind = BlockKind.STANDFIRST


def _mark_links_at_end(lines: list[Line], body: list[int]) -> None:
    """Marks three or more last lines without a full stop, after a text with them: links to other articles."""
    count = 0
    for place in reversed(body):
        text = lines[place].text
        if not 25 <= len(text) <= 170 or _STOP.search(text) or lines[place].kind is BlockKind.STANDFIRST:
            break
        count += 1
    stops = sum(1 for place in body[: len(body) - count] if _PARAGRAPH_END.search(lines[place].text))
    announced = count < len(body) and lines[body[-count - 1]].text.endswith(":")
    if count >= 3 and stops >= 3 and not announced:
        for place in body[len(body) - count :]:
            lines[place].kind = BlockKind.BOILERPLATE


def _is_heading(line: Line, index: int, after: Line | None) -> bool:
    """Whether `line` surely heads what comes `after` it."""
    text = line.text
    if _WIRE_HEADING.match(text):
        return True
    if len(text) > _LONGEST_HEADING or after is None or after.kind not in (None, BlockKind.PARAGRAPH):
        return False
    if line.kind is BlockKind.HEADING:
        return True
    if (
        index == 0
        or _STOP.search(text)
        or not _HEAD.match(text)
        or (text.endswith(("?", "!")) and len(text) > 80)
    ):
        return False
    return len(after.text) >= max(80, len(text)) and _PARAGRAPH_END.search(after.text) is not None


def _assembled(lines: list[Line], title: str | None) -> Layout:
    """The text that `lines` make, sentences parted and long paragraphs cut, with its blocks."""
    parts: list[str] = []
    blocks: list[Block] = []
    place = 0
    for line in lines:
        kind = line.kind or BlockKind.PARAGRAPH
        repaired = part_glued(line.text)
        for part in cut_long(repaired) if kind is BlockKind.PARAGRAPH else [repaired]:
            parts.append(part)
            blocks.append(Block(kind, place, place + len(part)))
            place += len(part) + len(_SEPARATOR)
    return Layout(_SEPARATOR.join(parts), tuple(blocks), title)
