"""Which kind a name is of, by its words and by the words around it."""

from collections.abc import Sequence
from dataclasses import dataclass

from reader.analysis.entities.evidence import Evidence
from reader.analysis.entities.gazetteer import known_at, plain
from reader.analysis.entities.lists import demonym_forms, words
from reader.analysis.tokens import Token
from reader.analysis.types import EntityKind

_PLACE_BEFORE = frozenset({"à", "en", "au", "aux", "vers", "près", "in", "at", "near"})
_SKIPPED = frozenset({"de", "d'", "d’", "du", "des", "la", "le", "les", "l'", "l’", "élu", "élue", "the"})
_OF_WEAPONS = frozenset((
    "à", "longue", "moyenne", "courte", "portée", "croisière", "balistique", "balistiques", "tactique", "tactiques",
    "antichar", "antichars", "sol-air", "air-sol", "sol-sol", "mer-mer", "antiaérien", "antiaériens", "antiaérienne",
    "défense", "aérienne", "guidé", "guidés", "kamikaze", "kamikazes", "lourd", "lourds", "type",
))  # fmt: skip
"""What may stand between *missile* or the like and its name: *missiles balistiques à longue portée ATACMS*."""
_BETWEEN = frozenset({"et", "ou", ","})
"""What parts the names of several things."""


def is_type(form: str) -> bool:
    """Whether a word is spelt like the type of a thing: `S-300`, `ATR`."""
    return " " not in form and len(form) > 1 and (form.isupper() or any(map(str.isdigit, form)))


@dataclass(frozen=True, slots=True)
class Context:
    """A candidate name, tokens `start` to `end` of `cut`, where it stands."""

    cut: Sequence[Token]
    start: int
    end: int
    evidence: Evidence

    def before(self, distance: int = 1) -> str:
        """The token `distance` before the name, in lower case; empty at the start."""
        index = self.start - distance
        return plain(self.cut[index].text).lower() if index >= 0 else ""

    def after(self) -> str:
        """The token after the name; empty at the end."""
        return self.cut[self.end].text if self.end < len(self.cut) else ""

    def cue(self) -> str:
        """The nearest word before the name that is neither an article, a preposition *de* nor a demonym."""
        for distance in range(1, 5):
            word = self.before(distance)
            if word not in _SKIPPED and word not in demonym_forms():
                return word
        return ""

    def thing_before(self) -> bool:
        """Whether *missile* or another such thing stands before, with words between that only say of what sort.

        Names of types may stand between too: *des missiles S-300 et S-400*.
        """
        for index in range(self.start - 1, max(-1, self.start - 9), -1):
            word = plain(self.cut[index].text)
            if word.lower() in words("product_heads"):
                return True
            between = word in _SKIPPED or word in _OF_WEAPONS or word in _BETWEEN or is_type(word)
            if not between and word.lower() not in demonym_forms():
                break
        return False

    def thing_after(self) -> bool:
        """Whether the sentence says what things they are: *les ATACMS sont des missiles*."""
        rest = [token.text for token in self.cut[self.end : self.end + 3]]
        return self.before() == "les" and rest[:2] == ["sont", "des"] and rest[-1] in words("product_heads")


def kind_of(context: Context) -> tuple[EntityKind, bool]:
    """The likeliest kind of a candidate, and whether more than its shape speaks for it."""
    proven = _by_words(context) or _by_neighbours(context)
    return (proven, True) if proven is not None else (_by_shape(context), False)


def _by_words(context: Context) -> EntityKind | None:
    first = context.cut[context.start].text
    known = known_at(context.cut, context.start)
    if known is not None and known[0] == context.end:
        return known[1]
    if first in words("organization_heads"):
        return EntityKind.ORGANIZATION
    if first in words("event_heads") and context.end > context.start + 1:
        return EntityKind.EVENT
    if first.startswith(("Saint-", "Sainte-")) or (first.lower() in words("place_heads")):
        return EntityKind.PLACE
    if first in words("given_names") and context.end > context.start + 1:
        return EntityKind.PERSON
    return None


def _by_neighbours(context: Context) -> EntityKind | None:
    before, cue = context.before(), context.cue()
    if before in words("titles") or (cue in words("titles") and before in demonym_forms()):
        return EntityKind.PERSON
    if (context.thing_before() or context.thing_after()) and before not in ("par", "pour"):
        return EntityKind.PRODUCT
    if before in _PLACE_BEFORE or cue in words("place_cues"):
        return EntityKind.PLACE
    return None


def _by_shape(context: Context) -> EntityKind:
    first = context.cut[context.start].text
    single = context.end == context.start + 1
    if single and any(mark.isdigit() for mark in first):
        return EntityKind.PRODUCT
    if single and first.isupper() and 2 <= len(first) <= 6:
        return EntityKind.ORGANIZATION
    if not single:
        return EntityKind.ORGANIZATION if context.before() in ("la", "le", "les", "l'") else EntityKind.PERSON
    if context.after() in words("speech_verbs") and context.before() not in ("la", "le", "les", "l'"):
        return EntityKind.PERSON
    if context.before() in ("la", "l'"):
        return EntityKind.PLACE
    return (
        EntityKind.ORGANIZATION if context.before() in ("le", "les", "du", "au", "aux") else EntityKind.PERSON
    )
