"""Going from a name to all the corpus has on it: the entity's page, the index of entities, and back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reader.analysis.types import Entity, Mention, Quotation
from reader.corpus.safe import safe_line
from reader.language import _
from reader.library.interface import Results
from reader.library.naming.types import KINDS, ConcordanceLine, EntityPage
from reader.tui.commands import Where, key_of
from reader.tui.panes.walking import OPERATORS

if TYPE_CHECKING:
    from reader.tui.screens.entity_page import EntityChoice
    from reader.tui.screens.main import MainScreen


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the main screen stood before one went away from it: list, row, pane, and place in the text."""

    ids: Sequence[int]
    results: Results | None
    selected: int | None
    above: int
    pane: Where
    shown: int | None
    place: int
    cursor: Mention | Quotation | None


@dataclass(frozen=True, slots=True)
class Visit:
    """A page that one came from: where one stood before it, the index it was opened from, and its line.

    `index`: what was typed there, the kind and the row.  `article_id`: the article opened from the page.
    """

    before: Standing
    page: EntityPage
    index: tuple[str, int, int] | None = None
    selected: int = 0
    top: int = 0
    article_id: int = 0


class Exploring:
    """One visit at a time: a page, the place opened from it, and the way back to the page and to the beginning."""

    def __init__(self, screen: "MainScreen") -> None:
        self._screen = screen
        self._visit: Visit | None = None
        self._wanted: tuple[int, int, Mention | Quotation | None] | None = None

    def commands(self) -> dict[str, Callable[[], object]]:
        """The commands of this subject."""
        return {"entities": self.open_index}

    # --- pages ----------------------------------------------------------------------------------------------

    def open_mention(self, mention: Mention, otherwise: Callable[[], object]) -> None:
        """The page of what a mention names; `otherwise` for a date, an amount, and what is not yet counted."""
        library, entity = self._screen.library, mention.entity
        found = library.entity_named(entity.name, entity.kind) if entity.kind in KINDS else None
        if found is None:
            otherwise()
        else:
            self._open(found, self._standing(), None)

    def open_index(self) -> None:
        """The index of all entities."""
        self._open_index(self._standing(), ("", 0, 0))

    def _open_index(self, before: Standing, at: tuple[str, int, int]) -> None:
        from reader.library.naming.types import NamedEntity
        from reader.tui.screens.entity_index import EntityIndex

        screen = self._screen
        typed, tab, selected = at
        index = EntityIndex(screen.library, screen.marks, typed=typed, tab=tab, selected=selected)

        def chosen(entity: NamedEntity | None) -> None:
            if entity is None:
                self._return_to(before)
            else:
                self._open(entity.id, before, index.standing)

        screen.app.push_screen(index, chosen)

    def _open(self, entity_id: int, before: Standing, index: tuple[str, int, int] | None) -> None:
        try:
            page = self._screen.library.entity_page(entity_id)
        except KeyError:
            self._screen.notice(_("The corpus was read anew meanwhile; try again"))
            return
        self._show(Visit(before, page, index))

    def _show(self, visit: Visit) -> None:
        from reader.tui.screens.entity_page import EntityScreen

        screen = self._screen
        shown = EntityScreen(screen.library, visit.page, screen.marks, selected=visit.selected, top=visit.top)
        screen.app.push_screen(shown, lambda choice: self._chosen(visit, choice))

    def _chosen(self, visit: Visit, choice: "EntityChoice | None") -> None:
        if choice is None:
            if visit.index is not None:
                self._open_index(visit.before, visit.index)
            else:
                self._return_to(visit.before)
        elif choice.line is None:
            self._search_for(visit.page)
        else:
            line = choice.line
            visit = replace(visit, selected=choice.selected, top=choice.top, article_id=line.article_id)
            if self._go_to(line, visit.page):
                self._visit = visit

    def _search_for(self, page: EntityPage) -> None:
        name = safe_line(page.entity.name).replace('"', " ")
        operator = OPERATORS.get(page.entity.kind, "")
        self._screen.searching.search_for(f'{operator}"{name}"')

    # --- there and back -------------------------------------------------------------------------------------

    def returns(self) -> bool:
        """Goes back to the page, as it was left, if the article that is shown was opened from there."""
        screen, visit = self._screen, self._visit
        self._visit = None
        shown = screen.reading_pane.shown
        if visit is None or shown is None or shown.id != visit.article_id or screen.pane is not Where.READING:
            return False
        screen.opening.save_place()
        self._show(visit)
        return True

    def _standing(self) -> Standing:
        screen = self._screen
        pane = screen.reading_pane
        screen.opening.save_place()
        self._visit = None
        return Standing(
            screen.rows.ids, screen.rows.results, screen.list_pane.selected_id, screen.list_pane.rows_above,
            screen.pane, pane.shown.id if pane.shown else None, pane.place, pane.walker.cursor,
        )  # fmt: skip

    def _return_to(self, before: Standing) -> None:
        """Makes the main screen what it was; nothing where it still is."""
        screen = self._screen
        shown = screen.reading_pane.shown
        if before.selected == screen.list_pane.selected_id and before.shown == (shown.id if shown else None):
            if before.pane is screen.pane and before.place == screen.reading_pane.place:
                return
        elif before.results is not screen.rows.results:
            screen.rows.show(before.ids, before.results)
        row = screen.rows.index(before.selected)
        if row is not None:
            screen.list_pane.show_around(row, before.above)
        if before.pane is Where.READING and before.shown == before.selected and before.shown is not None:
            self._wanted = (before.shown, before.place, before.cursor)
            screen.opening.open_selected()
            self.settle()
        else:
            screen.arranging.use(before.pane)
            screen.opening.preview_soon()

    def _go_to(self, line: ConcordanceLine, page: EntityPage) -> bool:
        """Opens an article at a mention; False where it is no longer there."""
        screen = self._screen
        row = screen.rows.index(line.article_id)
        if row is None:
            ids = screen.library.ids(screen.listing.sort)
            if line.article_id in ids:
                screen.rows.show(ids)
                row = screen.rows.index(line.article_id)
        if row is None:
            screen.notice(
                _("This article is no longer there; {key} looks at the folder again").format(
                    key=key_of("rescan")
                ),
                problem=True,
            )
            return False
        screen.list_pane.show_around(row)
        mention = Mention(line.start, line.end, Entity(page.entity.name, page.entity.kind))
        self._wanted = (line.article_id, line.start, mention)
        screen.opening.open_selected()
        self.settle()
        return True

    def settle(self) -> None:
        """Brings the place that was asked for into sight, as soon as its article is there."""
        pane = self._screen.reading_pane
        if self._wanted is None or pane.shown is None or pane.shown.id != self._wanted[0]:
            return
        if pane.page is None or not pane.size.height:
            return  # not on the screen yet: it will tell when it is
        _, place, cursor = self._wanted
        self._wanted = None
        if isinstance(cursor, Mention):
            mentions = pane.walker.analysis.mentions
            own = (one for one in mentions if (one.start, one.end) == (cursor.start, cursor.end))
            cursor = next(own, cursor)
        pane.walker.cursor = cursor
        pane.see(place)
