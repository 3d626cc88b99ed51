"""The process that analyses articles for the writer of a library, one after another.

    python -m reader.library.analysis_worker FILE PARENT

Reads ids of articles from standard input, a line each; analyses each as it stands in the library FILE, and
writes a line to standard output: the id, a blank, and the analysis as `encoding.pack_analysis` makes it, in
base64 - or `!` and what went wrong.  It ends when its input does, and when the process PARENT ends.
"""

import base64
import os
import sys
from pathlib import Path

from reader.library.parent_watch import die_with, read_lines_until_end

_MEMORY = 2 << 30
"""Bytes of memory a worker may take: an article that needs more is not analysed."""


def main() -> None:
    """Runs the worker."""
    file, parent = Path(os.fsdecode(sys.argv[1])), int(sys.argv[2])
    die_with(parent)
    limit_memory(_MEMORY)
    lines = read_lines_until_end(sys.stdin.buffer)
    from reader.analysis.analyse import analyse
    from reader.library.connections import open_reader
    from reader.library.encoding import pack_analysis
    from reader.library.rows import read_article
    from reader.library.worker import READY

    db, is_unchanging = open_reader(file)
    _say(READY)
    while (line := lines.get()) is not None:
        article_id = int(line)
        try:
            if is_unchanging:  # what it takes for unchanging may have changed since the last article
                db.close()
                db, is_unchanging = open_reader(file)
            packed = pack_analysis(analyse(read_article(db, article_id)))
            answer = base64.b64encode(packed)
        except KeyError:
            answer = b"!gone"
        except Exception as error:
            answer = b"!" + type(error).__name__.encode()
        _say(b"%d %s" % (article_id, answer))


def _say(line: bytes) -> None:
    sys.stdout.buffer.write(line + b"\n")
    sys.stdout.buffer.flush()


def limit_memory(most: int) -> None:
    """Lets this process take `most` bytes of memory; where the system knows no limits, nothing happens."""
    try:
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_DATA)
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(resource.RLIMIT_DATA, (most, hard))
    except (ImportError, OSError, ValueError):
        return


if __name__ == "__main__":
    main()
