"""Hints: a word on the next key, the first times it may help; each goes away by itself."""

from pathlib import Path
from typing import TYPE_CHECKING

from rich.cells import cell_len

from reader.language import N_, _
from reader.settings import settings
from reader.settings.declared import HINTS as WANTED
from reader.tui.commands import key_of

if TYPE_CHECKING:
    from reader.tui.screens.main import MainScreen

TIMES = 2
"""How often a hint is given at most."""
BESIDE = 8
"""Cells of the last line that are not the hint's."""
EVERYWHERE = Path("/")
"""Under which folder the shelf remembers them: they are of the reader, not of a corpus."""
HINTS: dict[str, tuple[str, tuple[str, ...]]] = {
    "open": (
        N_("{0} goes to the next quotation, {1} to the next name; {2} shows all keys"),
        ("next_quote", "next_entity", "help"),
    ),
    "back": (N_("{0} searches all articles, {1} finds any command by its name"), ("search", "palette")),
    "zen": (N_("{0} brings both panes back"), ("zen",)),
    "clear": (N_("{0} goes to the next article not read yet"), ("next_unread",)),
}
"""After which command: what is said, and the commands whose keys it tells.  It is given no more once one of
these was used, or after `TIMES`."""


class Hinting:
    """Gives hints, and remembers which ones are no longer needed."""

    def __init__(self, screen: "MainScreen") -> None:
        self._screen = screen
        self._given: dict[str, int] | None = None

    def after(self, command: str) -> None:
        """A command was run: takes back the hints it makes needless, and gives its own."""
        if not settings()[WANTED]:
            return
        given = self._remembered()
        before = dict(given)
        given |= {name: TIMES for name, (_words, taught) in HINTS.items() if command in taught}
        if given.get(command, 0) < TIMES and command in HINTS and not self._screen.footer_line.notice_text:
            words, taught = HINTS[command]
            said = _(words).format(*(key_of(name) for name in taught))
            if cell_len(said) <= self._screen.app.size.width - BESIDE:  # half a hint helps nobody
                self._screen.notice(said)
                given[command] = given.get(command, 0) + 1
        if given != before:
            self._screen.shelf.set_view(EVERYWHERE, "hints", given)

    def _remembered(self) -> dict[str, int]:
        if self._given is None:
            kept = self._screen.shelf.view(EVERYWHERE, "hints")
            pairs = kept.items() if isinstance(kept, dict) else ()
            self._given = {str(name): times for name, times in pairs if isinstance(times, int)}
        return self._given
