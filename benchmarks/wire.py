"""What Reader costs on the line: bytes of each key, the start, a slow line, idleness, memory; beside peers.

    python -m benchmarks.wire FOLDER [--library FILE] [--still]

Plays keys on a pseudo-terminal, in 16 colours, and prints a Markdown table: Reader, the aim, and `less`,
newsboat and fzf where they are installed and can do the same thing.  A figure is the median of the keys of a
step unless it says otherwise.  The longest article of at most 60,000 characters is the one that is read.  FOLDER
is indexed first (or its library is FILE); `--still` opens the library as it is, with no process that brings
it up to date beside the app.  The shelf is a new one.
"""

import argparse
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.line import Line
from reader import places
from reader.library.open import open_library
from reader.library.shelf import Shelf

if TYPE_CHECKING:
    import pyte

WIDE, NARROW = (120, 40), (80, 24)
LONGEST = 60_000
PAUSE = 0.03
"""Seconds without a byte between two pictures."""
DOWN = b"\x1b[B"
Figures = dict[str, float]
RUN_ON = "the same: places of the list shown later than a round trip after release"

AIMS = {
    "list down, before its preview (bytes)": "≤ 300",
    "preview when it comes (bytes)": "≤ 3600",
    "list held at 30/s (mean bytes a key)": "≤ 400",
    "reading `j`, two panes (bytes)": "≤ 3400",
    "reading `j`, one pane 80×24 (bytes)": "≤ 200",
    "reading page, two panes (bytes)": "≤ 3600",
    "reading page, one pane 80×24 (bytes)": "≤ 2400",
    "focus change (bytes)": "≤ 300",
    "start until quiet (bytes)": "≤ 7000",
    "60 keys held, 256 kbit/s + 80 ms: lag (s)": "≤ 0.4",
    "60 keys held, 64 kbit/s + 300 ms: lag (s)": "",
    RUN_ON: "2: under way, and last",
    "idle 20 s (bytes)": "0",
    "idle 20 s (s of CPU)": "≤ 0.05",
    "text on the screen after start (s)": "≤ 0.4",
    "the same, CPU of the process (s)": "",
    "anonymous memory (MiB)": "≤ 60",
}
START, CPU = "start until quiet (bytes)", "the same, CPU of the process (s)"
IDLE, IDLE_CPU = "idle 20 s (bytes)", "idle 20 s (s of CPU)"


@dataclass(frozen=True, slots=True)
class Program:
    """A program to measure; `words`: what is on its screen once it can be used."""

    command: list[str]
    words: bytes
    environ: Mapping[str, str] = field(default_factory=dict)

    def start(self, size: tuple[int, int], *, kbps: float = 0, latency: float = 0) -> Line:
        """Runs it until it is quiet."""
        line = Line(self.command, size, self.environ, kbps=kbps, latency=latency)
        line.until_text(self.words)
        line.until_quiet(1.5, 1.5)
        return line


def each(line: Line, key: bytes, times: int, before: bytes = b"") -> float:
    """The median of the bytes of a key, typed some times, each after `before`; unanswered ones do not count."""
    sizes = []
    for _ in range(times):
        if before:
            line.keys(before)
            line.until_quiet(0.5)
        line.keys(key)
        size, _ = line.until_quiet(0.4, 1.0)
        sizes.append(size)
    return statistics.median([size for size in sizes if size] or [0])


def held(line: Line, key: bytes) -> tuple[float, float]:
    """The mean bytes of 60 keys at 30 a second, and how far the screen lags behind the last."""
    size = 0
    for _ in range(60):
        line.keys(key)
        size += line.during(1 / 30)
    more, lag = line.until_quiet(0.8, 1.0)
    return (size + more) / 60, lag


def started(program: Program, figures: Figures, *, idle: float) -> None:
    """The start, the idle time and the memory."""
    program.start(WIDE).close()  # what is measured has been started before: Python keeps its bytecode
    with closing(Line(program.command, WIDE, program.environ)) as line:
        figures["text on the screen after start (s)"] = line.until_text(program.words)
        figures[CPU] = line.cpu_seconds()
        line.until_quiet(2.0, 2.0)
        figures[START] = len(line.output)
        line.until_quiet(6.0, 6.0)
        before = line.cpu_seconds()
        figures[IDLE] = line.during(idle)
        figures[IDLE_CPU] = line.cpu_seconds() - before
        figures["anonymous memory (MiB)"] = line.anonymous_mib()


