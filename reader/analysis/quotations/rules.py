"""The rules that tell who speaks, in their order: what stands after a quotation, before it, and around."""

from collections.abc import Iterator
from typing import NamedTuple

from reader.analysis.quotations import lexicon as words
from reader.analysis.quotations.cues import Cue
from reader.analysis.quotations.items import Item, Sort
from reader.analysis.quotations.phrases import Phrase
from reader.analysis.quotations.scene import Scene
from reader.analysis.quotations.subjects import (
    antecedent,
    is_time,
    main_subject,
    speakable,
    subject_after,
    subject_before,
)

_CUES_BEFORE = 4
_REACH = 120
"""Items of its sentence looked at on each side of a quotation."""
_DASHES = frozenset({"—", "–", "-", "―"})


class Proposal(NamedTuple):
    """A phrase that a rule takes for the speaker's, with the verb or preposition that tells so (items,
    inclusive).

    `strength`: of the verb, 0 to 9; 9 for *selon* and the like.
    """

    rule: str
    phrase: Phrase
    cue: tuple[int, int] | None
    strength: int


def proposals(scene: Scene, place: int) -> list[Proposal]:
    """What each rule says of the quotation at item `place`, the rule to be believed first coming first."""
    sentence = scene.sentence(place)
    low = max(sentence.first, place - _REACH)
    high = min(sentence.last, place + 1 + _REACH)
    found = [
        *_signature(scene, place, high),
        *_after(scene, place, high),
        *_according_before(scene, place, low),
        *_before(scene, place, low),
        *_after_far(scene, place, high),
        *_colon(scene, place, low),
        *_sentence_subject(scene, place, low),
        *_around(scene, place),
    ]
    return [one for one in found if not is_time(scene, one.phrase)]


def _next_quote(items: tuple[Item, ...], first: int, last: int) -> int:
    for at in range(first, last):
        if items[at].sort == Sort.QUOTE:
            return at
    return last


def _signature(scene: Scene, place: int, high: int) -> Iterator[Proposal]:
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


def _after(scene: Scene, place: int, high: int) -> Iterator[Proposal]:
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
    according = _according(scene, at, stop)
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
        agent = _agent(scene, cue.last + 1, stop)
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


def _according(scene: Scene, at: int, stop: int) -> tuple[Phrase, tuple[int, int]] | None:
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


def _agent(scene: Scene, first: int, last: int) -> Phrase | None:
    """The phrase after *par* that is right there, or a few words on."""
    for at in range(first, min(last, first + 12)):
        if scene.items[at].low == "par":
            for near in range(at + 1, min(last, at + 3)):
                phrase = scene.starting(near)
                if phrase is not None:
                    return phrase
    return None


def _according_before(scene: Scene, place: int, low: int) -> Iterator[Proposal]:
    """*Selon X, …* and *Pour X, …* earlier in the sentence."""
    items = scene.items
    for at in range(place - 1, low - 1, -1):
        word = items[at].low
        if items[at].sort != Sort.WORD:
            continue
        if word in words.ACCORDING or word in {"aux", "d'", "à", "de"}:
            according = _according(scene, at, place)
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


def _before(scene: Scene, place: int, low: int) -> Iterator[Proposal]:
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
            agent = _agent(scene, cue.last + 1, place)
            if agent is not None:
                yield Proposal("agent-before", agent, span, cue.strength)
            continue
        if _follows_quote(scene, cue.first, low):
            subject, found = None, "none"
        else:
            subject, found = subject_before(scene, cue, low)
        if subject is not None and (found != "clause" or cue.first > low):
            yield Proposal(f"before-{found}", subject, span, cue.strength)
        if found in ("clause", "none") and cue.form in ("F", "P"):
            inverted = subject_after(scene, cue.last + 1, place)
            if inverted is not None and speakable(scene, inverted):
                yield Proposal("before-inverted", inverted, span, cue.strength)


def _follows_quote(scene: Scene, at: int, low: int) -> bool:
    """Whether a verb tells of the quotation before it: its subject comes after it."""
    before = at - 1
    if before >= low and scene.items[before].text == ",":
        before -= 1
    return before >= low and scene.items[before].sort == Sort.QUOTE


def _after_far(scene: Scene, place: int, high: int) -> Iterator[Proposal]:
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
            agent = _agent(scene, cue.last + 1, high)
            if agent is not None:
                yield Proposal("agent-far", agent, (cue.first, cue.last), cue.strength)
    for at in range(place + 1, high):
        if (
            items[at].sort == Sort.WORD
            and items[at].low in words.ACCORDING | {"d'", "aux"}
            and at > place + 2
        ):
            according = _according(scene, at, high)
            if according is not None:
                yield Proposal("according-far", according[0], according[1], 8)
                return


def _colon(scene: Scene, place: int, low: int) -> Iterator[Proposal]:
    """`X … : « … »`: the main subject before a colon, or the name that stands alone before it."""
    items = scene.items
    if place <= low or items[place - 1].text != ":":
        return
    subject = main_subject(scene, low, place - 1)
    if subject is not None:
        alone = subject.first <= low + 1 and subject.last >= place - 2
        yield Proposal("script" if alone else "colon", subject, None, 6 if alone else 3)


def _clause(scene: Scene, place: int, low: int) -> int:
    """The first item of the clause of a quotation: after another one, or after *alors que*, *mais*."""
    for at in range(place - 1, low, -1):
        item = scene.items[at]
        if item.sort == Sort.QUOTE or item.text == ";" or item.low in _CLAUSES:
            return at + 1
    return low


_CLAUSES = frozenset({"alors", "tandis", "mais", "car", "puisque", "lorsque", "lorsqu'", "puisqu'", "quand"})


def _sentence_subject(scene: Scene, place: int, low: int) -> Iterator[Proposal]:
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
    after = _agent(scene, place + 1, min(scene.sentence(place).last, place + 12))
    if after is not None and speakable(scene, after):
        told = [cue for cue in scene.cues_between(max(low, place - 8), place, weak=True) if cue.form == "V"]
        yield Proposal("agent-after" if told else "by-after", after, None, 1)


def _around(scene: Scene, place: int) -> Iterator[Proposal]:
    """What the sentence before tells, then the one after."""
    chain = scene.chain
    here = chain.sentence_of[place]
    for step, name in ((-1, "previous"), (-2, "earlier"), (1, "next")):
        near = here + step
        if not 0 <= near < len(chain.sentences):
            continue
        sentence = chain.sentences[near]
        low, high = max(sentence.first, sentence.last - _REACH), sentence.last
        if step > 0:
            low, high = sentence.first, min(sentence.last, sentence.first + _REACH)
        cues = scene.cues_between(low, high)
        for cue in reversed(cues[-2:]):
            subject, _ = subject_before(scene, cue, low)
            if subject is not None and speakable(scene, subject) and cue.form != "V":
                yield Proposal(f"{name}-cue", subject, (cue.first, cue.last), cue.strength)
        subject = main_subject(scene, low, high)
        if subject is not None and speakable(scene, subject):
            yield Proposal(f"{name}-subject", subject, None, 0)
