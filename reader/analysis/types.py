"""What an analysis holds: mentions of entities, and quotations with their speakers."""

from dataclasses import dataclass
from enum import StrEnum

from reader.language import N_


class EntityKind(StrEnum):
    """The kinds of what is named."""

    PERSON = N_("person")
    PLACE = N_("place")
    ORGANIZATION = N_("organization")
    PRODUCT = N_("product")
    EVENT = N_("event")
    DATE = N_("date")
    AMOUNT = N_("amount")


class QuotationKind(StrEnum):
    """How words are quoted: whole clauses, a fragment in a sentence, or a word held at arm's length.

    INDIRECT words are reported without signs (*X a affirmé que …*), and so are nobody's own wording: they are
    counted, listed and exported apart.
    """

    DIRECT = "direct"
    PARTIAL = "partial"
    TERM = "term"
    INDIRECT = "indirect"


COUNTED = frozenset({QuotationKind.DIRECT, QuotationKind.PARTIAL})
"""The kinds that are somebody's own words: what counts of quotations count."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of `Article.text`, in code points, end exclusive."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Entity:
    """What several mentions of one article name: its fullest name, or the normal form of a date or an amount."""

    name: str
    kind: EntityKind


@dataclass(frozen=True, slots=True)
class Mention:
    """A place of the text (code points, end exclusive) that names an entity."""

    start: int
    end: int
    entity: Entity


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who said a quotation.

    `name`: the entity's name if `named`, else the words that describe an unnamed one (*un responsable américain*).
    `sure`: False where it is only probable.
    `start`, `end`: the words of the text that carry the attribution (a name, a pronoun, a role).
    """

    name: str
    named: bool
    sure: bool
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Relay:
    """Who passed a speaker's words on (*à l'AFP*, *cité par Le Monde*): `name`, and the words that say so."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Quotation:
    """Quoted words.  `start` and `end` take in the signs, `content` leaves out signs and inner spaces.

    `utterance`: quotations of one article with the same number are parts of one utterance (*« A », a dit X.
    « B »*); 0 for a term, which nobody utters.
    """

    start: int
    end: int
    content: Span
    kind: QuotationKind
    speaker: Speaker | None
    cue: Span | None
    relay: Relay | None = None
    utterance: int = 0


@dataclass(frozen=True, slots=True)
class Analysis:
    """What was found in one article, each in order of `start`; mentions do not overlap one another.

    Indirect speech may hold a quotation, which then follows it.
    """

    mentions: tuple[Mention, ...]
    quotations: tuple[Quotation, ...]
