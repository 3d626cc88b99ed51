"""Cross-validates by outlet who said what, with each part switched off.

    python -m benchmarks.quotations_ablation SHARED [--only PART ...] [--names FOLDER]

A row for each part: right and wrong when always answered, and what share of the quotations are told as sure with 92
of 100 right, on the `dev` press of outlets that nothing was learned from, nor the names in it (FOLDER keeps the models
of names).  What is off is so while the ranker and the trees learn, too.  The rows of
the second look come first, by seven parts of the outlets; the others by four, with a row of nothing of their own.
"""

import argparse
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

import numpy as np

from reader.analysis.quotations import attribution, meanings, second_look
from reader.analysis.quotations.ballots import Attribution
from reader.analysis.quotations.candidates import Anchor, anchors
from reader.analysis.quotations.gold import GoldQuotation
from reader.analysis.quotations.training.by_outlet import (
    CrossFitted,
    confidences_of,
    cross_fitted,
    forests_of,
    judged,
)
from reader.analysis.quotations.training.names import names_by_others
from reader.analysis.quotations.training.samples import Material, Prepared, is_right, material

RULES = {
    "pronouns and roles inside the signs": ("inner-",),
    "the sentences around": ("previous-", "earlier-", "next-"),
    "the story: who spoke before, who is named most": ("speaker-", "lead-", "repeated"),
    "selon, d'après, pour": ("according-", "for-before", "read-in"),
    "verbs that tell of no speech": ("weak-", "subject", "clause-subject", "patient", "relative"),
    "passives": ("agent", "by-before", "by-after"),
    "a verb further on": ("inverted-far", "clitic-far", "agent-far"),
    "the colon, the signature": ("colon", "script", "signature", "bracket", "follower"),
}
"""Rules by what they look at: how their names begin."""
FEATURES = {
    "the words of verbs, of nouns and beside phrases": (
        "v=",
        "v0=",
        "h=",
        "prep=",
        "w+=",
        "w-=",
        "~h=",
        "null|v=",
        "null|q=",
    ),
    "je, nous, and whom the quotation names": (
        "self",
        "~self",
        "I|",
        "we|",
        "~I|",
        "~we|",
        "null|I",
        "null|we",
        "null|named",
    ),
}
"""What the ranker sees, by how the names of its features begin."""
LAST = "where a voice was named last, and who since"
WRITTEN = "the articles written here"
LABELLED = "the articles labelled here"
SECOND = "the second look"
NOTHING = "nothing"
PARTS = 4
"""Parts of the outlets where all is fitted anew for a row; seven take twice as long."""


Told = tuple[GoldQuotation, Attribution, float]
"""A labelled quotation, what is thought of it, and how surely."""


def without(rules: Sequence[str]) -> AbstractContextManager[object]:
    """Switches rules off."""

    def kept(*given: object) -> list[Anchor]:
        found = []
        for one in anchors(*given):  # type: ignore[arg-type]
            one.votes = [vote for vote in one.votes if not vote.rule.startswith(tuple(rules))]
            if one.votes:
                found.append(one)
        return found

    return patch.object(attribution, "anchors", kept)


@contextmanager
def without_features(begun: Sequence[str]) -> Iterator[None]:
    """Switches features of the ranker off."""

    def seen(make: Callable[..., list[str]]) -> Callable[..., list[str]]:
        return lambda *given: [name for name in make(*given) if not name.startswith(tuple(begun))]

    with ExitStack() as stack:
        for name in ("anchor_features", "reading_features", "silence_features"):
            stack.enter_context(patch.object(attribution, name, seen(getattr(attribution, name))))
        yield


def without_last() -> AbstractContextManager[object]:
    """Switches off what the ranker sees of the phrase that named a voice last."""
    return patch.object(meanings, "last_features", lambda *_: set())


def told_by_ranker(fitted: CrossFitted) -> list[Told]:
    """The labelled quotations of the press with somebody's words, as first read."""
    return [
        (label, one, one.chance)
        for reading in fitted.readings
        if _counts(reading.prepared)
        for number, one in reading.told.items()
        if (label := reading.prepared.label(number)) is not None and label.speakers
    ]


def told_by_trees(fitted: CrossFitted, *, confident: bool = True) -> list[Told]:
    """The same after the second look; without `confident`, each voice is believed as if it had no rival."""
    return [
        (one.label, one.told, fitted.confidences[one.outlet].of(one.told) if confident else one.told.chance)
        for one in judged(fitted.readings, fitted.forests)
        if _counts(one.prepared) and one.label.speakers
    ]


def _counts(prepared: Prepared) -> bool:
    return prepared.names == "others" and prepared.gold.outlet != "orangesum quotes"


def row(name: str, told: Sequence[Told]) -> str:
    """A row of figures."""
    order = sorted(told, key=lambda one: -one[2])
    right = np.cumsum([is_right(label, one.voice) for label, one, _ in order])
    enough = np.flatnonzero(right >= 0.92 * np.arange(1, len(order) + 1))
    sure = (enough[-1] + 1) / len(order) if len(enough) else 0.0
    blank = sum(one.voice is None for _, one, _ in order)
    wrong = len(order) - right[-1] - blank
    return f"| {name} | {right[-1]} / {wrong} / {blank} | {right[-1] / len(order):.1%} | {sure:.1%} |"


def refitted(learned: Material, wanted: Callable[[str], bool]) -> Iterator[str]:
    """The rows of what is off from the start, and of nothing."""
    off: dict[str, AbstractContextManager[object]] = {NOTHING: nullcontext()}
    off |= {name: without(rules) for name, rules in RULES.items()}
    off |= {name: without_features(begun) for name, begun in FEATURES.items()}
    off[LAST] = without_last()
    for name, switched in off.items():
        if wanted(name):
            with switched:
                yield row(name, told_by_trees(cross_fitted(learned, PARTS)))
    for name, rest in ((WRITTEN, replace(learned, written=[])), (LABELLED, replace(learned, labelled=[]))):
        if wanted(name):
            yield row(name, told_by_trees(cross_fitted(rest, PARTS)))


def in_second_look(learned: Material) -> Iterator[str]:
    """The row of all, and those of what is off in the second look."""
    whole = cross_fitted(learned)
    yield row(NOTHING, told_by_trees(whole))
    yield row("the confidence", told_by_trees(whole, confident=False))
    yield row(SECOND, told_by_ranker(whole))
    for name, columns in second_look.GROUPS.items():
        whole.forests.update(forests_of(whole.rows, whole.trust, whole.parts, without=columns))
        whole.confidences.update(confidences_of(whole.readings, whole.forests, whole.parts))
        yield row(f"{SECOND}: {name}", told_by_trees(whole))


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("shared", type=Path)
    parser.add_argument("--only", nargs="*", default=[""], help="parts by how their names begin")
    parser.add_argument("--names", type=Path, help="a folder for the models of names of other outlets")
    options = parser.parse_args()
    learned = material(options.shared, names_by_others(options.shared, options.names))

    def wanted(name: str) -> bool:
        return name.startswith(tuple(options.only))

    print("| switched off | right / wrong / blank | right | sure with 92 % right |\n|---|---|---|---|")
    if wanted(SECOND):
        for line in in_second_look(learned):
            print(line, flush=True)
    for line in refitted(learned, wanted):
        print(line, flush=True)


if __name__ == "__main__":
    main()
