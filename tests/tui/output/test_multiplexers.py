"""The same screen in tmux and GNU screen: terminals that are not made of our own understanding."""

import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from reader.tui.output.abilities import Abilities
from tests.tui.output.frames import HEIGHT, WIDTH, Shown, frames
from tests.tui.output.test_same_screen import differences

NO_WRAP = "\x1b[?7l"
FEW = settings(
    max_examples=6,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
Shows = Callable[[str], str]


def run(*words: str) -> str:
    clean = {name: value for name, value in os.environ.items() if name not in ("TMUX", "STY")}
    return subprocess.run(words, check=True, capture_output=True, text=True, env=clean, timeout=30).stdout


def until(found: Callable[[], bool]) -> None:
    end = time.monotonic() + 30
    while not found():
        assert time.monotonic() < end, "the multiplexer does not answer"
        time.sleep(0.02)


@pytest.fixture
def in_tmux(tmp_path: Path) -> Iterator[Shows]:
    """Shows text on a fresh screen of tmux and gives it back, with its styles."""
    if shutil.which("tmux") is None:
        pytest.skip("tmux is not installed")
    tmux = ("tmux", "-S", str(tmp_path / "socket"), "-f", "/dev/null")
    run(
        *tmux,
        "-u",
        "new-session",
        "-d",
        "-x",
        str(WIDTH),
        "-y",
        str(HEIGHT),
        "sleep 1000",
        ";",
        "set",
        "status",
        "off",
    )
    run(*tmux, "resize-window", "-x", str(WIDTH), "-y", str(HEIGHT))

    def shows(text: str) -> str:
        done = tmp_path / "done"
        done.unlink(missing_ok=True)
        (tmp_path / "text").write_text(text, "utf-8")
        run(*tmux, "respawn-pane", "-k", f"cat {tmp_path}/text; touch {done}; sleep 1000")
        until(done.exists)
        time.sleep(0.1)  # what was written is read by tmux
        return run(*tmux, "capture-pane", "-p", "-e", "-N")

    yield shows
    run(*tmux, "kill-server")


@pytest.fixture
def in_screen(tmp_path: Path) -> Iterator[Shows]:
    """Shows text on a fresh screen of GNU screen and gives it back."""
    if shutil.which("screen") is None:
        pytest.skip("GNU screen is not installed")
    names: list[str] = []

    def shows(text: str) -> str:
        name, copy = f"reader-test-{os.getpid()}-{len(names)}", tmp_path / f"copy{len(names)}"
        done = tmp_path / f"done{len(names)}"
        (tmp_path / "text").write_text(text, "utf-8")
        command = f"cat {tmp_path}/text; touch {done}; exec sleep 1000"
        run("screen", "-U", "-c", "/dev/null", "-d", "-m", "-S", name, "sh", "-c", command)
        names.append(name)
        until(done.exists)
        time.sleep(0.1)
        run("screen", "-S", name, "-p", "0", "-X", "hardcopy", str(copy))
        until(lambda: copy.exists() and copy.stat().st_size > 0)
        time.sleep(0.05)
        run("screen", "-S", name, "-X", "quit")
        return copy.read_text("utf-8", "replace")

    yield shows
    for name in names:
        subprocess.run(["screen", "-S", name, "-X", "quit"], check=False, capture_output=True)


def streams(sequence: list[str], abilities: Abilities) -> tuple[str, str]:
    """All frames as Textual wrote them, and as they are sent."""
    return NO_WRAP + "".join(sequence), NO_WRAP + "".join(differences(sequence, abilities))


def seen(copy: str) -> list[list[tuple[object, ...]]]:
    """What of a copied screen can be seen: styles of blanks that do not show are left."""
    shown = Shown()
    shown.feed("\r\n".join(copy.split("\n")[:HEIGHT]))
    return shown.cells()


@given(sequence=frames())
@FEW
def test_tmux_shows_the_same(in_tmux: Shows, sequence: list[str]) -> None:
    full, differing = streams(sequence, Abilities())
    assert seen(in_tmux(differing)) == seen(in_tmux(full))


@given(sequence=frames())
@FEW
def test_screen_shows_the_same(in_screen: Shows, sequence: list[str]) -> None:
    full, differing = streams(sequence, Abilities(erases_cells=False))
    copies = [[line.rstrip() for line in in_screen(text).split("\n")] for text in (differing, full)]
    assert copies[0] == copies[1]
