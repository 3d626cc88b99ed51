"""Figures of search on one folder: latency by kind of query, recall, size of the index, memory.

    python -m benchmarks.search_figures FOLDER QUERIES.jsonl [--keys 3000]

QUERIES: JSON Lines with `query`, `kind`, `path` and `twins`, as for `search_bench.py`.  Every query is typed
letter by letter from its second letter on; `--keys` of these, drawn evenly, are timed, each as one search
for the best 50. Recall is over all whole queries.  Phrases, dates, denials and names are made from titles,
dates and words met in the library; names and `said:` find something only where it was analysed.  Sizes are of
the tables of search, in parts of the bytes of the texts.
"""

import argparse
import json
import random
import re
import sqlite3
import time
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from benchmarks.search_adapter import SearchedFolder, library_file, open_library

LIMIT = 50
QUANTILES = (0.5, 0.95, 0.99, 1.0)
Item = dict[str, str | list[str]]


def main() -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder")
    parser.add_argument("queries", type=Path)
    parser.add_argument("--keys", type=int, default=3000)
    args = parser.parse_args()
    made = library_file(Path(args.folder)).exists()
    start = time.perf_counter()
    searched = open_library(args.folder)
    opened = time.perf_counter()
    searched.search("premier ministr", LIMIT)
    first = time.perf_counter()
    status = searched.library.status()
    if not made:
        print(f"made: {status.stored / (opened - start):.0f} articles a second, files to searchable")
    print(f"{status.stored} articles; opened in {opened - start:.2f} s; first search {first - opened:.2f} s")
    items: list[Item] = [json.loads(line) for line in args.queries.read_text("utf-8").splitlines()]
    keys = [str(item["query"])[:end] for item in items for end in range(2, len(item["query"]) + 1)]
    heads = "".join(
        f"{head:>9}" for head in ("p50 ms", "p95", "p99", "max", "computed", "p95", "p99", "max", "number")
    )
    print(f"{'':16}{heads}")
    show("typed keys", searched, random.Random(1).sample(keys, min(args.keys, len(keys))))
    for kind, queries in operators(searched).items():
        show(kind, searched, queries)
    show("random bytes", searched, random_bytes(10_000))
    recalls(searched, items)
    sizes(Path(args.folder))
    anonymous = re.search(r"RssAnon:\s+(\d+)", Path("/proc/self/status").read_text())
    print(
        f"anonymous memory: {int(anonymous[1]) / 1024:.0f} MB" if anonymous else "anonymous memory: not known"
    )


def show(kind: str, searched: SearchedFolder, queries: Iterable[str]) -> None:
    """A line of latencies: on the clock, then the computing alone, which a busy machine lengthens less."""
    clock, computing = [], []
    for query in queries:
        start, computed = time.perf_counter(), time.thread_time()
        searched.search(query, LIMIT)
        clock.append((time.perf_counter() - start) * 1000)
        computing.append((time.thread_time() - computed) * 1000)
    if clock:
        cells = "".join(f"{ms:9.2f}" for times in (clock, computing) for ms in quantiles(times))
        print(f"{kind:16}{cells}{len(clock):9}")


def quantiles(times: list[float]) -> list[float]:
    """The values at `QUANTILES`."""
    ordered = sorted(times)
    return [ordered[min(int(len(ordered) * part), len(ordered) - 1)] for part in QUANTILES]


def operators(searched: SearchedFolder) -> dict[str, list[str]]:
    """Queries for each operator, made from what the library holds; names only where it is analysed."""
    some = random.Random(2)
    ids = searched.library.ids()
    rows = searched.library.summaries(some.sample(list(ids), min(300, len(ids))))
    made: defaultdict[str, list[str]] = defaultdict(list)
    for row in rows:
        words = re.findall(r"[^\W\d_]{2,}", row.title)
        if len(words) < 4:
            continue
        place = some.randrange(len(words) - 2)
        long = max(words, key=len)
        made["phrase of 2"].append(f'"{words[place]} {words[place + 1]}"')
        made["phrase of 3"].append(f'"{words[place]} {words[place + 1]} {words[place + 2]}"')
        made["-not"].append(f"{words[place]} -{long}")
        made["OR"].append(f"{words[place]} OR {long}")
        made["title:"].append(f"title:{long}")
        if row.date is not None and row.date.month:
            made["date range"].append(f"{long} date:{row.date.year - 1}..{row.date.year}-{row.date.month:02}")
    for letter in "abcdegjlmprst":
        for field in ("person", "place", "by"):
            names = searched.library.complete(f"{field}:{letter}", len(field) + 2)
            made[f"{field}:"] += [f'{field}:"{name}"' for name in names]
            if field == "by":
                made["said: by:"] += [f'said:pas by:"{name}"' for name in names]
    made["said:"] = [query.replace("title:", "said:") for query in made["title:"]]
    return made


def random_bytes(number: int) -> Iterable[str]:
    """Random bytes read in an encoding drawn each time, as nobody types them."""
    some = random.Random(5)
    for _ in range(number):
        raw = some.randbytes(some.randint(0, 60))
        yield raw.decode(some.choice(["utf-8", "latin-1", "utf-16-le"]), "replace")


def recalls(searched: SearchedFolder, items: list[Item]) -> None:
    """Recall at 1 and 10 of each kind of query."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for item in items:
        right = {item["path"], *item["twins"]}
        found = searched.search(str(item["query"]), 10)
        places[str(item["kind"])].append(next((n for n, path in enumerate(found, 1) if path in right), 0))
    for kind, at in sorted(places.items()):
        first, ten = sum(place == 1 for place in at) / len(at), sum(place > 0 for place in at) / len(at)
        print(f"{kind:16} recall@1 {first:.3f}  recall@10 {ten:.3f}  of {len(at)}")


def sizes(folder: Path) -> None:
    """The bytes of the tables of search beside those of the texts."""
    with sqlite3.connect(f"file:{library_file(folder)}?mode=ro", uri=True) as db:
        texts = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
        try:
            rows = db.execute(
                "SELECT name, sum(pgsize) FROM dbstat WHERE name LIKE 'search%' GROUP BY name"
            ).fetchall()
        except sqlite3.OperationalError:
            print("sizes: this SQLite does not tell")
            return
    total = sum(size for _, size in rows)
    largest = ", ".join(
        f"{name} {size / texts:.1%}" for name, size in sorted(rows, key=lambda row: -row[1])[:4]
    )
    print(f"index: {total / 1e6:.0f} MB, {total / texts:.1%} of {texts / 1e6:.0f} MB of files ({largest})")


if __name__ == "__main__":
    main()
