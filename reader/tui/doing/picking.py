"""Picking rows, so that one command works on all of them."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from reader.language import _, ngettext, number
from reader.tui.commands import key_of

if TYPE_CHECKING:
    from reader.tui.screens.main import MainScreen

BLOCK = 2000
"""Summaries asked for at a time when all shown articles are picked."""


class Picking:
    """The picked articles: ids with their content keys, in the order they were picked."""

    def __init__(self, screen: "MainScreen") -> None:
        self._screen = screen
        self.picked: dict[int, str] = {}

    def commands(self) -> dict[str, Callable[[], object]]:
        """The commands of this subject."""
        return {"pick": self.pick, "pick_all": self.pick_all}

    def ids(self) -> list[int]:
        """What a command works on: the picked articles, else the selected one."""
        selected = self._screen.list_pane.selected_id
        return list(self.picked) or ([] if selected is None else [selected])

    def keys(self) -> list[str]:
        """The content keys of what a command works on."""
        summary = None if self.picked else self._screen.list_pane.summary
        return list(self.picked.values()) if summary is None else [summary.content_key]

    def pick(self) -> None:
        """Picks the selected article, or lets it go, and goes on to the next."""
        pane = self._screen.list_pane
        summary = pane.summary
        if summary is None:
            return
        if self.picked.pop(summary.id, None) is None:
            self.picked[summary.id] = summary.content_key
        self._told()
        pane.move(1)

    def pick_all(self) -> None:
        """Picks all that is shown; or lets all go, where any is picked."""
        screen = self._screen
        if not self.picked:
            ids = list(screen.rows.ids)
            for first in range(0, len(ids), BLOCK):
                found = screen.library.summaries(ids[first : first + BLOCK])
                self.picked.update((summary.id, summary.content_key) for summary in found)
        else:
            self.picked.clear()
        self._told()

    def drop(self) -> bool:
        """Lets all go; whether there were any."""
        had = bool(self.picked)
        if had:
            self.picked.clear()
            self._told()
        return had

    def _told(self) -> None:
        count = len(self.picked)
        words = ngettext("{count} picked", "{count} picked", count).format(count=number(count))
        more = _("; {keys} work on them all, {key} lets them go").format(
            keys=" ".join(key_of(name) for name in ("toggle_read", "star", "tag")), key=key_of("pick_all")
        )
        self._screen.notice(words + more if count else _("None picked"))
        self._screen.list_pane.picked = frozenset(self.picked)
        self._screen.list_pane.redraw()
