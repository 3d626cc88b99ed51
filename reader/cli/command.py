"""What a command of the command line is made of."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import dataclass

from reader.cli.exit_codes import ExitCode


@dataclass(frozen=True, slots=True)
class Command:
    """One command: how it is called, helped and run.

    `summary`: its line in `reader --help`.  `description`: what its own help begins with.
    `examples`: lines of shell, each a command or a comment, which its help ends with.
    `add_arguments`: declares its arguments.  `run`: does it; imports what it needs only then.
    """

    name: str
    summary: str
    description: str
    examples: str
    add_arguments: Callable[[ArgumentParser], None]
    run: Callable[[Namespace], ExitCode]
