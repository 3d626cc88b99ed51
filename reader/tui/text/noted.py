"""Notes of the reader's own among the lines of a page: under the paragraph they are on, or under the title."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from reader.corpus.safe import safe_line
from reader.tui.marks import Marks
from reader.tui.text.lines import Line, Role
from reader.tui.text.wrap import wrap


class Placed(NamedTuple):
    """The words of a note, and where its passage stands; None for the whole article."""

    place: tuple[int, int] | None
    words: str


def with_notes(lines: Sequence[Line], notes: Iterable[Placed], width: int, marks: Marks) -> Iterator[Line]:
    """`lines` with the notes: those on the whole article under the line of date and source."""
    whole = [note for note in notes if note.place is None]
    waiting = sorted(
        (note for note in notes if note.place is not None), key=lambda note: note.place or (0, 0)
    )
    for at, line in enumerate(lines):
        yield line
        if line.role is Role.META:
            for note in whole:
                yield from _lines_of(note, 0, width, marks)
        after = lines[at + 1] if at + 1 < len(lines) else None
        if after is not None and after.role is not Role.BLANK:
            continue
        while waiting and line.end > line.start and (waiting[0].place or (0, 0))[0] < line.end:
            yield from _lines_of(waiting.pop(0), line.end, width, marks)
    for note in waiting:
        yield from _lines_of(note, 0, width, marks)


def _lines_of(note: Placed, at: int, width: int, marks: Marks) -> Iterator[Line]:
    words = "\n".join(safe_line(line) for line in note.words.splitlines())
    sign, room = f"{marks.noted} ", max(1, width - 2)
    for number, (start, end) in enumerate(wrap(words, 0, len(words), room)):
        yield Line(Role.NOTE, at, at, f"{sign if not number else '  '}{words[start:end]}")
