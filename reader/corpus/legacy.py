"""Tells the 8-bit encodings apart: by what French makes of their high bytes, else by charset-normalizer."""

import re

_SAMPLE = 1 << 17
_WESTERN = ("cp1252", "iso8859_15", "mac_roman", "cp850", "cp437")
_OTHERS = ["cp1250", "iso8859_2", "mac_latin2", "cp1254", "cp1251", "koi8_r", "cp1253", *_WESTERN]
_SURE = 0.5

# Where French puts the signs that are not ASCII: accented letters in words, quotes beside spaces.
_FRENCH = re.compile(
    r"(?<=[a-zA-Z'’œ])[éèêëàâçîïôùûœ](?=[\W_a-zé]|\Z)|(?<![^\W\d_])[éèêàâçîôœÉÈÊÀÂÇÎÔŒ](?=[a-zA-Z' ])"
    r"|(?<=[A-Z])[ÉÈÊËÀÂÇÎÏÔÙÛŒ](?=[A-Z\W]|\Z)|(?<=[éèêàç])[éèê]|(?<=[a-zA-Z])’(?=[a-zA-ZéèêàâîôœÉÈÊÀÔŒ])"
    r"|(?<=[\s(\xa0’'])[«“‘—–](?=[\s\w\xa0«“])|\A[«“–—]|(?<=[\w.,!?…\s\xa0])[»”’…](?=[\s.,;:!?)\xa0]|\Z)"
    r"|\xa0(?=[»:;!?%€\d])|(?<=[«\d])\xa0|(?<=\d)[°€](?=\W|\Z)|(?<=\d[ \xa0])€"
)
# Where its neighbours put theirs.
_NEIGHBOURS = re.compile(
    r"(?<=[a-zA-Z])[ñáíóúäößüãõåøæ](?=[\W_a-z]|\Z)|(?<![^\W\d_])[áíóúäöüÁÉÍÓÚÄÖÜ](?=[a-z])|[¿¡](?=\w)"
)
_HIGH = re.compile("[^\x00-\x7f]")


def legacy_encoding(data: bytes) -> str:
    """The encoding, not UTF-8, that reads `data` best; cp1252 when nothing tells.

    Judged on 128 kB from the first high byte on.
    """
    sample = _telling_part(data)
    scores = {encoding: _score(sample.decode(encoding, "replace")) for encoding in _WESTERN}
    best = max(_WESTERN, key=scores.__getitem__)
    if scores[best] >= _SURE:
        return best
    from charset_normalizer import from_bytes  # slow to import, and seldom needed

    guess = from_bytes(sample, cp_isolation=_OTHERS, enable_fallback=False).best()
    return guess.encoding if guess is not None and guess.encoding != "ascii" else "cp1252"


def _telling_part(data: bytes) -> bytes:
    first = re.search(b"[\x80-\xff]", data)
    start = max(0, first.start() - 200) if first else 0
    return data[start : start + _SAMPLE]


def _score(text: str) -> float:
    """The share of the signs beyond ASCII that stand where French, or (for half) a neighbour, puts them."""
    high = len(_HIGH.findall(text))
    return (len(_FRENCH.findall(text)) + 0.5 * len(_NEIGHBOURS.findall(text))) / high if high else 0.0
