"""Each room of the house can be used without the screen: proved by importing it alone."""

import importlib
import pkgutil
import subprocess
import sys

import pytest

_SCREEN = ("textual", "rich")


_MAKERS_TOOLS = ".training"
"""In the name of a package: it teaches a model, with libraries of its own; the program never imports it."""


def modules_of(name: str) -> list[str]:
    package = importlib.import_module(name)
    found = (module.name for module in pkgutil.walk_packages(package.__path__, f"{name}."))
    return [name, *(module for module in found if _MAKERS_TOOLS not in module and "__main__" not in module)]


def loaded_after_importing(names: list[str]) -> set[str]:
    """The top-level packages that a fresh interpreter holds after importing `names`."""
    script = (
        f"import importlib, sys\nfor name in {names!r}: importlib.import_module(name)\nprint(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return {name.partition(".")[0] for name in done.stdout.split()}


def assert_loads_no_screen(names: list[str]) -> None:
    """Imports all at once, and one by one only to name the culprit."""
    if loaded_after_importing(names).isdisjoint(_SCREEN):
        return
    culprits = [name for name in names if not loaded_after_importing([name]).isdisjoint(_SCREEN)]
    pytest.fail(f"these load the screen: {', '.join(culprits)}")


@pytest.mark.parametrize("room", ["reader.corpus", "reader.analysis", "reader.library", "reader.export"])
def test_no_module_under_the_screen_loads_textual_or_rich(room: str) -> None:
    assert_loads_no_screen([*modules_of(room), "reader.places", "reader.resources"])


def test_no_module_of_the_command_line_loads_textual() -> None:
    assert "textual" not in loaded_after_importing(modules_of("reader.cli"))


def test_the_corpus_can_be_read_without_the_rest() -> None:
    loaded = loaded_after_importing([*modules_of("reader.corpus")])
    assert "sqlite3" not in loaded
