"""Scores the entities Reader finds against names annotated by hand.

    python -m benchmarks.entities DATA [--set seeds] [--set press_dev] [--system rules] [--model FOLDER] [--errors]

DATA is the folder that holds `gold/`, `seeds/` and `data/`.  Dates and amounts are not scored.
The articles of `press_dev` and `press_shut` are part of what the shipped model learned from: its figures
there show that it learned, not how it does on new articles.  For those give `--model` a folder that the
training wrote with `--without-shut`, and see `benchmarks.entities_crossval`.
"""

import argparse
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import process_time
from typing import Any

from benchmarks.alignment import align
from benchmarks.entities_scoring import HEADER, KIND_OF_TYPE, Counts, Found, Gold, compare, table_row
from reader.analysis.entities.model import MODEL_FOLDER, load_model, model_problem
from reader.analysis.entities.passages import passages
from reader.analysis.entities.recognise import find_mentions_by_rules, mentions_of_spans
from reader.analysis.types import EntityKind, Mention
from reader.corpus.article import Article
from reader.corpus.read import parse_article

_OTHER = (EntityKind.PRODUCT, EntityKind.EVENT)
_NOT_SCORED = (EntityKind.DATE, EntityKind.AMOUNT)
SETS = ("seeds", "press_dev", "press_shut")
SYSTEMS = ("rules", "model")
System = Callable[[Article], Sequence[Mention]]


@dataclass(frozen=True, slots=True)
class Document:
    """An article with its gold, whose offsets are those of the article's text; `until`
    is where the gold ends."""

    article: Article
    gold: tuple[Gold, ...]
    until: int


def load(data: Path, name: str) -> Iterator[Document]:
    """The documents of one set."""
    file, folder = ("seeds_entities_gold", "seeds") if name == "seeds" else ("press_dev", "data/press_dev")
    documents: dict[str, Any] = json.loads((data / "gold" / f"{file}.json").read_text(encoding="utf-8"))[
        "docs"
    ]
    for path, document in documents.items():
        if name == "seeds" or document["split"] == name.removeprefix("press_"):
            yield _document(path, (data / folder / path).read_bytes(), document)


def _document(path: str, data: bytes, annotated: dict[str, Any]) -> Document:
    raw = data.decode("utf-8")
    article = parse_article(path, data)
    alignment = align(raw, article.text)
    gold: list[Gold] = []
    for entity in annotated["entities"]:
        span = alignment.span(entity["start"], entity["end"])
        if span is None:
            continue  # a repeated caption, which the article holds once
        kinds = [entity["type"], *_listed(entity.get("alt"))]
        gold.append(Gold(*span, tuple(KIND_OF_TYPE[kind] for kind in kinds), bool(entity.get("optional"))))
    end = annotated.get("annotated_until", len(raw))
    until = alignment.span(0, end)
    return Document(article, tuple(gold), until[1] if until else 0)


def _listed(value: str | list[str] | None) -> list[str]:
    return [] if value is None else [value] if isinstance(value, str) else value


def scored(document: Document, mentions: Sequence[Mention]) -> list[Found]:
    """The mentions the gold speaks of."""
    return [
        (mention.start, mention.end, "other" if mention.entity.kind in _OTHER else str(mention.entity.kind))
        for mention in mentions
        if mention.entity.kind not in _NOT_SCORED and mention.start < document.until
    ]


def errors(document: Document, found: Sequence[Found]) -> Iterator[str]:
    """What was missed (-) and what was found wrongly (+), in order of the text."""
    text = document.article.text
    right = {(name.start, name.end, kind) for name in document.gold for kind in name.kinds}
    lines = [(start, f"+ {kind:<13}{text[start:end]!r}") for start, end, kind in found
             if (start, end, kind) not in right]  # fmt: skip
    mine = set(found)
    lines += [
        (name.start, f"- {name.kinds[0]:<13}{text[name.start : name.end]!r}")
        for name in document.gold
        if not name.optional and not any((name.start, name.end, kind) in mine for kind in name.kinds)
    ]
    for start, line in sorted(lines):
        yield f"  {document.article.path} {start:>6} {line}"


def by_model(folder: Path) -> System:
    """What finds mentions with the model of a folder, or by rules alone where it cannot be used."""
    model = load_model(folder)
    if model is None:
        return find_mentions_by_rules
    return lambda article: mentions_of_spans(article, model.spans(tuple(passages(article)), article.language))


def measure(documents: Sequence[Document], system: System, name: str, *, show_errors: bool) -> str:
    """A row of the table; prints the errors when asked."""
    counts: list[Counts] = []
    seconds, letters = 0.0, 0
    for document in documents:
        begin = process_time()
        mentions = system(document.article)
        seconds += process_time() - begin
        letters += len(document.article.text)
        found = scored(document, mentions)
        counts.append(compare(document.gold, found))
        if show_errors:
            print(*errors(document, found), sep="\n")
    return table_row(name, counts) + f" | {1000 * seconds * 2000 / letters:.1f} ms per 2,000 characters"


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path)
    parser.add_argument(
        "--set", action="append", choices=SETS, dest="sets", help="default: seeds and press_dev"
    )
    parser.add_argument("--system", action="append", choices=SYSTEMS, dest="systems", help="default: all")
    parser.add_argument("--model", type=Path, default=MODEL_FOLDER, help="a model that does not ship")
    parser.add_argument("--errors", action="store_true", help="list what was missed and what was wrong")
    options = parser.parse_args()
    if model_problem(options.model):
        print("The model cannot be used:", model_problem(options.model))
    systems = {"rules": find_mentions_by_rules, "model": by_model(options.model)}
    print(HEADER)
    for name in options.sets or SETS[:2]:
        documents = list(load(options.data, name))
        print(f"{name}: {len(documents)} articles")
        for system in options.systems or systems:
            print(measure(documents, systems[system], system, show_errors=options.errors))


if __name__ == "__main__":
    main()
