"""Compiles the catalogues of languages whenever Reader is built, for a wheel or in place."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CatalogueHook(BuildHookInterface[Any]):
    """What hatchling calls before it gathers the files of a wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compiles them beside their sources; `artifacts` in `pyproject.toml` takes them in."""
        del version, build_data
        sys.path.insert(0, str(Path(self.root) / "docs"))
        from catalogues import compile_catalogues

        compile_catalogues()
