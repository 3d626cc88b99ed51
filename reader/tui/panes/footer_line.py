"""The last line: the keys that matter here, or what is under the cursor, or a notice, or a question."""

from collections.abc import Sequence

from rich.cells import cell_len
from textual.strip import Strip
from textual.timer import Timer

from reader.corpus.safe import safe_line
from reader.language import N_, _
from reader.tui.commands import BY_NAME, FOOTER, Where, keys_shown
from reader.tui.marks import ASCII, Marks
from reader.tui.panes.line_pane import LinePane
from reader.tui.text.row import Piece
from reader.tui.text.wrap import fit

NOTICE_SECONDS = 6.0
TYPING_KEYS = (
    ("enter", N_("open")),
    ("down", N_("next")),
    ("up", N_("previous")),
    ("tab", N_("list")),
    ("escape", N_("end search")),
)
"""What matters while one types in the search box."""
FINDING_KEYS = (("enter", N_("keep, then n N")), ("escape", N_("end")))
"""What matters while one types words to find in the article."""
FOUND_KEYS = ((":next_hit", N_("next place")), (":previous_hit", N_("previous")), (":back", N_("end")))
"""What matters while found words are marked in the article."""
CURSOR_KEYS = ((":look_up", N_("in the corpus")), (":back", N_("leave it")))
"""What can be done with what is under the cursor of the reading pane."""


class FooterLine(LinePane):
    """One line with, from the strongest: a notice, a status, the keys of the pane in use."""

    def __init__(self, marks: Marks) -> None:
        super().__init__(id="footer")
        self._marks = marks
        self._pane = Where.LIST
        self._place = ""
        self._status = ""
        self._cursor_keys: Sequence[tuple[str, str]] = CURSOR_KEYS
        self._typing: Sequence[tuple[str, str]] = ()
        self._notice: tuple[str, str] | None = None
        self._timer: Timer | None = None

    @property
    def notice_text(self) -> str:
        """The notice that is shown, or nothing."""
        return self._notice[0] if self._notice else ""

    @property
    def status_text(self) -> str:
        """What is said of the thing under the cursor, or nothing."""
        return self._status

    def use(self, pane: Where) -> None:
        """The pane in use changed."""
        if pane is not self._pane:
            self._pane = pane
            self.redraw()

    def typing(self, keys: Sequence[tuple[str, str]]) -> None:
        """The keys that matter while one types; none when one does not."""
        self._typing = keys
        self.redraw()

    def place(self, place: str) -> None:
        """What stands at the right: where in the list and in the text one is."""
        if place != self._place:
            self._place = place
            self.redraw()

    def status(self, text: str, *, more: bool = False) -> None:
        """What is under the cursor, and whether the corpus can be asked about it; empty for nothing."""
        if (text := safe_line(text)) != self._status:
            self._status, self._cursor_keys = text, CURSOR_KEYS if more else CURSOR_KEYS[1:]
            self.redraw()

    def notice(self, text: str, *, problem: bool = False) -> None:
        """Says something for some seconds."""
        self._notice = (safe_line(text), "problem" if problem else "strong")
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(NOTICE_SECONDS * (2 if problem else 1), self.forget)
        self.redraw()

    def forget(self) -> None:
        """Takes the notice away."""
        if self._notice is not None:
            self._notice = None
            self.redraw()

    def draw(self, y: int) -> Strip:
        """The line."""
        del y
        width, marks = self.size.width, self._marks
        tail = self._place
        room = width - cell_len(tail) - 4
        if self._notice is not None:
            left = [Piece(fit(self._notice[0], room, marks.more), self._notice[1])]
        elif self._typing and not (self._status and self._typing is FOUND_KEYS):
            left = self._keys(room, self._typing)
        elif self._status:
            left = [Piece(fit(self._status, room, marks.more), "strong")]
            more = self._keys(room - cell_len(self._status) - 3, self._cursor_keys)
            left += [Piece("   ", ""), *more] if more else []
        else:
            commands = (BY_NAME[name] for name in FOOTER[self._pane])
            left = self._keys(room, tuple((f":{command.name}", command.label) for command in commands))
        used = sum(cell_len(piece.text) for piece in left)
        return self.strip(
            [
                Piece(" ", ""),
                *left,
                Piece(" " * (width - used - cell_len(tail) - 2), ""),
                Piece(tail, "faint"),
            ]
        )

    def _keys(self, room: int, keys: Sequence[tuple[str, str]]) -> list[Piece]:
        """Keys with their labels, as many as there is room for; the last one stays longest."""
        kept = list(keys)
        while kept:
            pieces: list[Piece] = []
            for key, label in kept:
                shown = keys_shown(key, ascii_only=self._marks is ASCII)
                pieces += [Piece(shown or ":", "key"), Piece(f" {_(label)}   ", "faint")]
            if sum(cell_len(piece.text) for piece in pieces) - 3 <= room:
                return pieces
            kept.pop(-2 if len(kept) > 1 else -1)
        return []
