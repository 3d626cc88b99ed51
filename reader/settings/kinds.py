"""What a setting may hold, and how it is read from TOML and from text."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol, TypeVar

from reader.language import _

T_co = TypeVar("T_co", covariant=True)


class Kind(Protocol[T_co]):
    """Reads values of one type."""

    def read(self, value: object) -> T_co:
        """The value that TOML holds. Raises ValueError for one of another type or out of bounds."""
        ...

    def from_text(self, text: str) -> T_co:
        """The value that `text` means, from the environment or the command line. Raises ValueError."""
        ...

    def expected(self) -> str:
        """What is expected, to be told: `a whole number from 20 to 200`."""
        ...


@dataclass(frozen=True, slots=True)
class Switch:
    """On or off."""

    def read(self, value: object) -> bool:
        """TOML's own true and false."""
        if not isinstance(value, bool):
            raise ValueError
        return value

    def from_text(self, text: str) -> bool:
        """`1`, `true`, `yes`, `on`, and their contraries."""
        folded = text.strip().lower()
        if folded in ("1", "true", "yes", "on", "oui"):
            return True
        if folded in ("0", "false", "no", "off", "non"):
            return False
        raise ValueError

    def expected(self) -> str:
        """`true or false`."""
        return _("true or false")


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number within bounds, both included."""

    least: int
    most: int

    def read(self, value: object) -> int:
        """TOML's own whole numbers."""
        if isinstance(value, bool) or not isinstance(value, int) or not self.least <= value <= self.most:
            raise ValueError
        return value

    def from_text(self, text: str) -> int:
        """Digits."""
        return self.read(int(text))

    def expected(self) -> str:
        """`a whole number from 20 to 200`."""
        return _("a whole number from {least} to {most}").format(least=self.least, most=self.most)


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of a few words."""

    words: tuple[str, ...]

    def read(self, value: object) -> str:
        """One of the words, as it is written."""
        if value not in self.words:
            raise ValueError
        return str(value)

    def from_text(self, text: str) -> str:
        """The same."""
        return self.read(text.strip())

    def expected(self) -> str:
        """`one of: auto, en, fr`."""
        return _("one of: {words}").format(words=", ".join(self.words))


@dataclass(frozen=True, slots=True)
class Words:
    """Any text on one line."""

    def read(self, value: object) -> str:
        """TOML's own text."""
        if not isinstance(value, str) or not (value.isprintable() or not value):
            raise ValueError
        return value

    def from_text(self, text: str) -> str:
        """The same."""
        return self.read(text)

    def expected(self) -> str:
        """`a text`."""
        return _("a text between quotation marks")


@dataclass(frozen=True, slots=True)
class Table:
    """Names, each with one text or a list of them."""

    def read(self, value: object) -> Mapping[str, tuple[str, ...]]:
        """A table of TOML."""
        if not isinstance(value, dict):
            raise ValueError
        return {str(name): self._texts(held) for name, held in value.items()}

    def _texts(self, held: object) -> tuple[str, ...]:
        texts = held if isinstance(held, list) else [held]
        if not all(isinstance(text, str) and text for text in texts):
            raise ValueError
        return tuple(texts)

    def from_text(self, text: str) -> Mapping[str, tuple[str, ...]]:
        """`name=text text, other=text`."""
        pairs = (pair.strip().partition("=") for pair in text.split(",") if pair.strip())
        return {self._named(name.strip()): tuple(texts.split()) for name, _sign, texts in pairs}

    def _named(self, name: str) -> str:
        if not name:
            raise ValueError
        return name

    def expected(self) -> str:
        """`names with one text or a list of texts each`."""
        return _("a table of names, each with a text or a list of texts")
