"""Finds the folders that travel with the program: styles and the sample corpus."""

from pathlib import Path


def resource_folder(name: str) -> Path:
    """Where the bundled folder `name` (`styles`, `sample_corpus`) lies, in a wheel or in a checkout."""
    package = Path(__file__).parent
    installed = package / name
    return installed if installed.is_dir() else package.parent / name
