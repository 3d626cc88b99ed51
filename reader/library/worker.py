"""One analysing process, as the writer of a library sees it."""

import base64
import os
import subprocess
import sys
import time
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

READY = b"ready"
"""What a worker says once it has loaded what it needs."""
_SHARE = 3
"""On a machine so busy that a process gets less of a core than one in this, the clock counts after all."""
_AHEAD = 8
"""Articles given to a worker at a time, so that it never waits for the writer."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of an article: its packed analysis, or what went wrong (`gone`, the name of an error)."""

    article_id: int
    data: bytes
    problem: str | None


class Worker:
    """A process that analyses the articles of the library `file` it is given, in order.

    `given`: those it has not answered yet; it works on the first.  `is_ready`: whether it has started well.
    """

    def __init__(self, file: Path) -> None:
        command = [sys.executable, "-m", "reader.library.analysis_worker", os.fspath(file), str(os.getpid())]
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0, stderr=subprocess.DEVNULL,
            env=worker_environment(), process_group=0,
        )  # fmt: skip
        self.given: deque[int] = deque()
        self.is_ready = False
        self._begin()
        self._rest = b""
        os.set_blocking(self.fileno(), False)

    def fileno(self) -> int:
        """What to wait on until it has answered."""
        assert self._process.stdout is not None
        return self._process.stdout.fileno()

    def wants_more(self) -> bool:
        """Whether it should be given another article."""
        return len(self.given) < _AHEAD

    def give(self, article_id: int) -> None:
        """Has it analyse an article after those it has. Raises OSError where it has died."""
        assert self._process.stdin is not None
        if not self.given and self.is_ready:
            self._begin()
        self.given.append(article_id)
        self._process.stdin.write(b"%d\n" % article_id)

    def busy_for(self) -> float:
        """The seconds it has computed on the article it is at, or on its start.

        At least a part of those on the clock, as it may wait for something for ever.
        """
        if not self.given:
            return 0.0
        return max(self._computed() - self._computed_before, (time.monotonic() - self._since) / _SHARE)

    def answers(self) -> Iterator[Answer]:
        """What it has answered. Raises EOFError where it has died."""
        try:
            data = os.read(self.fileno(), 1 << 20)
        except BlockingIOError:
            return
        if not data:
            raise EOFError
        *lines, self._rest = (self._rest + data).split(b"\n")
        for line in lines:
            self._begin()
            if line == READY:
                self.is_ready = True
                continue
            self.given.popleft()
            article_id, _, answer = line.partition(b" ")
            if answer.startswith(b"!"):
                yield Answer(int(article_id), b"", answer[1:].decode("ascii", "replace"))
            else:
                yield Answer(int(article_id), base64.b64decode(answer), None)

    def _begin(self) -> None:
        self._since, self._computed_before = time.monotonic(), self._computed()

    def _computed(self) -> float:
        """The seconds of computing of the process; 0 where the system does not tell."""
        try:
            numbers = Path(f"/proc/{self._process.pid}/stat").read_bytes().rpartition(b")")[2].split()
            return (int(numbers[11]) + int(numbers[12])) / os.sysconf("SC_CLK_TCK")
        except (OSError, ValueError, IndexError):
            return 0.0

    def end(self) -> None:
        """Ends the process at once."""
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                stream.close()


def worker_environment() -> dict[str, str]:
    """The environment of a process of ours: it finds the same `reader`, wherever the current folder is."""
    package = Path(__file__).resolve().parents[2]
    inherited = os.environ.get("PYTHONPATH")
    paths = os.fspath(package) if not inherited else f"{package}{os.pathsep}{inherited}"
    return {**os.environ, "PYTHONPATH": paths, "PYTHONSAFEPATH": "1"}
