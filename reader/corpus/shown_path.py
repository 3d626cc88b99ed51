"""Paths as they are printed, and back: a name may hold bytes that no terminal should be sent."""

import re

from reader.corpus.safe import safe_line

_ESCAPE = re.compile(r"\\(?:\\|x([0-9a-f]{2})|u([0-9a-f]{4})|U([0-9a-f]{8}))")


def shown_path(path: str) -> str:
    r"""`path` itself where it is safe to show; else what is not safe as `\xNN`, `\uNNNN`, and `\` doubled.

    Bytes that are not UTF-8 (surrogates, as `os.fsdecode` gives them) are written as the byte: `\xe9`.
    """
    if safe_line(path) == path:
        return path
    shown = "".join(_shown(character) for character in path)
    return shown if safe_line(shown) == shown else "".join(_escaped(character) for character in path)


def path_from(shown: str) -> str:
    r"""The path that `shown_path` wrote as `shown`, if it had to escape anything."""
    return _ESCAPE.sub(_meant, shown)


def _shown(character: str) -> str:
    safe = character != "\\" and safe_line(character) == character
    return character if safe else _escaped(character)


def _escaped(character: str) -> str:
    code = ord(character)
    if character == "\\":
        return "\\\\"
    if 0xDC80 <= code <= 0xDCFF:
        return f"\\x{code - 0xDC00:02x}"
    if code < 0x80:
        return character if character.isprintable() else f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _meant(escape: re.Match[str]) -> str:
    byte, short, long = escape.groups()
    if byte is not None:
        code = int(byte, 16)
        return chr(code) if code < 0x80 else chr(0xDC00 + code)
    if short is not None:
        return chr(int(short, 16))
    return "\\" if long is None else _character(int(long, 16), escape.group())


def _character(code: int, written: str) -> str:
    return chr(code) if code < 0x110000 else written
