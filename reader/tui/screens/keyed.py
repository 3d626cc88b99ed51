"""What the screens over the main one have in common: their keys are those of the registry."""

from collections.abc import Callable, Mapping
from typing import ClassVar

from textual.events import Key

from reader.corpus.safe import safe_line
from reader.tui.commands import BY_NAME, Where, command_of
from reader.tui.commands.command import TYPED
from reader.tui.screens.answering import Answer, Answering

_ALL_THE_WAY = 10**9
"""More rows than any list has, which stops at its ends."""


def walking_acts(
    move: Callable[[int], object], page: Callable[[float], object]
) -> dict[str, Callable[[], object]]:
    """What the commands that walk a list do; `move` goes by rows, `page` by shares of a screen."""
    return {
        "down": lambda: move(1), "up": lambda: move(-1),
        "page_down": lambda: page(1), "page_up": lambda: page(-1),
        "half_down": lambda: page(0.5), "half_up": lambda: page(-0.5),
        "top": lambda: move(-_ALL_THE_WAY), "bottom": lambda: move(_ALL_THE_WAY),
    }  # fmt: skip


def choosing_acts(
    move: Callable[[int], object], page: Callable[[int], object]
) -> dict[str, Callable[[], object]]:
    """The same for a list that letters filter."""
    return {
        "choice_down": lambda: move(1), "choice_up": lambda: move(-1),
        "choice_page_down": lambda: page(1), "choice_page_up": lambda: page(-1),
        "choice_first": lambda: move(-_ALL_THE_WAY), "choice_last": lambda: move(_ALL_THE_WAY),
    }  # fmt: skip


class Keyed(Answering[Answer], inherit_bindings=False):
    """A screen that does what the registry says of a key there, and takes letters where it is filtered."""

    AUTO_FOCUS: ClassVar[str | None] = ""
    WHERE: ClassVar[Where]
    """The place of the screen in the registry."""

    @property
    def where(self) -> Where:
        """The place whose keys hold now."""
        return self.WHERE

    def acts(self) -> Mapping[str, Callable[[], object]]:
        """What each command does here, by its name; `common_acts` among them."""
        raise NotImplementedError

    def type_letter(self, letter: str) -> None:
        """Takes a letter of the filter."""

    def common_acts(self) -> dict[str, Callable[[], object]]:
        """The commands that mean the same on every screen."""
        from reader.tui.app import ReaderApp

        app = self.app
        assert isinstance(app, ReaderApp)
        return {"quit": app.action_quit_now, "redraw": app.redraw, "help": self.help}

    def on_key(self, event: Key) -> None:
        """Types into the filter, or does what the key says."""
        typing = self.where in TYPED
        if typing and event.character is not None and event.is_printable:
            self.type_letter(safe_line(event.character))
        else:
            name = command_of(self.where, event.key) or (command_of(self.WHERE, event.key) if typing else "")
            act = self.acts().get(name)
            if act is None:
                return
            act()
        event.stop()
        event.prevent_default()

    def help(self) -> None:
        """All keys, those of this screen first; does what is chosen if it is one of them."""
        from reader.tui.marks import marks_for
        from reader.tui.screens.choice import Choice
        from reader.tui.screens.command_options import help_options, help_title

        def chosen(name: str | None) -> None:
            if name and BY_NAME[name].works_in(self.WHERE):
                self.acts()[name]()

        marks = marks_for()
        self.app.push_screen(Choice(help_title(self.WHERE), help_options(self.WHERE, marks), marks), chosen)
