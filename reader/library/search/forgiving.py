"""What a search that finds nothing, or next to nothing, is taken for.

Where nothing is found, in this order, until something is:
1. every word that stands in no article is taken for its candidates, all at once;
2. two neighbouring words are taken for one (`gou vernement`);
3. one word after another, the rarest first, is taken for its neighbours, though it exists;
4. words that stand in no article and have no candidate are left out, and named as missing;
5. of three words or more, the one without which most is found is left out, and named as missing.
A filter that leaves nothing (`date:2011`) is no reason to doubt a word.

Where at most `FEW` articles are found, a word in at most `RARE` articles is doubted too: if a word one edit
away stands in `OFTEN` times as many, articles with that one follow those with the word as typed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reader.library.interface import Correction
from reader.library.search.correction import Candidate, Corrector
from reader.library.search.evaluate import Evaluator
from reader.library.search.wants import Want, Way

FEW = 10
RARE = 10
OFTEN = 20
_SHORTEST_DOUBTED = 5
_NEAREST = 3
_DOUBTED_CLOSENESS = 0.2


@dataclass(frozen=True, slots=True)
class Understood:
    """The wants a search was taken for, and what they find."""

    wants: tuple[Want, ...]
    hits: int
    missing: tuple[Want, ...] = ()


class Forgiver:
    """Takes the wants of one search for others where they find nothing; filters leave it `within`."""

    def __init__(self, evaluator: Evaluator, corrector: Corrector, within: int, everything: int) -> None:
        self._evaluator, self._corrector = evaluator, corrector
        self._within, self._everything = within, everything

    def understand(self, wants: Sequence[Want]) -> Understood:
        """What `wants` find, corrected if need be."""
        exact = Understood(tuple(wants), self._evaluator.wants(wants, self._within))
        if exact.hits:
            return self._widened(exact) if exact.hits.bit_count() <= FEW else exact
        if not wants or self._evaluator.wants(wants, self._everything):
            return exact
        for attempt in self._attempts(list(wants)):
            if attempt.hits:
                return attempt
        unknown = tuple(want for want in wants if not self._evaluator.want(want))
        return Understood(tuple(wants), 0, unknown or self._rarest_first(wants)[:1])

    def nearest(self, want: Want) -> tuple[str, ...]:
        """The nearest words to one that stands nowhere."""
        word = want.word
        if word is None:
            return ()
        return tuple(" ".join(candidate.words) for candidate in self._corrector.near(word)[:_NEAREST])

    def _attempts(self, wants: list[Want]) -> Iterator[Understood]:
        corrected = [want if self._evaluator.want(want) else self._corrected(want) for want in wants]
        if corrected != wants:
            yield self._found(corrected)
        yield from self._joined(wants)
        for want in self._rarest_first(wants):
            neighbours = self._neighbours(want)
            if neighbours is not None:
                yield self._found(
                    [
                        neighbours if other is want else new
                        for other, new in zip(wants, corrected, strict=True)
                    ]
                )
        yield from self._without(corrected, wants)

    def _without(self, corrected: list[Want], wants: list[Want]) -> Iterator[Understood]:
        """Without the words that stand nowhere, then without the one that is most in the way.

        What was asked of a field (`source:`, `person:`) and stands nowhere is not passed over: nothing is found then.
        """
        known = [want for want in corrected if self._evaluator.want(want)]
        lost = tuple(old for old, new in zip(wants, corrected, strict=True) if new not in known)
        if any(want.field for want in lost):
            return
        if lost and known:
            yield self._found(known, lost)
        words = [want for want in known if want.field is None]
        if len(known) > 2 and words:
            tries = [
                self._found([want for want in known if want is not left_out], (*lost, left_out))
                for left_out in words
            ]
            yield max(tries, key=lambda attempt: attempt.hits.bit_count())

    def _found(self, wants: Sequence[Want], missing: tuple[Want, ...] = ()) -> Understood:
        return Understood(tuple(wants), self._evaluator.wants(list(wants), self._within), missing)

    def _corrected(self, want: Want) -> Want:
        """The want with the candidates of its word in its place."""
        if want.word is None:
            return self._corrected_phrase(want)
        way = want.ways[0]
        candidates: tuple[Candidate, ...] = ()
        if way.prefix:
            candidates = self._corrector.begun(want.word)
        whole = () if candidates else self._corrector.near(want.word)
        ways = [Way(candidate.words, prefix=True, closeness=candidate.closeness) for candidate in candidates]
        ways += [Way(candidate.words, closeness=candidate.closeness) for candidate in whole]
        return self._that_stand(want, ways) or want

    def _corrected_phrase(self, want: Want) -> Want:
        """A phrase with the first candidate of each word that stands nowhere."""
        way = want.ways[0]
        if len(want.ways) > 1:
            return want
        words: list[str] = []
        for word in way.words:
            alone = Want(word, (Way((word,)),), want.field)
            near = () if self._evaluator.want(alone) else self._corrector.near(word)
            words += near[0].words if near else (word,)
        return self._that_stand(want, [Way(tuple(words), way.prefix, 0.9)]) or want

    def _neighbours(self, want: Want) -> Want | None:
        """The want with the words one edit away from its word."""
        if want.word is None:
            return None
        ways = [
            Way(found.words, closeness=found.closeness) for found in self._corrector.neighbours(want.word)
        ]
        return self._that_stand(want, ways)

    def _that_stand(self, want: Want, ways: list[Way]) -> Want | None:
        standing = tuple(way for way in ways if self._evaluator.want(replace(want, ways=(way,))))
        return replace(want, ways=standing) if standing else None

    def _joined(self, wants: list[Want]) -> Iterator[Understood]:
        """Two neighbouring words as one."""
        for place in range(len(wants) - 1):
            left, right = wants[place], wants[place + 1]
            if left.word and right.word and left.field is None and right.field is None:
                way = Way((left.word + right.word,), right.ways[0].prefix, 0.9)
                joined = Want(f"{left.typed} {right.typed}", (way,))
                if self._evaluator.want(joined):
                    yield self._found([*wants[:place], joined, *wants[place + 2 :]])

    def _rarest_first(self, wants: Sequence[Want]) -> tuple[Want, ...]:
        return tuple(sorted(wants, key=lambda want: self._evaluator.want(want).bit_count()))

    def _widened(self, exact: Understood) -> Understood:
        """With words one edit away from a rare one, if they are far more frequent."""
        wants = [self._doubted(want) for want in exact.wants]
        if tuple(wants) == exact.wants:
            return exact
        return Understood(tuple(wants), self._evaluator.wants(wants, self._within))

    def _doubted(self, want: Want) -> Want:
        if want.word is None or want.field or len(want.word) < _SHORTEST_DOUBTED:
            return want
        articles = self._evaluator.want(want).bit_count()
        if articles > RARE:
            return want
        more = [
            Way(found.words, closeness=found.closeness * _DOUBTED_CLOSENESS)
            for found in self._corrector.neighbours(want.word)
            if found.articles >= OFTEN * articles
        ]
        return replace(want, ways=(*want.ways, *more))


def corrections(
    before: Sequence[Want], understood: Understood, evaluator: Evaluator
) -> tuple[Correction, ...]:
    """What was taken for what, as far as it found something."""
    old = {want.typed: want for want in before}
    made = []
    for want in understood.wants:
        typed = old.get(want.typed)
        new = [way for way in want.ways if typed is None or way not in typed.ways]
        taken = tuple(
            " ".join(way.words) for way in new if evaluator.want(replace(want, ways=(way,))) & understood.hits
        )
        if taken:
            made.append(Correction(want.typed, taken))
    return tuple(made)
