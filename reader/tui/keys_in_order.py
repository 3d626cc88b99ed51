"""Has each key take its effect before the next one is looked at."""

import asyncio
from collections import deque
from typing import TYPE_CHECKING

from textual.dom import DOMNode
from textual.events import Event, Key, Paste
from textual.message_pump import MessagePump

if TYPE_CHECKING:
    from reader.tui.app import ReaderApp

PATIENCE = 2.0
"""Seconds after which a key that still has no effect keeps back no other."""


class KeysInOrder:
    """Holds what is typed or pasted while what came before is on its way through a screen over the main one.

    Textual hands keys on from queue to queue, and a binding of a screen counts only at the end of the way: what is
    typed behind an Enter, faster than one types by hand, would still go to the line that the Enter closes.  The
    commands of the main screen count at once, so nothing waits there.
    """

    def __init__(self, app: "ReaderApp") -> None:
        self._app = app
        self._held: deque[Event] = deque()
        self._let_through: Event | None = None
        self._settling: asyncio.Task[None] | None = None

    def holds(self, event: Event) -> bool:
        """Whether `event` has to wait; it comes again when it is its turn."""
        if not is_typed(event):
            return False
        if event is self._let_through:
            self._let_through = None
            return False
        if self._settling is None and self._let_through is None:
            return False
        self._held.append(event)
        return True

    def follow(self, target: DOMNode) -> None:
        """Has what comes next wait for the effect of what was given to `target`, if it can change what is on top."""
        main = self._app.main
        if target.screen is main and self._app.screen is main:
            self._release()
        else:
            self._settling = asyncio.create_task(self._settle(target))

    async def _settle(self, target: DOMNode) -> None:
        """Waits until queues are empty from the target up, then those of a screen that has come since."""
        try:
            async with asyncio.timeout(PATIENCE):
                for _ in range(2):  # what a key does may be told on the same way once more
                    for pump in (*target.ancestors_with_self, self._app):
                        await _emptied(pump)
                    await _emptied(self._app.screen)
                    await _emptied(self._app)
        except TimeoutError:
            pass
        finally:
            self._settling = None
            self._release()

    def _release(self) -> None:
        if self._held:
            self._let_through = self._held.popleft()
            self._app.post_message(self._let_through)


def is_typed(event: Event) -> bool:
    """Whether an event is a key or a paste as it comes from the terminal."""
    return isinstance(event, Key | Paste) and not event.is_forwarded


async def _emptied(pump: MessagePump) -> None:
    """Returns once `pump` has handled what it has been sent so far."""
    reached = asyncio.Event()
    if pump.is_running and pump.call_later(reached.set):
        await reached.wait()
