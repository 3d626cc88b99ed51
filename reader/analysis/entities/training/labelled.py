"""Reads annotated articles: names and their types, laid on the tokens of the article as Reader shows it."""

import gzip
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.alignment import align
from reader.analysis.entities.passages import Passage, passages
from reader.corpus.article import Article, Block, BlockKind, Origin
from reader.corpus.read import parse_article

Span = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Labelled:
    """The passages of an article and, for each, the labels of its tokens (`B-PER`, `I-PER`, `O`)."""

    name: str
    group: str
    passages: tuple[Passage, ...]
    labels: tuple[tuple[str, ...], ...]


def labels_of(passage: Passage, spans: Sequence[Span]) -> tuple[str, ...]:
    """The label of each token: a token that overlaps a span belongs to it."""
    labels: list[str] = []
    place, inside = 0, -1
    for token in passage.tokens:
        while place < len(spans) and spans[place][1] <= token.start:
            place += 1
        if place < len(spans) and spans[place][0] < token.end:
            labels.append(("I-" if inside == place else "B-") + spans[place][2])
            inside = place
        else:
            labels.append("O")
    return tuple(labels)


def plain_article(text: str, path: str) -> Article:
    """An article of text that is clean already: a paragraph a line."""
    blocks: list[Block] = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(BlockKind.PARAGRAPH, start, start + len(line)))
        start += len(line) + 1
    return Article(path, "", path, Origin.FILE_NAME, None, None, None, None, "fr", text, tuple(blocks))


def labelled(article: Article, group: str, spans: Sequence[Span], until: int | None = None) -> Labelled:
    """Lays `spans` on the tokens of `article`, leaving out passages that begin at `until` or later."""
    found = tuple(
        passage for passage in passages(article) if until is None or passage.tokens[-1].start < until
    )
    ordered = sorted(spans)
    return Labelled(article.path, group, found, tuple(labels_of(passage, ordered) for passage in found))


def press(annotations: Path, folder: Path, splits: Sequence[str]) -> Iterator[Labelled]:
    """The annotated press articles of some splits, as Reader reads them; an article's group is its outlet.

    Names the annotator left open (`optional`) are taught as no names.
    """
    documents: dict[str, Any] = json.loads(annotations.read_text(encoding="utf-8"))["docs"]
    for path, document in documents.items():
        if document["split"] not in splits:
            continue
        data = (folder / path).read_bytes()
        article = parse_article(path, data)
        alignment = align(data.decode("utf-8"), article.text)
        spans: list[Span] = []
        for entity in document["entities"]:
            span = alignment.span(entity["start"], entity["end"])
            if span is not None and not entity.get("optional"):
                spans.append((*span, entity["type"]))
        until = alignment.span(0, document["annotated_until"])
        yield labelled(article, document["outlet"], spans, until[1] if until else 0)


def winer_articles(file: Path, years: Sequence[str] = ()) -> Iterator[tuple[str, str, list[Span]]]:
    """Name, text and spans of the articles of WiNER, of some years or of all."""
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        for line in lines:
            document: dict[str, Any] = json.loads(line)
            if not years or document["id"][:4] in years:
                spans = [(start, end, kind) for start, end, kind in document["entities"]]
                yield document["id"], document["text"], spans


def winer(file: Path, years: Sequence[str] = ()) -> Iterator[Labelled]:
    """The articles of WiNER, of some years or of all; an article's group is its year."""
    for name, text, spans in winer_articles(file, years):
        yield labelled(plain_article(text, name), name[:4], spans)


def conll(file: Path) -> Iterator[tuple[str, list[Span]]]:
    """Text and spans of each document of a file with a token a line (number, word, `B-PER`, `I-PER` or `O`).

    A document begins at `-DOCSTART-` or `# newdoc`; its words are parted by spaces, its sentences by line ends.
    """
    with gzip.open(file, "rt", encoding="utf-8") as stream:
        sentences: list[list[tuple[str, str]]] = [[]]
        for line in (*stream, "# newdoc"):
            cells = line.rstrip("\n").split("\t")
            if line.startswith("# newdoc") or cells[1:2] == ["-DOCSTART-"]:
                if any(sentences):
                    yield _document(sentences)
                sentences = [[]]
            elif line.startswith("#"):
                continue
            elif len(cells) < 3:
                sentences.append([])
            else:
                sentences[-1].append((cells[1], cells[2]))


def _document(sentences: Sequence[Sequence[tuple[str, str]]]) -> tuple[str, list[Span]]:
    text, spans = "", list[Span]()
    for sentence in filter(None, sentences):
        for word, label in sentence:
            if label.startswith("B-") or (label.startswith("I-") and not spans):
                spans.append((len(text), len(text) + len(word), label[2:]))
            elif label.startswith("I-"):
                spans[-1] = (spans[-1][0], len(text) + len(word), spans[-1][2])
            text += word + " "
        text = text[:-1] + "\n"
    return text, spans


def english(*files: Path) -> Iterator[Labelled]:
    """The documents of English files in CoNLL columns; a document's group is its file."""
    for file in files:
        for number, (text, spans) in enumerate(conll(file)):
            yield labelled(plain_article(text, f"{file.name}-{number}"), file.name, spans)
