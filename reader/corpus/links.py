"""The links of an article's file, which cleaning takes out of its text."""

import re
from pathlib import Path
from typing import NamedTuple

from reader.corpus.read import read_raw
from reader.corpus.safe import safe_line

_MOST = 1000
"""Links read of one file."""
_LINK = re.compile(
    r"(?<!!)\[(?P<label>[^\[\]\n]{1,300})\]\((?P<marked>https?://[^()\s<>]{1,2000})[^()\n]{0,300}\)"
    r"|<a\s[^<>]{0,500}?href=[\"'](?P<tagged>https?://[^\"'<>\s]{1,2000})[\"'][^<>]{0,500}>(?P<words>[^<>]{0,300})</a"
    r"|(?P<bare>https?://[^\s<>\"'()\[\]«»]{1,2000})",
    re.IGNORECASE,
)


class Link(NamedTuple):
    """Where a link leads, and its words in the text; empty where it stands bare.  Both are safe to show."""

    address: str
    words: str


def links_in(text: str) -> list[Link]:
    """The links of a raw text, Markdown, HTML or bare, in order, each address once."""
    found: dict[str, Link] = {}
    for match in _LINK.finditer(text):
        address = match["marked"] or match["tagged"] or match["bare"].rstrip(".,;:!?…")
        words = match["label"] or match["words"] or ""
        shown = safe_line(address)
        if shown == address:  # what is not safe to show is not safe to follow
            found.setdefault(address, Link(shown, " ".join(safe_line(words).split())))
        if len(found) >= _MOST:
            break
    return list(found.values())


def read_links(folder: Path, path: str) -> list[Link]:
    """The links of the file at `path` in `folder`. Raises OSError, UnreadableArticle."""
    return links_in(read_raw(folder, path))
