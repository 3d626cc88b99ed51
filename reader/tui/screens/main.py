"""The main screen: title line, list, rule, reading pane, footer; and who hears what."""

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container

from reader.language import _
from reader.library.interface import Library
from reader.tui.commands import COMMANDS, Where, keys_of
from reader.tui.doing.arranging import Arranging
from reader.tui.doing.copying import Copying
from reader.tui.doing.exploring import Exploring
from reader.tui.doing.exporting import Exporting
from reader.tui.doing.finding_way import FindingWay
from reader.tui.doing.hinting import Hinting
from reader.tui.doing.housekeeping import Housekeeping
from reader.tui.doing.indexing import Indexing
from reader.tui.doing.listing import Listing
from reader.tui.doing.marking import Marking
from reader.tui.doing.moving import Moving
from reader.tui.doing.noting import Noting
from reader.tui.doing.opening import Opening
from reader.tui.doing.picking import Picking
from reader.tui.doing.piping import Piping
from reader.tui.doing.searching import Searching
from reader.tui.doing.shaping import Shaping
from reader.tui.doing.visiting import Visiting
from reader.tui.doing.voices import Voices
from reader.tui.doing.walking import Walking
from reader.tui.doing.ways_out import WaysOut
from reader.tui.kept_view import KeptView
from reader.tui.latest import LatestWorker
from reader.tui.marks import marks_for
from reader.tui.panes.article_list import ArticleList
from reader.tui.panes.footer_line import FooterLine
from reader.tui.panes.plain import PaneRule, TitleLine
from reader.tui.panes.reading_pane import ReadingPane
from reader.tui.panes.search_bar import SearchBar
from reader.tui.reader_marks import ReaderMarks
from reader.tui.rows import Rows
from reader.tui.screens.hearing import HearingScreen

if TYPE_CHECKING:
    from reader.library.background import BackgroundIndexer
    from reader.library.shelf import Shelf


FIRST_PICTURE_SECONDS = 0.08
"""How long the first picture waits for the article, so that the screen is painted once and not five times."""
WHILE_TYPING = frozenset(
    {"escape", "down", "up", "pagedown", "pageup", "tab", "ctrl+c", "ctrl+q", "ctrl+l", "ctrl+z"}
)
"""Keys that are commands while one types in the search box; all others belong to the box."""


def command_bindings() -> list[BindingType]:
    """A binding for each command of the main screen that has a key."""
    return [
        Binding(",".join(keys), f"command('{one.name}')", one.help, id=one.name, show=False, priority=True)
        for one in COMMANDS
        if one.is_of_the_main_screen and (keys := keys_of(one.name))
    ]


