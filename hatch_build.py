"""Compiles the catalogues and writes the manual pages whenever Reader is built, for a wheel or in place."""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CatalogueHook(BuildHookInterface[Any]):
    """What hatchling calls before it gathers the files of a wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compiles catalogues beside their sources (`artifacts` in `pyproject.toml` takes them in); adds pages."""
        del version
        sys.path.insert(0, str(Path(self.root) / "docs"))
        from catalogues import compile_catalogues

        compile_catalogues()
        self._pages = Path(tempfile.mkdtemp(prefix="reader-man-"))
        for language, place in (("en", "man1"), ("fr", "fr/man1")):
            page = self._pages / f"{language}.1"
            command = [sys.executable, "-m", "reader.cli.manual", language]
            page.write_bytes(subprocess.run(command, cwd=self.root, check=True, capture_output=True).stdout)
            build_data["shared_data"][str(page)] = f"share/man/{place}/reader.1"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Lets go of the pages, which are in the wheel now."""
        del version, build_data, artifact_path
        shutil.rmtree(self._pages, ignore_errors=True)
