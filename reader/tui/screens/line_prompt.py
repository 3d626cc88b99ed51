"""A line to be typed, over the last two lines of the screen: a note, tags."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.screen import ModalScreen
from textual.widgets import Input

from reader.corpus.safe import safe_line
from reader.tui.marks import Marks
from reader.tui.panes.hint_line import HintLine
from reader.tui.panes.search_bar import SearchInput, SearchWords
from reader.tui.screens.answering import Answering
from reader.tui.text.wrap import fit

LONGEST = 4000
"""Letters of a line."""


class LinePrompt(ModalScreen[tuple[str, str]], Answering[tuple[str, str]], inherit_bindings=False):
    """Answers with the key that ended it (`enter`, or one of `keys`) and what was typed; None for Esc."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", show=False, priority=True)]
    """Esc answers nothing."""

    def __init__(
        self, label: str, value: str, hints: Sequence[tuple[str, str]], marks: Marks, *,
        keys: Sequence[str] = (), on_tab: Callable[[], str] | None = None,
    ) -> None:  # fmt: skip
        super().__init__()
        self._label, self._marks = label, marks
        self._keys, self._on_tab = keys, on_tab
        self.prompt = SearchWords(id="line-label", marks=marks, right=False)
        self.line = SearchInput()
        self.line.max_length = LONGEST
        self.line.value = safe_line(value)[:LONGEST]
        self._hints = HintLine(hints, marks)

    def compose(self) -> ComposeResult:
        """The line, and the keys that end it."""
        with Horizontal(id="line-prompt"):
            yield self.prompt
            yield self.line
        yield self._hints

    def on_mount(self) -> None:
        """One types at once."""
        self._say(self._label)
        self.line.focus()
        self.line.cursor_position = len(self.line.value)
        self.call_after_refresh(self._show_cursor)  # the line scrolls only once it has a width

    def _show_cursor(self) -> None:
        """Brings the end into sight, unless one has gone from it already."""
        if self.line.cursor_at_end:
            self.line.scroll_to(x=self.line.max_scroll_x, animate=False, force=True)

    def _say(self, label: str) -> None:
        shown = fit(safe_line(label), max(8, self.app.size.width // 2), self._marks.more)
        self.prompt.styles.width = cell_len(shown) + 2
        self.prompt.say(f" {shown}", style="key")

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.dismiss(("enter", self.line.value))

    async def on_event(self, event: object) -> None:
        """Keys that end the line, or change what it is about, before the line itself sees them."""
        from textual.events import Event, Key

        assert isinstance(event, Event)
        if isinstance(event, Key) and event.key in self._keys:
            event.stop()
            self.dismiss((event.key, self.line.value))
            return
        if isinstance(event, Key) and event.key == "tab":
            event.stop()
            if self._on_tab is not None:
                self._say(self._on_tab())
            return
        await super().on_event(event)

    def action_leave(self) -> None:
        """No answer."""
        self.dismiss(None)
