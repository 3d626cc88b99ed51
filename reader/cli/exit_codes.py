"""What the command `reader` answers the shell with."""

from enum import IntEnum

from reader.language import N_


class ExitCode(IntEnum):
    """The exit codes of every command; `reader --help` lists them."""

    FINE = 0
    """Done, or something was found."""
    NOTHING_FOUND = 1
    """Done, but there was nothing to print."""
    WRONG_USE = 2
    """The command line or the query was not understood."""
    CANNOT = 3
    """A file, a folder or the library could not be read or written."""
    CRASHED = 70
    """A fault of Reader's own; the details are in the log file."""
    INTERRUPTED = 130
    """Ended by Ctrl+C."""


MEANINGS: dict[ExitCode, str] = {
    ExitCode.FINE: N_("Something was found, or it was done; also when the reader of a pipe has gone."),
    ExitCode.NOTHING_FOUND: N_("There was nothing to print."),
    ExitCode.WRONG_USE: N_("The command line or the query was not understood."),
    ExitCode.CANNOT: N_("A file, a folder or the library could not be read or written."),
    ExitCode.CRASHED: N_("A fault of Reader's own; the details are in the log (see: reader paths)."),
    ExitCode.INTERRUPTED: N_("Ended by Ctrl+C."),
}
"""The same to be told, marked for translation."""
