"""Articles written for this project, each quotation with who says it: press of many sorts about invented people.

`articles/`: a file an outlet, its articles parted by a line of `=====`.  Behind the closing sign of each quotation
stands `⟦speaker⟧`, by the fullest name the article gives; `⟦speaker*⟧` where it gives none, in its own words; `|`
parts answers that are both right, the better first; `⟦-⟧` where nobody says it.  Written and labelled by language
models after labelled articles of the press, whose manner they follow and whose sentences they do not; see
`benchmarks/README.md`.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from reader.analysis.quotations.gold import GoldArticle, GoldQuotation
from reader.analysis.quotations.spans import quote_spans

FOLDER = Path(__file__).parent / "articles"
SPLIT = "written"
_BETWEEN = "\n=====\n"
_LABEL = re.compile("⟦([^⟧\n]*)⟧")


def written(folder: Path = FOLDER) -> Iterator[GoldArticle]:
    """The articles, the outlet of each named after its file."""
    for path in sorted(folder.glob("*.txt")):
        articles = path.read_text("utf-8").rstrip("\n").split(_BETWEEN)
        for number, labelled in enumerate(articles, start=1):
            yield article_of(f"{path.stem}/{number:03}", labelled, path.stem)


def article_of(name: str, labelled: str, outlet: str) -> GoldArticle:
    """An article without its labels, which become its quotations; ValueError for a label behind no quotation."""
    text, labels = _parted(labelled)
    bare = GoldArticle(name, text, len(text), outlet, SPLIT, (), ())
    quotations = []
    for span in quote_spans(bare.article()):
        label = labels.pop(span.end, None)
        if label is not None:
            quotations.append(_quotation(span.start, span.end, label))
    if labels:
        raise ValueError(f"{name}: no quotation ends at {', '.join(map(str, labels))}")
    return GoldArticle(name, text, len(text), outlet, SPLIT, tuple(quotations), ())


def _parted(labelled: str) -> tuple[str, dict[int, str]]:
    """The text, and the labels by where they stood in it."""
    pieces = _LABEL.split(labelled)
    labels: dict[int, str] = {}
    end = 0
    for piece, label in zip(pieces[::2], pieces[1::2], strict=False):
        end += len(piece)
        labels[end] = label
    return "".join(pieces[::2]), labels


def _quotation(start: int, end: int, label: str) -> GoldQuotation:
    told = [one for one in label.split("|") if one.rstrip("*") != "-"]
    named = bool(told) and not told[0].endswith("*")
    speakers = tuple(one.rstrip("*") for one in told)
    return GoldQuotation(start, end, frozenset(), speakers, named, nested=False)
