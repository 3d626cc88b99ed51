"""What a command is."""

from dataclasses import dataclass
from enum import StrEnum

from reader.language import N_


class Where(StrEnum):
    """A place where keys give commands: the two panes of the main screen, both of them, or another screen."""

    LIST = "list"
    READING = "reading"
    BOTH = "both"
    VOICES = "voices"
    ENTITY = "entity"
    REPORTS = "reports"
    CHOICES = "choices"
    ENTITIES = "entities"


PLACES: dict[Where, str] = {
    Where.LIST: N_("list"), Where.READING: N_("reading"), Where.BOTH: N_("both panes"),
    Where.VOICES: N_("who said what"), Where.ENTITY: N_("a name"), Where.REPORTS: N_("same words"),
    Where.CHOICES: N_("choices"), Where.ENTITIES: N_("all names"),
}  # fmt: skip
"""What each is called."""
MAIN = (Where.LIST, Where.READING)
"""The panes of the main screen."""
WALKED = (Where.VOICES, Where.ENTITY, Where.REPORTS)
"""The other screens whose lists one walks by letters."""
TYPED = (Where.CHOICES, Where.ENTITIES)
"""The lists that letters filter, so that no letter can be the key of a command."""
PANES = (*MAIN, *WALKED, *TYPED)
"""Every place in which a key gives one command at most."""


@dataclass(frozen=True, slots=True)
class Command:
    """One thing the reader can ask for.

    `name`: stable, for settings and tests.  `keys`: Textual's names of keys, the first is the one shown.
    `label`: one or two words for the footer.  `help`: a sentence.  Both are marked, and said with `_`.
    `french`: further words that find it, whatever the language.  `also`: where its keys do the like.
    """

    name: str
    keys: tuple[str, ...]
    where: Where
    label: str
    help: str
    french: str
    also: tuple[Where, ...] = ()

    def works_in(self, pane: Where) -> bool:
        """Whether the command can be given while `pane` is the one in use."""
        return self.where is pane or pane in self.also or (self.where is Where.BOTH and pane in MAIN)

    @property
    def is_of_the_main_screen(self) -> bool:
        """Whether it works in the list or in the reading pane."""
        return any(self.works_in(pane) for pane in MAIN)
