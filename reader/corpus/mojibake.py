"""Repairs lines whose UTF-8 was read as another encoding and written as UTF-8 again (`Ã©` for `é`)."""

import re

_LONGEST = 1 << 20
_ACCENT = re.compile("[\xc0-\xff]")
_SEQUENCE = re.compile("[Ââ€Ã][^\\x00-\\x7f][^\\x00-\\x7f]?")


def repair_line(line: str) -> str:
    """`line` as it was meant where that is sure, else as it is.

    Sure: taken back to bytes, the whole line is UTF-8, so that no sign of it stands by itself; or nearly all
    its signs beyond ASCII belong to such sequences, and ftfy finds a plan that leaves fewer of them.
    """
    for encoding in ("cp1252", "latin-1", "mac_roman"):
        try:
            return _to_bytes(line, encoding).decode("utf-8")
        except (UnicodeEncodeError, UnicodeDecodeError):
            continue
    high = sum(1 for sign in line if sign > "\x7f")
    in_sequences = sum(len(found) for found in _SEQUENCE.findall(line))
    if len(line) > _LONGEST or in_sequences < 0.6 * high:
        return line
    import ftfy

    return ftfy.fix_encoding(line)


def _to_bytes(line: str, encoding: str) -> bytes:
    """The bytes that `encoding` reads as `line`; the five that CP1252 leaves out stand for themselves."""
    if encoding != "cp1252":
        return line.encode(encoding)
    return b"".join(
        part.encode("latin-1") if part in _UNDEFINED else part.encode("cp1252")
        for part in _PARTS.findall(line)
    )


_UNDEFINED = "\x81\x8d\x8f\x90\x9d"
_PARTS = re.compile(f"[{_UNDEFINED}]|[^{_UNDEFINED}]+")
