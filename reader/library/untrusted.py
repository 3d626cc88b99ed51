"""Checks what is read out of a library, which may come from elsewhere, before anything else sees it.

What this program stored is safe to show already; a crafted file need not be.
"""

import os
import re
from functools import lru_cache

from reader.corpus.article import Origin, PartialDate
from reader.corpus.safe import safe_line, safe_text

_PLAIN = re.compile("[\n -~\xa0«»°·À-ſ‘’“”–—…€\u202f]*")
"""What most texts consist of, and what is safe whatever its order."""


class UnreadableRecord(ValueError):  # noqa: N818 - it names what is the case
    """What is stored is not what this program writes."""


def checked_text(text: object) -> str:
    """`text`, if it is safe to show as it is; offsets hang on it, so nothing is mended. Raises UnreadableRecord."""
    if not isinstance(text, str) or (not _PLAIN.fullmatch(text) and safe_text(text) != text):
        raise UnreadableRecord("a text that is not safe to show")
    return text


def checked_line(text: object) -> str:
    """`text` on one line, made safe to show. Raises UnreadableRecord where it is no text."""
    if not isinstance(text, str):
        raise UnreadableRecord("a text that is none")
    return text if _PLAIN.fullmatch(text) and "\n" not in text else safe_line(text)


def checked_number(number: object) -> int:
    """`number`, if it is one, and not negative. Raises UnreadableRecord."""
    if type(number) is not int or number < 0:
        raise UnreadableRecord("a number that is none")
    return number


def checked_path(path: object) -> str:
    """The stored `path`; it is as raw as the file system's. Raises UnreadableRecord."""
    if not isinstance(path, bytes):
        raise UnreadableRecord("a path that is none")
    return os.fsdecode(path)


@lru_cache(maxsize=16)
def checked_origin(name: object) -> Origin | None:
    """The origin of this `name`, if any. Raises UnreadableRecord."""
    try:
        return None if name is None else Origin(str(name))
    except ValueError as error:
        raise UnreadableRecord(str(error)) from error


@lru_cache(maxsize=4096)
def checked_date(text: object) -> PartialDate | None:
    """The date in `text`, if any. Raises UnreadableRecord."""
    try:
        return None if text is None else PartialDate.parse(str(text))
    except (ValueError, OverflowError) as error:
        raise UnreadableRecord(str(error)) from error
