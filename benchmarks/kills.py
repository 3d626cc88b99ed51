"""Kills Reader at random moments of indexing, analysing, marking and noting, and looks at what is left.

    python -m benchmarks.kills [--times 200] [--articles 300] [--seed N] [--only indexing|analysing|marking|noting]

`--times` of each kind.  After each kill the library must open, answer, be whole, and hold at least what it held but
for what was taken out; the shelf must have every mark, note and tag that was confirmed before the kill.  At the end
one run that is not killed brings all up to date; analyses, killed or not, are the same then.  Exit code 1 at the
first thing that is not so.
"""

import argparse
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from tests.library.killing import Analysing, Indexing, Marking, Noting

Job = Indexing | Analysing | Marking | Noting


def main() -> int:
    """Runs it and prints the counts."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--times", type=int, default=200)
    parser.add_argument("--articles", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only")
    options = parser.parse_args()
    rng = random.Random(options.seed)
    with tempfile.TemporaryDirectory(prefix="reader-kills-") as place:
        folder = Path(place)
        jobs: dict[str, Callable[[], Job]] = {
            "indexing": lambda: Indexing(folder, options.articles, rng),
            "analysing": lambda: Analysing(folder, options.articles, rng),
            "marking": lambda: Marking(folder / "marking.sqlite", rng),
            "noting": lambda: Noting(folder / "noting.sqlite", rng),
        }
        for name, begin in jobs.items():
            if options.only in (None, name):
                _kill(name, begin(), options.times)
    return 0


def _kill(name: str, job: Job, times: int) -> None:
    kinds: Counter[str] = Counter()
    for turn in range(times):
        kinds[job.kill_once()] += 1
        if turn % 20 == 19:
            print(f"{name}: {turn + 1} kills so far", file=sys.stderr, flush=True)
    print(f"{times} kills while {name}: all whole")
    for kind, number in sorted(kinds.items()):
        print(f"  {number:>4} {kind}")
    if isinstance(job, Marking):
        print(f"  {job.confirmed:>4} steps confirmed before kills, all there")
    else:
        job.finish()
        print("       the run after the last kill brought all up to date")


if __name__ == "__main__":
    sys.exit(main())
