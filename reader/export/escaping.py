"""Text of articles made literal for Markdown and HTML: nothing of it is markup there."""

import re
from html import escape

from reader.corpus.safe import safe_line, safe_text

_SIGNS = re.compile(r"([\\`*_{}\[\]<>#|~$])")
_REFERENCE = re.compile(r"&(?=#?\w)")
_BLOCK = re.compile(r"^(\d{1,9}(?=[.)])|)([-+=]|(?<=\d)[.)])")
"""What begins a list or underlines a heading, at the start of a line."""


def markdown_text(text: str) -> str:
    """`text` on one line, literal in CommonMark and in GitHub's tables."""
    line = _REFERENCE.sub("&amp;", _SIGNS.sub(r"\\\1", safe_line(text).strip(" ")))
    return _BLOCK.sub(r"\1\\\2", line)


def html_text(text: str) -> str:
    """`text` literal in an HTML element or a quoted attribute."""
    return escape(safe_text(text), quote=True)
