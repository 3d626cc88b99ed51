"""Reads the unlabelled articles word statistics are learned from."""

import hashlib
import tarfile
from collections.abc import Iterator
from pathlib import Path

from reader.analysis.entities.spelling import spelling
from reader.analysis.tokens import tokens


def raw_articles(archive: Path) -> Iterator[tuple[str, str]]:
    """Name and text of each `.txt` of a tar archive, in its order, exact copies left out."""
    seen: set[bytes] = set()
    with tarfile.open(archive) as tar:
        for member in tar:
            stream = tar.extractfile(member) if member.isfile() and member.name.endswith(".txt") else None
            if stream is None:
                continue
            data = stream.read()
            digest = hashlib.blake2b(data, digest_size=16).digest()
            if digest not in seen:
                seen.add(digest)
                yield member.name, data.decode("utf-8", "replace")


def word_lists(archive: Path) -> Iterator[list[str]]:
    """The words of each line of each article, spelt as the model sees them."""
    for _, text in raw_articles(archive):
        for line in text.splitlines():
            words = [spelling(token.text) for token in tokens(line)]
            if words:
                yield words
