"""A thread that writes to the terminal: what must be sent in full, and of pictures only the newest.

The program never waits for the line.  While the terminal is behind, frames replace one another, and only the
last one is sent when there is room again.  How far the terminal is, it tells itself: behind every few hundred
bytes goes a question for the cursor's place (`CSI 6n`), and with no answer yet only a little more is sent.
The buffers of the kernel, of SSH and of the network would otherwise hold seconds of old pictures.
"""

import os
import select
import threading
import time
from collections.abc import Callable

QUESTION = b"\x1b[6n"
ASK_AFTER = 400
"""Bytes after which the terminal is asked how far it is."""
AHEAD = 1000
"""Bytes that are sent behind a question that is not answered yet."""
PATIENCE_SECONDS = 3.0
"""A terminal that has not answered for so long is taken not to answer at all, until it does."""
SETTLE_SECONDS = 0.5
"""How long an answer is waited for at the end, so that all is over within a second."""
SETTLE_LONGEST = 1.5
"""How long on a line on which answers have taken longer: one that nobody waits for would stand at the prompt."""


class Outlet(threading.Thread):
    """Writes to a descriptor what `compose` gives, which is asked whenever the terminal can take something."""

    def __init__(self, descriptor: int, compose: Callable[[], bytes]) -> None:
        super().__init__(name="terminal-output", daemon=True)
        self._descriptor = descriptor
        self._compose = compose
        self._condition = threading.Condition()
        self._wanted = self._stopping = self._gone = False
        self._asks = True
        self._answers = False
        self._asked_at: float | None = None
        self._asked_in_vain = False
        self._slowest_answer = 0.0
        self._under_way = self._since_question = 0

    def wake(self) -> None:
        """There may be something to send."""
        with self._condition:
            self._wanted = True
            self._condition.notify_all()

    def answered(self) -> None:
        """The terminal has shown all that stood before the last question."""
        with self._condition:
            if self._asked_at is not None:
                self._slowest_answer = max(self._slowest_answer, time.monotonic() - self._asked_at)
            self._answers, self._asked_at, self._asked_in_vain = True, None, False
            self._under_way = self._since_question
            self._condition.notify_all()

    def settle(self) -> None:
        """Asks nothing more, and waits a moment for an answer: none shall come when nobody reads it.

        A terminal that left an earlier question open for `PATIENCE_SECONDS` is not waited for.
        """
        patience = min(SETTLE_LONGEST, max(SETTLE_SECONDS, 2 * self._slowest_answer))
        with self._condition:
            self._asks = False
            while self._asked_at is not None and not self._asked_in_vain and not self._hung_up():
                if (left := self._asked_at + patience - time.monotonic()) <= 0:
                    return
                self._condition.wait(left)

    def stop(self, seconds: float = 2.0) -> None:
        """Sends what is left and ends."""
        with self._condition:
            self._stopping = True
            self._condition.notify_all()
        self.join(seconds)

    def run(self) -> None:
        """Sends until it is stopped."""
        while True:
            with self._condition:
                while not (self._stopping or (self._wanted and self._has_room())):
                    waits_for_answer = self._wanted and self._asked_at is not None
                    self._condition.wait(PATIENCE_SECONDS if waits_for_answer else None)
                stopping, self._wanted = self._stopping, False
            if data := self._compose():
                self._send(data + self._question(len(data)))
            if stopping:
                return

    def _has_room(self) -> bool:
        """Whether the terminal is not behind, or cannot tell."""
        if self._asked_at is None or self._under_way < AHEAD:
            return True
        if time.monotonic() - self._asked_at > PATIENCE_SECONDS:
            self._answers, self._asked_at, self._asked_in_vain = False, None, True
        return not self._answers

    def _question(self, length: int) -> bytes:
        """The question behind so many bytes, when it is time to ask."""
        with self._condition:
            self._under_way += length
            self._since_question += length
            if not self._asks or self._asked_at is not None or self._since_question < ASK_AFTER:
                return b""
            self._asked_at, self._since_question = time.monotonic(), 0
            return QUESTION

    def _send(self, data: bytes) -> None:
        view = memoryview(data)
        while view and not self._gone:
            try:
                view = view[os.write(self._descriptor, view) :]
            except BlockingIOError:  # another program made the terminal not wait
                select.select([], [self._descriptor], [], 1.0)
            except OSError:  # the terminal is gone; who reads from it ends the app
                self._gone = True

    def _hung_up(self) -> bool:
        poll = select.poll()
        poll.register(self._descriptor, 0)
        self._gone = self._gone or bool(poll.poll(0))
        return self._gone
