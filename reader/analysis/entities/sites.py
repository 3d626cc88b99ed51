"""Web sites named by their domain: *selon infos-port.com*; parts of longer addresses are none."""

import re
from collections.abc import Sequence

from reader.analysis.entities.model import TypedSpan
from reader.analysis.entities.passages import Passage
from reader.analysis.tokens import DOMAIN

_SITE = re.compile(DOMAIN, re.IGNORECASE)
_BEFORE, _AFTER = frozenset("./@:?#&"), frozenset("/@:?#&")
"""Signs that make a domain part of an address."""


def with_sites(passage: Passage, row: Sequence[TypedSpan]) -> list[TypedSpan]:
    """The spans of a passage, and a body for each domain that is not inside a longer one."""
    alone = [
        span for span in row if span[1] > span[0] + 1 or not _SITE.fullmatch(passage.tokens[span[0]].text)
    ]
    taken = {index for start, end, _ in alone for index in range(start, end)}
    cut = passage.tokens
    sites = [
        (index, index + 1, "ORG")
        for index, token in enumerate(cut)
        if "." in token.text and index not in taken and _SITE.fullmatch(token.text)
        and not (index and cut[index - 1].text in _BEFORE and cut[index - 1].end == token.start)
        and not (index + 1 < len(cut) and cut[index + 1].text in _AFTER and cut[index + 1].start == token.end)
    ]  # fmt: skip
    return sorted([*alone, *sites])
