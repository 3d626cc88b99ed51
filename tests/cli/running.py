"""Runs the command `reader` as a user does: piped, in a shell, or on a pseudo-terminal."""

import fcntl
import json
import os
import pty
import struct
import subprocess
import sys
import termios
from collections.abc import Mapping
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import BytesIO, TextIOWrapper
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any
from unittest.mock import patch

from reader.cli.main import main

PROJECT = Path(__file__).parents[2]
COMMAND = (sys.executable, "-m", "reader.cli")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run left: exit code, and the two streams as bytes."""

    code: int
    stdout: bytes
    stderr: bytes

    @property
    def out(self) -> str:
        return self.stdout.decode("utf-8")

    @property
    def err(self) -> str:
        """Without the line that says that indexing takes long, which it does on a busy machine."""
        lines = self.stderr.decode("utf-8").splitlines(keepends=True)
        return "".join(line for line in lines if not line.startswith("reader: bringing the library of "))

    @property
    def rows(self) -> list[list[str]]:
        return [line.split("\t") for line in self.out.splitlines()]

    @property
    def objects(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.out.splitlines()]


@dataclass(frozen=True, slots=True)
class Reader:
    """The command, run from `folder`."""

    folder: Path

    command = " ".join(COMMAND)
    """The command, for a line of the shell."""

    def __call__(
        self, *words: str | os.PathLike[str], given: bytes = b"", environment: Mapping[str, str] | None = None
    ) -> Outcome:
        """Runs it in this process, as if piped, with `given` on standard input."""
        out, err, standard_input = (
            TextIOWrapper(BytesIO(text), encoding="utf-8") for text in (b"", b"", given)
        )
        with (
            chdir(self.folder),
            patch.dict(os.environ, environment or {}),
            patch.object(sys, "stdin", standard_input),
            redirect_stdout(out),
            redirect_stderr(err),
        ):
            code = main([os.fspath(word) for word in words])
        return Outcome(code, _written(out), _written(err))

    def shell(self, script: str) -> Outcome:
        """Runs a line of bash, in which `reader.command` is the command."""
        done = subprocess.run(
            ["bash", "-c", script],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            cwd=self.folder,
            env=self.environment(),
            timeout=120,
            check=False,
        )
        return Outcome(done.returncode, done.stdout, done.stderr)

    def on_terminal(
        self,
        *words: str | os.PathLike[str],
        typed: bytes = b"",
        columns: int = 80,
        environment: Mapping[str, str] | None = None,
    ) -> Outcome:
        """Runs it on a pseudo-terminal with `typed` on its keyboard, standard error led elsewhere."""
        master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
        with TemporaryFile() as errors:
            process = subprocess.Popen(
                [*COMMAND, *words],
                stdin=slave,
                stdout=slave,
                stderr=errors,
                cwd=self.folder,
                env=self.environment({"TERM": "xterm-256color", **(environment or {})}),
                start_new_session=True,
            )
            os.close(slave)
            if typed:
                os.write(master, typed)
            shown = _all_of(master)
            code = process.wait(120)
            errors.seek(0)
            return Outcome(code, shown, errors.read())

    def environment(self, more: Mapping[str, str] | None = None) -> dict[str, str]:
        """The process's environment, with the project on the path, and `more`."""
        return {**os.environ, "PYTHONPATH": os.fspath(PROJECT), "PYTHONUTF8": "1", **(more or {})}


def _written(stream: TextIOWrapper) -> bytes:
    stream.flush()
    assert isinstance(stream.buffer, BytesIO)
    return stream.buffer.getvalue()


def _all_of(master: int) -> bytes:
    """Everything written to the pseudo-terminal until its last writer is gone."""
    parts = []
    while True:
        try:
            part = os.read(master, 65536)
        except OSError:  # Linux says so when the other end is closed
            break
        if not part:
            break
        parts.append(part)
    os.close(master)
    return b"".join(parts)
