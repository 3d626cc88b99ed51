"""Where the command `reader` begins and ends: Ctrl+C ends it quietly, even while the rest is being loaded."""

import os
import sys

_INTERRUPTED = 130
"""`ExitCode.INTERRUPTED`, told before that is loaded."""


def main() -> int:
    """Runs the command line of the process and returns the exit code, or ends the process with it."""
    try:
        from reader.cli.interruption import notice_interruption, was_interrupted

        notice_interruption()
        try:
            from reader.cli.main import main as run

            code = run()
        except Exception:
            if was_interrupted():
                return _INTERRUPTED
            raise
    except KeyboardInterrupt:
        return _INTERRUPTED
    _end_past_threads(code)
    return code


def _end_past_threads(code: int) -> None:
    """Ends the process where threads are at work that nobody waits for, as the watch of the folder.

    Python takes itself down under them: one that comes out of foreign code just then ends in a crash.  All that
    is to be kept was written before.
    """
    threading = sys.modules.get("threading")
    if threading is None or threading.active_count() == 1:
        return
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError, AttributeError):
            continue  # nobody listens there any more
    os._exit(code)
