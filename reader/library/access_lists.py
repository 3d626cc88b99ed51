"""The access lists of Linux (POSIX.1e), as the system stores them beside a file."""

import os
import struct
import sys
from dataclasses import dataclass

_LIST = "system.posix_acl_access"
_HEAD = struct.Struct("<I")
_ENTRY = struct.Struct("<HHI")
_VERSION = 2
_USER, _GROUP_OWNER, _GROUP, _MASK = 0x02, 0x04, 0x08, 0x10
_ALL = 7


@dataclass(frozen=True, slots=True)
class AccessList:
    """What a file grants beside its mode, in bits of `rwx`, its mask applied.

    `group`: the file's own group, for which the mode shows the mask.  `users`: what all users named in the list may;
    `groups`: the same of the groups.
    """

    group: int
    users: int
    groups: int


_NOBODY = AccessList(0, 0, 0)


def access_list_of(path: str | os.PathLike[str]) -> AccessList | None:
    """The access list of a file or folder; None where it has none, or the system knows none.

    One that cannot be read or makes no sense grants nothing.
    """
    if sys.platform != "linux":
        return None
    try:
        return _read(os.getxattr(path, _LIST))
    except OSError:  # the usual case: no list
        return None
    except (struct.error, ValueError):
        return _NOBODY


def _read(data: bytes) -> AccessList:
    """Raises struct.error and ValueError for what is no access list."""
    (version,) = _HEAD.unpack_from(data)
    if version != _VERSION:
        raise ValueError(version)
    granted = {_USER: _ALL, _GROUP: _ALL, _GROUP_OWNER: _ALL, _MASK: _ALL}
    for tag, bits, _ in _ENTRY.iter_unpack(data[_HEAD.size :]):
        if tag in granted:
            granted[tag] &= bits
    mask = granted[_MASK]
    return AccessList(granted[_GROUP_OWNER] & mask, granted[_USER] & mask, granted[_GROUP] & mask)
