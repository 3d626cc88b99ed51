"""Where the command `reader` begins: Ctrl+C ends it quietly, even while the rest is being loaded."""

_INTERRUPTED = 130
"""`ExitCode.INTERRUPTED`, told before that is loaded."""


def main() -> int:
    """Runs the command line of the process and returns the exit code."""
    try:
        from reader.cli.interruption import notice_interruption, was_interrupted

        notice_interruption()
        try:
            from reader.cli.main import main as run

            return run()
        except Exception:
            if was_interrupted():
                return _INTERRUPTED
            raise
    except KeyboardInterrupt:
        return _INTERRUPTED
