"""How a voice stands in the article, seen from a quotation: of what kind it is, where it was named last, and what ties
it to a phrase."""

from reader.analysis.quotations import lexicon as words
from reader.analysis.quotations.phrases import Phrase
from reader.analysis.quotations.scene import Scene
from reader.analysis.quotations.setting import Setting
from reader.analysis.quotations.shape import bucket
from reader.analysis.quotations.subjects import is_subject
from reader.analysis.quotations.voices import Cast, Voice
from reader.analysis.types import EntityKind

_LETTERS = {
    EntityKind.PERSON: "P",
    EntityKind.ORGANIZATION: "O",
    EntityKind.PLACE: "L",
    EntityKind.PRODUCT: "X",
    EntityKind.EVENT: "X",
    EntityKind.DATE: "X",
    EntityKind.AMOUNT: "X",
}

ARTICLES = {
    **dict.fromkeys(("le", "la", "l'", "les"), "def"),
    **dict.fromkeys(("un", "une", "des", "plusieurs"), "indef"),
    **dict.fromkeys(("ce", "cet", "cette", "ces"), "dem"),
    **dict.fromkeys(("son", "sa", "ses", "leur", "leurs"), "poss"),
    "": "bare",
}
"""Sorts of determiners."""


def letter_of(voice: Voice) -> str:
    """P, O, L, X for the kinds of named voices, N for names of no kind, U for descriptions."""
    if voice.kind is not None:
        return _LETTERS[voice.kind]
    return "N" if voice.named else "U"


def tie_of(cast: Cast, phrase: Phrase, voice: Voice) -> str:
    """How the complement of a role goes with that of the same role where it was tied to a voice.

    `none`: another noun; `bare`: neither has one; `less`, `more`: only the voice's, only the phrase's; `same`;
    `part`: some words are the same; `clash`: none is.
    """
    tied = voice.roles.get(words.singular(phrase.head))
    if tied is None:
        return "none"
    known, said = set(tied.split()), set(cast.complement(phrase).split())
    if not said:
        return "less" if known else "bare"
    if not known:
        return "more"
    return "same" if known == said else "part" if known & said else "clash"


def distance(scene: Scene, voice: Voice, setting: Setting) -> str:
    """Sentences back to the nearest phrase that names the voice before a quotation; `+` when it is named only
    after."""
    last = voice.last_before(setting.phrase)
    if last < 0:
        return "+"
    return bucket(setting.sentence - scene.chain.sentence_of[scene.phrases[last].first])


def after_speaker(voice: Voice, setting: Setting) -> tuple[str, str] | None:
    """Whether the last one to speak before a quotation is the voice, `same` or `other`, and how many sentences back;
    None when nobody spoke yet."""
    story = setting.story
    if not story.speakers:
        return None
    gap = bucket(max(0, setting.sentence - story.sentence))
    return "same" if story.speakers[-1] is voice else "other", gap


def stand_of(scene: Scene, phrase: Phrase) -> str:
    """What a phrase is in its sentence: `subj`, `prep` behind a preposition, or `other`."""
    return "subj" if is_subject(scene, phrase) else "prep" if phrase.preposition else "other"
