"""A program on a pseudo-terminal, its bytes, and the screen they make."""

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable
from pathlib import Path

import pyte

ROOT = Path(__file__).parents[2]
PROGRAM = "tests.tui.terminal_program"
DROPPED = ("COLORTERM", "NO_COLOR", "TMUX", "COLUMNS", "LINES")


class Terminal:
    """The other side of the terminal."""

    def __init__(
        self, *arguments: str, size: tuple[int, int] = (100, 30), module: str = PROGRAM, **environ: str
    ) -> None:
        self.master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
        self.before = termios.tcgetattr(slave)
        clean = {key: value for key, value in os.environ.items() if key not in DROPPED}
        self.process = subprocess.Popen(
            [sys.executable, "-m", module, *arguments],
            stdin=slave, stdout=slave, stderr=slave, cwd=ROOT, start_new_session=True,
            env={**clean, "TERM": "xterm-256color", "PYTHONPATH": str(ROOT), **environ},
        )  # fmt: skip
        self.slave = slave
        self.sent = b""
        self.screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self.screen)

    def read(self, seconds: float) -> None:
        """Takes what comes within `seconds`."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            ready, _, _ = select.select([self.master], [], [], left)
            if not ready:
                return
            try:
                data = os.read(self.master, 65536)
            except OSError:
                return
            self.sent += data
            self._stream.feed(
                data.replace(b"\x1b[>25u", b"").replace(b"\x1b[<u", b"")
            )  # pyte knows no kitty keys

    def until(self, condition: Callable[[], object], seconds: float = 20.0) -> None:
        """Reads until the screen is as expected."""
        end = time.monotonic() + seconds
        while not condition():
            assert time.monotonic() < end, "\n".join(self.screen.display)
            self.read(0.05)

    def shows(self, words: str) -> bool:
        """Whether the words are on the screen."""
        return any(words in line for line in self.screen.display)

    def type(self, keys: str) -> None:
        """Keys as a terminal sends them."""
        os.write(self.master, keys.encode())

    def ended(self, seconds: float = 10.0) -> int:
        """Waits for the end; the exit code."""
        end = time.monotonic() + seconds
        while self.process.poll() is None:
            assert time.monotonic() < end, "it does not end"
            self.read(0.05)
        self.read(0.1)
        return int(self.process.returncode)

    def close(self) -> None:
        """Ends what is left."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL)
            self.process.wait()
        for end in (self.master, self.slave):
            os.close(end)
