"""Words as the model sees them: one kind of quotation mark and apostrophe, digits made equal."""

import re

_SIGNS = str.maketrans(
    {**dict.fromkeys("«»“”„‹›‟", '"'), **dict.fromkeys("’‘ʼ`´", "'"), **dict.fromkeys("–—−‑‐", "-"), "…": "."}
    | dict.fromkeys("123456789", "0")
)
_DIGITS = re.compile("0{5,}")


def spelling(word: str) -> str:
    """`word` with signs and digits made equal; runs of digits longer than four are cut."""
    return word if word.isalpha() else _DIGITS.sub("00000", word.translate(_SIGNS))
