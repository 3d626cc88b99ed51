"""The two rows of an article in the list, as pieces of text with the name of their style."""

from dataclasses import dataclass
from typing import NamedTuple

from rich.cells import cell_len

from reader.corpus.article import Origin
from reader.corpus.safe import safe_line
from reader.library.interface import Excerpt, Summary
from reader.tui.marks import Marks
from reader.tui.text.about import copies_words, tags_words
from reader.tui.text.wrap import fit, pad, wrap


class Piece(NamedTuple):
    """Text of one style; `style` is a class of `styles/reader.tcss` without its prefix."""

    text: str
    style: str


Row = list[Piece]


@dataclass(frozen=True, slots=True)
class Columns:
    """The widths of the fixed columns, in cells, 0 for one that is not there; `narrow`: there is no room for any."""

    width: int
    date: int
    source: int
    narrow: bool = False

    @classmethod
    def of(cls, width: int, *, compact: bool = False, dated: bool = True, sourced: bool = True) -> "Columns":
        """The columns of a list of `width` cells; none with `compact`: title first, the source after it.

        A column that hardly an article would fill is left out: few are `dated`, or few have a source (`sourced`).
        """
        if compact or width < 42:
            return cls(width, 0, 0, narrow=True)
        source = 10 if width < 48 else 12 if width < 70 else 16
        return cls(width, 10 if dated else 0, source if sourced else 0)

    @property
    def before_title(self) -> int:
        """Cells left of the title."""
        return 1 + sum(column + 1 for column in (self.date, self.source) if column) + 2

    @property
    def before_second(self) -> int:
        """Cells left of the second row."""
        return 1 + self.date + 1 if self.date else 3


@dataclass(frozen=True, slots=True)
class Standing:
    """How an article stands with the reader; whether it is selected, picked, and its pane in use."""

    read: bool
    starred: bool
    selected: bool
    active: bool
    noted: bool = False
    picked: bool = False
    tags: tuple[str, ...] = ()


def list_rows(
    summary: Summary, standing: Standing, columns: Columns, marks: Marks, excerpt: Excerpt | None = None
) -> tuple[Row, Row]:
    """Both rows: columns and the title, then the rest of the title, or the line of the match, or the lead."""
    title = safe_line(summary.title)
    if summary.title_origin is Origin.FIRST_SENTENCE:
        title = f"{marks.open_quote}{title}{marks.close_quote}"
    room = max(4, columns.width - columns.before_title - 1)
    short = title[: 8 * columns.width]  # two rows never show more
    lines = wrap(short, 0, len(short), room)
    first = short if excerpt is not None else short[slice(*lines[0])] if lines else ""
    rest = short[lines[1][0] :] if len(lines) > 1 else ""
    return (
        _first_row(summary, standing, columns, marks, fit(first, room, marks.more)),
        _second_row(summary, standing, columns, marks, rest, excerpt),
    )


def _first_row(summary: Summary, standing: Standing, columns: Columns, marks: Marks, title: str) -> Row:
    row = [_edge(standing, marks)]
    if columns.date:
        date = str(summary.date) if summary.date is not None else marks.none
        row.append(Piece(pad(date, columns.date + 1), "date"))
    if columns.source:
        source = fit(safe_line(summary.source), columns.source, marks.more) if summary.source else marks.none
        row.append(Piece(pad(source, columns.source + 1), "source"))
    row.append(_state(standing, marks))
    row.append(Piece(title, "title" if not standing.read else "title-read"))
    return row


def _edge(standing: Standing, marks: Marks) -> Piece:
    if standing.picked and not standing.selected:
        return Piece(marks.picked, "star")
    return Piece(marks.selected if standing.selected else " ", "edge")


def _state(standing: Standing, marks: Marks) -> Piece:
    if standing.starred:
        return Piece(f"{marks.starred} ", "star")
    return Piece(
        f"{marks.read if standing.read else marks.unread} ", "mark-read" if standing.read else "mark"
    )


def _second_row(
    summary: Summary, standing: Standing, columns: Columns, marks: Marks, rest: str, excerpt: Excerpt | None
) -> Row:
    before = columns.before_second
    edge = Piece(marks.picked, "star") if standing.picked else _edge(standing, marks)
    row = [edge, Piece(" " * (before - 1), "lead")]
    room = max(1, columns.width - before - 1)
    own = [marks.noted] if standing.noted else []
    own += [tags_words(standing.tags)] if standing.tags else []
    source = f"{marks.none} {safe_line(summary.source)}" if summary.source and not columns.source else ""
    if columns.narrow:
        after = " ".join(filter(None, (source, *own)))
    else:
        copies = copies_words(summary.copies) if summary.copies else ""
        after = "  ".join(filter(None, (*own, copies, source)))
    if after:
        after = fit(after, room // 2, marks.more)
        room -= cell_len(after) + 1
    if excerpt is not None:
        row.extend(excerpt_pieces(excerpt, room, marks))
    elif rest:
        row.append(Piece(fit(rest, room, marks.more), "title-rest"))
    else:
        row.append(Piece(fit(safe_line(summary.lead[: 4 * columns.width]), room, marks.more), "lead"))
    if after:
        used = sum(cell_len(piece.text) for piece in row[2:])
        row.append(Piece(f" {after}" if columns.narrow else " " * (room - used + 1) + after, "copies"))
    return row


def excerpt_pieces(excerpt: Excerpt, room: int, marks: Marks) -> Row:
    """The line of a match in `room` cells, with the first of its marks in sight."""
    text, start = safe_line(excerpt.text), 0
    if len(text) != len(excerpt.text):  # offsets no longer hold: show it plain
        return [Piece(fit(text, room, marks.more), "lead")]
    if excerpt.marks and cell_len(text[: excerpt.marks[0][1]]) > room - 8:
        first, last = excerpt.marks[0]
        before = max(0, min(room // 3, room - (last - first) - 3))  # a long match has less before it
        start = max(0, text.rfind(" ", 0, max(0, first - before)) + 1)
    lead = marks.more if start else ""
    shown = fit(text[start:], room - cell_len(lead), marks.more)
    cut = shown.endswith(marks.more) and not text[start:].endswith(shown)
    length = len(shown) - (len(marks.more) if cut else 0)
    pieces, at = [Piece(lead, "lead")] if lead else [], start
    for first, last in excerpt.marks:
        first, last = max(at, first), min(last, start + length)
        if last <= first:
            continue
        pieces.append(Piece(text[at:first], "lead"))
        pieces.append(Piece(text[first:last], "hit"))
        at = last
    pieces.append(Piece(text[at : start + length] + (marks.more if cut else ""), "lead"))
    return [piece for piece in pieces if piece.text]
