"""Tells the 8-bit encodings apart: by what French makes of their high bytes, else by charset-normalizer."""

import re

_SAMPLE = 1 << 17
_WESTERN = ("cp1252", "mac_roman", "cp850", "cp437")
_OTHERS = [
    *_WESTERN,
    "latin_1",
    "iso8859_15",
    "cp1250",
    "iso8859_2",
    "mac_latin2",
    "cp1254",
    "cp1251",
    "koi8_r",
    "cp1253",
]
# Accented letters beside lower-case letters, signs beside spaces: what a high byte is in French and its neighbours.
_LIKELY = re.compile(
    r"(?<=[a-zA-Z'’])[éèêëàâçîïôöùûüœñáíóúäß](?=[\W_a-zé])|(?<![^\W\d_])[éèêàâçîôœÉÈÊÀÂÇÎÔŒÖÜ](?=[a-zA-Z' ])"
    r"|(?<=[A-Z])[ÉÈÊËÀÂÇÎÏÔÖÙÛÜŒ](?=[A-Z\W])|(?<=[éèêàç])[éèê]"
    r"|(?<=[a-z])’(?=[a-zA-ZéèêàâîôÉÈÊÀ])|(?<=[\s(\xa0])[«“‘—–](?=[\s\w\xa0«“])|(?<=[\w.,!?…\s\xa0])[»”’…](?=[\s.,;:!?)\xa0]|$)"
    r"|\xa0(?=[»:;!?%€\d])|(?<=[«\d])\xa0|(?<=\d)[°€](?=\W)"
)
_HIGH = re.compile("[^\x00-\x7f]")


def legacy_encoding(data: bytes) -> str:
    """The encoding, not UTF-8, that reads `data` best; cp1252 when nothing tells.

    Judged on the first 128 kB that hold high bytes.
    """
    sample = _telling_part(data)
    scores = {encoding: _score(sample.decode(encoding, "replace")) for encoding in _WESTERN}
    best = max(_WESTERN, key=scores.__getitem__)
    if scores[best] >= 0.5:
        return best
    from charset_normalizer import from_bytes

    guess = from_bytes(sample, cp_isolation=_OTHERS, enable_fallback=False).best()
    return guess.encoding if guess is not None and guess.encoding != "ascii" else "cp1252"


def _telling_part(data: bytes) -> bytes:
    """The lines of `data` with high bytes, as far as needed."""
    first = re.search(b"[\x80-\xff]", data)
    start = max(0, first.start() - 200) if first else 0
    return data[start : start + _SAMPLE]


def _score(text: str) -> float:
    """The share of the signs beyond ASCII that stand where French, or a neighbour of it, puts them."""
    high = len(_HIGH.findall(text))
    return len(_LIKELY.findall(text)) / high if high else 0.0
