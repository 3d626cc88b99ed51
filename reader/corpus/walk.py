"""Walks a folder: which files may be articles, which are left out and why."""

import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

EXTENSIONS = frozenset({"txt", "md", "text"})
_EXTENSION = re.compile(r".\.([A-Za-z0-9_~]{1,8})\Z", re.DOTALL)
_SPECIAL = (
    (stat.S_ISFIFO, "named pipe"),
    (stat.S_ISSOCK, "socket"),
    (stat.S_ISCHR, "device"),
    (stat.S_ISBLK, "device"),
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
    """A file or folder left out, and why in a few words (`hidden`, `empty`, `link leads outside`)."""

    path: str
    reason: str


def walk(folder: Path) -> Iterator[FoundFile | SkippedFile]:
    """Everything under `folder`, each folder's own files before its sub-folders, in order of name.

    A link inside is followed only when its target would not be found without it, and once, so that nothing
    is read twice and loops end.  Nothing is opened but folders: binaries show when they are read.
    Raises OSError when `folder` itself cannot be listed.
    """
    root = os.path.realpath(folder)
    links: list[tuple[str, str]] = []
    yield from _walk_folder(root, "", links)
    followed: set[str] = set()
    while links:
        full, path = links.pop(0)
        yield from _follow(root, full, path, links, followed)


def _walk_folder(top: str, prefix: str, links: list[tuple[str, str]]) -> Iterator[FoundFile | SkippedFile]:
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
            yield SkippedFile(path, f"folder that cannot be read ({error.strerror or error})")
            continue
        below: list[tuple[str, str]] = []
        for entry in entries:
            inner = f"{path}/{entry.name}" if path else entry.name
            if entry.name.startswith("."):
                yield SkippedFile(inner, "hidden")
            elif entry.is_symlink():
                links.append((entry.path, inner))
            elif entry.is_dir(follow_symlinks=False):
                below.append((entry.path, inner))
            else:
                yield _judge(entry, inner)
        pending.extend(reversed(below))


def _judge(entry: "os.DirEntry[str]", path: str) -> FoundFile | SkippedFile:
    if (reason := _wrong_name(entry.name)) is not None:
        return SkippedFile(path, reason)
    try:
        return _judge_status(path, entry.stat(follow_symlinks=False))
    except OSError as error:
        return SkippedFile(path, f"cannot be read ({error.strerror or error})")


def _judge_status(path: str, status: os.stat_result) -> FoundFile | SkippedFile:
    if not stat.S_ISREG(status.st_mode):
        reasons = (reason for test, reason in _SPECIAL if test(status.st_mode))
        return SkippedFile(path, next(reasons, "not a regular file"))
    if status.st_size == 0:
        return SkippedFile(path, "empty")
    return FoundFile(path, status.st_size, status.st_mtime_ns)


def _wrong_name(name: str) -> str | None:
    """Why a file of this name is left out; None for `.txt`, `.md`, `.text` and no extension.

    What follows a dot is an extension when it is short and holds a letter: `M. Dupont`, `2024.05` have none.
    """
    if name.endswith("~"):
        return "backup copy"
    match = _EXTENSION.search(name)
    if match is None:
        return None
    extension = match[1].lower()
    if extension in EXTENSIONS or not any(sign.isalpha() for sign in extension):
        return None
    return f"not a text file (.{extension})"


def _follow(
    root: str, full: str, path: str, links: list[tuple[str, str]], followed: set[str]
) -> Iterator[FoundFile | SkippedFile]:
    """What the link at `full` adds; links met below it are put off in turn."""
    target = os.path.realpath(full)
    if target != root and not target.startswith(root.rstrip("/") + "/"):
        yield SkippedFile(path, "link leads outside")
        return
    try:
        status = Path(target).stat()
    except OSError:
        yield SkippedFile(path, "broken link")
        return
    folder = stat.S_ISDIR(status.st_mode)
    if target in followed or _found_anyway(root, target, folder=folder):
        yield SkippedFile(path, "link to what is already there")
        return
    followed.add(target)
    if folder:
        yield from _walk_folder(target, path, links)
    elif (reason := _wrong_name(path.rpartition("/")[2])) is not None:
        yield SkippedFile(path, reason)
    else:
        yield _judge_status(path, status)


def _found_anyway(root: str, target: str, *, folder: bool) -> bool:
    """Whether the walk meets `target` (a real path under `root`) without following any link."""
    if target == root:
        return True
    parts = target[len(root.rstrip("/")) + 1 :].split("/")
    return not any(part.startswith(".") for part in parts) and (folder or _wrong_name(parts[-1]) is None)
