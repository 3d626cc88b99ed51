"""The index of entities: all that is named, by kind, the most named first, filtered as one types."""

from collections.abc import Callable, Mapping, Sequence

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.events import Click, MouseScrollDown, MouseScrollUp
from textual.message import Message
from textual.strip import Strip

from reader.analysis.types import EntityKind
from reader.corpus.safe import safe_line
from reader.language import N_, _, number
from reader.library.interface import Library
from reader.library.naming.types import KINDS, NamedEntity
from reader.tui.commands import Where
from reader.tui.marks import Marks
from reader.tui.panes.hint_line import HintLine
from reader.tui.panes.line_pane import LinePane
from reader.tui.screens.keyed import Keyed, choosing_acts
from reader.tui.text.entity_lines import index_heading, index_row
from reader.tui.text.row import Piece, Row
from reader.tui.text.wrap import fit

_MANY = {
    EntityKind.PERSON: N_("persons"), EntityKind.PLACE: N_("places"), EntityKind.ORGANIZATION: N_("organizations"),
    EntityKind.PRODUCT: N_("products"), EntityKind.EVENT: N_("events"),
}  # fmt: skip
TABS: tuple[tuple[str, EntityKind | None], ...] = (
    (N_("all"), None),
    *((_MANY[kind], kind) for kind in KINDS),
)
"""The kinds, with `all` first."""
KEYS = (
    (N_("type"), N_("to filter")), (":next_kind", N_("kind")), (":choose", N_("open")), (":leave", N_("back")),
)  # fmt: skip
"""What matters here, for the last line."""
KEPT = 2000
"""Rows kept in memory."""


