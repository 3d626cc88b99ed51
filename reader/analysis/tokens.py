"""Words and signs of a text, with French clitics parted from the words they lean on."""

import re
from dataclasses import dataclass

_APOSTROPHE = "['’ʼ]"
_ELIDED = r"(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|presqu|quelqu)"
_CLITIC = (
    r"(?-i:-t-(?:ils?|elles?|on)|-(?:ils?|elles?|on|je|tu|nous|vous|ce|moi|toi|le|la|les|lui|leur))"
    r"(?![\w-])"
)
_LETTER = r"[^\W\d_]"
DOMAIN = rf"{_LETTER}[\w-]{{0,60}}\.(?:fr|com|org|net|info|eu|be|ch|ca|tv|io|uk|ru|dz|sn)"
"""The name of a web site, as a pattern."""
_TOKEN = re.compile(
    rf"""
      (?:aujourd{_APOSTROPHE}hui|prud{_APOSTROPHE}hom\w*|quelqu{_APOSTROPHE}une?|rendez-vous)(?!\w)
    | (?-i:[MNTS]{_APOSTROPHE}(?=[B-DF-HJ-NP-TV-Z][a-zà-ÿ]))[\w-]+        # N'Djamena, M'Bala
    | {_ELIDED}{_APOSTROPHE}(?=\w)
    | {_CLITIC}
    | https?://[^\s<>"»]{{1,2000}}
    | (?:{_LETTER}\.-?){{2,12}}(?!\w)                                      # U.S., J.-C.
    | (?:mm?|mme|mlle|dr|me|mgr|st|mrs?|ms|jr|sr|[B-Z])\.(?=\s{_LETTER})   # M. Dupont
    | {DOMAIN}(?!\w)
    | \d+(?:[.,]\d+)*(?:er|re|ère|e|ème|nd|nde|th|st|rd|h|°)?(?!\w)
    | \w+(?:&\w+)?(?:{_APOSTROPHE}(?=\w)\w+)?
      (?:(?!{_CLITIC})[-‑]\w+(?:{_APOSTROPHE}\w+)?){{0,12}}
    | [^\w\s]
    """,
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a sign: `start` and `end` are code points of the text it was cut from, end exclusive.

    An elided article keeps its apostrophe (`l'`), a clitic its hyphens (`-t-il`); compounds stay whole.
    """

    start: int
    end: int
    text: str


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of `text` from `start` to `end`, in order; blank space belongs to none. Linear in time."""
    stop = len(text) if end is None else end
    return [Token(match.start(), match.end(), match[0]) for match in _TOKEN.finditer(text, start, stop)]