def listed(program: Program, figures: Figures, key: bytes = DOWN) -> None:
    """Moving in the list, slowly and fast, and on slow lines."""
    down, preview = (name for name in AIMS if name.startswith(("list down", "preview")))
    with closing(program.start(WIDE)) as line:
        line.keys(b"g")
        line.until_quiet(0.8, 1.5)
        first, second = [], []
        for _ in range(10):
            line.keys(key)
            first.append(line.until_quiet(0.09, 1.0)[0])
            second.append(line.until_quiet(0.6, 0.6)[0])
        figures[down] = statistics.median(first)
        if any(second):
            figures[preview] = statistics.median(second)
        figures["list held at 30/s (mean bytes a key)"], _ = held(line, key)
    for kbps, latency in ((256, 0.08), (64, 0.3)):
        name = f"60 keys held, {kbps} kbit/s + {latency * 1000:.0f} ms: lag (s)"
        with closing(program.start(WIDE, kbps=kbps, latency=latency)) as line:
            line.keys(b"g")
            line.until_quiet(0.8, 2.0)
            begun = len(line.output)
            _, figures[name] = held(line, key)
            if kbps == 64:
                figures[RUN_ON] = places_after(line, begun, line.pressed + latency)


def places_after(line: Line, begun: int, moment: float) -> int:
    """How many other places in the list were shown after a moment; all that was sent before `begun` is older.

    Counted where the line paused, as a picture that is still coming shows half of one place and half of another.
    """
    import pyte

    screen = pyte.Screen(*WIDE)
    stream = pyte.ByteStream(screen)
    stream.feed(line.output[:begun])
    places, at = [_place_on(screen)], begun
    ends = (*(when for when, _ in line.arrivals[1:]), line.arrivals[-1][0] + 1)
    for (when, end), then in zip(line.arrivals, ends, strict=True):
        if end > at and then - when > PAUSE:
            stream.feed(line.output[at:end])
            at = end
            place = _place_on(screen)
            if when <= moment:
                places = [place]
            elif place != places[-1]:
                places.append(place)
    return len(places) - 1


def _place_on(screen: "pyte.Screen") -> str:
    """What the last line says of the place in the list: `4/41`."""
    found = re.search(r"\d+/\d+", screen.display[-1])
    return found[0] if found else ""


def read(program: Program, figures: Figures, opening: bytes) -> None:
    """Moving in a text, in two panes and in one."""
    for size, name in ((WIDE, "two panes"), (NARROW, "one pane 80×24")):
        with closing(program.start(size)) as line:
            if size is WIDE and opening:
                line.keys(opening)
                line.until_quiet(0.8, 1.0)
                figures["focus change (bytes)"] = each(line, b"\t", 8)
            figures[f"reading `j`, {name} (bytes)"] = each(line, b"j", 12)
            figures[f"reading page, {name} (bytes)"] = each(line, b" ", 5, before=b"g")


