"""JSON Lines: one object a line, exact, and nothing a terminal would obey."""

import json
import sys
from collections.abc import Mapping

from reader.cli.output.streams import writes_unicode
from reader.corpus.safe import safe_line


def json_line(row: Mapping[str, object]) -> str:
    r"""`row` as one line of JSON; in ASCII (`\u001b`) where it holds what is not safe to show."""
    line = json.dumps(row, ensure_ascii=False)
    return line if safe_line(line) == line else json.dumps(row)


def print_json(row: Mapping[str, object]) -> None:
    """Prints `row` on standard output as one line of JSON."""
    line = json_line(row) if writes_unicode(sys.stdout) else json.dumps(row)
    sys.stdout.write(line + "\n")
