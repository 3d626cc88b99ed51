"""Finding one's way: the headings and links of an article, and the articles that were visited."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from reader.corpus.article import BlockKind
from reader.corpus.skip_reasons import reason_words
from reader.language import _, ngettext, number
from reader.system_words import os_words

if TYPE_CHECKING:
    from reader.corpus.links import Link
    from reader.tui.screens.main import MainScreen

MOST_VISITS = 200
"""Articles that one can go back over."""


class FindingWay:
    """Jumps within an article, out of it, and back."""

    def __init__(self, screen: "MainScreen") -> None:
        self._screen = screen
        self._visited: list[int] = []
        self._at = -1
        self._going = False

    def commands(self) -> dict[str, Callable[[], object]]:
        """The commands of this subject."""
        return {
            "outline": self.outline,
            "links": self.links,
            "visited_back": lambda: self._go(-1),
            "visited_forward": lambda: self._go(1),
        }

    def visited(self, article_id: int) -> None:
        """An article was opened; what one had gone back over is left."""
        if self._going or (self._at >= 0 and self._visited[self._at] == article_id):
            return
        self._visited = [*self._visited[: self._at + 1], article_id][-MOST_VISITS:]
        self._at = len(self._visited) - 1

    def _go(self, by: int) -> None:
        at = self._at + by
        if not 0 <= at < len(self._visited):
            self._screen.notice(_("No article before this one") if by < 0 else _("No article after this one"))
            return
        self._at, self._going = at, True
        try:
            self._screen.opening.open_at(self._visited[at], None)
        finally:
            self._going = False

    def outline(self) -> None:
        """The headings of the article, to jump to one."""
        from reader.tui.screens.choice import Choice, Option

        pane = self._screen.reading_pane
        if pane.shown is None:
            return
        text = pane.shown.article.text
        headings = [block for block in pane.shown.article.blocks if block.kind is BlockKind.HEADING]
        if not headings:
            self._screen.notice(_("This article has no headings"))
            return
        options = [
            Option(str(block.start), " ".join(text[block.start : block.end].split())) for block in headings
        ]
        here = max(
            (block.start for block in headings if block.start <= pane.place), default=headings[0].start
        )

        def chosen(place: str | None) -> None:
            if place is not None:
                pane.go_to(int(place))

        choice = Choice(_("Headings"), options, self._screen.marks, start=str(here))
        self._screen.app.push_screen(choice, chosen)

    def links(self) -> None:
        """The links of the article's file, numbered like footnotes; the chosen address is copied."""
        from reader.corpus.links import read_links
        from reader.corpus.read import UnreadableArticle

        pane = self._screen.reading_pane
        if pane.shown is None:
            return
        try:
            found = read_links(self._screen.folder, pane.shown.article.path)
        except (OSError, UnreadableArticle) as error:
            reason = os_words(error) if isinstance(error, OSError) else reason_words(error.reason)
            self._screen.notice(_("The file cannot be read: {reason}").format(reason=reason), problem=True)
            return
        if not found:
            self._screen.notice(_("This article has no links"))
            return
        self._offer(found)

    def _offer(self, found: "list[Link]") -> None:
        from reader.tui.screens.choice import Choice, Option

        options = [
            Option(link.address, f"{place}. {link.words or link.address}", link.address if link.words else "")
            for place, link in enumerate(found, 1)
        ]
        title = ngettext("{count} link; Enter copies it", "{count} links; Enter copies one", len(found))

        def chosen(address: str | None) -> None:
            if address is not None:
                self._screen.copying.put(address, _("the address"))

        self._screen.app.push_screen(
            Choice(title.format(count=number(len(found))), options, self._screen.marks), chosen
        )
