"""The two streams: results go to standard output, everything else to standard error."""

import os
import sys
from io import TextIOWrapper
from typing import TextIO

from reader.cli.failures import CommandFailure
from reader.corpus.safe import safe_line
from reader.language import _


def prepare_streams() -> None:
    """Lets a terminal of any encoding show any text: what it lacks is written as `\\xNN` or `\\uNNNN`.

    Raises CommandFailure when standard output is closed.
    """
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w")  # noqa: SIM115, PTH123 - it stays open to the end
    if sys.stdout is None:
        raise CommandFailure(_("standard output is closed: there is nowhere to print to"))
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def say(*lines: str) -> None:
    """Prints each of `lines` as one line on standard error, made safe to show."""
    for line in lines:
        print(f"reader: {safe_line(line)}", file=sys.stderr)


def is_styled(stream: TextIO | None) -> bool:
    """Whether `stream` is a terminal that takes colours and columns."""
    return stream is not None and stream.isatty() and os.environ.get("TERM", "dumb") not in ("", "dumb")


def writes_unicode(stream: TextIO) -> bool:
    """Whether every character can be written to `stream`."""
    encoding = (getattr(stream, "encoding", None) or "ascii").lower().replace("_", "-")
    return encoding.startswith("utf")


def abandon_stdout() -> None:
    """Points standard output at nothing, so that Python's own end does not fail on a pipe closed early."""
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, sys.stdout.fileno())
    os.close(nothing)
