"""How the time of every parser grows with its input: from 10 kB to 1 MB, on plain articles and on hostile texts.

    python -m benchmarks.growth [--largest 1000000] [--only PARSER] [--text TEXT]

Prints, for each parser and text, microseconds a character at 10 kB, 100 kB and 1 MB, and how many times as
much the last is as the most before: about 1 where a parser is linear, 10 where it is quadratic.  A size that
would take more than a minute is left out.  Exit code 1 where one is over 3.
"""

import argparse
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from itertools import cycle, islice

from reader.analysis.entities.amounts import find_amounts
from reader.analysis.entities.dates import find_dates
from reader.analysis.entities.recognise import find_mentions
from reader.analysis.quotations.extract import find_quotations
from reader.corpus.article import Article, BlockKind
from reader.corpus.decode import decode
from reader.corpus.front_matter import split_front_matter
from reader.corpus.markup import remove_markup
from reader.corpus.read import UnreadableArticle, parse_article
from reader.corpus.safe import safe_text
from reader.library.search.folding import words
from reader.resources import resource_folder

_MOST_TIMES = 3.0
_LONGEST = 60.0
_ENOUGH = 0.2
"""Seconds of computing that a measure rests on at least."""


def _plain(length: int) -> str:
    """The sample's articles, one after another."""
    files = sorted(resource_folder("sample_corpus").rglob("*.txt"))
    texts = cycle(file.read_bytes().decode("utf-8", "replace") + "\n\n" for file in files)
    made = "".join(islice(texts, 2 + length // 1500))
    return made[:length]


def _many(piece: str) -> Callable[[int], str]:
    return lambda length: (piece * (1 + length // len(piece)))[:length]


TEXTS: dict[str, Callable[[int], str]] = {
    "articles": _plain,
    "one line": lambda length: _plain(length).replace("\n", " "),
    "opened quotes": _many("« oui "),
    "closed quotes": _many("« oui », a dit Paul Kerbrat. "),
    "straight quotes": _many('"'),
    "apostrophes": _many("l'"),
    "brackets": _many("[]("),
    "images": _many("![a](b "),
    "stars": _many("**a *"),
    "tags": _many("<p <b>"),
    "comments": _many("<!--"),
    "entities": _many("&amp;amp;"),
    "braces": _many("a{b:c;"),
    "calls": _many("a(function(b){"),
    "backslashes": _many("\\n\\"),
    "data": lambda length: "data:image/png;base64," + "A" * (length - 22),
    "capitals": _many("JEAN MARTIN "),
    "names": _many("Jean-Pierre de la Tour, "),
    "numbers": _many("12 345,6 "),
    "fields": _many("titre: a\n"),
    "dashes": _many("-----\n"),
    "short lines": _many("a\n"),
    "blanks": _many(" \t"),
    "marks": _many("e\u0301"),
    "twice encoded": _many("Ã©tÃ© â€™ "),
    "dates": _many("le 12 mai 2024, "),
    "spans of dates": _many("du 3 au 5 mai, entre le 12 et le 14 "),
    "days": _many("lundi dernier, mardi "),
    "ages ago": _many("il y a trois ans et deux mois avant "),
    "amounts": _many("entre 2 et 3 millions d'euros, "),
    "scales": _many("12 millions de milliards de "),
    "number words": _many("vingt-deux mille trois cent "),
    "digits": _many("1"),
    "thousands": _many("123 456 "),
    "speakers": _many("selon Paul Kerbrat, qui a dit que la maire a dit "),
    "english speakers": _many("according to Paul Smith, who said that the mayor said that "),
    "inner quotes": _many("« a “b ‘c "),
    "letters": _many("a"),
}


def _article(text: str) -> Article | None:
    try:
        return parse_article("a.txt", text.encode("utf-8", "replace"))
    except UnreadableArticle:
        return None


def _whole(text: str) -> Article | None:
    """The article with nothing taken for boilerplate: what stands behind a mark of its end would not be looked at."""
    article = _article(text)
    if article is None:
        return None
    blocks = [
        replace(block, kind=BlockKind.PARAGRAPH) if block.kind is BlockKind.BOILERPLATE else block
        for block in article.blocks
    ]
    return replace(article, blocks=tuple(blocks))


def _parsers() -> dict[str, Callable[[str], Callable[[], object]]]:
    """By name: from a text to what is to be measured; what comes before is not."""

    def names(text: str) -> Callable[[], object]:
        article = _whole(text)
        return lambda: find_mentions(article) if article else None

    def quotations(text: str) -> Callable[[], object]:
        article = _whole(text)
        mentions = find_mentions(article) if article else ()
        return lambda: find_quotations(article, mentions) if article else None

    def decoding(text: str) -> Callable[[], object]:
        data = text.encode("cp1252", "replace")
        return lambda: decode(data)

    return {
        "decode": decoding,
        "safe": lambda text: lambda: safe_text(text),
        "front matter": lambda text: lambda: split_front_matter("---\n" + text),
        "markup": lambda text: lambda: remove_markup(text),
        "article": lambda text: lambda: _article(text),
        "folding": lambda text: lambda: words(text),
        "dates": lambda text: lambda: list(find_dates(text, 0, len(text), None)),
        "amounts": lambda text: lambda: list(find_amounts(text, 0, len(text))),
        "names": names,
        "quotations": quotations,
    }


def main() -> int:
    """Measures all and prints the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--largest", type=int, default=1_000_000)
    parser.add_argument("--only", help="one parser")
    parser.add_argument("--text", help="one text")
    options = parser.parse_args()
    sizes = [options.largest // 100, options.largest // 10, options.largest]
    print(
        f"{'parser':<14} {'text':<16} {'µs a character at ' + ' / '.join(f'{size:,}' for size in sizes):<46} times"
    )
    worst: list[tuple[float, str]] = []
    for name, prepare in _parsers().items():
        if options.only not in (None, name):
            continue
        for text, make in TEXTS.items():
            if options.text not in (None, text):
                continue
            costs: list[float] = []
            for size in sizes:
                if costs and costs[-1] * size > _LONGEST * 1e6:
                    break  # it would take too long: the sizes so far have to do
                costs.append(_cost(prepare(make(size))) * 1e6 / size)
            times = costs[-1] / max(costs[:-1])
            worst.append((times, f"{name}, {text}"))
            shown = "".join(f"{cost:12.3f} " for cost in costs).ljust(39)
            print(f"{name:<14} {text:<16} {shown}{times:16.2f}", flush=True)
    print("worst: " + "; ".join(f"{what} {times:.1f}" for times, what in sorted(worst, reverse=True)[:3]))
    return 1 if max(worst)[0] > _MOST_TIMES else 0


def _cost(work: Callable[[], object]) -> float:
    """The least seconds of computing of a few calls: the machine may do other things."""
    least = float("inf")
    spent = 0.0
    for _ in range(20):
        began = time.process_time()
        work()
        took = time.process_time() - began
        least, spent = min(least, took), spent + took
        if spent > _ENOUGH:
            break
    return max(least, 1e-9)


if __name__ == "__main__":
    sys.exit(main())
