"""Watches a folder for articles that come, change or go, by the system's own events or by polling."""

import os
import threading
from collections.abc import Iterator
from pathlib import Path

from reader.language import _

_STEP = 250
"""Milliseconds without a further change after which those seen are told."""
_LONGEST = 1000
"""Milliseconds after which changes are told, however many go on."""
_POLL = 4000
"""Milliseconds between two looks at a folder that tells of no changes itself."""
_IDLE = 60_000
"""Milliseconds after which the watch wakes without cause."""
_REMOTE = frozenset({
    "nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "9p", "afs", "ceph", "glusterfs", "lustre", "gpfs",
    "fuse.sshfs", "fuse.glusterfs", "fuse.rclone", "fuse.s3fs", "davfs", "fuse.davfs", "vboxsf", "virtiofs",
})  # fmt: skip
"""File systems on which what others write raises no event here."""
_MOUNTS = Path("/proc/self/mountinfo")


class CannotWatch(Exception):  # noqa: N818 - names what is the case
    """Why the folder cannot be watched; its text is a few words for the user."""


def is_remote(folder: Path, mounts: Path = _MOUNTS) -> bool:
    """Whether `folder` is on a file system that others write to without this system's knowing."""
    try:
        lines = mounts.read_text("utf-8", "surrogateescape").splitlines()
    except OSError:
        return False
    real, best, kind = os.fspath(folder.resolve()), "", ""
    for line in lines:
        before, _, after = line.partition(" - ")
        fields, kinds = before.split(" "), after.split(" ")
        if len(fields) < 5:
            continue
        point = fields[4].replace(r"\040", " ").replace(r"\011", "\t").replace(r"\134", "\\")
        inside = real == point or real.startswith(point.rstrip("/") + "/")
        if inside and len(point) >= len(best):
            best, kind = point, kinds[0]
    return kind in _REMOTE


def changes(
    folder: Path, stop: threading.Event, *, besides: Path, polling: bool = False
) -> Iterator[frozenset[str] | None]:
    """The paths that changed, each time some did, until `stop` is set; blocks between.

    Relative to `folder`, as `os.fsdecode` gives them; None where one cannot be told: its name is not UTF-8.
    `besides`: a library file, whose own changes do not count.  Without `polling`, a folder of a file system that
    others write to is polled all the same, and so is any where WATCHFILES_FORCE_POLLING is set.
    Raises CannotWatch.
    """
    if not folder.is_dir():
        raise CannotWatch(_("the folder is not there"))
    try:
        from watchfiles import watch
    except ImportError as error:
        raise CannotWatch(str(error)) from error
    ours = os.fspath(besides.resolve())
    try:
        seen = watch(
            folder, watch_filter=lambda _kind, path: not path.startswith(ours), stop_event=stop,
            debounce=_LONGEST, step=_STEP, rust_timeout=_IDLE, raise_interrupt=False, poll_delay_ms=_POLL,
            force_polling=True if polling or is_remote(folder) else None, ignore_permission_denied=True,
        )  # fmt: skip
        for some in seen:
            yield _within(folder, {path for _, path in some})
    except (OSError, RuntimeError) as error:  # no more watches, or the folder has gone
        raise CannotWatch(str(error)) from error


def _within(folder: Path, paths: set[str]) -> frozenset[str] | None:
    """`paths` relative to `folder`; None where one is not beneath it, or holds a sign put for what is no UTF-8."""
    top = os.fspath(folder.absolute()).rstrip("/") + "/"
    beneath = frozenset(path.removeprefix(top) for path in paths if path.startswith(top))
    return None if len(beneath) < len(paths) or any("\ufffd" in path for path in paths) else beneath
