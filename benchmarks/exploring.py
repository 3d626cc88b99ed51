"""How long the screens of names and of who said what wait for the library.

    python -m benchmarks.exploring FOLDER [--library FILE] [--times 300]

FOLDER is indexed and analysed already.  Milliseconds for what each screen asks before it can be drawn: the index of
names as one types, the page of a name with its first lines, searches with `person:`, `place:`, `org:`, `about:`, `by:`,
their completion, the speakers of the corpus as one types and what one of them said, and who else reports the words of
a quotation.  Names are drawn at random, half by how often they are named (seed 1); the most named is among them.
"""

import argparse
import random
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import TypeVar

from reader.analysis.types import EntityKind
from reader.library.interface import Library
from reader.library.naming.types import NamedEntity
from reader.library.open import open_library

Item = TypeVar("Item")
ROWS = 40
"""Rows that a screen shows at once."""


def timed(name: str, call: Callable[[Item], object], items: Sequence[Item]) -> str:
    """A row of the table: the middle, the 95th and 99th per cent and the most of calls, in milliseconds."""
    times = []
    for item in items:
        begun = time.perf_counter()
        call(item)
        times.append(1000 * (time.perf_counter() - begun))
    times.sort()
    shown = (times[min(len(times) - 1, int(len(times) * share))] for share in (0.5, 0.95, 0.99, 1.0))
    return f"| {name} | " + " | ".join(f"{value:.1f}" for value in shown) + f" | {len(times)} |"


def drawn(named: Sequence[NamedEntity], times: int) -> list[NamedEntity]:
    """Of the names of a corpus the most named, then half at random and half by the number of their mentions."""
    draw = random.Random(1)
    evenly = draw.sample(named, min(times // 2, len(named)))
    return [named[0], *evenly, *draw.choices(named, [one.mentions for one in named], k=times // 2)]


def page(library: Library, entity: NamedEntity) -> None:
    """What the page of a name asks before it stands: itself, and the lines of its first articles."""
    found = library.entity_page(entity.id)
    library.summaries([title.article_id for title in found.titles[:4] if title.article_id is not None])
    for place in found.places[:ROWS]:
        library.summaries([place.article_id])
        library.entity_lines(entity.id, place.article_id)


def index(library: Library, typed: str, kind: EntityKind | None) -> None:
    """What the index of names asks for at a key."""
    library.entities(library.entity_ids(typed, kind)[:ROWS])


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--library", type=Path)
    parser.add_argument("--times", type=int, default=300)
    options = parser.parse_args()
    with closing(open_library(options.folder.resolve(), file=options.library)) as library:
        everything = library.entities(library.entity_ids())
        names = drawn(everything, options.times)
        mentions = sum(one.mentions for one in everything)
        print(f"{library.status().analysed:,} articles, {len(everything):,} names, {mentions:,} mentions\n")
        print("| | p50 ms | p95 | p99 | most | times |\n|---|---|---|---|---|---|")
        typed = [
            one.name[:length].lower() for one in names[:100] for length in range(1, 1 + len(one.name[:6]))
        ]
        print(timed("index of names, at a key", lambda one: index(library, one, None), typed))
        kinds = [kind for kind in EntityKind if kind not in (EntityKind.DATE, EntityKind.AMOUNT)]
        print(timed("index, one kind", lambda one: index(library, "", one), kinds))
        print(timed("page of a name and 40 articles", lambda one: page(library, one), names))
        for field in ("person", "place", "org", "about", "by"):
            queries = [f'{field}:"{one.name}"' for one in names]
            print(timed(f"`{field}:`", lambda one: library.search(one, limit=ROWS), queries))
        begun = [f"person:{one.name[:3].lower()}" for one in names]
        print(timed("completion", lambda one: library.complete(one, len(one)), begun))
        print(timed("speakers, at a key", library.speakers, typed))
        speakers = [one.id for one in library.speakers(limit=options.times).rows]
        print(timed("what one said", library.sayings, speakers))
        said = [saying for one in speakers[:100] for saying in library.sayings(one)[:2]]
        print(timed("who reports these words", lambda one: library.reports(one.article_id, one.start), said))


if __name__ == "__main__":
    main()
