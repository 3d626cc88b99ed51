"""Repairs of what scraping lost inside a line: the space between glued sentences, a paragraph's end."""

import re

from reader.corpus.press_words import LOWER, UPPER

LONGEST_PARAGRAPH = 2000
"""A longer paragraph is cut at sentence ends; seen in one-line files."""
_AIM = 700

_GLUED = re.compile(
    r"([.!?…](?<![.!?…].)[.!?…]{0,3})([»”)]?)(\"?)"
    rf"(?=(?:[«“] ?|[(‘\"])?[{UPPER}](?:[{LOWER}'’ ]|[{UPPER}]{{2}}|\. [{UPPER}]))"
)
_BEFORE = re.compile(rf"[{LOWER}\d)\]»”\"%€ {UPPER}]")
_COMMA = re.compile(rf",(?<=[{LOWER}]{{2}},)(?=[{LOWER}{UPPER}][{LOWER}'’])")
_ABBREVIATIONS = frozenset(
    "mr mme mlle mgr dr pr prof st ste me av art no vs cf vol chap éd fig jr sr bd ex op".split()  # noqa: SIM905
)
_DOMAINS = re.compile(r"(?:com|org|net|fr|js|io|tv|eu)(?![a-zß-ÿ])", re.IGNORECASE)
_WORD_BEFORE = re.compile(rf"([{UPPER}{LOWER}\d.'’-]{{1,40}})\Z")
_ADDRESS = re.compile(r"://|www\.|@|#")
_SENTENCE_END = re.compile(
    rf"[.!?…](?<![ «“\"'’(\-][{UPPER}].)(?<!Mme.)(?<!Mlle.)(?<! Dr.)(?<! St.)(?<!Mgr.)(?<! MM.)[»”\")]?[ ]"
    rf"(?=[«“\"(—–-]?[ ]?[{UPPER}\d])"
)


def part_glued(text: str) -> str:
    """`text`, one line, with the space that sentences lost between them (`cette source.Ce`).

    And words after a comma.  Left alone: initials, abbreviations (`M.Dupont`, `J.-P.`), numbers, addresses.
    """
    parts: list[str] = []
    start = 0
    quotes = counted = 0
    for match in _GLUED.finditer(text):
        if not _parts_sentences(text, match):
            continue
        place = match.end(1)
        if match[2]:
            place = match.end(2)
        elif match[3]:
            quotes += text.count('"', counted, match.start(3))
            counted = match.start(3)
            doubled = text[match.end(3)] == '"'
            place = match.end(3) if quotes % 2 or doubled else match.start(3)
        parts.append(text[start:place])
        start = place
    if parts:
        parts.append(text[start:])
        text = " ".join(parts)
    return _COMMA.sub(_comma, text)


def _comma(match: re.Match[str]) -> str:
    text = match.string
    token = text[_token_start(text, match.start()) : match.end() + 60].split(" ", 1)[0]
    return "," if _ADDRESS.search(token) or "/" in token else ", "


def _parts_sentences(text: str, match: re.Match[str]) -> bool:
    place = match.start()
    before = text[max(0, place - 40) : place]
    if not _BEFORE.match(before, max(0, len(before) - 1)):
        return False
    if before[-1:] == " " and match[1][0] not in "?!":
        return False
    acronym = before[-2:].isupper() and len(before) >= 2
    if before[-1:].isupper() and not acronym and match[1][0] == ".":
        return False
    word = _WORD_BEFORE.search(before)
    if (
        word is not None
        and (word[1].lower() in _ABBREVIATIONS or "." in word[1].strip("."))
        and match[1] == "."
    ):
        return False
    if match[1] == "." and _DOMAINS.match(text, match.end()):
        return False
    return _ADDRESS.search(text[_token_start(text, place) : place + 60].split(" ", 1)[0]) is None


def _token_start(text: str, place: int) -> int:
    start = max(text.rfind(" ", max(0, place - 200), place), text.rfind('"', max(0, place - 200), place))
    return start + 1 if start >= 0 else max(0, place - 200)


def cut_long(text: str) -> list[str]:
    """`text`, when very long, as paragraphs of about 700 characters, cut at sentence ends outside quotes."""
    if len(text) <= LONGEST_PARAGRAPH:
        return [text]
    parts: list[str] = []
    start = counted = 0
    depth = straight = 0
    for match in _SENTENCE_END.finditer(text):
        end = match.end()
        sentence = text[counted:end]
        closed = sentence.count("»") + sentence.count("”")
        depth = max(0, depth + sentence.count("«") + sentence.count("“") - closed)
        straight += sentence.count('"')
        counted = end
        size = end - start
        if len(text) - end < _AIM // 2:
            break
        if (size >= _AIM and depth == 0 and straight % 2 == 0) or size >= 2 * LONGEST_PARAGRAPH:
            parts.append(text[start:end].rstrip())
            start = end
            depth = straight = 0
    parts.append(text[start:])
    return parts
