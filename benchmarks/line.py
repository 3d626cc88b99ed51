"""A program at the end of a line: a pseudo-terminal that counts bytes, and that may be slow.  Linux only (`/proc`)."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections import deque
from collections.abc import Mapping, Sequence

ESCAPES = re.compile(rb"\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[ -/]*[0-~]")
PLACE = b"\x1b[6n"
"""The question for the cursor's place, which a terminal answers once it has read so far."""
HIDDEN = ("COLORTERM", "COLUMNS", "LINES", "TMUX", "STY", "NO_COLOR", "PYTHONDONTWRITEBYTECODE")
"""What the program does not get from the environment; the last, as an installed program has its bytecode."""
BURST = 1500.0
"""Bytes that a slow line lets through at once."""


class Line:
    """Runs `command`; `kbps` and `latency` (seconds, there and back) make the line slow.

    `output`: what came; `arrivals`: when, and up to where in it; `pressed`: when the last key was.
    """

    def __init__(
        self,
        command: Sequence[str],
        size: tuple[int, int],
        environ: Mapping[str, str],
        *,
        kbps: float = 0,
        latency: float = 0,
    ) -> None:
        kept = {name: value for name, value in os.environ.items() if name not in HIDDEN}
        self.started = time.monotonic()
        self.process, self._master = pty.fork()
        if not self.process:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
            try:
                os.execvpe(command[0], list(command), {**kept, "TERM": "xterm-256color", **environ})
            finally:
                os._exit(127)
        self._rate, self._half = kbps * 125, latency / 2
        self._tokens, self._filled = BURST, self.started
        self._to_come: deque[tuple[float, bytes]] = deque()
        self.output = b""
        self.arrivals: list[tuple[float, int]] = []
        self.pressed = self.started

    def keys(self, keys: bytes) -> None:
        """Types, which the program hears half the latency later."""
        self.pressed = time.monotonic()
        self._to_come.append((self.pressed + self._half, keys))

    def until_quiet(self, quiet: float, patience: float = 3.0) -> tuple[int, float]:
        """Reads until nothing came for `quiet` seconds: bytes, and seconds to the last of them.

        `patience`: how long the first byte is waited for.
        """
        start = time.monotonic()
        size, last = 0, start
        while time.monotonic() < (last + quiet if size else start + patience):
            if count := self._read(0.02):
                size, last = size + count, time.monotonic() + self._half
        return size, last - start

    def during(self, seconds: float) -> int:
        """Reads for some time: bytes."""
        end, size = time.monotonic() + seconds, 0
        while (left := end - time.monotonic()) > 0:
            size += self._read(min(0.02, left))
        return size

    def until_text(self, words: bytes, patience: float = 60.0) -> float:
        """Reads until the words came; seconds from the start."""
        end = time.monotonic() + patience
        while words not in ESCAPES.sub(b"", self.output):
            if time.monotonic() > end:
                raise TimeoutError(f"no {words!r} on the screen")
            self._read(0.01)
        return time.monotonic() - self.started

    def _read(self, wait: float) -> int:
        now = time.monotonic()
        while self._to_come and self._to_come[0][0] <= now:
            os.write(self._master, self._to_come.popleft()[1])
        size = 65536
        if self._rate:
            self._tokens = min(BURST, self._tokens + (now - self._filled) * self._rate)
            self._filled = now
            size = int(self._tokens)
            if size < 16:
                time.sleep(min(wait, 16 / self._rate))
                return 0
        if not select.select([self._master], [], [], wait)[0]:
            return 0
        try:
            data = os.read(self._master, size)
        except OSError:
            return 0
        self._tokens -= len(data)
        asked = self.output[-3:] + data
        if PLACE in asked:
            self._to_come.append((time.monotonic() + 2 * self._half, b"\x1b[1;1R"))
        self.output += data
        self.arrivals.append((time.monotonic() + self._half, len(self.output)))
        return len(data)

    def cpu_seconds(self) -> float:
        """Seconds of CPU that the program has used."""
        with open(f"/proc/{self.process}/stat") as file:  # noqa: PTH123 - of the kernel
            fields = file.read().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def anonymous_mib(self) -> float:
        """Anonymous memory of the program."""
        with open(f"/proc/{self.process}/status") as file:  # noqa: PTH123 - of the kernel
            found = re.search(r"RssAnon:\s+(\d+)", file.read())
        return int(found[1]) / 1024 if found else 0.0

    def close(self) -> None:
        """Ends the program."""
        os.close(self._master)
        end = time.monotonic() + 5
        while time.monotonic() < end:
            if os.waitpid(self.process, os.WNOHANG)[0]:
                return
            time.sleep(0.02)
        os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)
