"""Whether two quotations are the same words, whatever their signs, accents, spaces and cuts.

Equal letters are the same when there are enough of them; nearly equal words, and words cut out of longer
ones, when what is shared is long, the figures agree, and the speakers do not contradict one another.
The fewest words each way asks for were set by reading groups of a French press corpus.
"""

import re
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from rapidfuzz import fuzz

from reader.library.search.folding import words

LONGEST = 4000
"""Code points of a quotation that are kept and compared."""
_SHINGLE = 4
"""Words of a shingle."""
_WINDOW = 3
"""Of so many neighbouring shingles, one is kept (winnowing, Schleimer, Wilkerson and Aiken 2003): quotations
that share a run of `_SHINGLE + _WINDOW - 1` words share a fingerprint."""
_MOST_FINGERPRINTS = 64

_EQUAL = 8
_EQUAL_OF_ONE_VOICE = 3
_FEW, _LONG_LETTERS = 5, 5
"""So few words need two of so many letters: *au cas par cas* and *à ce stade* are everybody's."""
_EQUAL_AGAINST_NAMES = 12
_NEAR, _NEAR_OF_ONE_VOICE = 8, 5
_CUT, _CUT_OF_ONE_VOICE = 10, 6
_OF_OTHER_VOICES = 12
"""Words that nearly equal or cut ones need where each has a speaker, and not the same."""
_CHARGE = re.compile(
    r"\b(?:en bande organisee|ayant entraine|(?:sur|par) personne|depositaire de l autorite|malfaiteurs|homicides?|"
    r"violences? (?:volontaires?|aggravees?|conjugales?|policieres?)|mise en danger|abus de|agressions? sexuelles?|"
    r"(?:tentative|complicite) d|recel|detournement de|survol|usage de faux|mission de service public|"
    r"entreprise terroriste|apologie d|provocation a)\b"
)
"""Names of offences, which every article on a case of the kind has in the same words (folded)."""
_LONGEST_CHARGE = 30
_NEAR_RATIO = 88.0
_CUT_RATIO = 95.0


@dataclass(frozen=True, slots=True)
class Wording:
    """The folded words of a quotation, who said them, and what its article is, as far as sameness goes.

    `voice`: folded name or description, or None where there is neither; `named`, `sure`: as of the speaker.
    `indirect`: reported without signs, and so never the same as words in signs.
    `place`: content key of the article and offset, which two copies of one article share.
    """

    words: tuple[str, ...]
    voice: str | None
    named: bool
    sure: bool
    place: tuple[str, int]
    indirect: bool = False

    @property
    def letters(self) -> int:
        """A key of the letters alone, so that glued and spaced words agree (63 bits and a sign)."""
        digest = blake2b("".join(self.words).encode("utf-8", "surrogatepass"), digest_size=8).digest()
        return int.from_bytes(digest, "big", signed=True)


def folded_words(text: str) -> tuple[str, ...]:
    """The words of a quotation as they are compared."""
    return tuple(words(text[:LONGEST]))


def fingerprints(folded: Sequence[str]) -> list[int]:
    """Hashes of some shingles of a quotation: those that another with a long run of its words has too."""
    shingles = [
        zlib.crc32(" ".join(folded[at : at + _SHINGLE]).encode("utf-8", "surrogatepass"))
        for at in range(len(folded) - _SHINGLE + 1)
    ]
    return list(dict.fromkeys(_winnowed(shingles)))[:_MOST_FINGERPRINTS]


def _winnowed(shingles: Sequence[int]) -> Iterator[int]:
    for at in range(max(0, len(shingles) - _WINDOW) + 1):
        if window := shingles[at : at + _WINDOW]:
            yield min(window)


def are_same(one: Wording, other: Wording) -> bool:
    """Whether two quotations are one saying."""
    if one.indirect != other.indirect:
        return False
    if (
        one.place != other.place
        and _is_charge(one)
        and not (_is_told(one, other) and _is_same_voice(one, other))
    ):
        return False
    fewest = min(len(one.words), len(other.words))
    if "".join(one.words) == "".join(other.words):
        return one.place == other.place or (fewest >= _fewest_equal(one, other) and not _is_set_phrase(one))
    if _contradict(one, other) or not _figures_agree(one.words, other.words):
        return False
    same_voice = _is_same_voice(one, other)
    if not same_voice and one.voice is not None and other.voice is not None and fewest < _OF_OTHER_VOICES:
        return False
    left, right = " ".join(one.words), " ".join(other.words)
    if fewest >= (_NEAR_OF_ONE_VOICE if same_voice else _NEAR) and fuzz.ratio(left, right) >= _NEAR_RATIO:
        return True
    if fewest < (_CUT_OF_ONE_VOICE if same_voice else _CUT):
        return False
    return fuzz.partial_ratio(left, right, score_cutoff=_CUT_RATIO) > 0


def _is_charge(one: Wording) -> bool:
    """Whether words are no more than the name of an offence."""
    return len(one.words) <= _LONGEST_CHARGE and _CHARGE.search(" ".join(one.words)) is not None


def _is_set_phrase(one: Wording) -> bool:
    return len(one.words) <= _FEW and sum(len(word) >= _LONG_LETTERS for word in one.words) < 2


def _is_told(one: Wording, other: Wording) -> bool:
    return one.named and other.named and one.sure and other.sure


def _fewest_equal(one: Wording, other: Wording) -> int:
    if _contradict(one, other):
        return _EQUAL_AGAINST_NAMES
    if _is_same_voice(one, other):
        return _EQUAL_OF_ONE_VOICE if one.sure and other.sure else _EQUAL
    return _EQUAL


def _is_same_voice(one: Wording, other: Wording) -> bool:
    if one.voice is None or other.voice is None:
        return False
    return (
        one.voice == other.voice or is_surname(one.voice, other.voice) or is_surname(other.voice, one.voice)
    )


def is_surname(short: str, full: str) -> bool:
    """Whether a folded name is the end of another one."""
    return full.endswith(f" {short}")


def _contradict(one: Wording, other: Wording) -> bool:
    """Whether both name a speaker, surely, and not the same."""
    both = one.named and other.named and one.sure and other.sure
    return both and not _is_same_voice(one, other)


def _figures_agree(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether the shorter has no figure that the longer does not have; words of one length have the same."""
    mine, others = _figures(one), _figures(other)
    if len(one) == len(other):
        return mine == others
    return mine <= others if len(one) < len(other) else others <= mine


def _figures(folded: Sequence[str]) -> set[str]:
    return {word for word in folded if word[:1].isdigit()}
