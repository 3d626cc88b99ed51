"""The lines of a text, each with what is known of its kind so far."""

import re
from dataclasses import dataclass
from itertools import pairwise

from reader.corpus.article import BlockKind
from reader.corpus.boilerplate import inline_links, is_boilerplate, opens_comments, opens_links
from reader.corpus.bylines import initials_start, is_byline, is_name, is_outlet
from reader.corpus.captions import is_caption, is_credit
from reader.corpus.letters import letters_and_digits
from reader.corpus.markup import CAPTION_MARK, HEADING_MARK, TITLE_MARK
from reader.corpus.subheads import is_rubric, part_subheads, rubric_end, run_on_end

_MARKS = {CAPTION_MARK: BlockKind.CAPTION, HEADING_MARK: BlockKind.HEADING, TITLE_MARK: BlockKind.TITLE}
_MARKED = re.compile(f"[{CAPTION_MARK}{HEADING_MARK}{TITLE_MARK}]+")
_TOP = 8
_LONG_LINE = 250
_LONGEST_CAPTION = 400
_ALNUM = re.compile(r"[^\W_]")
_ELISION = re.compile(r"\b(?:[ldsncjmtLDSNCJMT]|qu|Qu)['’]\Z")
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
        return letters_and_digits(self.text)


def cut_lines(text: str) -> list[Line]:
    """The lines of `text` that are not blank, with hard-wrapped ones joined."""
    lines: list[Line] = []
    gap = False
    for raw in text.split("\n"):
        kind = None
        marked = _MARKED.match(raw.lstrip(" \t"))
        if marked is not None:
            kind = _MARKS[marked[0][0]]
            raw = _MARKED.sub(" ", raw)
        line = " ".join(raw.split())
        if not _ALNUM.search(line):
            gap = True
            continue
        lines.append(Line(line, kind, gap=gap))
        gap = False
    return _joined(lines) if _hard_wrapped(lines) else _mended(lines)


def _mended(lines: list[Line]) -> list[Line]:
    """`lines`, those that were broken in a sentence put together: after `l'`, or before a small letter."""
    mended: list[Line] = []
    for line in lines:
        last = mended[-1] if mended else None
        if (
            last is not None
            and last.kind is None
            and line.kind is None
            and not line.gap
            and _broken(last, line)
        ):
            space = "" if _ELISION.search(last.text) else " "
            mended[-1] = Line(last.text + space + line.text, None, last.gap)
        else:
            mended.append(line)
    return mended


def _broken(line: Line, after: Line) -> bool:
    if _ELISION.search(line.text):
        return after.text[:1].isalpha()
    return (
        len(line.text) >= 60 and line.text[-1:].isalpha() and after.text[:1].islower() and " " in after.text
    )


def _hard_wrapped(lines: list[Line]) -> bool:
    """Whether lines end for want of room: most are of much the same length and go on in the next."""
    if len(lines) < 8:
        return False
    longest = max(len(line.text) for line in lines[:2000])
    if not 40 <= longest <= 130:
        return False
    going_on = full = 0
    for line, after in pairwise(lines[:2000]):
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
    joined = zip(heads, paragraphs, strict=True)
    return [Line(" ".join(parts), head.kind, gap=head.gap) for head, parts in joined]


def mark_known(lines: list[Line]) -> None:
    """Sets the kind of the lines that tell it by their own words or their neighbours."""
    links = False
    for place, line in enumerate(lines):
        announced, links = links, False
        if line.kind not in (None, BlockKind.HEADING):
            continue
        if place >= 2 and (opens_comments(line.text) or _dated_comment(lines, place)):
            for comment in lines[place - (line.text == "le") :]:
                comment.kind = BlockKind.BOILERPLATE
            break
        if is_boilerplate(line.text):
            line.kind = BlockKind.BOILERPLATE
            links = opens_links(line.text)
        elif announced and len(line.text) <= 160 and not line.text.endswith("."):
            line.kind = BlockKind.BOILERPLATE
        elif is_credit(line.text) or is_caption(line.text):
            line.kind = BlockKind.CAPTION
        elif is_byline(line.text) or is_rubric(line.text):
            line.kind = BlockKind.BYLINE
    _mark_outlets(lines)
    _mark_signature(lines)


