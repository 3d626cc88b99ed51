"""A pane drawn by lines, which sends only the lines that changed."""

from collections.abc import Iterable
from itertools import groupby
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.css.styles import Styles
from textual.events import Resize
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from reader.tui.text.row import Piece


class LinePane(Widget):
    """Base of the panes: `draw` is asked for all lines after a change, those that differ are refreshed."""

    PREFIX: ClassVar[str] = "line--"
    """What stands before the name of a piece's style to make the name of a class of `styles/reader.tcss`."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._drawn: list[Strip] = []
        self._style_of: dict[str, Style] = {}

    def draw(self, y: int) -> Strip:
        """The line at row `y` of the pane, of any width."""
        raise NotImplementedError

    def prepare(self) -> None:
        """Fetches what `draw` will be asked for; called before all lines are drawn."""

    def redraw(self) -> None:
        """Draws all lines again and refreshes those that differ from what is shown.

        A pane of which nothing is shown is drawn when it is painted, however often it changes until then.
        """
        if not self.size.height:
            return
        if not self._drawn:
            self.refresh()
            return
        old, self._drawn = self._drawn, self._all_lines()
        if len(old) != len(self._drawn):
            self.refresh()
            return
        self.refresh_rows(y for y, strip in enumerate(self._drawn) if strip != old[y])

    def _all_lines(self) -> list[Strip]:
        self.prepare()
        width = self.size.width
        return [self.draw(y).adjust_cell_length(width, self.base) for y in range(self.size.height)]

    def refresh_rows(self, rows: Iterable[int]) -> None:
        """Refreshes these rows (ascending), neighbours together."""
        regions = []
        for _, group in groupby(enumerate(rows), key=lambda pair: pair[1] - pair[0]):
            run = [row for _, row in group]
            regions.append(Region(0, run[0], self.size.width, len(run)))
        if regions:
            self.refresh(*regions)

    def render_line(self, y: int) -> Strip:
        """What Textual draws at row `y`."""
        if not self._drawn:
            self._drawn = self._all_lines()
        return self._drawn[y] if y < len(self._drawn) else Strip.blank(self.size.width, self.base)

    @property
    def base(self) -> Style:
        """The style of plain text."""
        return self.style_of("")

    def style_of(self, name: str) -> Style:
        """The style of the class `PREFIX + name` on this pane; the pane's own for an empty name."""
        style = self._style_of.get(name)
        if style is None:
            style = self.rich_style
            if name:
                style += self.partial_style(name)
            style = self._style_of[name] = _without_defaults(style)
        return style

    def partial_style(self, name: str) -> Style:
        """What the class `PREFIX + name`, or else `line--` and the name, changes. Raises KeyError for no class.

        Asked of the rules of the stylesheet: Textual's component classes are a node each, in every pane, that
        it styles again whenever it styles the pane.
        """
        rules = self.app.stylesheet.rules_map
        own = f".{self.PREFIX}{name}"
        styles = Styles()
        for rule in rules[own if own in rules else f".line--{name}"]:
            for key, value in rule.styles.get_rules().items():
                setattr(styles, key, value)  # which parses it, as where it is set on a widget
        return styles.partial_rich_style

    def strip(self, pieces: Iterable[Piece]) -> Strip:
        """A strip of pieces of text."""
        return Strip([Segment(text, self.style_of(style)) for text, style in pieces if text])

    @staticmethod
    def joined(*styles: Style) -> Style:
        """Styles laid over one another, none of them saying what the terminal does anyway."""
        return _without_defaults(Style.combine(styles))

    def notify_style_update(self) -> None:
        """The theme or the stylesheet changed."""
        super().notify_style_update()
        self._style_of.clear()
        if self._drawn:
            self._drawn = []
            self.refresh()

    def on_resize(self, event: Resize) -> None:
        """The pane has another size: everything is drawn."""
        del event
        self._drawn = []
        self.redraw()


def _without_defaults(style: Style) -> Style:
    """The style without the terminal's own colours, which cost bytes to ask for."""
    color, background = style.color, style.bgcolor
    if (color is None or not color.is_default) and (background is None or not background.is_default):
        return style
    return style.without_color + Style(
        color=None if color is None or color.is_default else color,
        bgcolor=None if background is None or background.is_default else background,
    )
