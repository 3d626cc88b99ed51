"""Walks a folder: which files may be articles, which are left out and why."""

import errno
import os
import re
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from reader.corpus.skip_reasons import CANNOT_BE_READ, FOLDER_CANNOT_BE_READ, NO_TEXT_FILE
from reader.language import N_

NOT_SHARED = N_("not for all who may read this library")
"""Why a file is left out of a library that is open to people who may not read the file."""
EXTENSIONS = frozenset({"txt", "md", "text"})
_EXTENSION = re.compile(r".\.([A-Za-z0-9_~]{1,8})\Z", re.DOTALL)
_SPECIAL = (
    (stat.S_ISFIFO, N_("named pipe")),
    (stat.S_ISSOCK, N_("socket")),
    (stat.S_ISCHR, N_("device")),
    (stat.S_ISBLK, N_("device")),
)


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file that may be an article.

    `path`: relative to the folder, POSIX, as `os.fsdecode` gives it (bytes not UTF-8 are surrogates).
    """

    path: str
    size: int
    mtime_ns: int


@dataclass(frozen=True, slots=True)
class SkippedFile:
    """A file or folder left out, and why in a few words (`hidden`, `empty`, `link leads outside`).

    `is_unlisted`: a folder that fails to be listed, though nothing forbids it: what it holds may come back.
    """

    path: str
    reason: str
    is_unlisted: bool = False


MayShow = Callable[[str, os.stat_result], bool]
"""Whether a file or folder, by its full path and its status, may be shown."""


def walk(folder: Path, may_show: MayShow | None = None) -> Iterator[FoundFile | SkippedFile]:
    """Everything under `folder`, each folder's own files before its sub-folders, in order of name.

    A link inside is followed only when its target would not be found without it, and once, so that nothing
    is read twice and loops end.  Nothing is opened but folders: binaries show when they are read.
    Files and folders that `may_show` refuses are left out, links to them too.
    Raises OSError when `folder` itself cannot be listed.
    """
    root = os.path.realpath(folder)
    links: list[tuple[str, str]] = []
    yield from _walk_folder(root, "", links, may_show)
    followed: set[str] = set()
    while links:
        full, path = links.pop(0)
        yield from _follow(root, full, path, links, followed, may_show)


class NeedsWalk(Exception):  # noqa: N818 - says what has to be done
    """What became of a path shows only when the whole folder is walked."""


def look_at(folder: Path, path: str) -> FoundFile | SkippedFile | None:
    """What `walk` would say of one file; None where there is nothing any more.

    `path`: relative to `folder`, as in `FoundFile`.  Raises NeedsWalk for folders, links and what lies in a
    hidden folder: what they mean depends on others.
    """
    *way, name = path.split("/")
    if any(part.startswith(".") for part in way):
        raise NeedsWalk(path)
    full = os.path.join(folder, path)  # noqa: PTH118 - a path may hold bytes that are no UTF-8
    try:
        status = os.lstat(full)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        return SkippedFile(path, CANNOT_BE_READ.format(what=error.strerror or error))
    if name.startswith("."):
        return SkippedFile(path, N_("hidden"))
    if stat.S_ISLNK(status.st_mode) or stat.S_ISDIR(status.st_mode):
        raise NeedsWalk(path)
    reason = _wrong_name(name)
    return _judge_status(path, status, full, None) if reason is None else SkippedFile(path, reason)


def _walk_folder(
    top: str, prefix: str, links: list[tuple[str, str]], may_show: MayShow | None
) -> Iterator[FoundFile | SkippedFile]:
    """What lies under the folder `top`; links are put off to `links` as (full path, relative path)."""
    pending = [(top, prefix)]
    while pending:
        full, path = pending.pop()
        try:
            with os.scandir(full) as listing:
                entries = sorted(listing, key=lambda entry: entry.name)
        except OSError as error:
            if not path:
                raise
            reason = FOLDER_CANNOT_BE_READ.format(what=error.strerror or error)
            yield SkippedFile(path, reason, error.errno not in (errno.EACCES, errno.ENOENT))
            continue
        below: list[tuple[str, str]] = []
        for entry in entries:
            inner = f"{path}/{entry.name}" if path else entry.name
            if entry.name.startswith("."):
                yield SkippedFile(inner, N_("hidden"))
            elif entry.is_symlink():
                links.append((entry.path, inner))
            elif entry.is_dir(follow_symlinks=False):
                if may_show is not None and not may_show(entry.path, entry.stat(follow_symlinks=False)):
                    yield SkippedFile(inner, NOT_SHARED)
                else:
                    below.append((entry.path, inner))
            else:
                yield _judge(entry, inner, may_show)
        pending.extend(reversed(below))


def _judge(entry: "os.DirEntry[str]", path: str, may_show: MayShow | None) -> FoundFile | SkippedFile:
    if (reason := _wrong_name(entry.name)) is not None:
        return SkippedFile(path, reason)
    try:
        return _judge_status(path, entry.stat(follow_symlinks=False), entry.path, may_show)
    except OSError as error:
        return SkippedFile(path, CANNOT_BE_READ.format(what=error.strerror or error))


def _judge_status(
    path: str, status: os.stat_result, full: str, may_show: MayShow | None
) -> FoundFile | SkippedFile:
    if not stat.S_ISREG(status.st_mode):
        reasons = (reason for test, reason in _SPECIAL if test(status.st_mode))
        return SkippedFile(path, next(reasons, N_("not a regular file")))
    if status.st_size == 0:
        return SkippedFile(path, N_("empty"))
    if may_show is not None and not may_show(full, status):
        return SkippedFile(path, NOT_SHARED)
    return FoundFile(path, status.st_size, status.st_mtime_ns)


def _wrong_name(name: str) -> str | None:
    """Why a file of this name is left out; None for `.txt`, `.md`, `.text` and no extension.

    What follows a dot is an extension when it is short and holds a letter: `M. Dupont`, `2024.05` have none.
    """
    if name.endswith("~"):
        return N_("backup copy")
    match = _EXTENSION.search(name)
    if match is None:
        return None
    extension = match[1].lower()
    if extension in EXTENSIONS or not any(sign.isalpha() for sign in extension):
        return None
    return NO_TEXT_FILE.format(extension=extension)


def _follow(
    root: str,
    full: str,
    path: str,
    links: list[tuple[str, str]],
    followed: set[str],
    may_show: MayShow | None,
) -> Iterator[FoundFile | SkippedFile]:
    """What the link at `full` adds; links met below it are put off in turn."""
    target = os.path.realpath(full)
    if target != root and not target.startswith(root.rstrip("/") + "/"):
        yield SkippedFile(path, N_("link leads outside"))
        return
    try:
        status = Path(target).stat()
    except OSError:
        yield SkippedFile(path, N_("broken link"))
        return
    folder = stat.S_ISDIR(status.st_mode)
    if target in followed or _found_anyway(root, target, folder=folder):
        yield SkippedFile(path, N_("link to what is already there"))
        return
    followed.add(target)
    if may_show is not None and not _may_show_way(root, target, may_show):
        yield SkippedFile(path, NOT_SHARED)
    elif folder:
        yield from _walk_folder(target, path, links, may_show)
    elif (reason := _wrong_name(path.rpartition("/")[2])) is not None:
        yield SkippedFile(path, reason)
    else:
        yield _judge_status(path, status, target, may_show)


def _may_show_way(root: str, target: str, may_show: MayShow) -> bool:
    """Whether `target`, a real path under `root`, and all folders on the way to it may be shown."""
    way = [Path(target), *Path(target).parents]
    return all(may_show(str(one), one.stat()) for one in way[: way.index(Path(root))])


def _found_anyway(root: str, target: str, *, folder: bool) -> bool:
    """Whether the walk meets `target` (a real path under `root`) without following any link."""
    if target == root:
        return True
    parts = target[len(root.rstrip("/")) + 1 :].split("/")
    return not any(part.startswith(".") for part in parts) and (folder or _wrong_name(parts[-1]) is None)
