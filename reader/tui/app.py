"""The app: themes, the main screen, and how it starts and ends."""

import gc
import os
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.app import App
from textual.binding import BindingType
from textual.driver import Driver
from textual.events import Event, Key, Resize

from reader.library.interface import Library
from reader.resources import resource_folder
from reader.settings import settings
from reader.settings.declared import MOUSE, OUTPUT, THEME
from reader.tui.commands import keys_of
from reader.tui.key_names import types_a_letter
from reader.tui.keyboard import use_settings
from reader.tui.keys_in_order import KeysInOrder, is_typed
from reader.tui.output.driver import DifferenceDriver
from reader.tui.output.size import give_size
from reader.tui.screens.main import MainScreen, command_bindings
from reader.tui.themes import DEFAULT, choose_theme, themes, unknown_theme, user_themes

if TYPE_CHECKING:
    from reader.library.background import BackgroundIndexer
    from reader.library.shelf import Shelf

COLLECT_AFTER_SECONDS = 1.0
"""From the first picture on; until then the collector would only look at what is being loaded."""


def _driver() -> type[Driver] | None:
    """What writes to the terminal: only differences, or Textual's own driver where the settings say so."""
    return DifferenceDriver if settings()[OUTPUT] == "differences" else None


class ReaderApp(App[int], inherit_bindings=False):
    """Shows one corpus."""

    CSS_PATH = resource_folder("styles") / "reader.tcss"
    ENABLE_COMMAND_PALETTE: ClassVar[bool] = False
    BINDINGS: ClassVar[list[BindingType]] = []
    """All keys belong to the screens, but see `on_event`."""

    def __init__(
        self,
        folder: Path,
        *,
        library: Library,
        shelf: "Shelf",
        indexer: "BackgroundIndexer | None" = None,
        theme: str | None = None,
    ) -> None:
        super().__init__(driver_class=_driver(), ansi_color=True if "NO_COLOR" in os.environ else None)
        self.animation_level = "none"
        self.problems = self._take_themes(theme or settings()[THEME])
        self.title = "Reader"
        self.problems += (*settings().problems, *use_settings())
        self.main = main_screen_class()(folder, library, shelf, indexer)
        self.crash: Exception | None = None
        self._typed = KeysInOrder(self)

    def _take_themes(self, wanted: str) -> tuple[str, ...]:
        """Makes all themes known and takes the one wanted; returns what to tell of them, a line each."""
        own, problems = user_themes()
        known = themes() | own
        for theme in known.values():
            self.register_theme(theme)
        self.theme = choose_theme(wanted, known=known)
        return (*unknown_theme(wanted, known), *problems)

    def get_default_screen(self) -> MainScreen:
        """The main screen, so that no other is painted before it."""
        return self.main

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """What a theme that leaves a variable out gets: the terminal's own colours."""
        return themes()[DEFAULT].variables

    def refresh_css(self, animate: bool = True) -> None:  # noqa: FBT001, FBT002 - as Textual has it
        """Takes the theme's variables; before there is a screen, without reading the stylesheet one time more."""
        if self.screen_stack:
            super().refresh_css(animate)
        else:
            self.stylesheet.set_variables(self.get_css_variables())
            self.stylesheet.update(self)

    def on_mount(self) -> None:
        """Listens for the end of the terminal, and for coming back from the shell."""
        self.app_resume_signal.subscribe(self, lambda _: self.refresh(layout=True))
        if not self.is_headless:
            from reader.tui.hangup import end_with

            end_with(self.main.leave)
        self.set_timer(COLLECT_AFTER_SECONDS, self._collect_garbage)

    def _collect_garbage(self) -> None:
        """Looks for garbage again, but not among what the start made, which stays."""
        gc.freeze()
        gc.enable()

    async def on_event(self, event: Event) -> None:
        """Quits everywhere; remembers other keys, which decide whether a command works while one types."""
        if self._typed.holds(event):
            return
        if isinstance(event, Key):
            if event.key in keys_of("quit") and not types_a_letter(event.key):
                self.action_quit_now()
                return
            self.main.last_key = event.key
        target = (self.focused or self.screen) if is_typed(event) else None
        await super().on_event(event)
        if target is not None:
            self._typed.follow(target)
        if isinstance(event, Resize):
            self.call_after_refresh(self._after_resize)

    def _after_resize(self) -> None:
        """Mends the screen also where the size came back to what it was, so that nothing was drawn anew."""
        if isinstance(self._driver, DifferenceDriver):
            self._driver.wake()

    def redraw(self) -> None:
        """Sends the whole screen again, whatever the terminal shows."""
        if isinstance(self._driver, DifferenceDriver):
            self._driver.redraw()
        else:
            self.refresh(layout=True)

    def _handle_exception(self, error: Exception) -> None:
        """Ends the app and keeps the error for whoever runs it: Textual itself would print pages of locals."""
        if self.is_headless:
            super()._handle_exception(error)
        elif self.crash is None:
            self.crash = error
            self.exit(1, return_code=1)

    def copy_to_clipboard(self, text: str) -> None:
        """Copies by the terminal, also where it is within tmux or screen."""
        from reader.tui.clipboard import sequence

        self._clipboard = text
        if self._driver is not None:
            self._driver.write(sequence(text))

    def action_quit_now(self) -> None:
        """Quits, with everything kept."""
        self.main.leave()


def main_screen_class() -> type[MainScreen]:
    """The main screen with the keys in use, which Textual takes from the class."""

    class Bound(MainScreen, inherit_bindings=False):
        BINDINGS: ClassVar[list[BindingType]] = command_bindings()

    return Bound


def run(
    folder: Path,
    *,
    library: Library,
    shelf: "Shelf",
    indexer: "BackgroundIndexer | None" = None,
    theme: str | None = None,
) -> int:
    """Shows the corpus in `folder` until the reader leaves; the exit code of the process.

    Raises what went wrong if the app crashed, once the terminal is as it was.
    `indexer` is started, and asked to stop at the end.  `theme` is a name, or None for what the settings say.
    """
    os.environ.setdefault("TEXTUAL_ANIMATIONS", "none")
    give_size()
    app = ReaderApp(folder, library=library, shelf=shelf, indexer=indexer, theme=theme)
    app.run(mouse=settings()[MOUSE])
    if app.crash is not None:
        raise app.crash
    return app.return_code or 0
