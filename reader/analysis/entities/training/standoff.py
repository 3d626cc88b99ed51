"""Press articles labelled for this project: places and kinds of names, and none of the text they stand in.

`orangesum_names.tsv`: an article a line, of three columns: its file in `orangesum_fr.tar.xz`, the first 16 digits of
its SHA-256, and its names as `start+lengthKIND`, in code points of the file.  A first model marked names; readers of
the whole articles, language models that were given the rules of press_dev, corrected them.  How well they did is told
by articles of press_dev that stood among theirs without their labels; see `benchmarks/README.md`.
"""

import hashlib
import re
import tarfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.alignment import align
from reader.analysis.entities.training.labelled import Labelled, Span, labelled
from reader.corpus.read import parse_article

NAMES = Path(__file__).parent / "orangesum_names.tsv"
GROUP = "orangesum"
"""The outlet of all of them, as press_dev calls it."""
_SPAN = re.compile(r"(\d+)\+(\d+)(PER|LOC|ORG|MISC)")


def labels_in(file: Path) -> dict[str, tuple[str, str]]:
    """Digest and labels of each article of a file of labels, by name."""
    rows = (line.split("\t") for line in file.read_text("utf-8").splitlines())
    return {name: (digest, labels) for name, digest, labels in rows}


def labelled_files(archive: Path, digests: dict[str, str]) -> Iterator[tuple[str, bytes]]:
    """The files that were labelled, in the order of `archive`.

    Raises ValueError for a file that is not the one that was labelled, or that is not there.
    """
    left = dict(digests)
    with tarfile.open(archive) as tar:
        for member in tar:
            name = Path(member.name).name
            stream = tar.extractfile(member) if name in left else None
            if stream is None:
                continue
            data = stream.read()
            if hashlib.sha256(data).hexdigest()[:16] != left.pop(name):
                raise ValueError(f"{name} is not the file that was labelled")
            yield name, data
    if left:
        raise ValueError(f"not in {archive.name}: {', '.join(sorted(left)[:5])}")


def name_spans(labels: str) -> list[Span]:
    """The names that a line tells of, in code points of its file."""
    return [(int(at), int(at) + int(size), kind) for at, size, kind in _SPAN.findall(labels)]


def orangesum(archive: Path, labels: Path = NAMES) -> Iterator[Labelled]:
    """The articles of OrangeSum with names, as Reader reads them.  Raises ValueError as `labelled_files` does."""
    rows = labels_in(labels)
    for name, data in labelled_files(archive, {name: digest for name, (digest, _) in rows.items()}):
        article = parse_article(name, data)
        alignment = align(data.decode("utf-8"), article.text)
        laid = [(alignment.span(start, end), kind) for start, end, kind in name_spans(rows[name][1])]
        yield labelled(article, GROUP, [(*span, kind) for span, kind in laid if span is not None])
