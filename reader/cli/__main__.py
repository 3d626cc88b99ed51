"""Runs the command line as `python -m reader.cli`."""

import sys

from reader.cli.start import main

if __name__ == "__main__":
    sys.exit(main())
