"""From what is typed to the folder or file that is meant."""

import os
from pathlib import Path

from reader.cli.failures import CommandFailure, wrong_use
from reader.corpus.shown_path import path_from, shown_path
from reader.language import _
from reader.resources import resource_folder

SAMPLE = "sample:"
"""What stands for the folder of the sample corpus wherever a folder is asked for."""


def existing_path(argument: str) -> Path:
    """The path that `argument` names: as it is, escaped as Reader prints it, or within the sample.

    Raises CommandFailure when nothing is there.
    """
    path = Path(argument)
    if argument.startswith(SAMPLE) and not _is_there(path):
        path = resource_folder("sample_corpus") / argument.removeprefix(SAMPLE)
    if not _is_there(path):
        unescaped = Path(path_from(os.fspath(path)))
        if not _is_there(unescaped):
            raise CommandFailure(
                _("{argument}: there is no such file or folder").format(argument=shown_path(argument))
            )
        path = unescaped
    return path


def corpus_folder(argument: str) -> Path:
    """The folder of articles that `argument` names. Raises CommandFailure or OSError if there is none."""
    folder = existing_path(argument)
    if not folder.is_dir():
        name = shown_path(os.fspath(folder))
        parent = shown_path(os.fspath(folder.parent))
        raise wrong_use(
            _("{name} is not a folder; to read it: reader show {name}; its folder: reader {parent}").format(
                name=name, parent=parent
            )
        )
    os.scandir(folder).close()
    return folder


def path_in(folder: Path, argument: str) -> str:
    """`argument` as a path relative to `folder`, POSIX, whether it was typed so, escaped, or from here.

    Raises CommandFailure when it leads out of the folder.
    """
    candidates = [argument, path_from(argument)]
    for candidate in candidates:
        if not Path(candidate).is_absolute() and _is_there(folder / candidate):
            return _inside(folder, folder / candidate, argument)
    for candidate in candidates:
        if _is_there(Path(candidate)):
            return _inside(folder, Path(candidate), argument)
    raise CommandFailure(
        _("{argument}: there is no such article in {folder}").format(
            argument=shown_path(argument), folder=shown_path(os.fspath(folder))
        )
    )


def _inside(folder: Path, path: Path, argument: str) -> str:
    relative = Path(os.path.relpath(path, folder))
    if relative.parts[:1] == (os.pardir,):
        raise wrong_use(
            _("{argument} is not in {folder}").format(
                argument=shown_path(argument), folder=shown_path(os.fspath(folder))
            )
        )
    return relative.as_posix()


def _is_there(path: Path) -> bool:
    """Whether something bears this name, a broken link too. Raises OSError where that may not be known."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return False
    return True
