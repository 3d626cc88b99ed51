"""Inputs for `benchmarks.fuzz`: pieces that parsers look for, articles of the sample, and damage to both."""

import random
from functools import cache

from reader.resources import resource_folder

_LARGEST = 60_000
"""Bytes of an input at most: enough for what grows faster than its input to show."""
_PIECES = (
    "---\n", "+++\n", "title: ", "date: 2024-05-30\n", "date: 9999-99-99\n", " date 2024-05 ", "source: [a, [b]]\n",
    "# ", "## ", "**", "__", "*", "_", "> ", "===\n", "---", "![x](", "[x](http://x", ")", "](", "{.c}", "{", "}",
    "<script>", "</script>", "<!--", "-->", "<p>", "<a href=", "<", ">", "&amp;", "&#x1b;", "&#0;", "&#xd800;", "&lt;",
    "\\u001b", "\\n", "\\", "data:image/png;base64,", "AAAA", "function(){", "var x = {", "window.x = ", "jQuery(",
    "« ", " »", "“", "”", '"', "‘", "’", "'", "+", "– ", "— ", "...", "…", "?", "!", ". ", "\n\n", "\n", "\t", " ",
    "a déclaré ", "selon ", ", dit-il, ", "a-t-il ajouté", "said ", "according to ", "M. Dupont", "Mme Le Goff",
    "le président de la République", "Jean-Pierre Raffarin", "Mr. Smith told Reuters", "l'ONU", "O.N.U.", "2024",
    "le 30 mai 2024", "12 500 €", "vingt-et-un millions", "3,5 %", "Paris", "(AFP)", "LIRE AUSSI", "vingt + dix =",
    "PARIS, 12 mai (Reuters) - ", "Par Lucie Ferrand, le 14 mai 2024", "Laisser un commentaire", "é", "Ã©", "â€™",
    "\u202e", "\u2066", "\u200d", "\u0301", "\ufeff", "\ufffd", "\ue000", "\x00", "\x01", "\x02", "\x03", "\x1b[2J",
    "\x1b]52;c;QQ==\x07", "\x9b31m", "\x85", "\u2028", "\x0b", "\r\n", "\r", "\xa0", "\u202f", "😀", "漢字", "שלום",
    "title:", "date:2024..", "-", "|", "(", ")", ":", "by:", "said:", "is:unread", "NEAR(", "^", "..", "=",
)  # fmt: skip
_BYTES = (
    b"\xff\xfe",
    b"\xfe\xff",
    b"\xef\xbb\xbf",
    b"\xff",
    b"\xc3",
    b"\xe9",
    b"\x80",
    b"\xed\xa0\x80",
    b"\x00\x00",
)
_ENCODINGS = ("utf-8", "utf-8", "utf-8", "cp1252", "utf-16", "utf-16-be", "mac_roman", "utf-32-le", "latin-1")


@cache
def _articles() -> tuple[bytes, ...]:
    folder = resource_folder("sample_corpus")
    files = (file for file in sorted(folder.rglob("*")) if file.is_file())
    return tuple(file.read_bytes()[:_LARGEST] for file in files)


def some_bytes(rng: random.Random) -> bytes:
    """An input: an article, pieces in any order, one piece many times, or noise."""
    choice = rng.random()
    if choice < 0.3:
        return rng.choice(_articles())
    if choice < 0.75:
        text = "".join(rng.choices(_PIECES, k=rng.choice((3, 10, 40, 200, 1500))))
    elif choice < 0.93:
        few = rng.choices(_PIECES, k=rng.choice((1, 2, 3, 4)))
        text = "".join(few) * rng.choice((10, 100, 1000, 8000))
    else:
        return rng.randbytes(rng.choice((1, 10, 100, 1000, 20_000)))
    return text.encode(rng.choice(_ENCODINGS), "replace")[:_LARGEST]


def mutated(rng: random.Random, data: bytes) -> bytes:
    """`data`, often with a few bytes changed, taken out, doubled, or put in."""
    made = bytearray(data)
    for _ in range(rng.choice((0, 0, 1, 2, 5, 20))):
        place = rng.randrange(len(made) + 1)
        width = rng.choice((1, 1, 2, 8, 100))
        match rng.randrange(5):
            case 0:
                del made[place : place + width]
            case 1:
                made[place:place] = made[place : place + width] * rng.choice((1, 2, 50))
            case 2:
                made[place:place] = rng.choice(_BYTES)
            case 3:
                made[place:place] = rng.choice(_PIECES).encode("utf-8", "replace")
            case _:
                made[place : place + 1] = bytes((rng.randrange(256),))
    return bytes(made[:_LARGEST])
