"""What `benchmarks.fuzz` throws its inputs at: every parser, by name, each a function of bytes."""

import atexit
import os
import random
import shutil
import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import suppress
from functools import cache, partial
from pathlib import Path
from typing import Any

from reader.analysis.analyse import analyse
from reader.corpus.article import Article
from reader.corpus.decode import BinaryData, decode
from reader.corpus.front_matter import split_front_matter
from reader.corpus.markup import remove_markup, safe_marked
from reader.corpus.read import UnreadableArticle, parse_article
from reader.corpus.safe import safe_line, safe_text
from reader.corpus.shown_path import path_from, shown_path
from reader.library.encoding import pack_analysis, unpack_analysis, unpack_blocks, unpack_text
from reader.library.errors import LibraryError
from reader.library.indexing import index
from reader.library.naming.corrections import read_corrections
from reader.library.sqlite_library import SqliteLibrary
from reader.library.untrusted import UnreadableRecord
from reader.settings.reading import load

_MOST_SIGNS = 60_000


class Broken(Exception):  # noqa: N818 - it names what was found
    """A parser let something through that it should not have."""


def _hold(condition: object, words: str) -> None:
    if not condition:
        raise Broken(words)


def _decode(data: bytes) -> None:
    with suppress(BinaryData):
        text = safe_text(decode(data))
        _hold(safe_text(text) == text, "safe_text is not idempotent")


def _text(data: bytes) -> str:
    """The bytes as text, unsafe signs kept."""
    return data.decode("utf-8", "surrogateescape")


def _markup(data: bytes) -> None:
    made = remove_markup(safe_text(_text(data)))
    _hold(safe_marked(made) == made, "markup left what is not safe")


def _front_matter(data: bytes) -> None:
    front, body = split_front_matter(safe_text(_text(data)))
    _hold(body in safe_text(_text(data)), "the body is not part of the text")
    _hold(all(isinstance(value, str) for value in (front.title, front.date, front.source)), "fields")


def _article(data: bytes) -> Article | None:
    try:
        article = parse_article("dossier/caf\udce9.txt", data)
    except UnreadableArticle:
        return None
    _hold(safe_text(article.text) == article.text, "text is not safe")
    for line in (article.title, article.source or ""):
        _hold(safe_line(line) == line, "title or source is not safe")
    ends = [place for block in article.blocks for place in (block.start, block.end)]
    _hold(ends == sorted(ends) and (not ends or ends[-1] <= len(article.text)), "blocks overlap")
    return article


