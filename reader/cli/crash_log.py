"""Writes an unexpected crash down, so that the reader is shown one line and the makers get the details."""

import os
import tempfile
import traceback
from datetime import UTC, datetime
from pathlib import Path

import reader
from reader import places

_KEEP = 1_000_000
"""Bytes above which the log is begun anew."""


def write_crash(error: BaseException, command: str) -> Path | None:
    """Appends the traceback of `error` to the log file and returns the file.

    Where it cannot be written, a new file in the folder for temporary files; None when neither can be.
    """
    moment = datetime.now(UTC).isoformat(timespec="seconds")
    details = "".join(traceback.format_exception(error))
    entry = f"--- {moment} reader {reader.__version__} {command}\n{details}\n".encode(
        "utf-8", "backslashreplace"
    )
    try:
        return _append(places.log_file(), entry)
    except OSError:
        pass
    try:
        handle, name = tempfile.mkstemp(prefix="reader-", suffix=".log")
        with os.fdopen(handle, "wb") as file:
            file.write(entry)
    except OSError:
        return None
    return Path(name)


def _append(file: Path, entry: bytes) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    mode = "ab" if not file.exists() or file.stat().st_size < _KEEP else "wb"
    with file.open(mode) as log:
        log.write(entry)
    return file
