"""The app in use while a large folder is read and analysed behind it.

    python -m benchmarks.second_pass FOLDER [--every 2] [--home FOLDER]

Opens `reader FOLDER` on a pseudo-terminal of 120×40 with a home of its own (`--home`: an empty folder, which
is kept), and types a key every so many seconds, until everything has been analysed: down, a page of the article, a
letter of a search and back, by turns.
Prints how long both passes took, articles a second, milliseconds from a key to the first and to the last byte of its
answer (for `down` before the preview, which comes 130 ms later by design), and the memory of all processes.
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from benchmarks.line import Line
from reader.library.open import open_library
from reader.places import library_file

SIZE = (120, 40)
KEYS = (("down", b"\x1b[B"), ("page", b" "), ("search", b"/"), ("letter", b"e"), ("back", b"\x1b"))
"""What is typed by turns."""
QUIET = 0.06
"""Seconds without a byte after which an answer is whole."""


def memory_of(root: int) -> float:
    """MiB of anonymous memory of a process and all that it has begun, or that work in its session."""
    total = 0.0
    session = os.getsid(root)
    for status in Path("/proc").glob("[0-9]*/status"):
        try:
            if os.getsid(int(status.parent.name)) == session:
                found = [
                    line.split() for line in status.read_text().splitlines() if line.startswith("RssAnon")
                ]
                total += int(found[0][1]) / 1024 if found else 0.0
        except (ProcessLookupError, FileNotFoundError):
            continue
    return total


def answered(line: Line, key: bytes) -> tuple[float, float] | None:
    """Seconds to the first and to the last byte of the answer; none where nothing came."""
    line.during(0.2)
    begun = time.monotonic()
    line.keys(key)
    first = 0.0
    while time.monotonic() - begun < 2.0 and not first:
        if line.during(0.001):
            first = time.monotonic() - begun
    if not first:
        return None
    size, last = line.until_quiet(QUIET, QUIET)
    return first, first + (last if size else 0.0)


def told(name: str, times: Sequence[float]) -> str:
    """The middle, the 95th per cent and the most of some seconds, in milliseconds."""
    ordered = sorted(1000 * one for one in times)
    p95 = ordered[min(len(ordered) - 1, len(ordered) * 95 // 100)]
    middle, most = ordered[len(ordered) // 2], ordered[-1]
    return f"{name:<18} p50 {middle:5.0f}  p95 {p95:5.0f}  most {most:5.0f}  ({len(ordered)})"


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--every", type=float, default=2.0, help="seconds between keys")
    parser.add_argument("--home", type=Path, help="an empty folder for library and shelf, which are kept")
    options = parser.parse_args()
    folder = options.folder.resolve()
    with tempfile.TemporaryDirectory(prefix="reader-second-pass-") as passing:
        place = options.home.resolve() if options.home else passing
        os.environ |= {"XDG_CACHE_HOME": f"{place}/cache", "XDG_STATE_HOME": f"{place}/state"}
        os.environ |= {"XDG_CONFIG_HOME": f"{place}/config", "READER_HINTS": "off"}
        words = [sys.executable, "-m", "reader.cli", os.fspath(folder)]
        with closing(Line(words, SIZE, {})) as line:
            measure(line, folder, options.every)


def measure(line: Line, folder: Path, every: float) -> None:
    """Types until all is analysed, and prints the figures."""
    begun = time.monotonic()
    file = library_file(folder)
    firsts: dict[str, list[float]] = {}
    lasts: dict[str, list[float]] = {}
    unanswered, searchable, most, turn = 0, 0.0, 0.0, 0
    while True:
        line.during(every)
        if file.exists():
            with closing(open_library(folder, file=file)) as library:
                status = library.status()
            stored = bool(status.found) and status.stored >= status.found - sum(status.skipped.values())
            if stored and not searchable:
                searchable = time.monotonic() - begun
            if stored and status.analysed >= status.stored:
                break
        name, key = KEYS[turn % len(KEYS)]
        turn += 1
        if (times := answered(line, key)) is None:
            unanswered += 1
            continue
        firsts.setdefault(name, []).append(times[0])
        lasts.setdefault(name, []).append(times[1])
        most = max(most, memory_of(line.process))
    took = time.monotonic() - begun
    print(f"{status.stored:,} articles: searchable after {searchable:.0f} s, analysed after {took:.0f} s")
    print(f"{status.stored / took:.1f} articles a second; most memory of all processes {most:.0f} MiB")
    for name in firsts:
        print(told(f"{name}, first byte", firsts[name]))
        print(told(f"{name}, last byte", lasts[name]))
    print(f"keys without an answer within 2 s: {unanswered}")


if __name__ == "__main__":
    main()
