"""How wide the panes are and how the text is set, kept for each folder."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from reader.language import _, number
from reader.settings import settings
from reader.settings.declared import HYPHENS, JUSTIFIED, SPACING, WIDTH
from reader.tui.commands import Where

if TYPE_CHECKING:
    from reader.tui.screens.main import MainScreen

STEP = 4
"""Cells by which a pane is made wider or narrower."""
NARROWEST, WIDEST = 24, 200
_WIDTHS = (50, 60, 72, 84, 100)
"""Columns of text that are offered."""
NARROWEST_LIST, WIDEST_LIST = 30, 120


class Shaping:
    """Changes the shape of list and text."""

    def __init__(self, screen: "MainScreen") -> None:
        self._screen = screen
        self.list_width: int | None = screen.view.number("list_width", NARROWEST_LIST, WIDEST_LIST)

    def commands(self) -> dict[str, Callable[[], object]]:
        """The commands of this subject."""
        return {
            "wider": lambda: self._wider(STEP),
            "narrower": lambda: self._wider(-STEP),
            "layout": self.layout,
        }

    def take_kept(self) -> None:
        """Takes the shape that the folder was read in last."""
        view, pane = self._screen.view, self._screen.reading_pane
        pane.text_width = view.number("text_width", NARROWEST, WIDEST) or settings()[WIDTH]
        spacing = view.number("spacing", 0, 2)
        pane.set_text(
            spacing=settings()[SPACING] if spacing is None else spacing,
            justified=view.flag("justified", otherwise=settings()[JUSTIFIED]),
            hyphens=view.flag("hyphens", otherwise=settings()[HYPHENS]),
        )
        pane.reshape(
            speakers=view.flag("speakers"), unfolded=view.flag("unfolded"), legend=view.flag("legend")
        )

    def keep_folds(self) -> None:
        """Keeps what is shown beside the text."""
        shape = self._screen.reading_pane.shape
        for name in ("speakers", "unfolded", "legend"):
            self._screen.view.keep(name, getattr(shape, name))

    def _wider(self, by: int) -> None:
        screen = self._screen
        if screen.pane is Where.LIST and not screen.arranging.narrow:
            width = min(WIDEST_LIST, max(NARROWEST_LIST, screen.list_pane.size.width + by))
            self.list_width = min(width, max(NARROWEST_LIST, screen.app.size.width - 40))
            screen.view.keep("list_width", self.list_width)
            screen.arranging.arrange()
        else:
            self._set_width(screen.reading_pane.text_width + by)

    def _set_width(self, width: int) -> None:
        pane = self._screen.reading_pane
        pane.text_width = min(WIDEST, max(NARROWEST, width))
        self._screen.view.keep("text_width", pane.text_width)
        pane.set_text()
        self._screen.notice(_("Text of {count} columns").format(count=number(pane.text_width)))

    def layout(self) -> None:
        """How the text is set, to be chosen."""
        from reader.tui.screens.choice import Choice, Option

        pane = self._screen.reading_pane
        shape, widths = pane.shape, sorted({*_WIDTHS, pane.text_width})
        on, off = _("on"), _("off")
        options = [
            Option("justified", _("Justified"), on if shape.justified else off, "justifié"),
            Option("hyphens", _("Hyphens"), on if shape.hyphens else off, "césure coupure"),
            Option("spacing", _("Blank lines"), number(shape.spacing), "interligne espacement"),
            *(
                Option(
                    f"width {width}",
                    _("{count} columns").format(count=number(width)),
                    _("now") if width == pane.text_width else "",
                    "largeur",
                )
                for width in widths
            ),
        ]
        choice = Choice(_("The text"), options, self._screen.marks)
        self._screen.app.push_screen(choice, self._chosen)

    def _chosen(self, name: str | None) -> None:
        if name is None:
            return
        pane, view = self._screen.reading_pane, self._screen.view
        if name.startswith("width "):
            self._set_width(int(name.split()[1]))
            return
        if name == "spacing":
            pane.set_text(spacing=(pane.shape.spacing + 1) % 3)
        elif name == "justified":
            pane.set_text(justified=not pane.shape.justified)
        else:
            pane.set_text(hyphens=not pane.shape.hyphens)
        view.keep(name, getattr(pane.shape, name))
