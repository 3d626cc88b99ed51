"""Which outlet or agency an article comes from, as far as it says so itself."""

import re

from reader.corpus.article import Origin
from reader.corpus.captions import AGENCIES
from reader.corpus.front_matter import FrontMatter

_SHORT = {
    "agence france-presse": "AFP", "reuters": "Reuters", "associated press": "AP", "belga": "Belga", "ansa": "ANSA",
    "dpa": "DPA", "sipa": "Sipa",
}  # fmt: skip
_AGENCY = re.compile(rf"\b({AGENCIES})\b")
_CREDITED = re.compile(rf"\(?(?:[Aa]vec )?(?:l')?(?:{AGENCIES})\b|\(?[Aa]vec (?:l')?(?:{AGENCIES})\b")
_DATELINE = re.compile(
    r"(?:[A-ZÀ-ÖØ-ÞŒ][\w' -]{1,40}[,]? ?)?\(([A-ZÀ-ÖØ-Þ][\w .'’-]{1,28})\) ?[-–—] ?(?=[A-ZÀ-ÖØ-Þ«“\"])"
)
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|[Cc]opyright) ?(?:(?:19|20)\d\d)?[ ,-]*([A-ZÀ-ÖØ-Þ][^|.,;:©(/]{1,40}?)(?: ?[,-]? ?(?:19|20)\d\d)?\s*\.?\Z"
)
_SOURCE_LINE = re.compile(r"[Ss]ources? ?: ?([A-ZÀ-ÖØ-Þ][\w .'’-]{1,40})\Z")
_ENDING = re.compile(rf"\((?:[Aa]vec )?(?:l')?({AGENCIES})(?:[ ,/&]+(?:et )?(?:{AGENCIES}))*\)\.?\Z")
_HOST = re.compile(r"(?:https?://)?(?:www\d?\.|m\.|amp\.)?([\w-]+(?:\.[\w-]+)+)", re.IGNORECASE)


def source_of(
    front: FrontMatter, bylines: list[str], first: str, last: str, notices: list[str]
) -> tuple[str | None, Origin | None]:
    """The source of an article and where it was read.

    `bylines`: its own lines about itself; `first`, `last`: its first and last paragraph, for datelines
    (`PARIS (AFP) –`) and a closing `(AFP)`; `notices`: lines that may hold a copyright.
    """
    if front.source:
        return front.source, Origin.FRONT_MATTER
    if (match := _DATELINE.match(first)) is not None:
        return _short(match[1]), Origin.TEXT
    for line in bylines:
        if _CREDITED.match(line) and (match := _AGENCY.search(line)) is not None:
            return _short(match[1]), Origin.LINE
    if (match := _ENDING.search(last, max(0, len(last) - 80))) is not None:
        return _short(match[1]), Origin.TEXT
    for line in notices:
        match = _COPYRIGHT.match(line) or _SOURCE_LINE.match(line)
        if match is not None:
            return _short(match[1].strip()), Origin.LINE
    if front.url and (match := _HOST.match(front.url)) is not None:
        return match[1].lower(), Origin.FRONT_MATTER
    return None, None


def _short(name: str) -> str:
    return _SHORT.get(name.lower(), name)