def _dated_comment(lines: list[Line], place: int) -> bool:
    """Whether the line at `place` is the lone `le` between a reader's name and a comment, its date lost."""
    return lines[place].text == "le" and len(lines[place - 1].text) <= 60 and place >= 4


def _mark_outlets(lines: list[Line]) -> None:
    """Marks the name of an outlet on a line of its own beside a byline."""
    for place in range(1, min(len(lines), _TOP)):
        beside = [lines[place - 1], *lines[place + 1 : place + 2]]
        signed = any(line.kind is BlockKind.BYLINE for line in beside)
        if signed and lines[place].kind is None and is_outlet(lines[place].text):
            lines[place].kind = BlockKind.BYLINE


def _mark_signature(lines: list[Line]) -> None:
    """Marks a last line, under the text, that is only a name."""
    text = [line for line in lines if line.kind is None]
    if len(text) >= 4 and is_name(text[-1].text) and _ENDS.search(text[-2].text):
        text[-1].kind = BlockKind.BYLINE


def part_inline(lines: list[Line]) -> list[Line]:
    """`lines` with `Lire aussi :` and the like, in the middle of a line, on lines of their own."""
    parted: list[Line] = []
    for line in lines:
        if line.kind is None and (
            end := rubric_end(line.text, lead=not any(len(one.text) > 120 for one in parted))
        ):
            parted.append(Line(line.text[:end].strip(" -–—|:."), BlockKind.BYLINE, gap=line.gap))
            line = Line(line.text[end:].strip(), None, gap=True)
        if line.kind is None and (end := initials_start(line.text)) < len(line.text):
            parted += part_inline([Line(line.text[:end].strip(), None, gap=line.gap)])
            parted.append(Line(line.text[end:], BlockKind.BYLINE, gap=True))
            continue
        spans = inline_links(line.text) if line.kind is None else []
        start = 0
        for left, right in spans:
            right = run_on_end(line.text, right) or right
            if line.text[start:left].strip():
                parted.append(Line(line.text[start:left].strip(), None, gap=line.gap))
            parted.append(Line(line.text[left:right].strip(), BlockKind.BOILERPLATE, gap=True))
            start = right
        if not spans:
            parted.append(line)
        elif line.text[start:].strip():
            parted.append(Line(line.text[start:].strip(), None, gap=True))
    return parted


def part_run_ons(lines: list[Line]) -> list[Line]:
    """`lines` with the subheads that stand in the middle of long ones on lines of their own."""
    parted: list[Line] = []
    for line in lines:
        pieces = part_subheads(line.text) if line.kind is None and len(line.text) >= _LONG_LINE else []
        if len(pieces) < 2:
            parted.append(line)
            continue
        parted += [Line(text, BlockKind.HEADING if subhead else None, gap=True) for text, subhead in pieces]
    return parted


def once(lines: list[Line]) -> list[Line]:
    """`lines` without those that repeat the one before, as captions do; what was repeated is a caption.

    A caption also stays once wherever it comes again, and in its fullest form, with its credit.
    """
    kept: list[Line] = []
    captions: set[str] = set()
    for line in lines:
        last = kept[-1] if kept else None
        if last is not None and _same(last, line):
            captioned = len(kept) > 1 or line.text.endswith(".")
            if last.kind is None and captioned and len(line.text) <= _LONGEST_CAPTION:
                last.kind = line.kind or BlockKind.CAPTION
            captions.add(line.letters)
            continue
        if last is not None and last.kind is BlockKind.CAPTION and _goes_on(last, line):
            kept[-1] = Line(line.text, BlockKind.CAPTION, gap=last.gap)
            captions.add(line.letters)
            continue
        if line.kind is BlockKind.CAPTION:
            if line.letters in captions:
                continue
            captions.add(line.letters)
        kept.append(line)
    return kept


def _goes_on(caption: Line, line: Line) -> bool:
    """Whether `line` is `caption` again, with a credit after it."""
    if not 15 <= len(caption.text) <= len(line.text) + 8 <= len(caption.text) + 128:
        return False
    return line.letters.startswith(caption.letters)


def _same(line: Line, other: Line) -> bool:
    if line.text == other.text:
        return True
    return abs(len(line.text) - len(other.text)) <= 8 and line.letters == other.letters
