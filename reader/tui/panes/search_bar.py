"""The search bar, in the place of the title line: what is typed, and at the right what was understood."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.events import Paste
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Input

from reader.corpus.safe import safe_line
from reader.language import _
from reader.library.interface import Results
from reader.tui.commands import key_of
from reader.tui.marks import Marks
from reader.tui.panes.line_pane import LinePane
from reader.tui.text.about import articles_words
from reader.tui.text.row import Piece
from reader.tui.text.wrap import fit

_LAST_PART = re.compile(r'[^\s"]*("[^"]*)?\s*')
"""What is left of a query from a part on that may not be finished: a word, or an open quotation mark."""


class SearchInput(Input):
    """The line one types in."""

    def __init__(self) -> None:
        super().__init__(compact=True, select_on_focus=False)
        self.cursor_blink = False

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Whether a key belongs to the box alone; `=` may be a command, see `MainScreen.check_action`."""
        return key != "equals_sign" and super().check_consume_key(key, character)

    def insert_text_at_cursor(self, text: str) -> None:
        """Inserts what can be shown of `text`."""
        super().insert_text_at_cursor(safe_line(text))

    def _on_paste(self, event: Paste) -> None:
        event.text = safe_line(event.text[:1000])  # Textual itself calls the inherited handler next


class SearchWords(LinePane):
    """One line of words, at the left or at the right of its room."""

    def __init__(self, *, id: str, marks: Marks, right: bool) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._marks = marks
        self._at_right = right
        self._words = self._short = ""
        self._style = "key"

    @property
    def words(self) -> str:
        """What it says."""
        return self._words

    def say(self, words: str, *, style: str = "soft", short: str = "") -> None:
        """Says other words; `short` where there is no room for all of them."""
        self._words, self._style = safe_line(words), style
        self._short = safe_line(short or words)
        self.redraw()

    def draw(self, y: int) -> Strip:
        """The line."""
        del y
        room = self.size.width - 1
        words = self._words if cell_len(self._words) <= room else self._short
        text = fit(words, room, self._marks.more)
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
        self._explained: Callable[[], None] | None = None
        self._hit = ""

    def compose(self) -> ComposeResult:
        """The three parts."""
        yield self.prompt
        yield self.input
        yield self.said

    def begin(self, prompt: str, query: str) -> None:
        """Opens with a prompt and a query, selected: letters take its place, an arrow goes on from it."""
        self.prompt.styles.width = cell_len(prompt) + 2
        self.prompt.say(f" {prompt}", style="key")
        with self.prevent(Input.Changed):
            self.input.value = safe_line(query)
        self.input.select_all()

    def explain(
        self, results: Results, *, typing: str | None = None, literal: bool = False, progress: str = ""
    ) -> None:
        """Says what was taken for what, how many were found, or which word is the cause of none.

        `typing`: the query while it is being typed; `progress`: how far the indexing is.
        """
        if results.problem and typing is not None and is_half_typed(typing, results.problem_at):
            results = replace(results, problem=None)
        self._explained = partial(self._explain, results, literal=literal, progress=progress)
        self._explained()

    def _explain(self, results: Results, *, literal: bool, progress: str) -> None:
        hit = f"{self._hit} {self._marks.dot} " if self._hit else ""
        words, short = (
            hit + summary_of(results, self._marks, literal=literal, progress=progress, number_first=first)
            for first in (False, True)
        )
        style = "problem" if results.problem or not results.total else "soft"
        self.said.say(words, style=style, short=short if results.total else "")

    def say_hit(self, hit: str) -> None:
        """Which hit of how many in the article one reads, before what is said of the search; empty for none."""
        if hit != self._hit:
            self._hit = hit
            if self._explained is not None:
                self._explained()


def is_half_typed(query: str, problem_at: int) -> bool:
    """Whether the part at `problem_at` is the last one, which the next keys may complete; letters make no date."""
    part = query[problem_at:]
    if query[:problem_at].lower().endswith("date:") and any(character.isalpha() for character in part):
        return False
    return _LAST_PART.fullmatch(part) is not None


def summary_of(
    results: Results, marks: Marks, *, literal: bool = False, progress: str = "", number_first: bool = False
) -> str:
    """`Zelenski → Zelensky · 3 articles · = as typed`, or `« kozann » is in no article; nearest: Kozan`.

    With `number_first` the number stands before all else but a problem, for a narrow screen.
    """
    parts = []
    if results.problem:
        parts.append(_(results.problem))
    for word in results.missing:
        nearest = _("; nearest: {words}").format(words=", ".join(word.taken)) if word.taken else ""
        if word.field:
            parts.append(_("no article has {word}").format(word=f"{word.field}:{word.typed}") + nearest)
        else:
            quoted = f"{marks.open_quote}{word.typed}{marks.close_quote}"
            parts.append(_("{word} is in no article").format(word=quoted) + nearest)
    parts.extend(
        f"{word.typed} {marks.arrow} {', '.join(_whole(word.taken))}"
        for word in results.corrections
        if word.taken
    )
    if results.total or not parts:
        parts.insert(0 if number_first and not results.problem else len(parts), articles_words(results.total))
    if literal:
        parts.append(_("as typed; {key} nearest words").format(key=key_of("literal")))
    elif results.corrections:
        parts.append(_("{key} as typed").format(key=key_of("literal")))
    if progress:
        parts.append(progress)
    return f" {marks.dot} ".join(parts)


def _whole(words: Sequence[str]) -> list[str]:
    """Without the words that are only the beginning of another one."""
    return [word for word in words if not any(one != word and one.startswith(word) for one in words)]
