"""Who else reports the words of a quotation, with what differs marked."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from reader.language import N_, _
from reader.library.interface import Report
from reader.tui.marks import Marks
from reader.tui.panes.entry_list import EntryList
from reader.tui.panes.two_ended_line import TwoEndedLine
from reader.tui.screens.answering import Answering
from reader.tui.text.about import articles_words
from reader.tui.text.entry import report_entry

_KEYS = (("enter", N_("open there")), ("s", N_("the speaker in the corpus")), ("escape", N_("back")))


class SameWords(Answering[tuple[int, int]], inherit_bindings=False):
    """Answers with the article and offset of the report that the reader wants to see, or None.

    `mine` is the report that the reader comes from: it stands first, and the others are compared with it.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,left,h", "leave", show=False),
        Binding("enter,right,l", "choose", show=False),
        Binding("j,down,c", "step(1)", show=False),
        Binding("k,up,C", "step(-1)", show=False),
        Binding("space,pagedown", "page(1)", show=False),
        Binding("b,pageup", "page(-1)", show=False),
        Binding("g,home", "step(-100000)", show=False),
        Binding("G,end", "step(100000)", show=False),
        Binding("s", "speaker", show=False),
        Binding("ctrl+c,ctrl+q", "app.quit_now", show=False, priority=True),
    ]
    """Keys of the list."""
    AUTO_FOCUS: ClassVar[str | None] = ""

    def __init__(
        self, mine: Report, others: Sequence[Report], marks: Marks, on_speaker: Callable[[], object]
    ) -> None:
        super().__init__()
        self._on_speaker = on_speaker
        self.head = TwoEndedLine(marks, id="same-head")
        self.entries = EntryList(marks, id="same-entries")
        self.foot = TwoEndedLine(marks, id="same-foot")
        self._all = [report_entry(report, mine.text, marks) for report in (mine, *others)]

    def compose(self) -> ComposeResult:
        """The list between head and foot."""
        yield self.head
        yield self.entries
        yield self.foot

    def on_mount(self) -> None:
        """Shows the reports, the first other one selected."""
        number = len({entry.article_id for entry in self._all})
        self.head.say(_("Who else reports these words"), articles_words(number))
        self.foot.offer(_KEYS)
        self.entries.show(self._all, 1)

    def action_step(self, by: int) -> None:
        """To another report."""
        self.entries.move(by)

    def action_page(self, by: int) -> None:
        """A screen on."""
        self.entries.page(by)

    def action_choose(self) -> None:
        """Answers."""
        entry = self.entries.entry
        self.dismiss(None if entry is None else (entry.article_id, entry.start))

    def action_speaker(self) -> None:
        """Looks for the speaker in the corpus instead."""
        self.dismiss(None)
        self._on_speaker()

    def action_leave(self) -> None:
        """Leaves without an answer."""
        self.dismiss(None)

    def on_entry_list_chosen(self) -> None:
        """A report was clicked: it is selected."""
