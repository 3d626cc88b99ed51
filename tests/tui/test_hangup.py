"""When the terminal is gone the program goes too, whoever ignores SIGHUP; its descendants with it."""

import os
import pty
import select
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROGRAM = [sys.executable, "-m", "tests.tui.terminal_program", "plain"]
IGNORING = "import os, signal, sys; signal.signal(signal.SIGHUP, signal.SIG_IGN); os.execv(sys.argv[1], sys.argv[1:])"
OWN_SESSION = (
    "import os, sys; os.fork() and sys.exit(os.wait()[1]); os.setsid(); os.execv(sys.argv[1], sys.argv[1:])"
)
CASES = {
    "as usual": PROGRAM,
    "SIGHUP ignored": [sys.executable, "-c", IGNORING, *PROGRAM],
    "under a shell that ignores it": ["sh", "-c", 'trap "" HUP; "$@"; exit $?', "sh", *PROGRAM],
    "in a session of its own": [sys.executable, "-c", OWN_SESSION, *PROGRAM],
}


@pytest.fixture(params=list(CASES.values()), ids=list(CASES))
def opened(request: pytest.FixtureRequest) -> Iterator[tuple[int, int]]:
    """The process and the master of its terminal (which has no size), once the list is shown."""
    pid, master = pty.fork()
    if not pid:
        os.chdir(ROOT)
        environ = {**os.environ, "TERM": "xterm-256color", "PYTHONPATH": str(ROOT)}
        os.execve(request.param[0] if os.sep in request.param[0] else "/bin/sh", request.param, environ)
    try:
        sent, end = b"", time.monotonic() + 60
        while b"conseil" not in sent:
            assert time.monotonic() < end, sent[-500:]
            if select.select([master], [], [], 0.1)[0]:
                sent += os.read(master, 65536)
        yield pid, master
    finally:
        for left in family(pid):
            os.kill(left, signal.SIGKILL)
        os.waitpid(pid, 0)


def family(root: int) -> set[int]:
    """The living processes that descend from `root`, itself among them."""
    parents = {}
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = entry.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if fields[0] not in "ZX":
            parents[int(entry.parent.name)] = int(fields[1])
    members = {root} & parents.keys()
    while more := {pid for pid, parent in parents.items() if parent in members} - members:
        members |= more
    return members


def test_nothing_is_left_when_the_terminal_is_gone(opened: tuple[int, int]) -> None:
    pid, master = opened
    before = family(pid)
    assert before
    os.close(master)
    end = time.monotonic() + 15
    while left := {member for member in before if alive(member)}:
        assert time.monotonic() < end, f"still there: {left}"
        time.sleep(0.02)


def alive(pid: int) -> bool:
    try:
        return (Path("/proc") / str(pid) / "stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    except OSError:
        return False
