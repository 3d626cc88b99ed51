"""The head of an entity's page and the lines of its concordance, as pieces of text with the name of their style."""

from collections.abc import Mapping, Sequence

from rich.cells import cell_len

from reader.corpus.safe import safe_line
from reader.language import _, ngettext, number
from reader.library.interface import Summary
from reader.library.naming.types import ConcordanceLine, EntityPage, NamedEntity, Wording
from reader.tui.marks import ASCII, Marks
from reader.tui.text.about import articles_words, quotes_words
from reader.tui.text.row import Piece, Row
from reader.tui.text.wrap import fit, pad

_BARS = "▁▂▃▄▅▆▇█"
_BARS_ASCII = "_.:-=+*#"
_MOST_MONTHS = 36
_DATES_FROM = 72
"""Columns from which the concordance says when and where."""
_NARROW = 60
_DATE, _SOURCE = 10, 12
_LONGEST_NAME = 56


def sparkline(months: tuple[tuple[str, int], ...], marks: Marks) -> str:
    """A bar for each month from the first to the last, at most 36, with the years; nothing without two months."""
    if len(months) < 2:
        return ""
    numbers = {int(month[:4]) * 12 + int(month[5:7]) - 1: count for month, count in months}
    first, last = min(numbers), max(numbers)
    step = max(1, -(-(last - first + 1) // _MOST_MONTHS))
    sums = [sum(numbers.get(at + n, 0) for n in range(step)) for at in range(first, last + 1, step)]
    bars = _BARS_ASCII if marks is ASCII else _BARS
    most = max(sums)
    drawn = "".join(bars[0] if not count else bars[1 + round(6 * count / most)] for count in sums)
    years = f"{first // 12}" if first // 12 == last // 12 else f"{first // 12}{marks.none}{last // 12}"
    return f"{drawn} {years}"


def head_rows(
    page: EntityPage, width: int, marks: Marks, summaries: Mapping[int, Summary], titles: int
) -> list[Row]:
    """Name and numbers; titles and months; forms; company; names of other kinds.  Each is one line.

    `summaries`: of the articles that give the titles; `titles`: how many lines these may take.
    """
    entity = page.entity
    numbers = [
        articles_words(entity.articles),
        ngettext("{count} mention", "{count} mentions", entity.mentions).format(
            count=number(entity.mentions)
        ),
    ]
    if page.quotations:
        numbers.append(quotes_words(page.quotations))
    if width < _NARROW:
        numbers = [f"{entity.articles}/{entity.mentions}"]
    rows = [
        _ends(
            [Piece(safe_line(entity.name), "strong"), Piece(f" {marks.dot} {_(entity.kind.value)}", "soft")],
            f" {marks.dot} ".join(numbers), width, marks,
        )
    ]  # fmt: skip
    line = sparkline(page.months, marks) if width >= _NARROW else ""
    if page.titles or line:
        first, *more = _title_rows(page.titles, summaries, marks, titles)
        rows += [_ends(first, line, width, marks), *(_ends(row, "", width, marks) for row in more)]
    if len(page.forms) > 1:
        rows.append(
            _row(_("forms"), _listed([(one.words, one.mentions) for one in page.forms]), width, marks)
        )
    if page.company:
        company = _listed([(one.entity.name, one.articles) for one in page.company])
        rows.append(_row(_company_label(page), company, width, marks))
    if page.also:
        also = ", ".join(f"{_(one.kind.value)} {one.articles}" for one in page.also)
        rows.append(_row(_("also a name of a"), also, width, marks))
    return rows


def _title_rows(
    titles: Sequence[Wording], summaries: Mapping[int, Summary], marks: Marks, most: int
) -> list[Row]:
    """A row a title, with the newest article that gives it; those beyond `most` end the last row."""
    rows = [_title(title, summaries, marks) for title in titles[:most]] or [[]]
    if rest := titles[most:]:
        rows[-1].append(Piece(", " + _listed([(one.words, one.mentions) for one in rest]), ""))
    return rows


def _title(title: Wording, summaries: Mapping[int, Summary], marks: Marks) -> Row:
    row: Row = [Piece(f"{safe_line(title.words)} {number(title.mentions)}", "")]
    summary = summaries.get(title.article_id) if title.article_id is not None else None
    if summary is not None:
        where = [safe_line(summary.source or summary.title), *([str(summary.date)] if summary.date else [])]
        row.append(Piece(f" {marks.dot} {', '.join(where)}", "faint"))
    return row


def concordance_row(
    line: ConcordanceLine, summary: Summary | None, width: int, marks: Marks, *, chosen: bool
) -> Row:
    """A mention in its sentence, the names of all rows one under another."""
    row: Row = [Piece(f"{marks.selected if chosen else ' '} ", "edge")]
    room = width - 3
    if width >= _DATES_FROM:
        date = str(summary.date) if summary is not None and summary.date else marks.none
        source = safe_line(summary.source or summary.title) if summary is not None else marks.none
        row.append(Piece(pad(fit(date, _DATE, marks.more), _DATE + 1), "faint"))
        row.append(Piece(pad(fit(source, _SOURCE, marks.more), _SOURCE + 1), "faint"))
        room -= _DATE + _SOURCE + 2
    before_room = max(1, room * 2 // 5)
    before = _tail(safe_line(line.before), before_room, marks.more)
    row.append(Piece(" " * (before_room - cell_len(before)) + before, "soft"))
    name = fit(safe_line(line.name), room - before_room, marks.more)
    row.append(Piece(name, "hit" if chosen else "strong"))
    row.append(Piece(fit(safe_line(line.after), room - before_room - cell_len(name), marks.more), "soft"))
    return row


def index_row(entity: NamedEntity, width: int, marks: Marks, *, chosen: bool) -> Row:
    """An entity of the index: name, kind, articles and mentions."""
    kind = 14 if width >= _NARROW else 0
    numbers = f"{entity.articles:>8}{entity.mentions:>10}" if kind else f"{entity.articles:>7}"
    room = max(1, min(_LONGEST_NAME, width - 3 - kind - len(numbers)))
    name = fit(safe_line(entity.name), room, marks.more)
    row = [
        Piece(f"{marks.selected if chosen else ' '} ", "edge"),
        Piece(pad(name, room), "strong" if chosen else ""),
    ]
    if kind:
        row.append(Piece(pad(f" {_(entity.kind.value)}", kind), "faint"))
    return [*row, Piece(numbers, "soft")]


def index_heading(width: int) -> Row:
    """What the columns of the index are."""
    kind = 14 if width >= _NARROW else 0
    articles, mentions = _("articles"), _("mentions")
    numbers = f"{articles:>8}{mentions:>10}" if kind else ""
    room = max(1, min(_LONGEST_NAME, width - 3 - kind - len(numbers)))
    return [Piece(" " * (2 + room + kind) + numbers, "faint")] if kind else []


def _ends(left: Row, right: str, width: int, marks: Marks) -> Row:
    """Words at both ends of a line; those at the left give way."""
    right = fit(right, max(0, width // 2), marks.more)
    room = width - cell_len(right) - 3
    row: Row = [Piece(" ", "")]
    for text, style in left:
        shown = fit(text, max(0, room), marks.more)
        row.append(Piece(shown, style))
        room -= cell_len(shown)
        if shown != text:
            break
    return [*row, Piece(" " * max(1, room + 1), ""), Piece(right, "soft")]


def _row(label: str, words: str, width: int, marks: Marks) -> Row:
    label = " " + _("{label}: ").format(label=label)
    return [Piece(label, "faint"), Piece(fit(words, max(0, width - cell_len(label) - 1), marks.more), "soft")]


def _company_label(page: EntityPage) -> str:
    if page.company_of < len(page.places):
        return _("with (newest {count})").format(count=page.company_of)
    return _("with")


def _listed(counts: list[tuple[str, int]]) -> str:
    return ", ".join(f"{safe_line(words)} {number}" for words, number in counts)


def _tail(text: str, width: int, more: str) -> str:
    """The end of `text` in at most `width` cells."""
    if cell_len(text) <= width:
        return text
    kept, used = len(text), cell_len(more)
    while kept > 0 and used + cell_len(text[kept - 1]) <= width:
        kept -= 1
        used += cell_len(text[kept])
    return more + text[kept:]
