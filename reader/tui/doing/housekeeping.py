"""Themes, help, and leaving."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from reader.corpus.safe import safe_line
from reader.corpus.skip_reasons import reason_words
from reader.language import _, ngettext, number
from reader.settings import settings
from reader.settings.declared import THEME
from reader.tui import messages
from reader.tui.commands import BY_NAME, Where, key_of

NAMING_CHECK_SECONDS = 1.5
"""After the first picture, when the files of the model of names are looked at."""

if TYPE_CHECKING:
    from reader.tui.screens.main import MainScreen


class Housekeeping:
    """What concerns the whole app."""

    def __init__(self, screen: "MainScreen") -> None:
        self._screen = screen

    def commands(self) -> dict[str, Callable[[], object]]:
        """The commands of this subject."""
        screen = self._screen
        return {
            "skipped": self.skipped,
            "theme": self.theme,
            "help": self.help,
            "palette": self.palette,
            "redraw": self.redraw,
            "suspend": screen.app.action_suspend_process,
            "quit_back": self.quit_back,
            "quit": screen.leave,
        }

    def redraw(self) -> None:
        """Sends the whole screen again."""
        from reader.tui.app import ReaderApp

        if isinstance(app := self._screen.app, ReaderApp):
            app.redraw()

    def check_naming_soon(self) -> None:
        """Tells, from a thread and when nobody waits, where names are found less well than they should be."""
        screen = self._screen

        def check() -> None:
            from reader.library.naming.trouble import naming_notice

            if notice := naming_notice():
                screen.post_message(messages.WorkFailed(notice))

        screen.set_timer(NAMING_CHECK_SECONDS, lambda: screen.worker.submit("naming", check))

    def skipped(self) -> None:
        """Which files were left out."""
        from reader.tui.screens.choice import Choice, Option

        screen = self._screen
        status = screen.library.status()
        total = sum(status.skipped.values())
        options = [
            Option(skipped.path, skipped.path, reason_words(skipped.reason))
            for skipped in screen.library.skipped()
        ]
        reasons = ", ".join(
            f"{count} {reason_words(reason)}" for reason, count in sorted(status.skipped.items())
        )
        words = ngettext("{count} file left out: {reasons}", "{count} files left out: {reasons}", total)
        title = words.format(count=number(total), reasons=reasons) if total else _("No file was left out")
        screen.app.push_screen(Choice(title, options, screen.marks))

    def theme(self) -> None:
        """Shows the themes; the screen changes as one moves, Esc returns to the old one."""
        from reader.tui.screens.choice import Choice, Option
        from reader.tui.themes import ABOUT

        app = self._screen.app
        old = app.theme

        def chosen(name: str | None) -> None:
            app.theme = name or old
            if name and name != settings()[THEME]:
                kept = f'theme = "{safe_line(name)}"'
                self._screen.notice(
                    _("Until you leave; to keep it, put in your settings: {line}").format(line=kept)
                )

        def looked_at(name: str) -> None:
            app.theme = name

        names = sorted(
            name for name in app.available_themes if "paper" in app.available_themes[name].variables
        )
        options = [Option(name, name, _(ABOUT.get(name, ""))) for name in names]
        choice = Choice(_("Theme"), options, self._screen.marks, on_look=looked_at, start=old)
        app.push_screen(choice, chosen)

    def help(self) -> None:
        """All keys, those of the pane in use first."""
        from reader.tui.screens.choice import Choice
        from reader.tui.screens.command_options import help_options, help_title

        pane = self._screen.pane
        legend = _("Names and quotations in the text: {key} shows what the styles mean").format(
            key=key_of("legend")
        )
        options = help_options(pane, self._screen.marks)
        choice = Choice(help_title(pane), options, self._screen.marks, note=legend)
        self._screen.app.push_screen(choice, self._run)

    def palette(self) -> None:
        """All commands by name."""
        from reader.tui.screens.choice import Choice
        from reader.tui.screens.command_options import palette_options

        options = palette_options(self._screen.pane, self._screen.marks)
        self._screen.app.push_screen(Choice(_("Commands"), options, self._screen.marks), self._run)

    def _run(self, name: str | None) -> None:
        if not name:
            return
        if not BY_NAME[name].works_in(self._screen.pane):
            self._screen.opening.other_pane()
        self._screen.run_command(name)

    def quit_back(self) -> None:
        """Back to the list, out of a search, and then out of the app."""
        screen = self._screen
        if screen.pane is Where.READING:
            screen.opening.back()
        elif screen.searching.active:
            screen.searching.clear()
        else:
            screen.leave()
