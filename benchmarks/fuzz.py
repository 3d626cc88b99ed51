"""Throws hostile and damaged input at everything that parses, for as long as asked, and counts it.

    python -m benchmarks.fuzz --minutes 30 [--seed N] [--only PARSER]

Each parser may refuse an input with its own named error, and nothing else; may not take longer than
`SLOWEST` (of computing) over it; and what it lets through must be safe to show.  The first input that breaks
a rule is written to a file, whose name is printed, and the others go on.  Exit code 1 where one did.
"""

import argparse
import random
import sys
import tempfile
import time
import traceback
from collections import Counter
from pathlib import Path

from benchmarks.fuzz_inputs import mutated, some_bytes
from benchmarks.fuzz_parsers import PARSERS, Broken

SLOWEST = 8.0
"""Seconds of computing for one input, of at most 60 kB."""


def main() -> int:
    """Runs it and prints the counts."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--minutes", type=float, default=30.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", choices=sorted(PARSERS))
    options = parser.parse_args()
    rng = random.Random(options.seed)
    names = [options.only] if options.only else list(PARSERS)
    spent = dict.fromkeys(names, 0.0)
    counts: Counter[str] = Counter()
    slowest: dict[str, float] = {}
    broken: Counter[str] = Counter()
    end = time.monotonic() + 60 * options.minutes
    while time.monotonic() < end:
        name = min(names, key=spent.__getitem__)  # each parser gets the same computing time
        data = mutated(rng, some_bytes(rng))
        took, problem = _tried(name, data)
        spent[name] += took + 1e-5
        counts[name] += 1
        slowest[name] = max(slowest.get(name, 0.0), took)
        if problem is not None:
            broken[name] += 1
            if broken[name] <= 3:
                _keep(name, data, problem)
    print(f"{sum(counts.values()):,} inputs in {options.minutes:g} minutes, seed {options.seed}")
    for name in names:
        print(
            f"  {name:<22} {counts[name]:>10,} inputs, slowest {slowest.get(name, 0):.2f} s, {broken[name]} broke it"
        )
    return 1 if broken else 0


def _tried(name: str, data: bytes) -> tuple[float, str | None]:
    """The seconds of computing that the parser took over `data`, and what was wrong, if anything."""
    began = time.process_time()
    problem = None
    try:
        PARSERS[name](data)
    except Broken as error:
        problem = str(error)
    except Exception:
        problem = traceback.format_exc()
    took = time.process_time() - began
    if problem is None and took > SLOWEST:
        problem = f"took {took:.1f} s"
    return took, problem


def _keep(name: str, data: bytes, problem: str) -> None:
    with tempfile.NamedTemporaryFile(prefix=f"fuzz-{name.replace(' ', '-')}-", delete=False) as file:
        file.write(data)
    print(f"{name}: {problem.strip()}\n  input kept in {file.name}", file=sys.stderr, flush=True)


def again(name: str, file: Path) -> None:
    """Runs one parser on an input that was kept."""
    PARSERS[name](file.read_bytes())


if __name__ == "__main__":
    sys.exit(main())
