"""Where one was before a search: the row of the list, and the place in the article that was read."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.tui.screens.main import MainScreen


@dataclass(frozen=True, slots=True)
class Origin:
    """The selected article and the rows above it; `place` is the article that was read and the offset there."""

    article_id: int | None = None
    above: int = 0
    place: tuple[int, int] | None = None

    @classmethod
    def of(cls, screen: "MainScreen", *, reading: bool) -> "Origin":
        """The row that is selected now; with `reading`, what is under the cursor too, or the first line read."""
        pane, place = screen.reading_pane, None
        if reading and pane.shown is not None:
            cursor = pane.walker.cursor
            place = (pane.shown.id, pane.place if cursor is None else cursor.start)
        return cls(screen.list_pane.selected_id, screen.list_pane.rows_above, place)

    def show_row(self, screen: "MainScreen") -> None:
        """Selects the row again; the first one if it is gone."""
        row = screen.rows.index(self.article_id)
        screen.list_pane.show_around(row or 0, self.above)
        screen.arranging.say_place()
        screen.opening.preview_soon()

    def show_place(self, screen: "MainScreen") -> None:
        """Opens the article again where it was read, if it was and is still there."""
        if self.place is not None and screen.rows.index(self.place[0]) is not None:
            screen.opening.open_at(*self.place)
            if self.place[0] == self.article_id:
                self.show_row(screen)
