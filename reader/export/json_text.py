"""JSON text that is exact, on one line, and holds nothing a terminal would obey."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping

from reader.corpus.safe import safe_line

_NOT_ASCII = re.compile(r"[^\x00-\x7f]")


def json_line(row: Mapping[str, object]) -> str:
    r"""`row` as one line of JSON; in ASCII (`\u001b`) where it holds what is not safe to show."""
    line = json.dumps(row, ensure_ascii=False)
    return line if safe_line(line) == line else json.dumps(row)


def json_array(rows: Iterable[Mapping[str, object]]) -> Iterator[str]:
    """An array of `rows`, an element a line, in pieces as the rows come."""
    before = "[\n"
    for row in rows:
        yield before + json_line(row)
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


def in_ascii(text: str) -> str:
    r"""JSON of the same meaning in which every other character is written as `\uNNNN`."""
    return _NOT_ASCII.sub(lambda sign: json.dumps(sign[0])[1:-1], text)
