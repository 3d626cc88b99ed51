"""From bytes to text: which encoding a file is in, and repair of text that was encoded twice."""

import codecs
import re
from collections.abc import Callable

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BINARY_STARTS = (
    b"%PDF-", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"PK\x03\x04", b"PK\x05\x06", b"\x1f\x8b", b"BZh",
    b"\xfd7zXZ", b"\x28\xb5\x2f\xfd", b"7z\xbc\xaf", b"Rar!", b"\x7fELF", b"MZ\x90", b"SQLite format 3",
    b"\xd0\xcf\x11\xe0",
    b"{\\rtf", b"OggS", b"ID3", b"\xca\xfe\xba\xbe", b"RIFF", b"wOFF", b"wOF2",
)  # fmt: skip
_CONTROLS = bytes(set(range(0x20)) - set(b"\t\n\r\x0b\x0c\x1b")) + b"\x7f"
_NOT_ASCII = bytes(range(128, 256))
_LATIN = re.compile("[\xa0-\u024f\u2000-\u20cf]")
_SAMPLE = 1 << 16


class BinaryData(ValueError):  # noqa: N818 - it names data, not a fault of ours
    """The bytes are not text."""


def decode(data: bytes) -> str:
    """The text of `data`, in Unicode, not yet cleaned.  Raises BinaryData when it is no text.

    A byte order mark decides; then UTF-8, in which single broken bytes become U+FFFD; then UTF-16 and UTF-32
    without a mark; then the encodings of Western Europe.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    if data.startswith(_BINARY_STARTS):
        raise BinaryData
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if b"\0" in data and (wide := _wide_encoding(data)) is not None:
        return data.decode(wide, "replace")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = _decode_broken(data, controls)
    else:
        if controls > len(data) * 0.25:
            raise BinaryData
    if any(map(text.__contains__, _SIGNS_OF_TWICE)) and _TWICE.search(text):
        return _repair_twice_encoded(text)
    return text


def _wide_encoding(data: bytes) -> str | None:
    """UTF-16 or UTF-32 without a mark: the one in which nearly all of `data` is letters, signs and spaces."""
    sample = data[: _SAMPLE - _SAMPLE % 4]
    for encoding, width in (("utf-32-le", 4), ("utf-32-be", 4), ("utf-16-le", 2), ("utf-16-be", 2)):
        whole = sample[: len(sample) - len(sample) % width]
        if len(whole) < 4:
            continue
        text = whole.decode(encoding, "replace")
        if len(_PLAUSIBLE.findall(text)) >= 0.95 * len(text):
            return encoding
    return None


_PLAUSIBLE = re.compile("[\\t\\n\\r\x20-\x7e\xa0-\u052f\u2000-\u206f\u20a0-\u20bf\ufeff]")


def _decode_broken(data: bytes, controls: int) -> str:
    """The text of `data`, which is not clean UTF-8.

    With as many whole sequences for Latin letters and signs as broken ones, it is damaged UTF-8: they do not
    come by chance.  With fewer, several files were put together, and what is not UTF-8 is in an older
    encoding.  With next to none, all of it is.
    """
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = len(text) - broken - len(data.translate(None, _NOT_ASCII))
    likely = min(whole, len(_LATIN.findall(text)))
    if whole >= 5 * broken or likely >= broken:
        if controls > len(data) * 0.25:
            raise BinaryData
        return text
    if controls > len(data) * 0.03:
        raise BinaryData
    from reader.corpus.legacy import legacy_encoding  # charset-normalizer only where it is needed

    encoding = legacy_encoding(data)
    if likely < 0.2 * broken:
        return data.decode(encoding, "replace")
    codecs.register_error(f"reader-{encoding}", _in_encoding(encoding))
    return data.decode("utf-8", f"reader-{encoding}")


def _in_encoding(encoding: str) -> Callable[[UnicodeError], tuple[str, int]]:
    """An error handler for `bytes.decode` that reads the bytes that failed in `encoding`."""

    def handler(error: UnicodeError) -> tuple[str, int]:
        if not isinstance(error, UnicodeDecodeError):
            raise error
        return error.object[error.start : error.end].decode(encoding, "replace"), error.end

    return handler


# A lead byte of two or three, read as CP1252 or Mac Roman, then what its continuation bytes read as.
_TWICE = re.compile("[ÂÃ][\x80-\xbfŒœŠšŽžŸƒˆ˜–—‘’‚“”„†‡•…‰‹›€™]|â(?:€|\x80)|√[©®†¢¥´¨ß™]|‚Ä")
_SIGNS_OF_TWICE = ("Ã", "Â", "â€", "â\x80", "√", "‚Ä")
"""One of these stands in all that `_TWICE` finds; they are looked for more quickly."""


def _repair_twice_encoded(text: str) -> str:
    """`text` with each line that was surely encoded twice repaired.

    A line is sure when all its bytes, taken back, are whole UTF-8: an article that only quotes such signs
    beside well-formed accents is left alone.
    """
    from reader.corpus.mojibake import repair_line

    return "\n".join(repair_line(line) if _TWICE.search(line) else line for line in text.split("\n"))
