"""The lines of a text, each with what is known of its kind so far."""

import re
from dataclasses import dataclass

from reader.corpus.article import BlockKind
from reader.corpus.boilerplate import is_boilerplate, opens_comments, opens_links
from reader.corpus.captions import is_byline, is_caption, is_credit
from reader.corpus.markup import CAPTION_MARK, HEADING_MARK, TITLE_MARK
from reader.corpus.repair import SPACES

_MARKS = {CAPTION_MARK: BlockKind.CAPTION, HEADING_MARK: BlockKind.HEADING, TITLE_MARK: BlockKind.TITLE}
_MARKED = re.compile(f"[{CAPTION_MARK}{HEADING_MARK}{TITLE_MARK}]+")
_LETTERS = re.compile(r"[\W_]+")
_ENDS = re.compile(r"[.!?…:;»”\"')\]]\Z")


@dataclass(slots=True)
class Line:
    """One line of the text, not blank, with single spaces.

    `kind`: None as long as nothing is known.  `gap`: a blank line stands before it.
    """

    text: str
    kind: BlockKind | None
    gap: bool

    @property
    def letters(self) -> str:
        """Its letters and digits, folded, to compare lines by."""
        return _LETTERS.sub("", self.text).casefold()


def cut_lines(text: str) -> list[Line]:
    """The lines of `text` that are not blank, with hard-wrapped ones joined."""
    lines: list[Line] = []
    gap = False
    for raw in text.split("\n"):
        kind = None
        marked = _MARKED.match(raw.lstrip())
        if marked is not None:
            kind = _MARKS[marked[0][0]]
        line = SPACES.sub(" ", _MARKED.sub(" ", raw)).strip()
        if not any(sign.isalnum() for sign in line[:80]) and not any(sign.isalnum() for sign in line):
            gap = True
            continue
        lines.append(Line(line, kind, gap))
        gap = False
    return _joined(lines) if _hard_wrapped(lines) else lines


def _hard_wrapped(lines: list[Line]) -> bool:
    """Whether lines end for want of room: most are of much the same length and go on in the next."""
    if len(lines) < 8:
        return False
    longest = max(len(line.text) for line in lines[:2000])
    if not 40 <= longest <= 130:
        return False
    going_on = full = 0
    for line, after in zip(lines[:2000], lines[1:2001], strict=False):
        if after.gap:
            continue
        full += 1
        going_on += len(line.text) + len(after.text.split(" ", 1)[0]) >= longest * 0.8 and not _ENDS.search(
            line.text
        )
    return full >= 5 and going_on >= 0.5 * full


def _joined(lines: list[Line]) -> list[Line]:
    """The paragraphs of hard-wrapped `lines`: a blank line, or a mark, begins a new one."""
    paragraphs: list[list[str]] = []
    heads: list[Line] = []
    for line in lines:
        if line.gap or line.kind is not None or not heads or heads[-1].kind is not None:
            heads.append(line)
            paragraphs.append([line.text])
        else:
            paragraphs[-1].append(line.text)
    return [Line(" ".join(parts), head.kind, head.gap) for head, parts in zip(heads, paragraphs, strict=True)]


def mark_known(lines: list[Line]) -> None:
    """Sets the kind of the lines that tell it by their own words or their neighbours."""
    closed = links = False
    for place, line in enumerate(lines):
        if closed:
            line.kind = BlockKind.BOILERPLATE
            continue
        if line.kind not in (None, BlockKind.HEADING):
            links = False
            continue
        if opens_comments(line.text) and place >= 2:
            line.kind = BlockKind.BOILERPLATE
            closed = True
        elif is_boilerplate(line.text):
            line.kind = BlockKind.BOILERPLATE
            links = opens_links(line.text)
            continue
        elif links and len(line.text) <= 160 and not line.text.endswith("."):
            line.kind = BlockKind.BOILERPLATE
        elif is_credit(line.text) or is_caption(line.text):
            line.kind = BlockKind.CAPTION
        elif is_byline(line.text):
            line.kind = BlockKind.BYLINE
        links = False


def once(lines: list[Line]) -> list[Line]:
    """`lines` without those that repeat the one before, as captions do; what was repeated is a caption.

    A caption also stays once wherever it comes again.
    """
    kept: list[Line] = []
    captions: set[str] = set()
    for line in lines:
        if kept and _same(kept[-1], line):
            if kept[-1].kind is None:
                kept[-1].kind = line.kind or (BlockKind.CAPTION if len(kept) > 1 else None)
            captions.add(line.letters)
            continue
        if line.kind is BlockKind.CAPTION:
            if line.letters in captions:
                continue
            captions.add(line.letters)
        kept.append(line)
    return kept


def _same(line: Line, other: Line) -> bool:
    if line.text == other.text:
        return True
    return abs(len(line.text) - len(other.text)) <= 8 and line.letters == other.letters
