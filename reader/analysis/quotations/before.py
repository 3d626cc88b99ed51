"""Rules for what precedes a quotation: *selon X, …*, *X affirme que …*, *X … :*, its clause's subject."""

from collections.abc import Iterator

from reader.analysis.quotations import lexicon as words
from reader.analysis.quotations.items import Sort
from reader.analysis.quotations.phrases import Phrase
from reader.analysis.quotations.proposals import Proposal, agent_from, told_according
from reader.analysis.quotations.scene import Scene
from reader.analysis.quotations.subjects import (
    antecedent,
    main_subject,
    speakable,
    subject_after,
    subject_before,
)

_CUES_BEFORE = 4
_CLAUSES = frozenset({"alors", "tandis", "mais", "car", "puisque", "lorsque", "lorsqu'", "puisqu'", "quand"})


def according_before(scene: Scene, place: int, low: int) -> Iterator[Proposal]:
    """*Selon X, …* and *Pour X, …* earlier in the sentence."""
    items = scene.items
    for at in range(place - 1, low - 1, -1):
        word = items[at].low
        if items[at].sort != Sort.WORD:
            continue
        if word in words.ACCORDING or word in {"aux", "d'", "à", "de"}:
            according = told_according(scene, at, place)
            if according is not None and according[0].last < place:
                yield Proposal("according-before", according[0], according[1], 9)
                return
        elif word == "pour" and (at == low or items[at - 1].text in {",", ":"}):
            phrase = scene.starting(at + 1)
            if (
                phrase is not None
                and speakable(scene, phrase)
                and phrase.sort != "pronoun"
                and _set_off(scene, phrase, place)
            ):
                yield Proposal("for-before", phrase, (at, at), 6)
                return


def _set_off(scene: Scene, phrase: Phrase, place: int) -> bool:
    after = phrase.last + 1
    return after < place and scene.items[after].text == ","


def told_before(scene: Scene, place: int, low: int) -> Iterator[Proposal]:
    """The verbs of saying before the quotation in its sentence, the nearest first."""
    cues = scene.cues_between(low, place, weak=True)
    strong = [cue for cue in cues if cue.strength >= 0][-_CUES_BEFORE:]
    if cues and cues[-1].strength < 0:
        strong.append(cues[-1])
    for cue in reversed(strong):
        span = (cue.first, cue.last)
        if cue.strength < 0 and cue.form != "V":
            subject, found = subject_before(scene, cue, low)
            if (
                subject is not None
                and speakable(scene, subject)
                and found in ("adjacent", "relative", "clause")
            ):
                yield Proposal(f"weak-{found}", subject, span, 0)
            continue
        if cue.clitic >= 0:
            phrase = scene.covering(cue.clitic)
            if phrase is not None:
                yield Proposal("clitic-before", phrase, span, max(cue.strength, 4))
            continue
        if cue.form == "V":
            agent = agent_from(scene, cue.last + 1, place)
            if agent is not None:
                yield Proposal("agent-before", agent, span, cue.strength)
            continue
        tells_before = _follows_quote(scene, cue.first, low)
        if tells_before:
            subject, found = None, "none"
        else:
            subject, found = subject_before(scene, cue, low)
        if subject is not None and (found != "clause" or cue.first > low):
            yield Proposal(f"before-{found}", subject, span, cue.strength)
        if found in ("clause", "none") and cue.form in ("F", "P"):
            inverted = subject_after(scene, cue.last + 1, place)
            if inverted is not None and speakable(scene, inverted):
                rule = "before-told" if tells_before else "before-inverted"
                yield Proposal(rule, inverted, span, cue.strength)


def _follows_quote(scene: Scene, at: int, low: int) -> bool:
    """Whether a verb tells of the quotation before it: its subject comes after it."""
    before = at - 1
    if before >= low and scene.items[before].text == ",":
        before -= 1
    return before >= low and scene.items[before].sort == Sort.QUOTE


def before_colon(scene: Scene, place: int, low: int) -> Iterator[Proposal]:
    """`X … : « … »`: the main subject before a colon, or the name that stands alone before it."""
    items = scene.items
    if place <= low or items[place - 1].text != ":":
        return
    subject = main_subject(scene, low, place - 1)
    if subject is not None:
        alone = subject.first <= low + 1 and subject.last >= place - 2
        yield Proposal("script" if alone else "colon", subject, None, 6 if alone else 3)


def sentence_subject(scene: Scene, place: int, low: int) -> Iterator[Proposal]:
    """The subjects of its clause and sentence, *qui*'s antecedent, what *par* names, what follows a first quotation."""
    clause = _clause(scene, place, low)
    verbs = scene.cues_between(clause, place, weak=True)
    suffered = bool(verbs) and verbs[-1].form == "V"
    if clause > low:
        subject = main_subject(scene, clause, place)
        if subject is not None and speakable(scene, subject):
            yield Proposal("patient" if suffered else "clause-subject", subject, None, 0)
    subject = main_subject(scene, low, place)
    if subject is not None and speakable(scene, subject):
        yield Proposal("patient" if suffered and clause == low else "subject", subject, None, 0)
    for at in range(place - 1, max(low, place - 8) - 1, -1):
        if scene.items[at].low == "qui" and scene.items[at].sort == Sort.WORD:
            phrase = antecedent(scene, at, low)
            if phrase is not None and speakable(scene, phrase):
                yield Proposal("relative", phrase, None, 1)
            break
    agent = None
    for at in range(place - 1, low, -1):
        if scene.items[at].low == "par":
            agent = scene.starting(at + 1)
            break
    if agent is not None and speakable(scene, agent):
        yield Proposal("by-before", agent, None, 1)
    if place == low and place + 2 < scene.sentence(place).last and scene.items[place + 1].text in {",", ":"}:
        follower = main_subject(scene, place + 1, min(scene.sentence(place).last, place + 30))
        if follower is not None and speakable(scene, follower):
            yield Proposal("follower" + scene.items[place + 1].text, follower, None, 1)
    after = agent_from(scene, place + 1, min(scene.sentence(place).last, place + 12))
    if after is not None and speakable(scene, after):
        told = [cue for cue in scene.cues_between(max(low, place - 8), place, weak=True) if cue.form == "V"]
        yield Proposal("agent" if told else "by-after", after, None, 1)


def _clause(scene: Scene, place: int, low: int) -> int:
    """The first item of the clause of a quotation: after another one, or after *alors que*, *mais*."""
    for at in range(place - 1, low, -1):
        item = scene.items[at]
        if item.sort == Sort.QUOTE or item.text == ";" or item.low in _CLAUSES:
            return at + 1
    return low
