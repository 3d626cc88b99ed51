"""Who may read a library, and whether all of them may read an article's file, as no library shows more than they may.

Judged by modes, groups and the access lists of Linux.  A list can only keep a file out: that it names somebody is
no reason to let all others read.
"""

import os
import stat
from dataclasses import dataclass
from pathlib import Path

from reader.library.access_lists import access_list_of

_READ, _ENTER = 4, 1
"""Bits of `rwx`."""


@dataclass(frozen=True, slots=True)
class Audience:
    """Who may read a library beside its owner: `everyone`, or only the group `group`."""

    group: int
    everyone: bool

    def may_read(self, path: str | Path, status: os.stat_result) -> bool:
        """Whether all of them may read the file `path`, or enter the folder, which is of this status."""
        wanted = _ENTER if stat.S_ISDIR(status.st_mode) else _READ
        group, others = status.st_mode >> 3, status.st_mode
        if (listed := access_list_of(path)) is not None:
            group = listed.group & listed.users  # any of them may be named in it
        if self.everyone or status.st_gid != self.group:
            return bool(group & others & wanted) and (listed is None or bool(listed.groups & wanted))
        return bool(group & wanted)

    def may_enter(self, folder: Path) -> bool:
        """Whether all of them may enter `folder` and all that it stands in. Raises OSError."""
        real = folder.resolve()
        return all(self.may_read(one, one.stat()) for one in (real, *real.parents))


def audience_of(file: Path) -> Audience | None:
    """Who may read the library `file`; None where only its owner may. Raises OSError."""
    status = file.stat()
    if not status.st_mode & (stat.S_IRGRP | stat.S_IROTH):
        return None
    is_listed = access_list_of(file) is not None  # whom it names may be in no group
    return Audience(status.st_gid, everyone=is_listed or bool(status.st_mode & stat.S_IROTH))


def shared_mode(folder: Path, group: int, mask: int) -> int:
    """The mode of a new library of `folder`, of the group `group`: as the umask says, but no more open than the folder.

    Raises OSError.
    """
    mode = 0o666 & ~mask
    if not folder.exists():  # who reads it says so
        return mode & 0o600
    if mode & stat.S_IROTH and not Audience(group, everyone=True).may_enter(folder):
        mode &= ~stat.S_IRWXO
    if mode & stat.S_IRGRP and not Audience(group, everyone=False).may_enter(folder):
        mode &= ~stat.S_IRWXG
    return mode
