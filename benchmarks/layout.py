"""How well titles, dates, sources and boilerplate of the press articles are told: figures on standard output.

    python -m benchmarks.layout SHARED_FOLDER [--split dev] [--errors]

`SHARED_FOLDER` holds `gold/press_dev.json` and `data/press_dev/`.  Boilerplate is counted in letters and
digits of the file, addresses and the rest of its markup left aside: those that the gold calls boilerplate are
told when they are left out of the text, or stand in a block of boilerplate, caption or byline.
"""

import argparse
import json
import re
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.alignment import align
from reader.corpus.article import Article, BlockKind
from reader.corpus.read import parse_article

_MARKUP = re.compile(r"\A---\n.*?\n---\n|\]\([^()]*\)|\{[^{}]*\}|https?://\S+|\]\[\d+\]", re.DOTALL)
_ASIDE = {BlockKind.BOILERPLATE, BlockKind.CAPTION, BlockKind.BYLINE}


@dataclass
class Tally:
    """Counts over the articles, and a line for each error."""

    counts: Counter[str] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)

    def add(self, what: str, name: str, expected: str | None, found: str | None, *, same: bool) -> None:
        """Counts one title, date or source."""
        if same:
            verdict = "right" if expected is not None else "rightly none"
        elif expected is None:
            verdict = "invented"
        else:
            verdict = "missing" if found is None else "wrong"
        self.counts[f"{what} {verdict}"] += 1
        if not same:
            self.errors.append(f"{name} {what} {verdict}: {found!r} for {expected!r}")


def main() -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--split", default="dev")
    parser.add_argument("--errors", action="store_true", help="one line for each error")
    options = parser.parse_args()
    gold = json.loads((options.shared / "gold" / "press_dev.json").read_text("utf-8"))["docs"]
    tally = Tally()
    for name, labels in gold.items():
        if labels["split"] == options.split:
            data = (options.shared / "data" / "press_dev" / name).read_bytes()
            _judge(name, labels, data, tally)
    if options.errors:
        print(*tally.errors, sep="\n")
    _print(tally.counts)


def _judge(name: str, labels: dict[str, Any], data: bytes, tally: Tally) -> None:
    article = parse_article(name, data)
    source = data.decode("utf-8")
    title = labels["title"]
    expected = None if title is None else source[title["start"] : title["end"]]
    found = article.title if article.title_origin in ("line", "front-matter") else None
    same = _letters(expected) == _letters(found)
    tally.add("title", name, expected, found, same=same)
    date = None if article.date is None else str(article.date)
    tally.add("date", name, labels["date"], date, same=date == labels["date"])
    same = _letters(labels["source"]) == _letters(article.source)
    tally.add("source", name, labels["source"], article.source, same=same)
    _judge_boilerplate(name, labels["boilerplate"], source, article, tally)


def _judge_boilerplate(
    name: str, stretches: list[list[int]], source: str, article: Article, tally: Tally
) -> None:
    """Counts the letters of the file by what the gold and the article take them for."""
    expected = {place for start, end in stretches for place in range(start, end)}
    aside = {
        place for block in article.blocks if block.kind in _ASIDE for place in range(block.start, block.end)
    }
    alignment = align(source, article.text)
    markup = {place for match in _MARKUP.finditer(source) for place in range(match.start(), match.end())}
    missed: list[int] = []
    wrong: list[int] = []
    for offset, sign in enumerate(source):
        if offset in markup or not sign.isalnum():
            continue
        place = alignment.place(offset)
        told = place is None or place in aside
        if offset in expected:
            tally.counts["boilerplate told" if told else "boilerplate missed"] += 1
            if not told:
                missed.append(offset)
        elif place is not None and place in aside:
            tally.counts["text taken for boilerplate"] += 1
            wrong.append(offset)
        elif place is None:
            tally.counts["text left out"] += 1
            wrong.append(offset)
    for verdict, offsets in (("boilerplate missed", missed), ("text taken for boilerplate", wrong)):
        for start, end in _stretches(offsets):
            tally.errors.append(f"{name} {verdict}: {source[start:end]!r}")


def _stretches(offsets: list[int]) -> list[tuple[int, int]]:
    """Offsets no further than 12 apart, put together."""
    found: list[tuple[int, int]] = []
    for offset in offsets:
        if found and offset - found[-1][1] <= 12:
            found[-1] = (found[-1][0], offset + 1)
        else:
            found.append((offset, offset + 1))
    return found


def _letters(text: str | None) -> str:
    return "".join(sign for sign in text or "" if sign.isalnum()).casefold()


def _print(counts: Counter[str]) -> None:
    for what in ("title", "date", "source"):
        verdicts = ("right", "rightly none", "wrong", "missing", "invented")
        print(f"{what:12}" + "  ".join(f"{verdict} {counts[f'{what} {verdict}']}" for verdict in verdicts))
    told, missed = counts["boilerplate told"], counts["boilerplate missed"]
    wrong, left_out = counts["text taken for boilerplate"], counts["text left out"]
    print(
        f"boilerplate recall {100 * told / max(1, told + missed):.1f} % of {told + missed} letters; "
        f"precision {100 * told / max(1, told + wrong):.1f} %; text left out {left_out} letters"
    )


if __name__ == "__main__":
    main()