class MainScreen(HearingScreen, inherit_bindings=False):
    """Holds the panes and the state; the classes in `reader.tui.doing` do what the commands say."""

    BINDINGS: ClassVar[list[BindingType]] = command_bindings()
    """All commands of the two panes.  `check_action` knows in which pane each works; priority makes a key count
    before the next one is looked at, so that what is typed fast after `/` is in the search box."""
    AUTO_FOCUS: ClassVar[str | None] = ""

    def __init__(
        self, folder: Path, library: Library, shelf: "Shelf", indexer: "BackgroundIndexer | None"
    ) -> None:
        super().__init__()
        self.folder, self.library, self.shelf = folder, library, shelf
        self.marks = marks_for()
        self.pane = Where.LIST
        self.last_key = ""
        self.rows = Rows(library)
        self.view = KeptView(shelf, folder)
        self.reader_marks = ReaderMarks(shelf)
        self.title_line = TitleLine(folder.resolve().name or str(folder), self.marks)
        self.search_bar = SearchBar(self.marks)
        self.list_pane = ArticleList(self.rows, self.reader_marks, self.marks)
        self.rule = PaneRule(self.marks)
        self.reading_pane = ReadingPane(self.marks)
        self.footer_line = FooterLine(self.marks)
        self.worker = LatestWorker("search", self.post_failure)
        self.analyser = LatestWorker("analysis", self.post_failure)
        self.opening, self.moving, self.marking = Opening(self), Moving(self), Marking(self)
        self.searching, self.walking, self.ways_out = Searching(self), Walking(self), WaysOut(self)
        self.indexing, self.housekeeping = Indexing(self, indexer), Housekeeping(self)
        self.listing, self.arranging = Listing(self), Arranging(self)
        self.voices, self.copying = Voices(self), Copying(self)
        self.noting, self.picking, self.visiting = Noting(self), Picking(self), Visiting(self)
        self.finding_way, self.shaping = FindingWay(self), Shaping(self)
        self.piping, self.exporting = Piping(self), Exporting(self)
        self.exploring, self.hinting = Exploring(self), Hinting(self)
        self._beginning = ExitStack()
        self._begun = False
        self._handlers: dict[str, Callable[[], object]] = {}

    def compose(self) -> ComposeResult:
        """The panes."""
        yield self.title_line
        yield self.search_bar
        with Container(id="panes"):
            yield self.list_pane
            yield self.rule
            yield self.reading_pane
        yield self.footer_line

    def on_mount(self) -> None:
        """Shows the list with what the library knows, and the article that was open last."""
        for subject in (
            self.opening, self.moving, self.marking, self.searching, self.walking, self.ways_out,
            self.indexing, self.housekeeping, self.listing, self.voices, self.exploring,
            self.copying, self.noting, self.picking, self.visiting, self.piping, self.exporting,
            self.finding_way, self.shaping,
        ):  # fmt: skip
            self._handlers |= subject.commands()
        self._beginning.enter_context(self.app.batch_update())
        self.set_timer(FIRST_PICTURE_SECONDS, self.begun)
        self.search_bar.display = False
        self.shaping.take_kept()
        self.listing.show_all()
        self.arranging.arrange()
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        self.opening.resume()
        self.searching.resume()
        self.indexing.start()
        self.indexing.watch()
        self.arranging.say_counts()
        self.marking.count_soon()
        self.visiting.look(ended=False)
        if problem := getattr(self.shelf, "problem", None):
            self.notice(problem, problem=True)
        elif problems := getattr(self.app, "problems", ()):
            words = (
                _("{count} things to look at (reader settings): {problem}")
                if len(problems) > 1
                else "{problem}"
            )
            self.notice(words.format(count=len(problems), problem=problems[0]), problem=True)
        self.walking.take_up()
        self.housekeeping.check_naming_soon()

    def begun(self) -> None:
        """There is something to read: the first picture need not wait."""
        self._begun = True
        self._beginning.close()

    def _compositor_refresh(self) -> None:
        """Draws nothing that is not to be shown: in a batch, Textual draws the whole screen and throws it away."""
        if self._begun:
            super()._compositor_refresh()

    # --- commands -------------------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether a command works in the pane in use, and with the key that was pressed while one types."""
        if action != "command":
            return True
        if not self._handlers:  # a key that came before the panes did
            return False
        if self.focused is not None and self.last_key not in WHILE_TYPING:
            return self.last_key in keys_of("literal") and self.searching.can_be_literal
        command = next((command for command in COMMANDS if command.name == parameters[0]), None)
        return command is not None and command.works_in(self.pane)

    def action_command(self, name: str) -> None:
        """Runs a command by a key."""
        self.run_command(name)

    def run_command(self, name: str) -> None:
        """Runs a command of the registry by its name."""
        self.footer_line.forget()
        if name == "back" and self._ends_something():
            return
        if name == "clear" and self.picking.drop():
            return
        self._handlers[name]()
        self.hinting.after(name)

    def _ends_something(self) -> bool:
        """Esc in the reading pane first ends finding, then takes the cursor away."""
        if self.searching.in_article:
            self.searching.clear()
            self.walking.drop()
            return True
        if self.voices.returns() or self.exploring.returns():
            return True
        return self.walking.drop()

    # --- speaking to the reader -----------------------------------------------------------------------------

    def ask(
        self, words: str, answers: Sequence[tuple[str, str]], answered: Callable[[str | None], None]
    ) -> None:
        """Asks in the last line."""
        from reader.tui.screens.question import Question

        self.app.push_screen(Question(words, answers, self.marks), answered)

    # --- leaving --------------------------------------------------------------------------------------------

    def leave(self, code: int = 0) -> None:
        """Ends the app with an exit code, and with everything kept."""
        self.indexing.stop()
        self.opening.save_place()
        self.searching.keep()
        self.visiting.end()
        self.exporting.stop()
        self.worker.close()
        self.analyser.close(0)
        self.app.exit(code, return_code=code)
