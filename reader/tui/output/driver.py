"""The driver: takes Textual's output, draws it on a canvas, and sends what the terminal does not show yet."""

import signal
import sys
import threading
from contextlib import suppress
from os import get_terminal_size
from types import FrameType
from typing import Any

from textual.app import App
from textual.drivers.linux_driver import LinuxDriver
from textual.events import CursorPosition, Resize
from textual.message import Message

from reader.tui.output.abilities import abilities_of
from reader.tui.output.cells import Canvas
from reader.tui.output.emitting import Emitter
from reader.tui.output.outlet import Outlet
from reader.tui.output.parsing import Kind, draw, kind_of
from reader.tui.output.pens import without_colour

HELD_FROM = 200
"""Bytes of a frame from which a terminal that can is asked to show it all at once (mode 2026)."""
SYNC_START, SYNC_END = "\x1b[?2026h", "\x1b[?2026l"


class DifferenceDriver(LinuxDriver):
    """Sends only the cells that differ.  It uses nothing of Textual's driver but its public methods."""

    def __init__(
        self,
        app: App[Any],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        abilities = abilities_of()
        self._emitter = Emitter(abilities)
        self._look = None if abilities.colours else without_colour
        self._wanted: Canvas | None = None
        self._cursor: tuple[int, int] | None = None
        self._ahead: list[str] = []
        self._holds = self._takes_part = self._resized = False
        self._resumes = False
        self._pauses = 0
        self._lock = threading.RLock()
        self._outlet: Outlet | None = None

    # --- what Textual says -----------------------------------------------------------------------------------

    def write(self, data: str) -> None:
        """Takes a piece of output; a frame is sent when the terminal can take it, or a newer one in its place."""
        kind, tokens = kind_of(data)
        with self._lock:
            if kind is Kind.SYNC:
                self._holds = True
            elif kind is Kind.FRAME:
                self._cursor = draw(tokens, self._canvas(), self._look)
            elif kind is Kind.OTHER:
                self._pass(data)
            else:
                self._ahead.append(data)
        if kind is Kind.OTHER_SCREEN:
            self.forget()
        self.wake()

    def forget(self) -> None:
        """What the terminal shows is not known any more: all is sent again, on a screen that is cleared."""
        with self._lock:
            self._emitter.forget()

    def wake(self) -> None:
        """Sends what the terminal does not show yet, if there is something."""
        if self._outlet is not None:
            self._outlet.wake()

    def redraw(self) -> None:
        """Has the whole screen painted and sent again."""
        self.forget()
        self.wake()
        self._app.refresh()

    def _canvas(self) -> Canvas:
        """The canvas of what is wanted, of the size that the app draws for."""
        width, height = self._app.size
        if self._wanted is None or (self._wanted.width, self._wanted.height) != (width, height):
            # Where a size came and went at once, the app paints only what changed.
            if self._wanted is not None:
                self._app.call_later(self._app.refresh)
            self._wanted = Canvas(width, height)
            self._emitter.forget()
        return self._wanted

    def _pass(self, data: str) -> None:
        """Sends what is not understood as it is, behind all that came before it."""
        size = self._app.size
        if self._wanted is not None:
            self._ahead.append(self._emitter.emit(self._wanted, self._cursor))
        self._ahead += [self._emitter.plain_pen(), data]
        self._emitter.passed_by(*size)
        self._wanted = Canvas(*size, None)

    # --- what the terminal gets ------------------------------------------------------------------------------

    def _compose(self) -> bytes:
        """All that is to be sent now."""
        with self._lock:
            ahead, self._ahead = "".join(self._ahead), []
            if self._resized:  # terminals move or cut what they show as they like
                self._resized = False
                self._emitter.forget()
            frame = ""
            if self._takes_part and self._wanted is not None:
                frame = self._emitter.emit(self._wanted, self._cursor)
        if self._holds and len(frame) >= HELD_FROM:
            frame = f"{SYNC_START}{frame}{SYNC_END}"
        return (ahead + frame).encode("utf-8", "replace")

    # --- how it begins and ends ------------------------------------------------------------------------------

    def start_application_mode(self) -> None:
        """Takes the terminal."""
        output = sys.__stdout__
        assert output is not None, "the command line has looked for a terminal"
        self._outlet = Outlet(output.fileno(), self._compose)
        self._outlet.start()
        super().start_application_mode()  # type: ignore[no-untyped-call]
        self._takes_part = True
        heard = signal.getsignal(signal.SIGWINCH)

        def resized(number: int, frame: FrameType | None) -> None:
            self._resized = True
            told = None
            with suppress(OSError):  # the terminal is gone; who reads from it ends the app
                # A signal within another tells its size first, and the app would end with the older one.
                while told != (size := get_terminal_size(output.fileno())):
                    told = size
                    if callable(heard):
                        heard(number, frame)
                if tuple(size) == tuple(self._app.size):  # the app draws nothing then
                    self.wake()

        signal.signal(signal.SIGWINCH, resized)

    def resume_application_mode(self) -> None:
        """Takes the terminal again after a pause, also after one that nobody announced (`kill -STOP`).

        Textual would begin a second time over the first, with two threads that read the keys; and what the
        terminal was set to meanwhile, by a shell, is not known.
        """
        self._pauses += 1
        if self._resumes:  # a second pause while the first is being ended: who ends that one ends both
            return
        self._resumes = True
        try:
            ended = 0
            while ended != (ended := self._pauses):
                if self._outlet is not None:
                    self.suspend_application_mode()
                super().resume_application_mode()
        finally:
            self._resumes = False

    def process_message(self, message: Message) -> None:
        """Hears what the terminal answers: how far it is, and its size where it tells that by itself."""
        if isinstance(message, CursorPosition):
            if self._outlet is not None:
                self._outlet.answered()
            return
        if isinstance(message, Resize):
            self._resized = True
        super().process_message(message)

    def disable_input(self) -> None:
        """Nobody listens from here on, so the terminal is asked nothing more."""
        if self._outlet is not None:
            self._outlet.settle()
        super().disable_input()

    def stop_application_mode(self) -> None:
        """Gives the terminal back, as it was."""
        if self._outlet is not None:
            self._outlet.settle()
        with self._lock:
            self._takes_part = False
            self._ahead.append(self._emitter.plain_pen())
        super().stop_application_mode()

    def close(self) -> None:
        """Sends what is left."""
        if self._outlet is not None:
            self._outlet.stop()
            self._outlet = None
        super().close()
