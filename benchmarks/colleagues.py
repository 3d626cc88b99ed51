"""One library, one writer, five readers: how many searches fail, and how long they wait.

    python -m benchmarks.colleagues [--searches 10000] [--readers 5] [--articles 2000]

The writer changes files and brings the library up to date, all the time, analyses some of it, and every fourth
time deletes it and makes it anew.  Each reader is a program of its own, with a library and shelf opened as the
app does; a search is asked, its rows, and its first article, which is then marked read.  The same is then done
without a writer.
Waiting is the time on the clock less the computing of the reader's thread and less its wait for a core (which
Linux tells): what is left is waiting for locks and for the disk.  Exit code 1 where one failed.
"""

import argparse
import json
import random
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from reader.library.indexing import index
from reader.library.open import open_library
from reader.library.shelf import Shelf
from tests.library.corpora import python, text_of, write_corpus

_READER = "from benchmarks.colleagues import read; read()"
_WRITER = "from benchmarks.colleagues import write; write()"
_LONGEST_TURN = 4.0
"""Seconds that the writer works on what is there already."""
_QUERIES = (
    "histoire", "phare Sète", "title:histoire", '"la halle"', "ruche -tulle", "date:2023-03..2023-07 digue",
    "is:unread vélos", "apiculteur", "carn", "le", "by:maire", "histoire 17", "kerdonkuff", "verger OR pont",
)  # fmt: skip


def main() -> int:
    """Runs it and prints the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--searches", type=int, default=10_000)
    parser.add_argument("--readers", type=int, default=5)
    parser.add_argument("--articles", type=int, default=2000)
    options = parser.parse_args()
    failed = 0
    with tempfile.TemporaryDirectory(prefix="reader-colleagues-") as place:
        folder = Path(place)
        corpus = write_corpus(folder / "corpus", options.articles)
        file = folder / "press.library"
        index(corpus, file, analyse=False)
        for is_written in (True, False):
            writer = python(_WRITER, corpus, file, str(options.articles)) if is_written else None
            each = str(options.searches // options.readers)
            readers = [
                python(_READER, corpus, file, folder / f"shelf-{number}", each)
                for number in range(options.readers)
            ]
            told = [_told(reader) for reader in readers]
            runs = _stopped(writer) if writer is not None else "0"
            failed += sum(len(one["failures"]) for one in told)
            _print("while it is written" if is_written else "with no writer", told, runs)
    return 1 if failed else 0


def _told(reader: "subprocess.Popen[bytes]") -> "dict[str, list[float]]":
    out, err = reader.communicate()
    if reader.returncode:
        raise RuntimeError(err.decode())
    told: dict[str, list[float]] = json.loads(out)
    return told


def _stopped(writer: "subprocess.Popen[bytes]") -> str:
    """Ends the writer; how many times it brought the library up to date."""
    writer.terminate()
    out, err = writer.communicate()
    if err:
        print(err.decode(), file=sys.stderr)
    return out.decode().split("\n")[-2] if out.count(b"\n") else "0"


def _print(name: str, told: "list[dict[str, list[float]]]", runs: str) -> None:
    waits = sorted(1000 * wait for one in told for wait in one["waits"])
    walls = sorted(1000 * wall for one in told for wall in one["walls"])
    failures = [failure for one in told for failure in one["failures"]]
    print(
        f"{name}: {len(waits):,} searches by {len(told)} readers, {len(failures)} failed; {runs} updates by the writer"
    )
    for what, times in (("waiting", waits), ("in all", walls)):
        at = [times[min(len(times) - 1, int(len(times) * share))] for share in (0.5, 0.99, 0.999, 1)]
        over = sum(one > 100 for one in times)
        print(
            f"  {what:<8} p50 {at[0]:.1f}  p99 {at[1]:.1f}  p99.9 {at[2]:.1f}  most {at[3]:.1f} ms; {over} over 100 ms"
        )
    for failure in failures[:5]:
        print(f"  {failure}")


def _computing() -> float:
    """Seconds that this thread has computed or stood in line for a core."""
    try:
        queued = int(Path("/proc/thread-self/schedstat").read_text().split()[1])
    except OSError:
        queued = 0
    return time.thread_time() + queued / 1e9


def read() -> None:
    """One reader: prints what it waited, as JSON."""
    corpus, file, shelf_file, number = (
        Path(sys.argv[1]),
        Path(sys.argv[2]),
        Path(sys.argv[3]),
        int(sys.argv[4]),
    )
    rng = random.Random(sys.argv[3])
    shelf = Shelf(shelf_file)
    library = open_library(corpus, file=file, shelf=shelf)
    library.search("histoire")
    waits, walls, failures = [], [], []
    for turn in range(number):
        began, computed = time.perf_counter(), _computing()
        try:
            results = library.search(rng.choice(_QUERIES), typing=bool(turn % 2), limit=40)
            rows = library.summaries(list(results.ids)[:20])
            if rows:
                library.article(rows[0].id)
                shelf.set_read([rows[0].content_key], read=True)
        except KeyError:
            pass  # taken out between the search and the look
        except Exception as error:
            failures.append(f"{type(error).__name__}: {error}")
        wall = time.perf_counter() - began
        walls.append(wall)
        waits.append(max(0.0, wall - (_computing() - computed)))
    library.close()
    print(json.dumps({"waits": waits, "walls": walls, "failures": failures}))


def write() -> None:
    """The writer: changes the folder and brings the library up to date, for ever."""
    corpus, file, number = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
    rng = random.Random(9)
    for turn in range(10**6):
        for _ in range(40):
            one = rng.randrange(number)
            (corpus / f"part-{one // 20}" / f"article-{one:04d}.txt").write_text(
                text_of(rng.randrange(10**6))
            )
        if turn % 4 == 3:
            file.unlink()
        enough = threading.Event()  # else the other kinds of turn would not come while the readers read
        threading.Timer(_LONGEST_TURN, enough.set).start()
        index(corpus, file, analyse=turn % 4 == 1, stop=enough if file.exists() else None)
        print(turn + 1, flush=True)


if __name__ == "__main__":
    sys.exit(main())
