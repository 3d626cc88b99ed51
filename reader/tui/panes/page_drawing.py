"""Draws a line of a page: text with its styles, header, speakers, legend."""

from collections.abc import Callable, Iterable

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from reader.analysis.types import Analysis, Quotation
from reader.corpus.article import Article
from reader.tui.marks import Marks
from reader.tui.panes.line_pane import LinePane
from reader.tui.panes.walking import Walker
from reader.tui.text.lines import Line, Role, Shape
from reader.tui.text.page import LEGEND_GAP, NOTHING, legend_words
from reader.tui.text.styled import Density, Layer, Stretch, analysis_layers, cut

_OWN = {Role.BLANK: "paragraph"}


class PageDrawing:
    """Turns lines into strips, with styles asked for by name."""

    def __init__(self, full: Callable[[str], Style], partial: Callable[[str], Style], marks: Marks) -> None:
        self._full = full
        self._partial = partial
        self._marks = marks
        self._known: dict[tuple[str, ...], Style] = {}
        self._walker = Walker()
        self.density = Density.ALL
        self._quotes, self._names = analysis_layers(NOTHING)
        self._matches = self._noted = Layer(())
        self._taken: tuple[tuple[int, int], ...] = ()

    def take(self, analysis: Analysis, walker: Walker, noted: Iterable[tuple[int, int]] = ()) -> None:
        """Takes what is to be marked."""
        self._quotes, self._names = analysis_layers(analysis, self.density)
        self._walker = walker
        self._matches = Layer(Stretch(start, end, "match") for start, end in walker.matches)
        self._noted = Layer(Stretch(start, end, "noted") for start, end in noted)

    def forget(self) -> None:
        """The styles are others."""
        self._known.clear()

    def _style(self, names: tuple[str, ...]) -> Style:
        style = self._known.get(names)
        if style is None:
            style = self._known[names] = LinePane.joined(
                self._full(names[0]), *(self._partial(name) for name in names[1:])
            )
        return style

    def strip(self, article: Article, line: Line, left: int, shape: Shape) -> Strip:
        """The strip of one line, with `left` cells before its text."""
        plain = self._full("")
        before = [Segment(" " * left, plain)]
        if self._under_cursor(line) or (line.bar and not line.thin):
            before = [Segment(" " * (left - 1), plain), Segment(self._marks.bar, self._full("bar"))]
        elif line.bar:
            before = [Segment(" " * (left - 1), plain), Segment(self._marks.thin_bar, self._full("thin-bar"))]
        if line.role is Role.LEGEND:
            return Strip([*before, *self._legend(line.own)])
        if line.role is Role.SPEAKER:
            style = self._full("speaker" if line.sure else "unsure")
            room = shape.width - cell_len(line.own)
            return Strip([*before, Segment(" " * max(0, room), plain), Segment(line.own, style)])
        if line.end <= line.start:
            return Strip([*before, Segment(line.own, self._full(_OWN.get(line.role, line.role.value)))])
        words = self._text(article, line)
        if line.hyphen:
            words.append(Segment("-", words[-1].style))
        if line.full:
            words = _justified(words, shape.width)
        segments = [*before, *words]
        if line.margin:
            used = sum(segment.cell_length for segment in words)
            style = self._full("speaker" if line.sure else "unsure")
            segments += [Segment(" " * (shape.width - used + 2), plain), Segment(line.margin, style)]
        return Strip(segments)

    def _under_cursor(self, line: Line) -> bool:
        """Whether the quotation under the cursor is in the line: it has its bar even where none are shown."""
        cursor = self._walker.cursor
        return isinstance(cursor, Quotation) and cursor.start < line.end and line.start < cursor.end

    def _text(self, article: Article, line: Line) -> list[Segment]:
        start, end = line.start, line.end
        layers = [
            self._quotes.within(start, end),
            self._names.within(start, end),
            self._noted.within(start, end),
            self._matches.within(start, end),
        ]
        if line.role is Role.BOILERPLATE:
            layers = layers[3:]
        cursor, current = self._walker.cursor, self._walker.match
        if current is not None:
            layers.append(iter([Stretch(*current, "current")]))
        if isinstance(cursor, Quotation):  # under the hits, which would not be seen on its background
            layers.insert(0, iter([Stretch(cursor.start, cursor.end, "cursor-quote")]))
            if cursor.speaker is not None and cursor.speaker.end > cursor.speaker.start:
                layers.append(iter([Stretch(cursor.speaker.start, cursor.speaker.end, "carrier")]))
        elif cursor is not None:
            layers.append(iter([Stretch(cursor.start, cursor.end, "cursor")]))
        kept = [[s for s in layer if s.end > start and s.start < end] for layer in layers]
        base = line.role.value
        text = article.text
        return [
            Segment(text[first:last].replace("\t", " "), self._style((base, *names)))
            for first, last, names in cut(start, end, kept)
        ]

    def _legend(self, words: str) -> list[Segment]:
        segments: list[Segment] = []
        styles = legend_words(self._marks)
        for word in words.split(LEGEND_GAP):
            segments += [
                Segment(word, self._style(("paragraph", styles[word]))),
                Segment(LEGEND_GAP, self._full("")),
            ]
        return segments


def _justified(words: list[Segment], width: int) -> list[Segment]:
    """The words of a line with its spaces widened, so that it takes `width` cells; no-break spaces stay."""
    spaces = sum(segment.text.count(" ") for segment in words)
    missing = width - sum(segment.cell_length for segment in words)
    if spaces == 0 or not 0 < missing <= 2 * spaces:  # a line of few words is better left alone
        return words
    wide, seen, made = missing % spaces, 0, []
    for segment in words:
        parts = segment.text.split(" ")
        text = parts[0]
        for part in parts[1:]:
            seen += 1
            more = missing // spaces + (1 if seen * wide // spaces > (seen - 1) * wide // spaces else 0)
            text += " " * (1 + more) + part
        made.append(Segment(text, segment.style))
    return made
