"""Press articles whose quotations were labelled for this project: places, kinds and speakers, and none of the text.

`orangesum_speakers.tsv`: an article a line, of three columns: its file in `orangesum_fr.tar.xz`, the first 16 digits of
its SHA-256, and its quotations as `start+length`, a letter for the kind (direct, partial, term), and, behind `=`, where
the words stand that name a right speaker (`start+length`, with `*` for one without a name), the best first, parted by
`|`; all in code points of the file.  Told by readers of the whole articles, language models that were given the rules
of press_dev; see `benchmarks/README.md`.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from reader.analysis.entities.training import standoff
from reader.analysis.quotations.gold import GoldArticle, GoldQuotation, names_labelled

SPEAKERS = Path(__file__).parent / "orangesum_speakers.tsv"
_KINDS = {"d": "direct", "p": "partial", "t": "term"}
_QUOTATION = re.compile(r"(\d+)\+(\d+)([dpt])(?:=(\S+))?")


def orangesum_labelled(archive: Path, labels: Path = SPEAKERS) -> Iterator[GoldArticle]:
    """The labelled articles, with their names.  Raises ValueError for a file that is not the one that was labelled."""
    rows = standoff.labels_in(labels)
    names = standoff.labels_in(standoff.NAMES)
    for name, data in standoff.labelled_files(archive, {name: digest for name, (digest, _) in rows.items()}):
        text = data.decode("utf-8")
        spans = standoff.name_spans(names[name][1]) if name in names else []
        quotations = tuple(_quotations(text, rows[name][1]))
        yield GoldArticle(
            name, text, len(text), standoff.GROUP, "labelled", quotations, names_labelled(text, spans)
        )


def _quotations(text: str, labels: str) -> Iterator[GoldQuotation]:
    for start, size, kind, speakers in _QUOTATION.findall(labels):
        told = [one.rstrip("*").split("+") for one in speakers.split("|")] if speakers else []
        names = tuple(text[int(at) : int(at) + int(length)] for at, length in told)
        named = not speakers.partition("|")[0].endswith("*")
        at = int(start)
        yield GoldQuotation(at, at + int(size), frozenset([_KINDS[kind]]), names, named, nested=False)
