"""Which outlet or agency an article comes from, as far as it says so itself."""

import re

from reader.corpus.article import Origin
from reader.corpus.bylines import outlet_in
from reader.corpus.front_matter import FrontMatter
from reader.corpus.outlets import OUTLETS
from reader.corpus.press_words import AGENCIES, UPPER

_SHORT = {
    "agence france-presse": "AFP",
    "reuters": "Reuters",
    "associated press": "AP",
    "belga": "Belga",
    "ansa": "ANSA",
    "dpa": "DPA",
    "sipa": "Sipa",
}
_AGENCY = re.compile(rf"\b({AGENCIES})\b")
_WITH_AGENCY = re.compile(rf"\(?[Aa]vec (?:l['’])?([{UPPER}]{{2,6}})\b")
_CREDITED = re.compile(
    rf"[^(]{{0,60}}\((?:{AGENCIES})\) ?-?\Z|\(?(?:[Aa]vec )?(?:l['’])?(?:{AGENCIES})\b"
    rf"|.{{0,60}}\([Aa]vec (?:l['’])?(?:{AGENCIES})\b"
)
_DATELINE = re.compile(
    rf"(?:[{UPPER}][^()!?«»\"]{{1,70}})?\(([{UPPER}][\w .'’-]{{1,28}})\) ?[-–—] ?(?=[{UPPER}«“\"])"
)
_EXCLUSIVE = re.compile(
    rf"(?:INFO|INFORMATION|EXCLUSIF|EXCLU) ([{UPPER}][{UPPER}'’]+(?: [{UPPER}][{UPPER}'’]+){{0,3}})"
    rf"(?: ?[-–—.:] ?| )(?=[{UPPER}«“][\w« ])"
)
_NAMED_LEAD = re.compile(
    rf"([{UPPER}]\w*(?:[Nn]ews|[Ii]nfos?|[Pp]resse?|[Aa]ctu))(?: ?\(\w+\))? ?[-–—] ?(?=[{UPPER}«“])"
)
_COPYRIGHT = re.compile(
    rf"(?:©|\(c\)|[Cc]opyright) ?(?:(?:19|20)\d\d)?[ ,-]*([{UPPER}][^|.,;:©(/]{{1,40}}?)"
    r"(?: ?[,-]? ?(?:19|20)\d\d)?\s*\.?\Z"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_SOURCE_LINE = re.compile(rf"[Ss]ources? ?: ?([{UPPER}][\w .'’-]{{1,40}})\Z")
_ENDING = re.compile(rf"\((?:[Aa]vec )?(?:l['’])?({AGENCIES})(?:[ ,/&]+(?:et )?(?:{AGENCIES}))*\)\.?\Z")
_HOST = re.compile(
    r"(?:https?://)?(?:www\d?\.|m\.|amp\.|mobile\.|abonnes\.)?([\w-]+(?:\.[\w-]+)+)", re.IGNORECASE
)


def dateline_of(first: str) -> str:
    """The dateline that the first paragraph begins with (`PARIS, 3 mai 2024 (AFP) –`), or nothing."""
    match = _DATELINE.match(first)
    return match[0] if match is not None else ""


def source_of(
    front: FrontMatter, bylines: list[str], first: str, last: str, closing: list[str]
) -> tuple[str | None, Origin | None]:
    """The source of an article and where it was read.

    Its `source` field, if it has one, goes before.  `bylines`: its own lines; `first`, `last`: its
    first and last paragraph, for datelines (`PARIS (AFP) –`) and a closing `(AFP)`; `closing`: its last lines,
    for a copyright.
    """
    for pattern in (_DATELINE, _EXCLUSIVE, _NAMED_LEAD):
        if (match := pattern.match(first)) is not None:
            return _short(match[1].strip()), Origin.TEXT
    for line in bylines:
        if (outlet := outlet_in(line)) is not None:
            return outlet, Origin.LINE
        if _CREDITED.match(line) and (match := _AGENCY.search(line)) is not None:
            return _short(match[1]), Origin.LINE
        if (match := _WITH_AGENCY.match(line)) is not None:
            return match[1], Origin.LINE
    if (match := _ENDING.search(last, max(0, len(last) - 80))) is not None:
        return _short(match[1]), Origin.TEXT
    for line in closing:
        match = _COPYRIGHT.match(line) or _SOURCE_LINE.match(line)
        if match is not None and (_YEAR.search(line) or not _AGENCY.search(line)):
            return _short(match[1].strip()), Origin.LINE
    if front.url and (outlet := _outlet(front.url)) is not None:
        return outlet, Origin.FRONT_MATTER
    return None, None


def _outlet(url: str) -> str | None:
    """The outlet at an address: its name when it is well known, else the host; None for shortened links."""
    match = _HOST.match(url)
    if match is None:
        return None
    host = match[1].lower()
    parts = host.split(".")
    for start in range(len(parts) - 1):
        if (name := OUTLETS.get(".".join(parts[start:]))) is not None:
            return name
    shortened = len(parts) == 2 and len(parts[0]) <= 6 and len(url) - match.end() <= 14
    return None if shortened else host


def _short(name: str) -> str:
    return _SHORT.get(name.lower(), name)
