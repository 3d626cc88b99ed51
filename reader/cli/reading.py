"""Reads articles that were named, from their files or from standard input."""

import os
import sys
from pathlib import Path

from reader.cli.failures import CommandFailure
from reader.corpus.article import Article
from reader.corpus.read import LARGEST_FILE, UnreadableArticle, parse_article, raw_text
from reader.corpus.shown_path import shown_path
from reader.corpus.skip_reasons import reason_words
from reader.language import _

STANDARD_INPUT = "-"
"""What stands for standard input where a file is asked for."""


def named_article(folder: Path, path: str) -> Article:
    """The article at `path` in `folder`. Raises CommandFailure that says why it is none, and OSError."""
    data = _bytes_of(folder, path)
    try:
        return parse_article(path, data)
    except UnreadableArticle as error:
        raise _unreadable(folder, path, error.reason) from error


def named_text(folder: Path, path: str) -> str:
    """The file at `path` in `folder` as it is, only decoded and made safe. Raises as `named_article` does."""
    data = _bytes_of(folder, path)
    try:
        return raw_text(data)
    except UnreadableArticle as error:
        raise _unreadable(folder, path, error.reason) from error


def _bytes_of(folder: Path, path: str) -> bytes:
    """At most `LARGEST_FILE` bytes, of a pipe too: `reader show <(command)`."""
    if path == STANDARD_INPUT:
        if sys.stdin is None:
            raise CommandFailure(_("standard input is closed: there is nothing to read"))
        data = sys.stdin.buffer.read(LARGEST_FILE + 1)
    else:
        with (folder / path).open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    if len(data) > LARGEST_FILE:
        raise _unreadable(folder, path, _("larger than {size} MB").format(size=LARGEST_FILE >> 20))
    return data


def _unreadable(folder: Path, path: str, reason: str) -> CommandFailure:
    name = _("standard input") if path == STANDARD_INPUT else shown_path(os.fspath(folder / path))
    return CommandFailure(
        _("{name}: this is no article: {reason}").format(name=name, reason=reason_words(reason))
    )
