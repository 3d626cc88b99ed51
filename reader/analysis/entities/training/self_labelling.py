"""Labels unlabelled articles with a first model, and keeps the passages it is sure of for a second one."""

import random
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import pycrfsuite

from reader.analysis.entities.features import FeatureMaker
from reader.analysis.entities.passages import Passage, passages
from reader.analysis.entities.training.fit import Rows
from reader.analysis.entities.training.labelled import plain_article
from reader.analysis.entities.training.unlabelled import raw_articles
from reader.analysis.entities.usage import Usage

_SURE = 0.9
_CONSISTENT = 0.75
_SHORTEST, _LONGEST = 8, 60

Sentence = tuple[Rows, list[str]]


def sure_sentences(
    archive: Path, model: Path, maker: FeatureMaker, *, articles: int, seed: int
) -> Iterator[Sentence]:
    """Features and labels of sentences with a name, each label at least 90 % sure.

    `articles` of the archive are drawn at random.  The words of a name must be of one kind in at least three
    quarters of their uses in the article.
    """
    tagger = pycrfsuite.Tagger()
    tagger.open(str(model))
    texts = [text for _, text in raw_articles(archive)]
    for text in random.Random(seed).sample(texts, min(articles, len(texts))):
        found = tuple(passages(plain_article(text, "")))
        usage = Usage(found)
        tagged = [_tag(tagger, maker.of(passage, usage)) for passage in found]
        kinds = _kinds(found, [labels for _, labels, _ in tagged])
        for passage, (rows, labels, sure) in zip(found, tagged, strict=True):
            for start, end in sentence_bounds(passage):
                if (
                    _SHORTEST <= end - start <= _LONGEST
                    and any(label != "O" for label in labels[start:end])
                    and min(sure[start:end]) >= _SURE
                    and all(_consistent(kinds[word]) for word in _words(passage, labels, start, end))
                ):
                    yield rows[start:end], labels[start:end]


def _tag(tagger: pycrfsuite.Tagger, rows: Rows) -> tuple[Rows, list[str], list[float]]:
    labels = tagger.tag(rows)
    return rows, labels, [tagger.marginal(label, index) for index, label in enumerate(labels)]


def _kinds(found: tuple[Passage, ...], labels: list[list[str]]) -> dict[str, Counter[str]]:
    kinds: dict[str, Counter[str]] = defaultdict(Counter)
    for passage, row in zip(found, labels, strict=True):
        for token, label in zip(passage.tokens, row, strict=True):
            if token.text[0].isupper():
                kinds[token.text][label[2:]] += 1
    return kinds


def _words(passage: Passage, labels: list[str], start: int, end: int) -> list[str]:
    return [
        passage.tokens[index].text
        for index in range(start, end)
        if labels[index] != "O" and passage.tokens[index].text[0].isupper()
    ]


def _consistent(kinds: Counter[str]) -> bool:
    return kinds.most_common(1)[0][1] >= _CONSISTENT * kinds.total()


def sentence_bounds(passage: Passage) -> Iterator[tuple[int, int]]:
    """Sentences of a passage as token indices: after each full stop, question or exclamation mark."""
    start = 0
    for index, token in enumerate(passage.tokens):
        if token.text in (".", "!", "?", "…"):
            yield start, index + 1
            start = index + 1
    if start < len(passage.tokens):
        yield start, len(passage.tokens)
