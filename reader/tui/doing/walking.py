"""Going over the names and quotations of an article, and what is shown beside its text."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from reader.analysis.types import Mention, Quotation
from reader.language import N_, _
from reader.tui.commands import key_of
from reader.tui.text.page import NOTHING
from reader.tui.text.styled import Density

_NAMES = "names"
_SAID_OF_DENSITY = {
    Density.ALL: N_("All names are marked, later ones quietly"),
    Density.FIRST: N_("The first mention of each name is marked"),
    Density.NONE: N_("No names are marked"),
}

if TYPE_CHECKING:
    from reader.tui.screens.main import MainScreen


class Walking:
    """The cursor of the reading pane."""

    def __init__(self, screen: "MainScreen") -> None:
        self._screen = screen

    def commands(self) -> dict[str, Callable[[], object]]:
        """The commands of this subject."""
        pane = self._screen.reading_pane
        return {
            "next_entity": lambda: self._went(pane.walker.step_entity(1, pane.place), N_("No further name")),
            "previous_entity": lambda: self._went(
                pane.walker.step_entity(-1, pane.place), N_("No name before")
            ),
            "next_quote": lambda: self._went(
                pane.walker.step_quotation(1, pane.place), N_("No further quotation")
            ),
            "previous_quote": lambda: self._went(
                pane.walker.step_quotation(-1, pane.place), N_("No quotation before")
            ),
            "look_up": self.look_up,
            "speakers": lambda: self._reshape(speakers=not pane.shape.speakers),
            "legend": lambda: self._reshape(legend=not pane.shape.legend),
            "names": self.next_density,
            "unfold": lambda: self._reshape(unfolded=not pane.shape.unfolded),
        }

    def next_density(self) -> None:
        """All names, the first of each, none, and again; remembered with the folder."""
        pane, screen = self._screen.reading_pane, self._screen
        steps = tuple(Density)
        density = steps[(steps.index(pane.density) + 1) % len(steps)]
        pane.show_names(density)
        screen.shelf.set_view(screen.folder, _NAMES, density.value)
        screen.notice(_(_SAID_OF_DENSITY[density]))

    def take_up(self) -> None:
        """Marks the names as they were marked last in this folder."""
        kept = self._screen.shelf.view(self._screen.folder, _NAMES)
        if kept in {density.value for density in Density}:
            self._screen.reading_pane.show_names(Density(kept))

    def _went(self, item: Mention | Quotation | None, nothing: str) -> None:
        pane = self._screen.reading_pane
        if pane.shown is None:
            return
        if item is not None:
            pane.see(item.start)
        elif pane.shown.analysis is NOTHING:
            self._screen.notice(_("Not analysed yet"))
        else:
            self._screen.notice(_(nothing))

    def _reshape(self, **shown: bool) -> None:
        self._screen.reading_pane.reshape(**shown)
        self._screen.shaping.keep_folds()

    def drop(self) -> bool:
        """Takes the cursor away; whether there was one."""
        pane = self._screen.reading_pane
        had = pane.walker.cursor is not None
        pane.walker.cursor = None
        if had:
            pane.see(pane.place)
        return had

    def look_up(self) -> None:
        """The page of the name under the cursor, who else reports a quotation, else a search for what is there."""
        item = self._screen.reading_pane.walker.cursor
        if isinstance(item, Quotation):
            self._screen.voices.show_reports(item, otherwise=self._search)
        elif isinstance(item, Mention):
            self._screen.exploring.open_mention(item, otherwise=self._search)
        else:
            self._search()

    def _search(self) -> None:
        query = self._screen.reading_pane.walker.query()
        if query:
            self._screen.searching.search_for(query)
        else:
            self._screen.notice(
                _(
                    "{name} goes to a name, {quote} to a quotation; {key} then searches the corpus for it"
                ).format(name=key_of("next_entity"), quote=key_of("next_quote"), key=key_of("look_up"))
            )
