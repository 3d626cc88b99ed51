"""The page of an entity: who it is, where else, next to whom; and every mention in its sentence."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from textual.app import ComposeResult

from reader.language import N_
from reader.library.interface import Library
from reader.library.naming.types import ConcordanceLine, EntityPage
from reader.tui.commands import Where
from reader.tui.marks import Marks
from reader.tui.panes.concordance import Concordance
from reader.tui.panes.hint_line import HintLine
from reader.tui.screens.keyed import Keyed, walking_acts

KEYS = (
    (":down :up", N_("walk")),
    (":open", N_("open the place")),
    (":search", N_("search its articles")),
    (":back", N_("back")),
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


class EntityScreen(Keyed[EntityChoice], inherit_bindings=False):
    """Answers with an `EntityChoice`, or None where the reader goes back."""

    WHERE = Where.ENTITY

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

    def acts(self) -> Mapping[str, Callable[[], object]]:
        """Walking, opening, going back."""
        return self.common_acts() | walking_acts(self.step, self.turn) | {
            "back": self.leave, "quit_back": self.leave, "open": self.choose, "search": self.search,
        }  # fmt: skip

    def on_concordance_chosen(self) -> None:
        """A line was clicked twice."""
        self.choose()

    def step(self, by: int) -> None:
        """To another mention."""
        self.lines.select(self.lines.selected + by)
        self._say_place()

    def turn(self, share: float) -> None:
        """About so many pages on."""
        self.step(round(share * max(1, self.lines.capacity - 1)) or (1 if share > 0 else -1))

    def choose(self) -> None:
        """Opens the place of the selected mention."""
        line, _ = self.lines.line(self.lines.selected)
        if line is not None:
            self._answer(line)

    def search(self) -> None:
        """Searches for the entity, so that its articles stand in the list."""
        self._answer(None)

    def _answer(self, line: ConcordanceLine | None) -> None:
        self.dismiss(EntityChoice(self.page, line, self.lines.selected, self.lines.top))

    def leave(self) -> None:
        """Goes back."""
        self.dismiss(None)


Answered = Callable[[EntityChoice | None], None]
"""Who is told what was chosen."""
