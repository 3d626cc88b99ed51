"""How a folder is shown, kept on the shelf: what is there of another making is passed over."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.library.shelf import Shelf


class KeptView:
    """The view of one folder, by the names of its respects; what is kept is written at once."""

    def __init__(self, shelf: "Shelf", folder: Path) -> None:
        self._shelf, self._folder = shelf, folder

    def keep(self, name: str, value: object) -> None:
        """Keeps a value: a flag, a number, words."""
        self._shelf.set_view(self._folder, name, value)

    def flag(self, name: str, *, otherwise: bool = False) -> bool:
        """A flag, as it was kept."""
        value = self._shelf.view(self._folder, name)
        return value if isinstance(value, bool) else otherwise

    def number(self, name: str, lowest: int, highest: int) -> int | None:
        """A whole number between two others, or None."""
        value = self._shelf.view(self._folder, name)
        fits = isinstance(value, int) and not isinstance(value, bool) and lowest <= value <= highest
        return value if fits and isinstance(value, int) else None

    def word(self, name: str, words: Sequence[str], otherwise: str) -> str:
        """One of `words`, or what stands in its place."""
        value = self._shelf.view(self._folder, name)
        return value if isinstance(value, str) and value in words else otherwise

    def text(self, name: str) -> str:
        """Words of any sort; empty where there are none."""
        value = self._shelf.view(self._folder, name)
        return value if isinstance(value, str) else ""
