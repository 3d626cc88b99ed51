"""Run as a program by a test: the command line, in which the key of the help is a fault of ours."""

import sys

from reader.cli.start import main
from reader.tui.doing.housekeeping import Housekeeping


def crash(_: Housekeeping) -> None:
    """Fails."""
    raise ZeroDivisionError("a \x1b[31m fault of ours")


if __name__ == "__main__":
    Housekeeping.help = crash  # type: ignore[assignment,method-assign]
    sys.exit(main())
