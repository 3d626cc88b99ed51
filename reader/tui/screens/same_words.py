"""Who else reports the words of a quotation, with what differs marked."""

from collections.abc import Callable, Mapping, Sequence

from textual.app import ComposeResult

from reader.language import N_, _
from reader.library.interface import Report
from reader.tui.commands import Where
from reader.tui.marks import Marks
from reader.tui.panes.entry_list import EntryList
from reader.tui.panes.two_ended_line import TwoEndedLine
from reader.tui.screens.keyed import Keyed, walking_acts
from reader.tui.text.about import articles_words
from reader.tui.text.entry import report_entry

_KEYS = ((":open", N_("open there")), (":speaker", N_("the speaker in the corpus")), (":back", N_("back")))


class SameWords(Keyed[tuple[int, int]], inherit_bindings=False):
    """Answers with the article and offset of the report that the reader wants to see, or None.

    `mine` is the report that the reader comes from: it stands first, and the others are compared with it.
    """

    WHERE = Where.REPORTS

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

    def acts(self) -> Mapping[str, Callable[[], object]]:
        """What the keys of the list do."""
        entries = self.entries
        return self.common_acts() | walking_acts(entries.move, entries.page) | {
            "back": self.leave, "quit_back": self.leave, "open": self.choose, "speaker": self.speaker,
            "next_quote": lambda: entries.move(1), "previous_quote": lambda: entries.move(-1),
        }  # fmt: skip

    def choose(self) -> None:
        """Answers."""
        entry = self.entries.entry
        self.dismiss(None if entry is None else (entry.article_id, entry.start))

    def speaker(self) -> None:
        """Looks for the speaker in the corpus instead."""
        self.dismiss(None)
        self._on_speaker()

    def leave(self) -> None:
        """Leaves without an answer."""
        self.dismiss(None)

    def on_entry_list_chosen(self) -> None:
        """A report was clicked: it is selected."""
