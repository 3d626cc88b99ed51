"""Lays an article out as a page of lines: header, blocks, folded boilerplate, speakers beside quotations."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from rich.cells import cell_len

from reader.analysis.types import Analysis, EntityKind, Quotation, QuotationKind
from reader.corpus.article import Article, Block, BlockKind, Origin
from reader.corpus.safe import safe_line
from reader.language import _, ngettext
from reader.tui.marks import UNICODE, Marks
from reader.tui.text.about import boilerplate_name, meta_line
from reader.tui.text.attribution import voice
from reader.tui.text.hyphens import hyphenator
from reader.tui.text.lines import Line, Role, Shape
from reader.tui.text.noted import Placed, with_notes
from reader.tui.text.wrap import fit, wrap

NOTHING = Analysis((), ())
LEGEND_GAP = "  "


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of an article, and where each offset is."""

    lines: tuple[Line, ...]
    _starts: tuple[int, ...] = field(repr=False)
    _rows: tuple[int, ...] = field(repr=False)

    def row_of(self, offset: int) -> int:
        """The row that holds the code point `offset`, or the last before it."""
        at = bisect_right(self._starts, offset) - 1
        return self._rows[at] if at >= 0 else 0

    def offset_of(self, row: int) -> int:
        """The code point at which the first line of text from `row` on begins."""
        for line in self.lines[max(0, row) :]:
            if line.end > line.start and line.role not in (Role.TITLE, Role.MADE_TITLE):
                return line.start
        return self._starts[-1] if self._starts else 0


def lay_out(
    article: Article, shape: Shape, analysis: Analysis = NOTHING, *, copies: int = 0, marks: Marks = UNICODE,
    notes: Sequence[Placed] = (), tags: Sequence[str] = (),
) -> Page:  # fmt: skip
    """The page of `article` in `shape`, with the reader's own notes and tags."""
    lines = [*_header(article, shape, copies, tags, marks), *_body(article, shape, marks)]
    if shape.speakers:
        lines = list(_with_speakers(lines, article.text, analysis.quotations, shape, marks))
    if notes:
        lines = list(with_notes(lines, notes, shape.width, marks))
    if shape.spacing:
        lines = list(_spaced(lines, shape.spacing))
    places = sorted((line.start, row) for row, line in enumerate(lines) if line.end > line.start)
    return Page(tuple(lines), tuple(start for start, _ in places), tuple(row for _, row in places))


def _spaced(lines: Sequence[Line], blank: int) -> Iterator[Line]:
    """`lines` with `blank` lines after each line of text that another one follows."""
    for at, line in enumerate(lines):
        yield line
        after = lines[at + 1] if at + 1 < len(lines) else None
        if (
            after is not None
            and after.end > after.start
            and line.end > line.start
            and after.role is line.role
        ):
            for _number in range(blank):
                yield Line(Role.BLANK, line.end, line.end, bar=line.bar and after.bar, thin=line.thin)


def title_block(article: Article) -> Block | None:
    """The block that is the title, where the title stands in the text."""
    return next((block for block in article.blocks if block.kind is BlockKind.TITLE), None)


def _header(article: Article, shape: Shape, copies: int, tags: Sequence[str], marks: Marks) -> Iterator[Line]:
    block = title_block(article)
    if block is not None:
        for start, end in wrap(article.text, block.start, block.end, shape.width):
            yield Line(Role.TITLE, start, end)
    else:
        made = article.title_origin in (Origin.FIRST_SENTENCE, Origin.FILE_NAME)
        title = safe_line(article.title)
        if article.title_origin is Origin.FIRST_SENTENCE:
            room = shape.width - cell_len(marks.open_quote + marks.close_quote)
            title = (
                f"{marks.open_quote}{fit(title, room, marks.more)}{marks.close_quote}"  # the text repeats it
            )
        for start, end in wrap(title, 0, len(title), shape.width):
            yield Line(Role.MADE_TITLE if made else Role.TITLE, 0, 0, title[start:end])
    yield Line(Role.META, 0, 0, meta_line(article, copies, shape.width, marks, tags))
    if shape.legend:
        yield from _legend(shape.width, marks)
    yield Line(Role.BLANK, 0, 0)


def legend_words(marks: Marks) -> dict[str, str]:
    """The words of the legend, each with the style it explains."""
    quote = marks.open_quote + _("quote") + marks.close_quote
    kinds = {quote: QuotationKind.DIRECT.value, _("reported"): QuotationKind.INDIRECT.value}
    return {**kinds, **{_(kind.value): kind.value for kind in EntityKind}}


def _legend(width: int, marks: Marks) -> Iterator[Line]:
    """The words of the legend, in as many lines as they need."""
    row = ""
    for word in legend_words(marks):
        if row and cell_len(row) + len(LEGEND_GAP) + cell_len(word) > width:
            yield Line(Role.LEGEND, 0, 0, row)
            row = ""
        row += f"{LEGEND_GAP if row else ''}{word}"
    yield Line(Role.LEGEND, 0, 0, row)


def _body(article: Article, shape: Shape, marks: Marks) -> Iterator[Line]:
    blocks = [block for block in article.blocks if block.kind is not BlockKind.TITLE]
    before: BlockKind | None = None
    for kind, group in groupby(blocks, key=lambda block: block.kind):
        if kind is BlockKind.BOILERPLATE:
            if before is not None:
                yield Line(Role.BLANK, 0, 0)
            yield from _boilerplate(article, list(group), shape, marks)
            before = kind
            continue
        for block in group:
            tight = before is kind and kind in (BlockKind.CAPTION, BlockKind.BYLINE)
            if before is not None and not tight:
                yield Line(Role.BLANK, block.start, block.start)
            yield from _text_lines(article, block, shape)
            before = kind


