"""How long the app takes to be gone, with all its processes, while a large folder is indexed.

    python -m benchmarks.closing FOLDER [--times 10] [--busy 6]

The texts of FOLDER are read once, into a home of the benchmark's own; then the app is opened on a pseudo-terminal
and ended while articles are analysed: by SIGTERM, SIGHUP and `q` in turn.  Prints milliseconds until the app has
ended, and until no process works for the library.  `--busy`: so many
other processes compute all the while.  Exit code 1 where one outlives a second.
"""

import argparse
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from reader.library.indexing import index
from reader.places import library_file
from tests.library.corpora import processes_with
from tests.tui.pseudo_terminal import Terminal

_ENDS = ("SIGTERM", "SIGHUP", "q")
_COMPUTE = "while True: pass"


def main() -> int:
    """Measures and prints the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--times", type=int, default=10)
    parser.add_argument("--busy", type=int, default=0)
    options = parser.parse_args()
    folder = options.folder.resolve()
    took: dict[str, list[tuple[float, float]]] = {end: [] for end in _ENDS}
    with tempfile.TemporaryDirectory(prefix="reader-closing-") as place:
        os.environ |= {"XDG_CACHE_HOME": f"{place}/cache", "XDG_STATE_HOME": f"{place}/state"}
        file = library_file(folder)
        print(f"{index(folder, file, analyse=False).stored:,} articles", file=sys.stderr, flush=True)
        others = [subprocess.Popen([sys.executable, "-c", _COMPUTE]) for _ in range(options.busy)]
        try:
            for turn in range(options.times):
                for end in _ENDS:
                    took[end].append(_closed(folder, file, end, 0.3 * (turn % 5)))
        finally:
            for other in others:
                other.kill()
                other.wait()
    for end, times in took.items():
        app, all_of_it = (sorted(1000 * one[at] for one in times) for at in (0, 1))
        print(
            f"{end:<8} the app p50 {app[len(app) // 2]:.0f}, most {app[-1]:.0f} ms; "
            f"all its processes p50 {all_of_it[len(app) // 2]:.0f}, most {all_of_it[-1]:.0f} ms"
        )
    return 1 if max(one[1] for times in took.values() for one in times) > 1 else 0


def _closed(folder: Path, file: Path, end: str, later: float) -> tuple[float, float]:
    """Seconds until the app has ended, and until all its processes have."""
    terminal = Terminal(os.fspath(folder), module="reader.cli")
    try:
        terminal.until(lambda: terminal.shows("analysing"), 120)
        terminal.read(1.0 + later)
        began = time.monotonic()
        if end == "q":
            terminal.type("q")
        else:
            terminal.process.send_signal(getattr(signal, end))
        while terminal.process.poll() is None:
            terminal.read(0.005)
        app = time.monotonic() - began
        while processes_with(os.fspath(file)):
            time.sleep(0.005)
        return app, time.monotonic() - began
    finally:
        terminal.close()


if __name__ == "__main__":
    sys.exit(main())
