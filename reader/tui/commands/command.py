"""What a command is."""

from dataclasses import dataclass
from enum import StrEnum


class Where(StrEnum):
    """The pane in which a command works."""

    LIST = "list"
    READING = "reading"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Command:
    """One thing the reader can ask for.

    `name`: stable, for settings and tests.  `keys`: Textual's names of keys, the first is the one shown.
    `label`: one or two words for the footer.  `help`: a sentence.  Both are marked, and said with `_`.
    `french`: further words that find it, whatever the language.
    """

    name: str
    keys: tuple[str, ...]
    where: Where
    label: str
    help: str
    french: str

    def works_in(self, pane: Where) -> bool:
        """Whether the command can be given while `pane` is the one in use."""
        return self.where in (Where.BOTH, pane)
