"""Makes text safe to show: no code that steers a terminal, reorders a line or hides in it."""

import re
from unicodedata import category

from reader.corpus.byte_map import ByteTest

MARKS_KEPT = 4
"""Combining marks kept in a row: enough for every living script, too few to spill over other lines."""

# What a terminal obeys or does not show: controls, soft hyphen, joiners, fillers, bidi controls, tags,
# variation selectors, private use (icon fonts, and the search index's own marks), noncharacters.
_DROPPED = (
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff"
    "\ue000-\uf8ff\ufdd0-\ufdef"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U0010ffff"
).replace("\ufff0-\uffff", "\ufff0-\ufffb\ufffe\uffff")
_LINE_ENDS = "\r\x0b\x0c\x85\u2028\u2029"
_SUSPECT = re.compile(f"[{_DROPPED}{_LINE_ENDS}\ud800-\udfff]")
_DROP = re.compile(f"[{_DROPPED}]+")
_LINE_END = re.compile(f"\r\n|[{_LINE_ENDS}]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_MAYBE_MARKS = re.compile(rf"[^\w\s\x00-\u02ff\u2010-\u2027\u2030-\u205e]{{{MARKS_KEPT + 1},}}")
_LINE_BREAKS = re.compile("[\n\t]")
_all_safe = ByteTest(lambda sign: _SUSPECT.match(sign) is None)


def safe_text(text: str) -> str:
    r"""`text` with only what can be shown, `\n` and `\t`; every other line end becomes `\n`.

    Dropped: controls, bidi controls, invisible format characters (soft hyphens, joiners, so that a joined
    emoji falls apart into its members), variation selectors, private use, and combining marks beyond
    `MARKS_KEPT` in a row.  Lone surrogates, the undecodable bytes of names, become U+FFFD.  Idempotent.
    """
    if _all_safe(text):
        return text
    if _SUSPECT.search(text):
        text = _DROP.sub("", _SURROGATE.sub("\ufffd", _LINE_END.sub("\n", text)))
    return text if text.isascii() else _MAYBE_MARKS.sub(_fewer_marks, text)


def safe_line(text: str) -> str:
    """`safe_text` on one line, for names, titles, queries and messages: line ends and tabs become spaces."""
    return _LINE_BREAKS.sub(" ", safe_text(text))


def _fewer_marks(match: re.Match[str]) -> str:
    kept: list[str] = []
    marks = 0
    for sign in match.group():
        marks = marks + 1 if category(sign) in {"Mn", "Me", "Mc"} else 0
        if marks <= MARKS_KEPT:
            kept.append(sign)
    return "".join(kept)
