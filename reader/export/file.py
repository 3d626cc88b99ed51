"""Writes an export into a file: whole or not at all, and never over another one unasked."""

import errno
import os
import stat
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from reader.export.formats import Exported, Format, exported

_NO_LINKS = (errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK, errno.EACCES)
"""How a file system says that it has no hard links."""


class InCorpus(ValueError):  # noqa: N818 - it names a place, not a fault of ours
    """The place for an export lies in the folder of articles, which is only ever read."""


def export_file(
    place: Path, articles: Iterable[Exported], form: Format, *, corpus: Path, replace: bool = False
) -> int:
    """Writes `articles` into a new file at `place`; how many bytes it has.

    It is written beside, and takes its name once it is whole.  CSV begins with the mark without which Excel
    takes accents for other signs.  Whatever `articles` raises ends it and leaves nothing behind.
    Raises InCorpus, FileExistsError unless `replace`, and OSError.
    """
    place = place.resolve()
    if place.is_relative_to(corpus.resolve()):
        raise InCorpus(os.fspath(place))
    old = _mode_of(place)
    if old is not None and (not replace or not stat.S_ISREG(old)):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), os.fspath(place))
    handle, name = tempfile.mkstemp(prefix=f".{place.name[:40]}.", suffix=".part", dir=place.parent)
    beside = Path(name)
    try:
        encoding = "utf-8-sig" if form is Format.CSV else "utf-8"
        with open(handle, "w", encoding=encoding, errors="replace", newline="") as file:  # noqa: PTH123
            file.writelines(exported(articles, form))
            file.flush()
            os.fsync(file.fileno())
            size = os.fstat(file.fileno()).st_size
        beside.chmod(stat.S_IMODE(old) if old is not None else 0o666 & ~_umask())
        _take_name(beside, place, replace=replace)
    finally:
        with suppress(FileNotFoundError):
            beside.unlink()
    return size


def _take_name(beside: Path, place: Path, *, replace: bool) -> None:
    """Renames; without `replace` so that a file made meanwhile is not lost, where the file system can."""
    if replace:
        beside.replace(place)
        return
    try:
        place.hardlink_to(beside)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        beside.rename(place)


def _mode_of(place: Path) -> int | None:
    try:
        return place.stat().st_mode
    except FileNotFoundError:
        return None


def _umask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
