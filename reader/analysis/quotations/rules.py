"""The rules that tell who speaks, in their order: what stands after a quotation, before it, and around."""

from collections.abc import Iterator

from reader.analysis.quotations.after import signed, told_after, told_further
from reader.analysis.quotations.before import according_before, before_colon, sentence_subject, told_before
from reader.analysis.quotations.proposals import Proposal
from reader.analysis.quotations.scene import Scene
from reader.analysis.quotations.subjects import is_time, main_subject, speakable, subject_before

_REACH = 120
"""Items of its sentence looked at on each side of a quotation."""


def proposals(scene: Scene, place: int) -> list[Proposal]:
    """What each rule says of the quotation at item `place`, the rule to be believed first coming first."""
    sentence = scene.sentence(place)
    low = max(sentence.first, place - _REACH)
    high = min(sentence.last, place + 1 + _REACH)
    found = [
        *signed(scene, place, high),
        *told_after(scene, place, high),
        *according_before(scene, place, low),
        *told_before(scene, place, low),
        *told_further(scene, place, high),
        *before_colon(scene, place, low),
        *sentence_subject(scene, place, low),
        *_around(scene, place),
    ]
    return [one for one in found if not is_time(scene, one.phrase)]


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