class IndexLines(LinePane):
    """Draws the kinds, what was typed, and the entities in sight."""

    class Chosen(Message):
        """A row was clicked."""

    def __init__(self, library: Library, marks: Marks) -> None:
        super().__init__(id="entities")
        self._library = library
        self._marks = marks
        self._kept: dict[int, NamedEntity] = {}
        self.ids: Sequence[int] = ()
        self.typed = ""
        self.tab = 0
        self.selected = self.top = 0

    @property
    def capacity(self) -> int:
        """Rows that fit."""
        return max(1, self.size.height - 3)

    @property
    def entity(self) -> NamedEntity | None:
        """The selected one."""
        found = self._window(self.selected, 1)
        return found[0] if found else None

    def find(self, typed: str, tab: int) -> None:
        """Shows what matches, of one kind or of all."""
        self.typed, self.tab = typed, tab % len(TABS)
        self.ids = self._library.entity_ids(typed, TABS[self.tab][1])
        self.selected = self.top = 0
        self.redraw()

    def select(self, index: int) -> None:
        """Selects a row and brings it into sight."""
        self.selected = min(max(0, index), max(0, len(self.ids) - 1))
        if not self.top <= self.selected < self.top + self.capacity:
            near = self.selected if self.selected < self.top else self.selected - self.capacity + 1
            self.top = max(0, near)
        self.redraw()

    def _window(self, first: int, count: int) -> list[NamedEntity | None]:
        wanted = self.ids[max(0, first) : first + count]
        missing = [one for one in wanted if one not in self._kept]
        if missing:
            if len(self._kept) > KEPT:
                self._kept.clear()
                missing = list(wanted)
            self._kept.update((entity.id, entity) for entity in self._library.entities(missing))
        return [self._kept.get(one) for one in wanted]

    def prepare(self) -> None:
        """Fetches the rows in sight together."""
        self._window(self.top, self.capacity)

    def draw(self, y: int) -> Strip:
        """The line."""
        width = self.size.width
        if y == 0:
            return self.strip(self._head(width))
        if y == 1:
            return self.strip(self._tabs(width))
        index = self.top + y - 3
        if y == 3 and not self.ids:
            typed = f"{self._marks.open_quote}{self.typed}{self._marks.close_quote}"
            words = _("no name holds {typed}").format(typed=typed)
            return self.strip(
                [Piece("  " + fit(words if self.typed else self._nothing(), width - 3), "soft")]
            )
        if y == 2:
            return self.strip(index_heading(width) if self.ids else [])
        if not 0 <= index < len(self.ids):
            return self.strip([])
        (entity,) = self._window(index, 1)
        if entity is None:
            return self.strip([])
        return self.strip(index_row(entity, width, self._marks, chosen=index == self.selected))

    def _nothing(self) -> str:
        return _("nothing is named yet; the articles may still be being analysed")

    def _head(self, width: int) -> Row:
        typed = f"/ {self.typed}" if self.typed else _("type to filter")
        right = fit(safe_line(typed), width // 2, self._marks.more)
        words = _("Named in the corpus") + f" {self._marks.dot} {number(len(self.ids))}"
        left = fit(words, width - cell_len(right) - 3, self._marks.more)
        gap = max(1, width - cell_len(left) - cell_len(right) - 2)
        style = "key" if self.typed else "faint"
        return [Piece(f" {left}", "strong"), Piece(" " * gap, ""), Piece(right, style)]

    def _tabs(self, width: int) -> Row:
        row: Row = [Piece(" ", "")]
        room = width - 2
        for at in (
            [self.tab, *range(self.tab + 1, len(TABS)), *range(self.tab)] if width < 60 else range(len(TABS))
        ):
            word = _(TABS[at][0])
            if len(word) + 2 > room:
                break
            row += [Piece(word, "key" if at == self.tab else "faint"), Piece("  ", "")]
            room -= len(word) + 2
        return row

    def on_resize(self, event: object) -> None:
        """The selected row stays in sight."""
        del event
        self._drawn = []
        self.select(self.selected)

    def on_click(self, event: Click) -> None:
        """Opens what was clicked."""
        index = self.top + event.y - 3
        if event.y > 2 and index < len(self.ids):
            self.select(index)
            self.post_message(self.Chosen())

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """Three rows down."""
        event.stop()
        self.select(self.selected + 3)

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """Three rows up."""
        event.stop()
        self.select(self.selected - 3)


class EntityIndex(Keyed[NamedEntity], inherit_bindings=False):
    """Answers with an entity, or None where the reader goes back."""

    WHERE = Where.ENTITIES

    def __init__(
        self, library: Library, marks: Marks, *, typed: str = "", tab: int = 0, selected: int = 0
    ) -> None:
        super().__init__()
        self.lines = IndexLines(library, marks)
        self._at = (typed, tab, selected)
        self._hints = HintLine(KEYS, marks)

    @property
    def standing(self) -> tuple[str, int, int]:
        """What is typed, the kind and the row, to come back to."""
        return self.lines.typed, self.lines.tab, self.lines.selected

    def compose(self) -> ComposeResult:
        """The list, and the keys."""
        yield self.lines
        yield self._hints

    def on_mount(self) -> None:
        """Shows the index once its size is known."""
        typed, tab, selected = self._at
        self.lines.find(typed, tab)
        self.call_after_refresh(self.lines.select, selected)

    def acts(self) -> Mapping[str, Callable[[], object]]:
        """What the keys of the index do."""
        return self.common_acts() | choosing_acts(self.step, self.turn) | {
            "choose": self.choose, "leave": self.leave, "shorten": self.shorten,
            "next_kind": lambda: self.kind(1), "previous_kind": lambda: self.kind(-1),
        }  # fmt: skip

    def type_letter(self, letter: str) -> None:
        """Letters filter; a first `/` is the habit of asking for a filter, which is there already."""
        if letter == "/" and not self.lines.typed:
            return
        self.lines.find(self.lines.typed + letter, self.lines.tab)

    def on_index_lines_chosen(self) -> None:
        """A row was clicked."""
        self.choose()

    def shorten(self) -> None:
        """Takes the last letter of the filter away."""
        if self.lines.typed:
            self.lines.find(self.lines.typed[:-1], self.lines.tab)

    def kind(self, by: int) -> None:
        """Another kind."""
        self.lines.find(self.lines.typed, self.lines.tab + by)

    def step(self, by: int) -> None:
        """To another row."""
        self.lines.select(self.lines.selected + by)

    def turn(self, by: int) -> None:
        """A page on."""
        self.step(by * max(1, self.lines.capacity - 1))

    def choose(self) -> None:
        """Answers."""
        if (entity := self.lines.entity) is not None:
            self.dismiss(entity)

    def leave(self) -> None:
        """Takes the filter away, then goes back."""
        if self.lines.typed:
            self.lines.find("", self.lines.tab)
        else:
            self.dismiss(None)
