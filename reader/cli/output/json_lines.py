"""JSON Lines on standard output."""

import sys
from collections.abc import Mapping

from reader.cli.output.streams import writes_unicode
from reader.export.json_text import in_ascii, json_line


def print_json(row: Mapping[str, object]) -> None:
    """Prints `row` on standard output as one line of JSON; in ASCII where it takes no other signs."""
    line = json_line(row)
    sys.stdout.write((line if writes_unicode(sys.stdout) else in_ascii(line)) + "\n")
