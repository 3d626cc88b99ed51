"""What the model sees of a token: its letters, its neighbours, their clusters, and its uses elsewhere."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from reader.analysis.entities import frames
from reader.analysis.entities.clusters import Clusters
from reader.analysis.entities.gazetteer import listed_names
from reader.analysis.entities.lists import demonym_forms, words
from reader.analysis.entities.passages import Passage
from reader.analysis.entities.spelling import spelling
from reader.analysis.entities.usage import Usage

_EDGE = "<>"
_CACHED_WORDS = 60_000


@dataclass(frozen=True, slots=True)
class Word:
    """The features of a word type by where it stands from the token: itself, one or
    two before, one or two after."""

    text: str
    shape: str
    branch: str
    codes: list[str]
    here: list[str]
    before: list[str]
    before_two: list[str]
    after: list[str]
    after_two: list[str]


class FeatureMaker:
    """Makes the features of passages; what depends on a word alone is made once and kept."""

    def __init__(self, clusters: Clusters) -> None:
        self._clusters = clusters
        self.word = lru_cache(maxsize=_CACHED_WORDS)(self._word)

    def of(self, passage: Passage, usage: Usage) -> list[list[str]]:
        """The features of each token of `passage`, given how words are used in the whole article."""
        found = [self.word(token.text) for token in passage.tokens]
        edge = self.word(_EDGE)
        padded = [edge, edge, *found, edge, edge]
        rows: list[list[str]] = []
        for index, word in enumerate(found):
            two, one, after, after_two = (
                padded[index],
                padded[index + 1],
                padded[index + 3],
                padded[index + 4],
            )
            row = [
                *word.here,
                *one.before,
                *two.before_two,
                *after.after,
                *after_two.after_two,
                f"w-1|0={one.text}|{word.text}",
                f"w0|1={word.text}|{after.text}",
                f"b-1|0={one.branch}|{word.branch}",
                f"b0|1={word.branch}|{after.branch}",
                f"s-1|0|1={one.shape}|{word.shape}|{after.shape}",
            ]
            if passage.starts[index]:
                row.append("start")
                row.append("start|" + word.shape)
            if passage.shouted:
                row.append("shouted")
            if word.shape[0] in "XA":
                row += usage.features(word.text)
            rows.append(row)
        self._frame(passage, found, rows)
        return rows

    def _frame(self, passage: Passage, found: Sequence[Word], rows: list[list[str]]) -> None:
        """Adds what stands farther away than the neighbours."""
        cut = passage.tokens
        for start, end, kind in listed_names(cut, shouted=passage.shouted, learned=True):
            rows[start] += ["list=" + kind, f"list={kind}|{end - start}"]
            for inside in range(start + 1, end):
                rows[inside].append("list in=" + kind)
        for start, end in frames.runs(cut):
            if end - start > 1:
                self._run(found, rows, start, end)
        for start, end in frames.short_quotations(cut):
            self._quotation(found, rows, start, end)
        for start, end, acronym in frames.expansions(cut):
            rows[acronym].append("acronym")
            rows[start].append("expanded first")
            for inside in range(start + 1, end):
                rows[inside].append("expanded")

    def _run(self, found: Sequence[Word], rows: list[list[str]], start: int, end: int) -> None:
        """Tells each token of a run of capitals of its ends and of what stands around it."""
        edge = self.word(_EDGE)
        first, last = found[start], found[end - 1]
        before = found[start - 1] if start else edge
        after = found[end] if end < len(found) else edge
        shared = [f"rn={end - start}", "rb=" + before.text, "ra=" + after.text, "rf=" + first.text]
        for place, word in (("rb", before), ("rf", first), ("rl", last)):
            shared += [place + code for code in word.codes[:2]]
        for index in range(start, end):
            rows[index] += shared
            rows[index].append(f"rp={min(index - start, 3)}")

    def _quotation(self, found: Sequence[Word], rows: list[list[str]], start: int, end: int) -> None:
        """Tells each token of a short quotation, which may be a title, of its length and capitals."""
        size, first = end - start, found[start].shape[0]
        capitals = sum(word.shape[0] in "XA" for word in found[start:end])
        before = found[start - 2] if start > 1 else self.word(_EDGE)
        shared = [f"q={min(size, 6)}|{first}", f"q={min(capitals, 3)}|{min(size, 3)}", "qb=" + before.text]
        shared += ["qb" + code for code in before.codes[:2]]
        for index in range(start, end):
            rows[index] += shared
            rows[index].append(f"qp={min(index - start, 2)}{first}")

    def _word(self, written: str) -> Word:
        text = spelling(written[:60])
        shape = shape_of(text)
        ids, how = self._ids(text, shape)
        branch = ids[0][:8] if ids else shape
        names = ("b", "u", "v", "w", "x", "y", "z")
        coded = [f"{name}{number}" for name, number in zip(names[1:], ids[1:], strict=False)]
        lower = text.lower()
        here = ["w=" + text, "s=" + shape, "p=" + pattern_of(text), *(f"{how}{code}" for code in coded)]
        if ids:
            here += [f"b{size}={ids[0][:size]}" for size in (4, 6, 8, 12)]
        if shape[0] != ".":
            here.append("l=" + lower)
            here += [f"<{size}={lower[:size]}" for size in (2, 3, 4) if size < len(lower)]
            here += [f"{size}>={lower[-size:]}" for size in (2, 3, 4) if size < len(lower)]
            if "-" in text:
                here += [f"part={part}" for part in text.split("-")[:4]]
        near = ["w=" + text, "s=" + shape, *coded]
        listed = _listed(text, lower)
        here += listed
        near += listed
        if ids:
            near += ["b=" + ids[0][:8]]
        if len(lower) > 3:
            near.append("3>=" + lower[-3:])
        far = ["w=" + text, "s=" + shape, *(coded[1:2] + coded[4:5])]
        return Word(
            text, shape, branch, coded, here, _at("-1", near), _at("-2", far), _at("+1", near), _at("+2", far)
        )

    def _ids(self, text: str, shape: str) -> tuple[tuple[str, ...], str]:
        """The cluster ids of a word, or of the same word with other capitals; and which of them it was."""
        ids = self._clusters.of(text)
        if ids or shape[0] not in "XA":
            return ids, ""
        for how, other in (("~", text.capitalize()), ("~", text.title()), ("_", text.lower())):
            ids = self._clusters.of(other)
            if ids:
                return ids, how
        return (), ""


def _at(place: str, features: Sequence[str]) -> list[str]:
    return [place + feature for feature in features]


def _listed(text: str, lower: str) -> list[str]:
    """Which of the small lists hold a word."""
    found = []
    if text in words("given_names"):
        found.append("given")
    if lower in demonym_forms():
        found.append("demonym")
    if lower in words("titles"):
        found.append("title")
    return found


def shape_of(word: str) -> str:
    """The coarse shape: `A` all capitals, `X` a capital first, `Xx` and inside, `a`
    none, `0` figures, `.` signs."""
    first = word[0]
    if first.isupper():
        if len(word) == 1:
            return "X1"
        if word.isupper():
            return "A" if len(word) <= 6 else "AA"
        return "X'" if word[-1] == "'" else ("Xx" if any(map(str.isupper, word[1:])) else "X")
    if first.islower():
        return "a'" if word[-1] == "'" else ("aX" if any(map(str.isupper, word[1:])) else "a")
    return "0" if first.isdigit() else "." + first


def pattern_of(word: str) -> str:
    """The letters as a pattern, runs drawn together: `Xx-Xx`, `X-0`."""
    pattern: list[str] = []
    for mark in word:
        kind = "X" if mark.isupper() else "x" if mark.islower() else "0" if mark.isdigit() else mark
        if not pattern or pattern[-1] != kind:
            pattern.append(kind)
    return "".join(pattern[:12])
