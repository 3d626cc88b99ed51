"""What a rule says of a quotation, and the phrases that *selon* and *par* bring in."""

from typing import NamedTuple

from reader.analysis.quotations import lexicon as words
from reader.analysis.quotations.phrases import Phrase
from reader.analysis.quotations.scene import Scene


class Proposal(NamedTuple):
    """A phrase that a rule takes for the speaker's, with the verb or preposition that tells so (items,
    inclusive).

    `strength`: of the verb, 0 to 9; 9 for *selon* and the like.
    """

    rule: str
    phrase: Phrase
    cue: tuple[int, int] | None
    strength: int


def told_according(scene: Scene, at: int, stop: int) -> tuple[Phrase, tuple[int, int]] | None:
    """The phrase after *selon*, *d'après*, *aux yeux de*, *de l'avis de*, *à en croire* at item `at`."""
    items = scene.items
    word = items[at].low
    last = at
    if word == "d'" and at + 1 < stop and items[at + 1].low == "après":
        last = at + 1
    elif word == "à" and at + 2 < stop and items[at + 1].low == "en" and items[at + 2].low == "croire":
        last = at + 2
    elif word not in words.ACCORDING and not (
        word in {"aux", "de", "au"}
        and any(items[near].low in {"yeux", "avis", "dire"} for near in range(at, min(stop, at + 3)))
    ):
        return None
    ahead = last + 1 if word in words.ACCORDING or last > at else at
    for near in range(ahead, min(stop, ahead + 8)):
        phrase = scene.starting(near)
        if phrase is None:
            if items[near].low == "par" and near > ahead:
                return None  # selon les propos rapportés par X
            continue
        if phrase.head in words.WORDINGS:
            if near + 1 < stop and any(
                items[far].low in {"rapportés", "recueillis", "cités"}
                for far in range(near, min(stop, near + 5))
            ):
                return None
            continue
        return phrase, (at, near - 1)
    return None


def agent_from(scene: Scene, first: int, last: int) -> Phrase | None:
    """The phrase after *par* that is right there, or a few words on."""
    for at in range(first, min(last, first + 12)):
        if scene.items[at].low == "par":
            for near in range(at + 1, min(last, at + 3)):
                phrase = scene.starting(near)
                if phrase is not None:
                    return phrase
    return None
