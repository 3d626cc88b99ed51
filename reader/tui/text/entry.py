"""Quoted words in a list: a date beside them, a line below; as rows of pieces with the name of their style."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import overload

from rich.cells import cell_len

from reader.corpus.safe import safe_line
from reader.language import N_, _
from reader.library.interface import Report, Saying
from reader.library.sayings.differences import differences
from reader.tui.marks import Marks
from reader.tui.text.about import articles_words
from reader.tui.text.row import Piece, Row
from reader.tui.text.wrap import fit, pad, wrap

PROBABLE = N_("probable")
"""What is said of words whose speaker is not sure."""
BESIDE = 12
"""Cells of the column of dates."""
BESIDE_FROM = 56
"""Columns from which dates stand in a column of their own."""
MOST_LINES = 12
"""Lines of one entry: the article has the rest."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Words of a quotation without signs, safe to show, and where they stand.

    `beside`: the date.  `below`: where they are from, dimmed.  `marked`: stretches of `text` to be marked, an
    empty one where something is missing.  `sure`: False sets the words apart as probable.  `reported`: they are
    the article's own, and stand without signs.
    """

    article_id: int
    start: int
    text: str
    beside: str
    below: str
    marked: tuple[tuple[int, int], ...] = ()
    sure: bool = True
    reported: bool = False


def saying_entry(saying: Saying, marks: Marks) -> Entry:
    """What a speaker said, with the number of articles that carry it."""
    below = articles_words(saying.articles)
    if saying.source:
        below += f" {marks.dot} {safe_line(saying.source)}"
    if saying.relay:
        below += f" {marks.dot} " + _("via {relay}").format(relay=safe_line(saying.relay))
    if saying.indirect:
        below += f" {marks.dot} " + _("reported")
    if not saying.sure:
        below += f" {marks.dot} {_(PROBABLE)} ?"
    date = str(saying.date) if saying.date else marks.none
    return Entry(
        saying.article_id, saying.start, safe_line(saying.text), date, below, (), saying.sure, saying.indirect
    )


class SayingEntries(Sequence[Entry]):
    """The entries of sayings, each made when it is looked at: a speaker may have thousands."""

    def __init__(self, sayings: Sequence[Saying], marks: Marks) -> None:
        self._sayings, self._marks = sayings, marks

    def __len__(self) -> int:
        return len(self._sayings)

    @overload
    def __getitem__(self, index: int) -> Entry: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Entry]: ...
    def __getitem__(self, index: int | slice) -> Entry | Sequence[Entry]:
        """The entry of one saying, or of several."""
        if isinstance(index, slice):
            return SayingEntries(self._sayings[index], self._marks)
        return saying_entry(self._sayings[index], self._marks)


def report_entry(report: Report, mine: str, marks: Marks) -> Entry:
    """How an article reports words, with what differs from `mine`."""
    text = safe_line(report.text)
    speaker = safe_line(report.speaker) if report.speaker else _("speaker not known")
    if report.speaker and not report.sure:
        speaker += " ?"
    parts = [speaker, *([safe_line(report.source)] if report.source else []), safe_line(report.title)]
    date = str(report.date) if report.date else marks.none
    below = f"{marks.said} {f' {marks.dot} '.join(parts)}"
    return Entry(report.article_id, report.start, text, date, below, differences(safe_line(mine), text))


def entry_rows(entry: Entry, width: int, marks: Marks, *, chosen: bool) -> list[Row]:
    """The rows of an entry, the last one blank; the edge of the chosen one is marked."""
    beside = BESIDE if width >= BESIDE_FROM else 0
    room = max(8, width - 2 - beside - 1)
    shown = entry.text if entry.reported else f"{marks.open_quote}{entry.text}{marks.close_quote}"
    shift = 0 if entry.reported else len(marks.open_quote)
    lines = wrap(shown, 0, len(shown), room)
    style = "strong" if chosen else ("soft" if entry.reported or not entry.sure else "")
    edge = Piece(f"{marks.selected if chosen else ' '} ", "edge")
    rows: list[Row] = []
    for number, (start, end) in enumerate(lines[:MOST_LINES]):
        date = fit(entry.beside, beside - 1, marks.more) if beside and not number else ""
        row = [edge, Piece(pad(date, beside), "faint")]
        row += _marked(shown, start, end, shift, entry.marked, style, marks)
        if number == MOST_LINES - 1 and len(lines) > MOST_LINES:
            row = [*row[:2], Piece(fit(shown[start:end], room - 1, marks.more) + marks.more, style)]
        rows.append(row)
    below = entry.below if beside else f"{entry.beside} {marks.dot} {entry.below}"
    rows.append([edge, Piece(" " * beside, ""), Piece(fit(below, room, marks.more), "faint")])
    rows.append([])
    return rows


def _marked(
    shown: str,
    start: int,
    end: int,
    shift: int,
    marked: tuple[tuple[int, int], ...],
    style: str,
    marks: Marks,
) -> Row:
    """A line in pieces, with what differs set apart and what is missing shown by a sign."""
    row: Row = []
    at = start
    for first, last in marked:
        first, last = first + shift, last + shift
        if first == last and start <= first <= end and (first < end or end == len(shown)):
            row += [Piece(shown[at:first], style), Piece(f"[{marks.more}]", "faint")]
            at = first
        elif first < end and last > start:
            first, last = max(start, first), min(end, last)
            row += [Piece(shown[at:first], style), Piece(shown[first:last], "hit")]
            at = last
    return [*row, Piece(shown[at:end], style)]


def shortened(row: Row, width: int) -> Row:
    """A row in at most `width` cells."""
    kept: Row = []
    left = width
    for text, style in row:
        if cell_len(text) > left:
            return [*kept, Piece(fit(text, left, ""), style)]
        kept.append(Piece(text, style))
        left -= cell_len(text)
    return kept
