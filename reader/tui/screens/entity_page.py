"""The page of an entity: who it is, where else, next to whom; and every mention in its sentence."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from reader.language import N_
from reader.library.interface import Library
from reader.library.naming.types import ConcordanceLine, EntityPage
from reader.tui.marks import Marks
from reader.tui.panes.concordance import Concordance
from reader.tui.panes.hint_line import HintLine
from reader.tui.screens.answering import Answering

KEYS = (
    ("j k", N_("walk")),
    (N_("Enter"), N_("open the place")),
    ("/", N_("search its articles")),
    (N_("Esc"), N_("back")),
)
"""What matters here, for the last line."""


@dataclass(frozen=True, slots=True)
class EntityChoice:
    """What the reader wants of the page: the place of a mention, or with `line` None a search for the entity.

    `selected` and `top` are where the page stood, so that one can come back to it.
    """

    page: EntityPage
    line: ConcordanceLine | None
    selected: int
    top: int


class EntityScreen(Answering[EntityChoice], inherit_bindings=False):
    """Answers with an `EntityChoice`, or None where the reader goes back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,h,left", "leave", show=False),
        Binding("enter,l,right", "choose", show=False),
        Binding("slash", "search", show=False),
        Binding("j,down", "step(1)", show=False),
        Binding("k,up", "step(-1)", show=False),
        Binding("space,pagedown", "page(1)", show=False),
        Binding("b,pageup", "page(-1)", show=False),
        Binding("g,home", "step(-10000000)", show=False),
        Binding("G,end", "step(10000000)", show=False),
        Binding("ctrl+c,ctrl+q", "app.quit_now", show=False),
        Binding("ctrl+l", "redraw", show=False),
    ]
    """Walking, opening, going back."""
    AUTO_FOCUS: ClassVar[str | None] = ""

    def __init__(
        self, library: Library, page: EntityPage, marks: Marks, *, selected: int = 0, top: int = 0
    ) -> None:
        super().__init__()
        self.page = page
        self.lines = Concordance(library, marks)
        self.hints = HintLine(KEYS, marks)
        self._at = (selected, top)

    def compose(self) -> ComposeResult:
        """The page, and the keys."""
        yield self.lines
        yield self.hints

    def on_mount(self) -> None:
        """Shows the page once its size is known."""
        self.call_after_refresh(self._show)

    def _show(self) -> None:
        self.lines.show(self.page, *self._at)
        self._say_place()

    def _say_place(self) -> None:
        self.hints.say(f"{self.lines.selected + 1}/{self.lines.total}" if self.lines.total else "")

    def on_concordance_chosen(self) -> None:
        """A line was clicked twice."""
        self.action_choose()

    def action_step(self, by: int) -> None:
        """To another mention."""
        self.lines.select(self.lines.selected + by)
        self._say_place()

    def action_page(self, by: int) -> None:
        """A page on."""
        self.action_step(by * max(1, self.lines.capacity - 1))

    def action_choose(self) -> None:
        """Opens the place of the selected mention."""
        line, _ = self.lines.line(self.lines.selected)
        if line is not None:
            self._answer(line)

    def action_search(self) -> None:
        """Searches for the entity, so that its articles stand in the list."""
        self._answer(None)

    def _answer(self, line: ConcordanceLine | None) -> None:
        self.dismiss(EntityChoice(self.page, line, self.lines.selected, self.lines.top))

    def action_leave(self) -> None:
        """Goes back."""
        self.dismiss(None)

    def action_redraw(self) -> None:
        """Draws the screen anew."""
        self.app.refresh(layout=True)


Answered = Callable[[EntityChoice | None], None]
"""Who is told what was chosen."""
