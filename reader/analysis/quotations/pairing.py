"""Pairs the double marks of a text: one Viterbi pass over them, paragraph after paragraph."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from reader.analysis.quotations.marks import CARRIED, EMPTY, OTHER_FAMILY, SKIP, UNCLOSED, Mark, marks_of

_WORD = re.compile(r"\w")
_BEAM = 14.0
_DEEPEST = 2
_RUN = 6


@dataclass(frozen=True, slots=True)
class Pair:
    """Quoted words: `start`–`end` take in the marks, `inner_start`–`inner_end` leave them out.

    `closed` is False where the quotation ends with its paragraph and no mark.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    family: str
    closed: bool


class _Step(NamedTuple):
    """One decision on the best way to a state: what was done with which mark, and the step before."""

    before: "_Step | None"
    action: str
    mark: Mark | None
    at: int


class _State(NamedTuple):
    """The families that stand open, the innermost last; `fresh` when no word came since the last one
    opened."""

    open: tuple[str, ...] = ()
    fresh: bool = False


_Beam = dict[_State, tuple[float, _Step | None]]


def pair_marks(text: str, paragraphs: Iterable[tuple[int, int]]) -> list[Pair]:
    """The quotations in double marks of `text`, in order of `start`; an inner one follows its holder.

    `paragraphs` are the stretches to look at, in order.  Time is linear in the number of marks.
    """
    pairs: list[Pair] = []
    beam: _Beam = {_State(): (0.0, None)}
    end = 0
    for start, end in paragraphs:
        marks = _without_runs(marks_of(text, start, end))
        last = start
        for mark in marks:
            beam = _advance(beam, mark, worded=_WORD.search(text, last, mark.start) is not None)
            last = mark.end
        if len(beam) > 1 or next(iter(beam)).open or marks:
            beam = _end_paragraph(beam, end)
        closed = beam.get(_State())
        if closed is not None and len(beam) == 1:
            pairs += _trace(closed[1], text)
            beam = {_State(): (0.0, None)}
    final = _end_text(beam, end)
    pairs += _trace(final, text)
    return sorted(pairs, key=lambda pair: (pair.start, -pair.end))


def _without_runs(marks: list[Mark]) -> list[Mark]:
    """The marks without long runs of them side by side, which quote nothing."""
    kept: list[Mark] = []
    run: list[Mark] = []
    for mark in marks:
        if run and mark.start > run[-1].end:
            kept += run if len(run) < _RUN else []
            run = []
        run.append(mark)
    return kept + (run if len(run) < _RUN else [])


def _advance(beam: _Beam, mark: Mark, *, worded: bool) -> _Beam:
    following: _Beam = {}

    def offer(state: _State, cost: float, step: _Step) -> None:
        known = following.get(state)
        if known is None or cost < known[0]:
            following[state] = (cost, step)

    for (stack, fresh), (cost, step) in beam.items():
        offer(
            _State(stack, fresh and not worded), cost + mark.skipping, _Step(step, "skip", mark, mark.start)
        )
        if len(stack) < _DEEPEST:
            nested = 0.5 if stack else 0.0
            if stack and stack[-1] == mark.family:
                nested = 2.0
            offer(
                _State((*stack, mark.family), fresh=True),
                cost + mark.opening + nested,
                _Step(step, "open", mark, mark.start),
            )
        if stack:
            price = mark.closing + (EMPTY if fresh and not worded else 0.0)
            if stack[-1] != mark.family:
                price += OTHER_FAMILY
            offer(_State(stack[:-1]), cost + price, _Step(step, "close", mark, mark.start))
    best = min(cost for cost, _ in following.values())
    return {state: kept for state, kept in following.items() if kept[0] <= best + _BEAM}


def _end_paragraph(beam: _Beam, end: int) -> _Beam:
    """Every open quotation either ends here without a mark, or is carried over."""
    following: _Beam = {}
    for (stack, _), (cost, step) in beam.items():
        ends: list[tuple[_State, float, _Step | None]] = []
        shut = step
        for _ in stack:
            shut = _Step(shut, "end", None, end)
        ends.append((_State(), cost + UNCLOSED * len(stack), shut))
        if stack:
            ends.append((_State(stack), cost + CARRIED * len(stack), step))
        for state, price, way in ends:
            known = following.get(state)
            if known is None or price < known[0]:
                following[state] = (price, way)
    best = min(cost for cost, _ in following.values())
    # Beyond this a carried quotation can no longer win: it would have to save a closing mark.
    return {state: kept for state, kept in following.items() if kept[0] <= best + SKIP + 1.0}


def _end_text(beam: _Beam, end: int) -> _Step | None:
    best: tuple[float, _Step | None] | None = None
    for (stack, _), (cost, step) in beam.items():
        price = cost + UNCLOSED * len(stack)
        way = step
        for _ in stack:
            way = _Step(way, "end", None, end)
        if best is None or price < best[0]:
            best = (price, way)
    return best[1] if best else None


def _trace(step: _Step | None, text: str) -> list[Pair]:
    """The pairs that the way to `step` made."""
    steps: list[_Step] = []
    while step is not None:
        steps.append(step)
        step = step.before
    opened: list[Mark] = []
    pairs: list[Pair] = []
    for way in reversed(steps):
        if way.action == "open" and way.mark is not None:
            opened.append(way.mark)
        elif way.action in ("close", "end") and opened:
            first = opened.pop()
            inner = way.mark.start if way.mark else way.at
            end = way.mark.end if way.mark else way.at
            if _WORD.search(text, first.end, inner):
                pairs.append(Pair(first.start, end, first.end, inner, first.family, way.mark is not None))
    return pairs
