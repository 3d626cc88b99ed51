"""Checks what is read out of a library, which may come from elsewhere, before anything else sees it.

What this program stored is safe to show already; a crafted file need not be.
"""

import os
import re
from dataclasses import fields, is_dataclass
from functools import lru_cache
from types import NoneType
from typing import TypeVar, get_args, get_type_hints

from reader.corpus.article import Origin, PartialDate
from reader.corpus.safe import safe_line, safe_text

_T = TypeVar("_T")
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


def checked_told(told: _T) -> _T:
    """`told`, made of dataclasses, lists and plain values, if every field is of its type and every text one safe line.

    `path` is as raw as the file system's.  Raises UnreadableRecord.
    """
    if isinstance(told, (list, tuple)):
        for one in told:
            checked_told(one)
    elif isinstance(told, str):
        _check_line(told)
    elif is_dataclass(told) and not isinstance(told, type):
        for name, kinds in _fields_of(type(told)):
            value = getattr(told, name)
            if kinds is None:
                checked_told(value)
            elif type(value) not in kinds:
                raise UnreadableRecord(f"{name} is of another type")
            elif type(value) is str and name != "path":
                _check_line(value)
    return told


@lru_cache(maxsize=64)
def _fields_of(kind: type) -> tuple[tuple[str, tuple[type, ...] | None], ...]:
    """The fields of a dataclass, each with its types where they are plain ones."""
    hints = get_type_hints(kind)
    plain = {}
    for one in fields(kind):
        kinds = get_args(hints[one.name]) or (hints[one.name],)
        plain[one.name] = tuple(kinds) if set(kinds) <= {int, str, bool, NoneType} else None
    return tuple(plain.items())


def _check_line(text: str) -> None:
    if not _PLAIN.fullmatch(text) and safe_line(text) != text:
        raise UnreadableRecord("a text that is not safe to show")
    if "\n" in text:
        raise UnreadableRecord("a line that is several")
