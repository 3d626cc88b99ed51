"""What the user is told when a command ends early."""

import sys
from collections.abc import Sequence

from reader.cli.crash_log import write_crash
from reader.cli.exit_codes import ExitCode
from reader.cli.failures import CommandFailure, explain_os_error
from reader.cli.interruption import was_interrupted
from reader.cli.output.streams import abandon_stdout, say
from reader.corpus.shown_path import shown_path
from reader.language import _
from reader.library.errors import LibraryError


def tell_failure(error: BaseException, words: Sequence[str]) -> ExitCode:
    """Tells `error` in one line on standard error and returns its exit code; `words`: the command line."""
    if was_interrupted():
        return ExitCode.INTERRUPTED
    match error:
        case BrokenPipeError():
            abandon_stdout()
            return ExitCode.FINE
        case KeyboardInterrupt():
            return ExitCode.INTERRUPTED
        case CommandFailure():
            say(*error.message.split("\n"))
            return error.code
        case LibraryError():
            say(str(error))
            return ExitCode.CANNOT
        case OSError():
            say(explain_os_error(error))
            _drop_unwritten()
            return ExitCode.CANNOT
        case MemoryError():
            say(_("there is not enough memory for this"))
            return ExitCode.CANNOT
    return _tell_crash(error, words)


def _tell_crash(error: BaseException, words: Sequence[str]) -> ExitCode:
    log = write_crash(error, words[0] if words else "")
    where = (
        _("the details are in {file}").format(file=shown_path(str(log)))
        if log
        else _("and no file could be written to tell the details")
    )
    say(
        _("something went wrong inside Reader ({name}: {error}); {where}").format(
            name=type(error).__name__, error=_brief(error), where=where
        )
    )
    return ExitCode.CRASHED


def _brief(error: BaseException) -> str:
    text = str(error)
    return text if len(text) <= 200 else text[:200] + "…"


def _drop_unwritten() -> None:
    """Lets go of what standard output could not take (a full disk), lest Python fail on it again."""
    try:
        sys.stdout.flush()
    except OSError:
        abandon_stdout()
