"""A list to choose from, filtered as one types: help, palette, themes, files left out."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.events import Click, MouseScrollDown, MouseScrollUp, Resize
from textual.geometry import Offset
from textual.message import Message
from textual.screen import ModalScreen
from textual.strip import Strip

from reader.corpus.safe import safe_line
from reader.language import _
from reader.tui.commands import Where
from reader.tui.marks import Marks
from reader.tui.panes.line_pane import LinePane
from reader.tui.screens.keyed import Keyed, choosing_acts
from reader.tui.text.row import Piece
from reader.tui.text.wrap import fit, pad

NARROW = 60
"""Columns under which short words stand for sentences."""


@dataclass(frozen=True, slots=True)
class Option:
    """Something to choose: `value` is the answer, `head` stands in a column, `words` after it.

    `also`: further words the filter finds it by.  `short`: what stands for `words` on a narrow screen.
    `end`: what stands whole at the right edge of a screen that is not narrow.
    """

    value: str
    head: str
    words: str = ""
    also: str = ""
    short: str = ""
    end: str = ""


class ChoiceLines(LinePane):
    """Draws the title, what was typed, and the options that match."""

    def __init__(self, title: str, options: Sequence[Option], marks: Marks, note: str) -> None:
        super().__init__(id="choice")
        self._title = safe_line(title)
        self._note = note
        self._options = options
        self._marks = marks
        widest = max((cell_len(safe_line(option.head)) for option in options), default=0)
        self._widest = widest
        self.typed = ""
        self.found: Sequence[Option] = options
        self.selected = 0
        self.top = 0

    @property
    def capacity(self) -> int:
        """How many options fit."""
        return max(1, self.size.height - 3)

    @property
    def needed(self) -> int:
        """Rows that show all options."""
        return len(self._options) + 3 + bool(self._note)

    def filter(self, typed: str) -> None:
        """Keeps what matches."""
        self.typed = typed
        self.found = matching(self._options, typed)
        self.selected = self.top = 0
        self.redraw()

    def select(self, index: int) -> None:
        """Selects an option and brings it into sight."""
        self.selected = min(max(0, index), max(0, len(self.found) - 1))
        if not self.top <= self.selected < self.top + self.capacity:
            self.top = self.selected - self.capacity // 2
        self.top = min(max(0, self.top), max(0, len(self.found) - self.capacity))
        self.app.cursor_position = self.region.offset + Offset(0, 3 + self.selected - self.top)
        self.redraw()

    def on_resize(self, event: Resize) -> None:
        """The selected option stays in sight, and no row stays empty that an option could have."""
        super().on_resize(event)
        self.select(self.selected)

    class Clicked(Message):
        """An option was clicked, and is selected."""

    class Wheeled(Message):
        """The wheel turned by so many options, down if positive."""

        def __init__(self, by: int) -> None:
            super().__init__()
            self.by = by

    def on_click(self, event: Click) -> None:
        """Selects what was clicked, and answers with it."""
        index = self.top + event.y - 3
        if event.y > 2 and index < len(self.found):
            self.select(index)
            self.post_message(self.Clicked())

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """Three options down."""
        event.stop()
        self.post_message(self.Wheeled(3))

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """Three options up."""
        event.stop()
        self.post_message(self.Wheeled(-3))

    def draw(self, y: int) -> Strip:
        """The line."""
        width = self.size.width
        if y < 2:
            return self._head(width) if y else self.strip([Piece(self._marks.to_do * width, "faint")])
        index = self.top + y - 3
        if y == 3 and self.typed and not self.found:
            words = fit(_("nothing matches"), width - 4, self._marks.more)
            return self.strip([Piece(f"  {words}", "soft")])
        if y == 2 or not 0 <= index < len(self.found):
            if y == self.size.height - 1 and self._note and len(self.found) <= self.capacity:
                return self.strip([Piece(" " + fit(self._note, width - 2, self._marks.more), "faint")])
            return self.strip([])
        option = self.found[index]
        chosen = index == self.selected
        column = min(self._widest, width // 2 if width >= NARROW else width // 3)
        head = fit(safe_line(option.head), column, self._marks.more)
        words = option.short if option.short and width < NARROW else option.words
        room = max(0, width - column - 6)
        end = f"  {safe_line(option.end)}" if option.end and width >= NARROW else ""
        words = fit(safe_line(words), max(0, room - cell_len(end)), self._marks.more)
        pieces = [
            Piece(f"{self._marks.selected if chosen else ' '} ", "edge"),
            Piece(pad(head, column + 2), "key"),
            Piece(words, "strong" if chosen else "soft"),
        ]
        if end:
            pieces.append(Piece(" " * (room - cell_len(words) - cell_len(end)) + end, "faint"))
        return self.strip(pieces)

    def _head(self, width: int) -> Strip:
        right = f"/ {self.typed}" if self.typed else (_("type to filter") if width >= NARROW else _("filter"))
        right = fit(safe_line(right), width // 3, self._marks.more)
        left = fit(self._title, width - cell_len(right) - 4, self._marks.more)
        gap = width - cell_len(left) - cell_len(right) - 2
        style = "key" if self.typed else "faint"
        return self.strip([Piece(f" {left}", "strong"), Piece(" " * gap, ""), Piece(right, style)])


def matching(options: Sequence[Option], typed: str) -> Sequence[Option]:
    """The options that hold all typed words, what is named so first; else those that come near, best first."""
    from reader.library.search.folding import fold

    words = fold(typed).split()
    if not words:
        return options
    texts = [fold(f"{option.head} {option.words} {option.also} {option.end}") for option in options]
    exact = [
        option for option, text in zip(options, texts, strict=True) if all(word in text for word in words)
    ]
    if exact:
        return sorted(exact, key=lambda option: _distance(option, typed.strip(), words))
    from rapidfuzz import fuzz, process

    near = process.extract(fold(typed), texts, scorer=fuzz.partial_ratio, limit=8, score_cutoff=70)
    return [options[index] for _, _, index in near]


def _distance(option: Option, typed: str, words: Sequence[str]) -> int:
    """How far what was typed is from the name of an option: its very key, how it begins, a word of it, its text."""
    from reader.library.search.folding import fold

    if typed in f"{option.head} {option.end}".split():
        return 0
    for distance, names in enumerate((option.head, option.short), 1):
        if fold(names).startswith(" ".join(words)):
            return distance
    for distance, names in enumerate((option.head, option.short, option.also), 3):
        if all(f" {word}" in f" {fold(names)}" for word in words):
            return distance
    return 6 if all(word in fold(f"{option.head} {option.also}") for word in words) else 7


class Choice(ModalScreen[str], Keyed[str], inherit_bindings=False):
    """Answers with the value of the chosen option, or None."""

    WHERE = Where.CHOICES

    def __init__(
        self,
        title: str,
        options: Sequence[Option],
        marks: Marks,
        *,
        on_look: Callable[[str], object] | None = None,
        start: str | None = None,
        note: str = "",
    ) -> None:
        super().__init__()
        self.lines = ChoiceLines(title, options, marks, note)
        self._on_look = on_look
        self._start = next((at for at, option in enumerate(options) if option.value == start), 0)

    def compose(self) -> ComposeResult:
        """The one pane."""
        yield self.lines

    def on_mount(self) -> None:
        """Begins at the option that holds now; takes no more of the screen than it needs."""
        self.lines.styles.height = min(self.lines.needed, self.app.size.height)
        self.lines.select(self._start)

    def acts(self) -> Mapping[str, Callable[[], object]]:
        """What the keys of a list that is filtered do."""
        return self.common_acts() | choosing_acts(self.step, self.turn) | {
            "choose": self.choose, "leave": self.leave, "shorten": self.shorten,
        }  # fmt: skip

    def type_letter(self, letter: str) -> None:
        """Letters filter."""
        self.lines.filter(self.lines.typed + letter)
        self._look()

    def on_choice_lines_clicked(self) -> None:
        """Answers with what was clicked."""
        self.choose()

    def on_choice_lines_wheeled(self, message: ChoiceLines.Wheeled) -> None:
        """The wheel moves the selection."""
        self.step(message.by)

    def shorten(self) -> None:
        """Takes the last letter of the filter away."""
        self.lines.filter(self.lines.typed[:-1])
        self._look()

    def step(self, by: int) -> None:
        """To another option."""
        self.lines.select(self.lines.selected + by)
        self._look()

    def turn(self, by: int) -> None:
        """A page on."""
        self.step(by * max(1, self.lines.capacity - 1))

    def _look(self) -> None:
        if self._on_look is not None and self.lines.found:
            self._on_look(self.lines.found[self.lines.selected].value)

    def choose(self) -> None:
        """Answers; not while nothing matches the filter."""
        found = self.lines.found
        if found or not self.lines.typed:
            self.dismiss(found[self.lines.selected].value if found else None)

    def leave(self) -> None:
        """Takes the filter away, then leaves without an answer."""
        if self.lines.typed:
            self.lines.filter("")
            self._look()
        else:
            self.dismiss(None)