def _analysis(data: bytes) -> None:
    article = _article(data[: _MOST_SIGNS // 2])
    if article is None:
        return
    made = analyse(article)
    _hold(
        unpack_analysis(pack_analysis(made), len(article.text)) == made, "it cannot be stored and read back"
    )
    names = [mention.entity.name for mention in made.mentions]
    _hold(all(safe_line(name) == name for name in names), "a name is not safe")


@cache
def _library() -> tuple[Path, bytes, SqliteLibrary]:
    """A library of the sample, its folder and its bytes."""
    from reader.resources import resource_folder

    folder = Path(tempfile.mkdtemp(prefix="fuzz-library-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    file = folder / "sample.sqlite"
    index(resource_folder("sample_corpus"), file)
    return folder, file.read_bytes(), SqliteLibrary(folder, file)


def _query(data: bytes) -> None:
    library = _library()[2]
    query = _text(data[:4000])
    results = library.search(query, typing=len(data) % 2 == 0, limit=50)
    _hold(safe_line(results.query) == results.query, "the query told back is not safe")
    _hold(safe_line(results.problem or "") == (results.problem or ""), "the problem is not safe")
    for number in list(results.ids)[:3]:
        library.excerpt(number, results)
        library.matches(library.article(number), results)
    library.complete(query, len(query))
    library.speakers(query[:200])
    library.entity_ids(query[:200])


def _records(data: bytes) -> None:
    for unpack in (
        unpack_text,
        lambda some: unpack_blocks(some, 5000),
        lambda some: unpack_analysis(some, 5000),
    ):
        with suppress(UnreadableRecord):
            unpack(data)


def _library_file(data: bytes) -> None:
    """A good library with the input written over some of it, used for everything."""
    folder, good, _ = _library()
    rng = random.Random(data)
    made = bytearray(good)
    for _ in range(rng.choice((1, 3, 30))):
        place = rng.choice(
            (rng.randrange(len(made)), rng.randrange(200), 4096 * rng.randrange(len(made) // 4096))
        )
        piece = data[: rng.choice((1, 4, 64, 4096))]
        made[place : place + len(piece)] = piece
    file = folder / "damaged.sqlite"
    file.write_bytes(made[: rng.choice((len(made), len(made), rng.randrange(len(made))))])
    with suppress(LibraryError, KeyError):
        use_library(SqliteLibrary(folder, file))
    for suffix in ("", "-wal", "-shm"):
        Path(f"{file}{suffix}").unlink(missing_ok=True)


def _crafted_rows(data: bytes) -> None:
    """A good library in which columns hold anything, used for everything."""
    folder, good, _ = _library()
    rng = random.Random(data)
    file = folder / "crafted.sqlite"
    file.write_bytes(good)
    db = sqlite3.connect(file, isolation_level=None)
    tables = [row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    for table in rng.sample(tables, 4):
        columns = [row[1] for row in db.execute(f"PRAGMA table_info({table})")]
        value = rng.choice(
            (data, None, -1, 1 << 62, 1.5, "x" * 300, safe_text(_text(data)), _printable(data))
        )
        with suppress(sqlite3.Error):
            db.execute(f"UPDATE {table} SET {rng.choice(columns)} = ? WHERE rowid % 3 = 0", (value,))  # noqa: S608
    db.close()
    with suppress(LibraryError, KeyError):
        use_library(SqliteLibrary(folder, file))
    for suffix in ("", "-wal", "-shm"):
        Path(f"{file}{suffix}").unlink(missing_ok=True)


def _printable(data: bytes) -> str:
    return data.decode("latin-1")


def use_library(library: SqliteLibrary) -> None:
    """Asks a library everything, and holds that what it says is safe."""
    asked: list[Callable[[], Any]] = [
        library.status, library.skipped, library.speakers, library.entity_ids,
        partial(library.search, "maire OR by:paul -is:read date:2024.."), partial(library.complete, "person:b", 8),
        partial(library.sayings, 1), partial(library.reports, 1, 0), partial(library.entity_page, 1),
        partial(library.entity_joins, 1), partial(library.entities, range(1, 40)), partial(library.find, "a"),
    ]  # fmt: skip
    try:
        ids = list(library.ids())[:5]
        one_each = (library.article, library.analysis, partial(library.entity_lines, 1))
        asked += [partial(ask, number) for number in ids for ask in one_each]
        asked.append(partial(library.summaries, ids))
        for question in asked:
            with suppress(LibraryError, KeyError):
                _hold_safe(question())
    finally:
        library.close()


def _hold_safe(told: object) -> None:
    """Every text in what a library tells is safe, but paths, which are as raw as the file system's."""
    if isinstance(told, str):
        _hold(safe_text(told) == told, f"not safe: {told[:80]!a}")
    elif isinstance(told, dict):
        _hold_safe(list(told))
    elif isinstance(told, (list, tuple, set)):
        for one in told:
            _hold_safe(one)
    elif hasattr(told, "__slots__"):
        for name in told.__slots__:
            if name != "path":
                _hold_safe(getattr(told, name, None))


def _settings(data: bytes) -> None:
    folder = _library()[0]
    file = folder / "settings.toml"
    file.write_bytes(data)
    made = load(file, {"READER_THEME": _text(data[:50]).replace("\0", "")})
    for problem in made.problems:
        _hold(problem.isprintable(), f"a problem of settings is not safe: {problem[:80]!a}")
    for problem in read_corrections(file).problems:
        _hold(problem.isprintable(), f"a problem of names is not safe: {problem[:80]!a}")


def _paths(data: bytes) -> None:
    path = os.fsdecode(data[:255].replace(b"\0", b""))
    shown = shown_path(path)
    _hold(safe_line(shown) == shown, "a shown path is not safe")
    _hold(shown == path or path_from(shown) == path, "a shown path does not lead back")


def _whole(data: bytes) -> None:
    _article(data)


PARSERS: dict[str, Callable[[bytes], None]] = {
    "decode": _decode,
    "front matter": _front_matter,
    "markup": _markup,
    "article": _whole,
    "names and quotations": _analysis,
    "query": _query,
    "stored records": _records,
    "library file": _library_file,
    "library rows": _crafted_rows,
    "settings": _settings,
    "paths": _paths,
}
"""By name; each raises nothing but `Broken`, whatever it is given."""
