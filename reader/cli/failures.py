"""How a failure is told: one line that says which file, what was wrong and what to do."""

import errno
import os

from reader.cli.exit_codes import ExitCode
from reader.corpus.safe import safe_line
from reader.corpus.shown_path import shown_path
from reader.language import N_, _
from reader.system_words import os_words


class CommandFailure(Exception):  # noqa: N818 - it carries an outcome, not only an error
    """Ends the command with `message` on standard error (a line of it for each of its own) and `code`."""

    def __init__(self, message: str, code: ExitCode = ExitCode.CANNOT) -> None:
        super().__init__(message)
        self.message = message
        self.code = code


def wrong_use(message: str) -> CommandFailure:
    """The failure of a command line that asks for what cannot be."""
    return CommandFailure(message, ExitCode.WRONG_USE)


def explain_os_error(error: OSError) -> str:
    """One line for an error of the system: the file it names, and the reason in the system's words."""
    reason = _(_ADVICE.get(error.errno or 0, "")) or _system(error)
    if error.filename is None:
        return safe_line(reason)
    return f"{shown_path(os.fsdecode(error.filename))}: {safe_line(reason)}"


def _system(error: OSError) -> str:
    words = os_words(error) if error.strerror else type(error).__name__
    return words[:1].lower() + words[1:]


_ADVICE = {
    errno.ENOENT: N_("there is no such file or folder"),
    errno.EACCES: N_("you may not read or write it (permission denied)"),
    errno.EPERM: N_("you may not read or write it (operation not permitted)"),
    errno.EROFS: N_("it is on a file system that is read-only"),
    errno.ENOSPC: N_("the disk is full; make room and try again"),
    errno.EDQUOT: N_("your disk quota is used up; make room and try again"),
    errno.EISDIR: N_("it is a folder, not a file"),
    errno.ENOTDIR: N_("it is not a folder"),
    errno.ENAMETOOLONG: N_("the name is too long"),
    errno.ELOOP: N_("the links go round in a circle"),
    errno.EMFILE: N_("too many files are open"),
    errno.EIO: N_("the disk could not read or write it"),
}