def _text_lines(article: Article, block: Block, shape: Shape) -> Iterator[Line]:
    text, role = article.text, Role(block.kind.value)
    hyphenate = hyphenator(article.language) if shape.hyphens else None
    places = wrap(text, block.start, block.end, shape.width, hyphenate)
    for number, (start, end) in enumerate(places, 1):
        goes_on = number < len(places) and "\n" not in text[end : places[number][0]]
        parted = goes_on and hyphenate is not None and text[end - 1].isalpha() and text[end].isalpha()
        yield Line(role, start, end, full=goes_on and shape.justified, hyphen=parted)


def _boilerplate(article: Article, blocks: list[Block], shape: Shape, marks: Marks) -> Iterator[Line]:
    texts = [article.text[block.start : block.end] for block in blocks]
    count = sum(text.count("\n") + 1 for text in texts)
    sign = marks.unfolded if shape.unfolded else marks.folded
    lines = ngettext("{count} line", "{count} lines", count).format(count=count)
    name = f"{sign} {boilerplate_name(texts)}, {lines}"
    yield Line(Role.BOILERPLATE, blocks[0].start, blocks[0].start, fit(name, shape.width, marks.more))
    if shape.unfolded:
        for block in blocks:
            for start, end in wrap(article.text, block.start, block.end, shape.width):
                yield Line(Role.BOILERPLATE, start, end)


def spoken(quotations: Iterable[Quotation]) -> list[Quotation]:
    """The quotations that have a bar and a speaker: not terms, and none that stands inside another.

    Reported speech that holds a quotation leaves bar and speaker to that one.
    """
    found: list[Quotation] = []
    for quotation in quotations:
        if found and quotation.start < found[-1].end:
            if found[-1].kind is not QuotationKind.INDIRECT or quotation.kind is QuotationKind.TERM:
                continue
            found.pop()
        if quotation.kind is not QuotationKind.TERM:
            found.append(quotation)
    return found


def _with_speakers(
    lines: list[Line], text: str, quotations: Iterable[Quotation], shape: Shape, marks: Marks
) -> Iterator[Line]:
    """Adds bars, and speakers in the margin, under the paragraph, or where voices change within it."""
    waiting = spoken(quotations)
    starts = [quotation.start for quotation in waiting]
    ends = [quotation.end for quotation in waiting]
    for is_text, group in groupby(lines, key=_may_speak):
        paragraph = list(group)
        if not is_text:
            yield from paragraph
            continue
        first, last = bisect_right(ends, paragraph[0].start), bisect_right(starts, paragraph[-1].end - 1)
        one_voice = len(_voices(text, waiting[first:last])) == 1
        for line in paragraph:
            first, last = bisect_right(ends, line.start), bisect_right(starts, line.end - 1)
            here = waiting[first:last]
            said = [quotation for quotation in here if quotation.end <= line.end]
            names, sure = _names(text, said, marks)
            beside = fit(names, shape.margin, marks.more) if shape.margin else ""
            thin = all(one.kind is QuotationKind.INDIRECT for one in here)
            yield replace(line, bar=bool(here), thin=thin, margin=beside, sure=sure)
            if names and not shape.margin and not one_voice:
                yield Line(Role.SPEAKER, line.end, line.end, fit(names, shape.width, marks.more), sure=sure)
        if one_voice and not shape.margin:
            yield from _closing_voice(text, waiting, paragraph, ends, shape, marks)


def _may_speak(line: Line) -> bool:
    return line.end > line.start and line.role not in (Role.TITLE, Role.BOILERPLATE)


def _closing_voice(
    text: str, waiting: list[Quotation], paragraph: list[Line], ends: list[int], shape: Shape, marks: Marks
) -> Iterator[Line]:
    """The speaker under a paragraph, when one of its quotations ends there."""
    start, end = paragraph[0].start, paragraph[-1].end
    said = waiting[bisect_right(ends, start) : bisect_right(ends, end)]
    names, sure = _names(text, said, marks)
    if names:
        yield Line(Role.SPEAKER, end, end, fit(names, shape.width, marks.more), sure=sure)


def _names(text: str, said: Iterable[Quotation], marks: Marks) -> tuple[str, bool]:
    voices = _voices(text, said)
    names = ", ".join(name for name, _ in voices)
    return f"{marks.said} {names}" if names else "", all(sure for _, sure in voices)


def _voices(text: str, quotations: Iterable[Quotation]) -> list[tuple[str, bool]]:
    """Who speaks, each once, and whether that is sure and said in signs: in brackets who is only reported.

    A speaker of whom one quotation is sure and another only probable is told twice, so that no doubt is hidden.
    """
    told = [(one, one.speaker) for one in quotations if one.speaker is not None]
    in_signs = {speaker.name for one, speaker in told if one.kind is not QuotationKind.INDIRECT}
    voices: dict[tuple[str, bool], tuple[str, bool]] = {}
    for quotation, speaker in told:
        said = voice(text, quotation)
        if quotation.kind is not QuotationKind.INDIRECT:
            voices.setdefault((speaker.name, speaker.sure), (said, speaker.sure))
        elif speaker.name not in in_signs:
            voices.setdefault((speaker.name, False), (f"({said})", False))
    return list(voices.values())
