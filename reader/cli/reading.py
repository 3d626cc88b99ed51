"""Reads articles that were named, from their files or from standard input."""

import os
import sys
from pathlib import Path

from reader.cli.failures import CommandFailure
from reader.cli.output.shown_path import shown_path
from reader.corpus.article import Article
from reader.corpus.read import UnreadableArticle, parse_article, raw_text, read_article

STANDARD_INPUT = "-"
"""What stands for standard input where a file is asked for."""

_MOST = 64 * 1024 * 1024
"""Bytes taken of standard input, and of a file that is printed as it is, at most."""


def readable_article(folder: Path, path: str) -> Article:
    """The article at `path` in `folder`. Raises CommandFailure that says why it is none, and OSError."""
    try:
        if path == STANDARD_INPUT:
            return parse_article(path, _standard_input())
        return read_article(folder, path)
    except UnreadableArticle as error:
        name = "standard input" if path == STANDARD_INPUT else shown_path(os.fspath(folder / path))
        raise CommandFailure(f"{name}: it is no article: {error}") from error


def readable_text(folder: Path, path: str) -> str:
    """The file at `path` in `folder` as it is, only decoded and made safe. Raises OSError."""
    if path == STANDARD_INPUT:
        return raw_text(_standard_input())
    with (folder / path).open("rb") as file:
        return raw_text(file.read(_MOST))


def _standard_input() -> bytes:
    if sys.stdin is None:
        raise CommandFailure("standard input is closed: there is nothing to read")
    return sys.stdin.buffer.read(_MOST)
