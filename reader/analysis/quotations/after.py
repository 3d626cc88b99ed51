"""Rules for what follows a quotation: *— X*, *selon X*, *a-t-il dit*, *explique X*, *…, a annoncé X*."""

from collections.abc import Iterator

from reader.analysis.quotations import lexicon as words
from reader.analysis.quotations.cues import Cue
from reader.analysis.quotations.items import Item, Sort
from reader.analysis.quotations.proposals import Proposal, agent_from, told_according
from reader.analysis.quotations.scene import Scene
from reader.analysis.quotations.subjects import speakable, subject_after

_DASHES = frozenset({"—", "–", "-", "―"})


def signed(scene: Scene, place: int, high: int) -> Iterator[Proposal]:
    """`« … » — X` at the end of a paragraph, and `« … » (X)`."""
    items = scene.items
    at = place + 1
    if at + 1 >= high or items[at].text not in _DASHES | {"("}:
        return
    phrase = scene.starting(at + 1)
    if phrase is None or not speakable(scene, phrase) or phrase.sort == "pronoun":
        return
    closing = phrase.last + 1
    if items[at].text == "(":
        if closing < high and items[closing].text in {")", ","}:
            yield Proposal("bracket", phrase, None, 3)
    elif closing >= high or items[closing].text in {".", ",", "("}:
        yield Proposal("signature", phrase, None, 8)


def told_after(scene: Scene, place: int, high: int) -> Iterator[Proposal]:
    """What follows the quotation at once: *selon X*, *a-t-il dit*, *explique X*, any verb before a name."""
    items = scene.items
    at = place + 1
    while (
        at < high
        and items[at].sort == Sort.SIGN
        and items[at].text in {",", "-", "–", "—", ")", "*", "]", "."}
    ):
        at += 1
    if at >= high or items[at].sort == Sort.QUOTE:
        return
    stop = _next_quote(items, at, high)
    begun = at
    while (
        at < stop
        and items[at].sort == Sort.WORD
        and (
            items[at].low in words.ADVERBS
            or items[at].low.endswith("ment")
            or items[at].low in {"comme", "tel"}
        )
    ):
        at += 1
    if at >= stop:
        return
    according = told_according(scene, at, stop)
    if according is not None:
        yield Proposal("according-after", according[0], according[1], 9)
        return
    if items[begun].low == "pour" or items[begun].low == "aux":
        return
    read = _read_in(scene, at, stop)
    if read is not None:
        yield read
        return
    cue = next(iter(scene.cues_between(at, min(stop, at + 6))), None)
    if cue is not None and cue.first <= at + 1:
        yield from _told_by(scene, cue, stop, "clitic", "inverted")
    elif cue is None or cue.first > at + 1:
        yield from _any_verb(scene, at, stop)


def _next_quote(items: tuple[Item, ...], first: int, last: int) -> int:
    for at in range(first, last):
        if items[at].sort == Sort.QUOTE:
            return at
    return last


def _read_in(scene: Scene, at: int, stop: int) -> Proposal | None:
    """*lit-on dans X*, *peut-on lire sur X*: the paper that says it."""
    items = scene.items
    near_on = range(at, min(stop, at + 4))
    if not any(
        items[near].low in {"-on", "-t-on"} or (items[near].low == "-il" and items[near - 1].low == "est")
        for near in near_on
    ):
        return None
    for near in range(at, min(stop, at + 10)):
        phrase = scene.starting(near)
        if (
            phrase is not None
            and phrase.preposition in {"dans", "sur", "à", "du", "de"}
            and phrase.sort != "pronoun"
        ):
            return Proposal("read-in", phrase, (at, near - 1), 4)
    return None


def _told_by(scene: Scene, cue: Cue, stop: int, clitic: str, inverted: str) -> Iterator[Proposal]:
    span = (cue.first, cue.last)
    if cue.clitic >= 0 and cue.form == "V":
        return  # est-il écrit: nobody's words
    if cue.clitic >= 0:
        phrase = scene.covering(cue.clitic)
        if phrase is not None:
            yield Proposal(clitic, phrase, span, max(cue.strength, 5))
        return
    if cue.form == "V":
        agent = agent_from(scene, cue.last + 1, stop)
        if agent is not None:
            yield Proposal("agent", agent, span, cue.strength)
        return
    if cue.form in ("F", "P"):
        subject = subject_after(scene, cue.last + 1, stop)
        if subject is not None:
            yield Proposal(inverted, subject, span, cue.strength)


def _any_verb(scene: Scene, at: int, stop: int) -> Iterator[Proposal]:
    """Right after a quotation, an unknown word before a name or a role is taken for a verb of saying."""
    items = scene.items
    verb = at + 1 if items[at].low in words.OBJECT_CLITICS and at + 1 < stop else at
    if verb + 1 >= stop or items[verb].sort != Sort.WORD or items[verb].low in words.CONJUNCTIONS:
        return
    word = items[verb].low
    if word in words.PREPOSITIONS or word in words.DETERMINERS or word in words.BE or not word[0].isalpha():
        return
    if not word.endswith(("e", "t", "ent", "a", "d", "é", "i", "u")) or len(word) < 3 or word in words.MODAL:
        return
    subject = subject_after(scene, verb + 1, min(stop, verb + 12))
    if subject is not None and speakable(scene, subject) and subject.sort != "pronoun":
        yield Proposal("inverted-any", subject, (at, verb), 2 if subject.first == verb + 1 else 0)


def told_further(scene: Scene, place: int, high: int) -> Iterator[Proposal]:
    """`« … » …, a annoncé X`: a verb of saying after a comma, further on in the sentence."""
    items = scene.items
    for cue in scene.cues_between(place + 1, high):
        if cue.clitic >= 0:
            phrase = scene.covering(cue.clitic)
            if phrase is not None:
                yield Proposal("clitic-far", phrase, (cue.first, cue.last), cue.strength)
        elif cue.form in ("F", "P") and items[cue.first - 1].text == ",":
            subject = subject_after(scene, cue.last + 1, high)
            if subject is not None and speakable(scene, subject):
                yield Proposal("inverted-far", subject, (cue.first, cue.last), cue.strength)
        elif cue.form == "V":
            agent = agent_from(scene, cue.last + 1, high)
            if agent is not None:
                yield Proposal("agent-far", agent, (cue.first, cue.last), cue.strength)
    for at in range(place + 1, high):
        if (
            items[at].sort == Sort.WORD
            and items[at].low in words.ACCORDING | {"d'", "aux"}
            and at > place + 2
        ):
            according = told_according(scene, at, high)
            if according is not None:
                yield Proposal("according-far", according[0], according[1], 8)
                return