def reader(folder: Path, library: Path, state: Path, *, still: bool) -> Program:
    """Reader on a folder, with the longest article open last."""
    environ = {"XDG_STATE_HOME": str(state), "XDG_CONFIG_HOME": str(state), "READER_HINTS": "off"}
    with closing(open_library(folder, file=library)) as opened:
        longest, key = 0, ""
        ids = opened.ids()
        for article_id in ids[:: max(1, len(ids) // 500)]:
            article = opened.article(article_id)
            if longest < len(article.text) <= LONGEST:
                longest, key = len(article.text), article.content_key
    os.environ["XDG_STATE_HOME"] = str(state)
    with closing(Shelf(places.shelf_file())) as shelf:
        shelf.set_last_article(folder, key)
    words = [sys.executable, "-m", "reader.cli", "--library", str(library), str(folder)]
    if still:
        words = [sys.executable, "-m", "benchmarks.wire", "--open", str(folder), "--library", str(library)]
    return Program(words, b" %", environ)  # how far one has read, told once the article is there


def open_still(folder: Path, library_file: Path) -> None:
    """The app alone, on a library as it is."""
    from reader.tui.app import run

    with (
        closing(Shelf(places.shelf_file())) as shelf,
        closing(open_library(folder, file=library_file, shelf=shelf)) as library,
    ):
        run(folder, library=library, shelf=shelf)


def peers(folder: Path, work: Path) -> dict[str, Callable[[Figures], None]]:
    """What can be measured beside Reader; absent programs are told on stderr."""
    files = sorted((file for file in folder.rglob("*.txt") if file.is_file()), key=lambda f: f.stat().st_size)
    feed, text = work / "feed.xml", work / "text.txt"
    items = "".join(
        f"<item><title>{escape(file.stem)}</title><description>{escape(file.read_text('utf-8', 'replace'))}"
        f"</description><guid>{number}</guid></item>"
        for number, file in enumerate(files[-80:])
    )
    feed.write_text(f'<rss version="2.0"><channel><title>feed</title>{items}</channel></rss>', "utf-8")
    (work / "urls").write_text(f"file://{feed}\n")
    text.write_text("\n".join(file.read_text("utf-8", "replace") for file in files[-40:]), "utf-8")
    boat = ["newsboat", "-q", "-u", str(work / "urls"), "-c", str(work / "cache.db")]
    names = "\n".join(str(file) for file in files)
    (work / "names").write_text(names + "\n", "utf-8")

    def less(figures: Figures) -> None:
        program = Program(["less", str(text)], text.read_bytes()[:8])
        started(program, figures, idle=20)
        read(program, figures, b"")

    def newsboat(figures: Figures) -> None:
        subprocess.run([*boat, "-x", "reload"], check=True, stdout=subprocess.DEVNULL)
        program = Program(boat, b"feed")
        started(program, figures, idle=20)
        figures.pop("text on the screen after start (s)")
        figures.pop(CPU)
        opened = Program(["sh", "-c", 'exec "$@"', "sh", *boat], b"feed")
        with closing(opened.start(WIDE)) as line:
            line.keys(b"\r")
            line.until_quiet(0.6)
            figures["list down, before its preview (bytes)"] = each(line, DOWN, 10)
            figures["list held at 30/s (mean bytes a key)"], _ = held(line, DOWN)
            line.keys(b"\r")
            figures["preview when it comes (bytes)"] = line.until_quiet(0.6)[0]

    def fzf(figures: Figures) -> None:
        program = Program(["sh", "-c", f"exec fzf < {work / 'names'}"], b"> ")
        started(program, figures, idle=20)
        with closing(program.start(WIDE)) as line:
            figures["list down, before its preview (bytes)"] = each(line, b"\x1b[A", 10)
            figures["list held at 30/s (mean bytes a key)"], _ = held(line, b"\x1b[A")

    known: dict[str, Callable[[Figures], None]] = {"less": less, "newsboat": newsboat, "fzf": fzf}
    for name in [name for name in known if shutil.which(name) is None]:
        print(f"{name} is not installed: left out", file=sys.stderr)
        del known[name]
    return known


def table(columns: Mapping[str, Figures]) -> str:
    """All figures as Markdown."""
    lines = [f"| | Reader | aim | {' | '.join(name for name in columns if name != 'Reader')} |"]
    lines.append("|---|" + "---|" * (len(columns) + 1))
    for name, aim in AIMS.items():
        cells = [
            "–"
            if (value := figures.get(name)) is None
            else f"{value:.2f}"
            if "(s" in name
            else f"{value:.0f}"
            for figures in columns.values()
        ]
        lines.append(f"| {name} | {cells[0]} | {aim} | {' | '.join(cells[1:])} |")
    return "\n".join(lines)


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--library", type=Path)
    parser.add_argument("--still", action="store_true")
    parser.add_argument("--open", type=Path, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.open is not None:
        open_still(arguments.open, arguments.library)
        return
    folder: Path = arguments.folder.resolve()
    with tempfile.TemporaryDirectory() as place:
        work = Path(place)
        library = arguments.library or work / "library"
        if arguments.library is None:
            indexing = [sys.executable, "-m", "reader.cli", "index", str(folder), "--library", str(library)]
            subprocess.run(indexing, check=True, stdout=sys.stderr)
        program = reader(folder, library, work / "state", still=arguments.still)
        columns: dict[str, Figures] = {"Reader": {}}
        started(program, columns["Reader"], idle=20)
        listed(program, columns["Reader"])
        read(program, columns["Reader"], b"\r")
        for name, measure in peers(folder, work).items():
            columns[name] = {}
            measure(columns[name])
    print(table(columns))


if __name__ == "__main__":
    main()
