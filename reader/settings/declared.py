"""Every setting, declared once: its name, what it may hold, what holds without it, and what it is for."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar, cast

from reader.language import N_
from reader.settings.kinds import Kind, OneOf, Switch, Table, Whole, Words

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Setting(Generic[T]):
    """One thing that can be set.

    `key`: `table.name`, or a name alone.  `doc`: a sentence or two, marked; said with `_`.
    """

    key: str
    kind: Kind[T]
    default: T = field(hash=False)
    doc: str

    @property
    def variable(self) -> str:
        """The variable of the environment that sets it."""
        return "READER_" + self.key.upper().replace(".", "_")


SETTINGS: dict[str, Setting[object]] = {}
"""All settings by key, in the order of the documentation."""


def declare(key: str, kind: Kind[T], *, default: T, doc: str) -> Setting[T]:
    """Makes a setting known."""
    setting = Setting(key, kind, default, doc)
    SETTINGS[key] = cast("Setting[object]", setting)  # which is only read
    return setting


LANGUAGE = declare(
    "language",
    OneOf(("auto", "en", "fr")),
    default="auto",
    doc=N_("Language of the interface; auto asks LANGUAGE, LC_ALL, LC_MESSAGES and LANG."),
)
THEME = declare(
    "theme",
    Words(),
    default="auto",
    doc=N_("A theme by name, yours or one of Reader's; auto takes the one that suits the terminal."),
)
MOUSE = declare(
    "mouse",
    Switch(),
    default=True,
    doc=N_("Click to select and open, wheel to move; off leaves the mouse to the terminal."),
)
OUTPUT = declare(
    "output",
    OneOf(("differences", "full")),
    default="differences",
    doc=N_("What is sent to the terminal: only what differs from what it shows, or whole panes."),
)
HINTS = declare(
    "hints",
    Switch(),
    default=True,
    doc=N_("A word on a key the first times it may help; each goes away by itself."),
)
PAGER = declare(
    "pager",
    Words(),
    default="",
    doc=N_("The command that shows a text; empty takes $PAGER, else less."),
)
EDITOR = declare(
    "editor",
    Words(),
    default="",
    doc=N_("The command that edits a file; empty takes $VISUAL, $EDITOR, else vi."),
)
WIDTH = declare(
    "reading.width",
    Whole(20, 200),
    default=72,
    doc=N_("The longest line of an article, in cells of the terminal."),
)
READ_AFTER = declare(
    "reading.read_after",
    Whole(0, 3600),
    default=0,
    doc=N_("Seconds that an article is open before it counts as read."),
)
PLAIN_WIDTH = declare(
    "plain.width",
    Whole(0, 400),
    default=0,
    doc=N_(
        "Cells at which the plain view breaks lines; 0 leaves each paragraph one line, to be selected whole."
    ),
)
SPACING = declare(
    "reading.spacing",
    Whole(0, 2),
    default=0,
    doc=N_("Blank lines between the lines of a paragraph."),
)
JUSTIFIED = declare(
    "reading.justified",
    Switch(),
    default=False,
    doc=N_("Lines of the same length, by wider spaces."),
)
HYPHENS = declare(
    "reading.hyphens",
    Switch(),
    default=False,
    doc=N_("Words parted at the end of a line."),
)
LIVE = declare(
    "live",
    OneOf(("auto", "poll", "off")),
    default="auto",
    doc=N_("Take in articles as they come; poll looks every few seconds, as auto does on network folders."),
)
KEYBOARD = declare(
    "keyboard",
    OneOf(("reader", "newsboat", "vim")),
    default="reader",
    doc=N_("A set of keys to begin with; the table [keys] changes single ones."),
)
_NO_KEYS: Mapping[str, tuple[str, ...]] = {}
KEYS = declare(
    "keys",
    Table(),
    default=_NO_KEYS,
    doc=N_('Keys of single commands, by the names that `reader keys` prints: star = ["s", "f5"].'),
)
