"""Where Reader keeps what: cache, state and settings, by the XDG rules."""

import os
from pathlib import Path

from platformdirs import PlatformDirs

_DIRS = PlatformDirs("reader", appauthor=False)


def library_file(folder: Path) -> Path:
    """The library of the corpus in `folder`: a cache, which may be deleted at any time."""
    import hashlib

    real = os.fsencode(folder.resolve())
    digest = hashlib.blake2b(real, digest_size=8).hexdigest()
    return Path(_DIRS.user_cache_dir) / f"{digest}.sqlite"


def shelf_file() -> Path:
    """The shelf: what the reader did, kept for good."""
    return Path(_DIRS.user_state_dir) / "shelf.sqlite"


def names_file() -> Path:
    """What the user says of names, which need not exist (`reader.library.naming.corrections`)."""
    return Path(_DIRS.user_config_dir) / "names.toml"


def log_file() -> Path:
    """Where a crash is written down."""
    return Path(_DIRS.user_state_dir) / "reader.log"


def settings_file() -> Path:
    """The settings of the user, which need not exist (`reader.settings`)."""
    return Path(_DIRS.user_config_dir) / "settings.toml"


def themes_folder() -> Path:
    """The themes of the user, one TOML file each; it need not exist."""
    return Path(_DIRS.user_config_dir) / "themes"
