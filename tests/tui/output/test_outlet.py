"""What is sent when: all to a terminal that does not answer, only the newest to one that is behind."""

import os
import select
import threading
import time
from collections.abc import Iterator

import pytest

from reader.tui.output.outlet import AHEAD, ASK_AFTER, QUESTION, Outlet


class Pictures:
    """Gives the newest picture once."""

    def __init__(self) -> None:
        self.newest = b""

    def taken(self) -> bytes:
        newest, self.newest = self.newest, b""
        return newest


@pytest.fixture
def line() -> Iterator[tuple[Pictures, Outlet, int]]:
    """Pictures, the outlet that sends them, and where they come out."""
    out, into = os.pipe()
    pictures = Pictures()
    outlet = Outlet(into, pictures.taken)
    outlet.start()
    yield pictures, outlet, out
    outlet.stop()
    os.close(into)
    os.close(out)


def heard(out: int, seconds: float = 0.3) -> bytes:
    data = b""
    while select.select([out], [], [], seconds)[0]:
        data += os.read(out, 65536)
    return data


def send(pictures: Pictures, outlet: Outlet, data: bytes) -> None:
    pictures.newest = data
    outlet.wake()


def test_a_terminal_that_does_not_answer_gets_every_picture(line: tuple[Pictures, Outlet, int]) -> None:
    pictures, outlet, out = line
    for sign in b"abc":
        send(pictures, outlet, bytes([sign]) * 2 * AHEAD)
        assert bytes([sign]) in heard(out)


def test_it_is_asked_now_and_then_and_not_twice(line: tuple[Pictures, Outlet, int]) -> None:
    pictures, outlet, out = line
    send(pictures, outlet, b"a" * (ASK_AFTER - 1))
    assert QUESTION not in heard(out)
    send(pictures, outlet, b"bb")
    assert heard(out) == b"bb" + QUESTION
    send(pictures, outlet, b"c" * ASK_AFTER)
    assert QUESTION not in heard(out)


def test_a_terminal_that_is_behind_gets_only_the_newest_when_it_answers(
    line: tuple[Pictures, Outlet, int],
) -> None:
    pictures, outlet, out = line
    send(pictures, outlet, b"a" * 2 * AHEAD)
    heard(out)
    outlet.answered()
    send(pictures, outlet, b"b" * 2 * AHEAD)
    assert b"b" in heard(out)
    for sign in b"cdef":
        send(pictures, outlet, bytes([sign]) * 10)
    assert heard(out) == b""
    outlet.answered()
    assert heard(out) == b"f" * 10


def test_an_answer_under_way_is_waited_for_at_the_end(line: tuple[Pictures, Outlet, int]) -> None:
    pictures, outlet, out = line
    send(pictures, outlet, b"a" * ASK_AFTER)
    assert QUESTION in heard(out)
    start = time.monotonic()
    outlet.answered()
    outlet.settle()
    assert time.monotonic() - start < 0.9
    send(pictures, outlet, b"b" * 2 * ASK_AFTER)
    assert QUESTION not in heard(out)


def test_a_terminal_that_was_asked_in_vain_is_not_waited_for(
    line: tuple[Pictures, Outlet, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    pictures, outlet, out = line
    monkeypatch.setattr("reader.tui.output.outlet.PATIENCE_SECONDS", 0.0)
    monkeypatch.setattr("reader.tui.output.outlet.SETTLE_SECONDS", 3600.0)
    monkeypatch.setattr("reader.tui.output.outlet.SETTLE_LONGEST", 3600.0)
    for _ in range(2):
        send(pictures, outlet, b"a" * 2 * AHEAD)
        assert QUESTION in heard(out)
    settling = threading.Thread(target=outlet.settle, daemon=True)
    settling.start()
    settling.join(20)
    assert not settling.is_alive()
