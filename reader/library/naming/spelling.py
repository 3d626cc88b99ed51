"""What the spellings of one name have in common."""

import re
from functools import lru_cache

from reader.library.search.folding import fold

_BETWEEN = re.compile(r"[\s\-‐‑–_]+")
_DROPPED = re.compile(r"[.«»“”\"]+")
_ELIDED = re.compile(r"^[ld]' ?")
_SAME_SOUND = (
    ("tch", "c"), ("tsch", "c"), ("sch", "c"), ("sh", "c"), ("cz", "c"), ("ch", "c"),
    ("ph", "f"), ("kh", "h"), ("gh", "g"), ("th", "t"), ("dh", "d"), ("dj", "j"),
    ("ck", "k"), ("cc", "k"), ("qu", "k"), ("q", "k"), ("ou", "u"), ("w", "v"), ("ff", "v"), ("x", "ks"),
)  # fmt: skip
_HARD_C = re.compile(r"c(?=[aoulrtn]|$)")
_IJY = re.compile(r"[iy]+")
_DOUBLED = re.compile(r"([bcdfghjklmnprstvz])\1+")


@lru_cache(maxsize=65536)
def key_of(name: str) -> str:
    """`name` without capitals, accents, hyphens, points, and an elided article before it."""
    folded = _DROPPED.sub("", fold(name))
    return _ELIDED.sub("", _BETWEEN.sub(" ", folded).strip()) or folded


def skeleton(key: str) -> str:
    """What transliterations of a key share: *zelensky*, *zelenskyy*, *zelenski*; *mohamed*, *mohammed*.

    Vowels stay, but for `y` and `ou`, so that *rene* and *renee*, *michel* and *michele* stay two.
    """
    sound = _HARD_C.sub("k", key.replace("'", "").replace("ck", "k"))
    for written, heard in _SAME_SOUND:
        if written in sound:
            sound = sound.replace(written, heard)
    return _IJY.sub("i", _DOUBLED.sub(r"\1", sound))
