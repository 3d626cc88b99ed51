"""Who may read a library, and whether all of them may read an article's file, as no library shows more than they may.

Judged by modes and groups alone; where a folder has access lists, its group bits are their mask, and so may
stand for more people than the list names.
"""

import os
import stat
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Audience:
    """Who may read a library beside its owner: `everyone`, or only the group `group`."""

    group: int
    everyone: bool

    def may_read(self, status: os.stat_result) -> bool:
        """Whether all of them may read a file, or enter a folder, of this status."""
        group, other = (
            (stat.S_IXGRP, stat.S_IXOTH) if stat.S_ISDIR(status.st_mode) else (stat.S_IRGRP, stat.S_IROTH)
        )
        if not self.everyone and status.st_gid == self.group:
            return bool(status.st_mode & group)
        return bool(status.st_mode & group and status.st_mode & other)

    def may_enter(self, folder: Path) -> bool:
        """Whether all of them may enter `folder` and all that it stands in. Raises OSError."""
        real = folder.resolve()
        return all(self.may_read(one.stat()) for one in (real, *real.parents))


def audience_of(file: Path) -> Audience | None:
    """Who may read the library `file`; None where only its owner may. Raises OSError."""
    status = file.stat()
    if not status.st_mode & (stat.S_IRGRP | stat.S_IROTH):
        return None
    return Audience(status.st_gid, everyone=bool(status.st_mode & stat.S_IROTH))


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
