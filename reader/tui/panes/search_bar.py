"""The search bar, in the place of the title line: what is typed, and at the right what was understood."""

from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.events import Paste
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Input

from reader.corpus.safe import safe_line
from reader.library.interface import Results
from reader.tui.marks import Marks
from reader.tui.panes.line_pane import LinePane
from reader.tui.text.row import Piece
from reader.tui.text.wrap import fit


class SearchInput(Input):
    """The line one types in."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+c", "app.quit_now", show=False)]
    """ctrl+c quits here as everywhere."""

    def __init__(self) -> None:
        super().__init__(compact=True, select_on_focus=False)
        self.cursor_blink = False

    def insert_text_at_cursor(self, text: str) -> None:
        """Inserts what can be shown of `text`."""
        super().insert_text_at_cursor(safe_line(text))

    def _on_paste(self, event: Paste) -> None:
        event.text = safe_line(event.text[:1000])
        super()._on_paste(event)


class SearchWords(LinePane):
    """One line of words, at the left or at the right of its room."""

    def __init__(self, *, id: str, marks: Marks, right: bool) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._marks = marks
        self._at_right = right
        self._words = ""
        self._style = "key"

    @property
    def words(self) -> str:
        """What it says."""
        return self._words

    def say(self, words: str, *, style: str = "soft") -> None:
        """Says other words."""
        self._words, self._style = safe_line(words), style
        self.redraw()

    def draw(self, y: int) -> Strip:
        """The line."""
        del y
        room = self.size.width - 1
        text = fit(self._words, room, self._marks.more)
        gap = room - cell_len(text) if self._at_right else 0
        return self.strip([Piece(" " * gap, ""), Piece(text, self._style)])


class SearchBar(Widget):
    """Prompt, input and what is said of the search."""

    def __init__(self, marks: Marks) -> None:
        super().__init__(id="search")
        self._marks = marks
        self.prompt = SearchWords(id="prompt", marks=marks, right=False)
        self.input = SearchInput()
        self.said = SearchWords(id="said", marks=marks, right=True)

    def compose(self) -> ComposeResult:
        """The three parts."""
        yield self.prompt
        yield self.input
        yield self.said

    def begin(self, prompt: str, query: str) -> None:
        """Opens with a prompt and a query to go on from."""
        self.prompt.styles.width = cell_len(prompt) + 2
        self.prompt.say(f" {prompt}", style="key")
        with self.prevent(Input.Changed):
            self.input.value = safe_line(query)
        self.input.cursor_position = len(query)

    def explain(self, results: Results, shown: int) -> None:
        """Says what was taken for what, how many were found, or which word is the cause of none."""
        words = summary_of(results, self._marks)
        self.said.say(words, style="problem" if results.problem or not shown else "soft")


def summary_of(results: Results, marks: Marks) -> str:
    """`Zelenski → Zelensky · 3 articles`, or `« kozann » is in no article; nearest: Kozan`."""
    parts = []
    if results.problem:
        parts.append(results.problem)
    for word in results.missing:
        nearest = f"; nearest: {', '.join(word.taken)}" if word.taken else ""
        parts.append(f"{marks.open_quote}{word.typed}{marks.close_quote} is in no article{nearest}")
    parts.extend(
        f"{word.typed} {marks.arrow} {', '.join(word.taken)}" for word in results.corrections if word.taken
    )
    if results.total or not parts:
        parts.append(f"{results.total:,} article{'' if results.total == 1 else 's'}".replace(",", " "))
    return f" {marks.dot} ".join(parts)
