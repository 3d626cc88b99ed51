"""Who said what: a corpus, or what a search found, read by what people said."""

from collections.abc import Callable, Mapping, Sequence

from textual.app import ComposeResult
from textual.containers import Container

from reader.corpus.safe import safe_line
from reader.language import N_, _, ngettext, number
from reader.library.interface import Library, Saying, SpeakerCount, SpeakerSort
from reader.tui.commands import Where
from reader.tui.doing.asking_speakers import AskingSpeakers, Question, SayingsCollected, SpeakersCounted
from reader.tui.latest import LatestWorker
from reader.tui.marks import Marks
from reader.tui.panes.entry_list import EntryList
from reader.tui.panes.plain import PaneRule
from reader.tui.panes.speaker_list import SpeakerList
from reader.tui.panes.two_ended_line import TwoEndedLine
from reader.tui.screens.keyed import Keyed, choosing_acts, walking_acts
from reader.tui.text.about import quotes_words
from reader.tui.text.entry import SayingEntries

BOTH_FROM = 100
"""Columns from which speakers and quotes stand side by side."""
NARROW = 60
FIRST = 400
"""Speakers asked for at first; more when the reader comes near the end."""
_SORTS = tuple(SpeakerSort)
_SPEAKER_KEYS = (
    (":open", N_("quotes")), (":search", N_("filter")), (":sort", N_("sort")), (":probable", N_("probable")),
    (":back", N_("back")),
)  # fmt: skip
_QUOTE_KEYS = (
    (":open", N_("open")), (":search", N_("filter")), (":probable", N_("probable")), (":back", N_("speakers")),
)  # fmt: skip
_TYPING_KEYS = ((":choose", N_("keep")), (":leave", N_("end filter")))


class WhoSaidWhat(Keyed[None], inherit_bindings=False):
    """Speakers at the left, what the selected one said at the right.  It stays as it was left.

    `on_open` is called with the place of a quotation that the reader wants to see, `on_leave` at the end.
    """

    WHERE = Where.VOICES

    def __init__(
        self, library: Library, worker: LatestWorker, marks: Marks, *,
        on_open: Callable[[int, int], object], on_leave: Callable[[], object],
    ) -> None:  # fmt: skip
        super().__init__()
        self._marks = marks
        self._asking = AskingSpeakers(library, worker, self.post_message)
        self.question = Question(limit=FIRST)
        self._opening, self._leaving = on_open, on_leave
        self.head = TwoEndedLine(marks, id="said-head")
        self.speaker_list = SpeakerList(marks)
        self.rule = PaneRule(marks)
        self.about = TwoEndedLine(marks, id="said-about")
        self.quotes = EntryList(marks, id="said-quotes")
        self.right = Container(self.about, self.quotes, id="said-right")
        self.foot = TwoEndedLine(marks, id="said-foot")
        self.in_quotes = self.typing = False
        self._typed_in_quotes = ""
        self._of = ""
        self._is_due = False
        self._shown: SpeakerCount | None = None
        self._sayings: Sequence[Saying] = ()

    @property
    def typed(self) -> str:
        """What the pane in use is filtered by."""
        return self._typed_in_quotes if self.in_quotes else self.question.typed

    def compose(self) -> ComposeResult:
        """The panes."""
        yield self.head
        with Container(id="said-panes"):
            yield self.speaker_list
            yield self.rule
            yield self.right
        yield self.foot

    def on_mount(self) -> None:
        """Shows what there is."""
        self.fit_panes()

    def look_at(self, within: Sequence[int] | None, of: str) -> None:
        """Takes the corpus (None) or the articles of a search, which `of` describes; counted once it is shown."""
        if of != self._of:
            self.question.limit = FIRST
        self.question.within, self._of = within, of
        self._is_due = True

    def on_screen_resume(self) -> None:
        """Counts what was asked for before the screen could hear the answer; coming back counts nothing."""
        if self._is_due:
            self._is_due = False
            self.count()

    # --- asking ---------------------------------------------------------------------------------------------

    def count(self) -> None:
        """Asks for the speakers."""
        self._asking.speakers(self.question)

    def on_speakers_counted(self, message: SpeakersCounted) -> None:
        """Shows speakers; the selected one stays selected."""
        if message.number != self._asking.number:
            return
        speaker, typed = self.speaker_list.speaker, self.question.typed
        self.speaker_list.empty_text = (
            _("Nobody called {typed}").format(typed=typed) if typed else _("No quotations found yet")
        )
        self.speaker_list.show(message.counts, speaker.id if speaker else None)
        self._say()
        self._collect()

    def on_speaker_list_moved(self) -> None:
        """Another speaker is selected; near the last one, more are asked for."""
        counts = self.speaker_list.counts
        if self.speaker_list.selected > len(counts.rows) - 100 and len(counts.rows) < counts.speakers:
            self.question.limit *= 4
            self.count()
        self._collect()

    def _collect(self) -> None:
        """Asks for the quotes of the selected speaker."""
        speaker = self.speaker_list.speaker
        if speaker is not None:
            self._asking.sayings(speaker.id, self.question)
            return
        self._shown, self._sayings = None, ()
        self._show_quotes()

    def on_sayings_collected(self, message: SayingsCollected) -> None:
        """Shows the quotes of the speaker that is selected."""
        speaker = self.speaker_list.speaker
        if speaker is None or speaker.id != message.speaker_id:
            return
        same = self._shown is not None and self._shown.id == speaker.id
        if not same:
            self._typed_in_quotes = ""
        self._shown, self._sayings = speaker, message.sayings
        self._show_quotes(self.quotes.selected if same else 0)

    def _show_quotes(self, selected: int = 0) -> None:
        from reader.library.search.folding import fold

        wanted = fold(self._typed_in_quotes).split()
        found = self._sayings
        if wanted:
            found = [saying for saying in found if all(word in fold(saying.text) for word in wanted)]
        self.quotes.empty_text = _("None of these words") if wanted and self._sayings else ""
        self.quotes.show(SayingEntries(found, self._marks), selected)
        self._say()

    # --- showing --------------------------------------------------------------------------------------------

    def fit_panes(self) -> None:
        """Both panes, or the one in use."""
        width = self.app.size.width
        both = width >= BOTH_FROM
        self.speaker_list.display = both or not self.in_quotes
        self.rule.display = both
        self.right.display = both or self.in_quotes
        self.speaker_list.styles.width = min(48, width * 36 // 100) if both else "1fr"
        self.speaker_list.active, self.quotes.active = not self.in_quotes, self.in_quotes
        self.speaker_list.redraw()
        self.quotes.redraw()
        self._say()

    def on_resize(self) -> None:
        """Another size of the terminal."""
        self.fit_panes()

    def _say(self) -> None:
        counts, narrow, dot = self.speaker_list.counts, self.app.size.width < NARROW, self._marks.dot
        speakers = ngettext("{count} speaker", "{count} speakers", counts.speakers)
        speakers = speakers.format(count=number(counts.speakers))
        figures = _("{quotes} by {speakers}").format(quotes=quotes_words(counts.quotes), speakers=speakers)
        left = speakers if narrow else _("Who said what") + f" {dot} {self._of} {dot} {figures}"
        typed = self.typed
        if self.typing or typed:
            right = f"/ {typed}"
        else:
            right = _("by {order}").format(order=_(self.question.sort.value)) + f" {self._marks.unfolded}"
            right += " " + _("sure only") if self.question.sure_only else ""
        self.head.say(left, right, typing=self.typing)
        shown = self._shown
        if shown is None:
            self.about.say("")
        else:
            name = safe_line(shown.name) + ("" if shown.sure else " ?")
            reported = sum(saying.indirect for saying in self._sayings)
            beside = f" {dot} " + _("{count} reported").format(count=number(reported)) if reported else ""
            self.about.say(f" {name}", quotes_words(shown.quotes) + beside)
        self.foot.offer(_TYPING_KEYS if self.typing else _QUOTE_KEYS if self.in_quotes else _SPEAKER_KEYS)

    # --- keys -----------------------------------------------------------------------------------------------

    @property
    def where(self) -> Where:
        """While one types, the keys are those of any list that is filtered."""
        return Where.CHOICES if self.typing else self.WHERE

    def acts(self) -> Mapping[str, Callable[[], object]]:
        """What the keys do in the pane in use."""
        pane = self.quotes if self.in_quotes else self.speaker_list
        moves = walking_acts(pane.move, pane.page) | choosing_acts(pane.move, pane.page)
        return self.common_acts() | moves | {
            "open": self._enter, "choose": self._enter, "back": self._escape, "leave": self._escape,
            "quit_back": self._escape, "who_said_what": self._leave, "other_pane": self._other,
            "search": self._begin_typing, "shorten": lambda: self._filter(self.typed[:-1]),
            "sort": self._next_sort, "probable": self._toggle_probable,
        }  # fmt: skip

    def type_letter(self, letter: str) -> None:
        """Letters filter while one types."""
        self._filter(self.typed + letter)

    def _begin_typing(self) -> None:
        self.typing = True
        self._say()

    def _filter(self, typed: str) -> None:
        if self.in_quotes:
            self._typed_in_quotes = typed[:200]
            self._show_quotes()
        else:
            self.question.typed, self.question.limit = typed[:200], FIRST
            self._say()
            self.count()

    def _enter(self) -> None:
        if self.typing:
            self.typing = False
            self._say()
        elif not self.in_quotes:
            self._enter_quotes()
        elif (entry := self.quotes.entry) is not None:
            self._opening(entry.article_id, entry.start)

    def _enter_quotes(self) -> None:
        if not self.in_quotes and self.speaker_list.speaker is not None:
            self.in_quotes, self.typing = True, False
            self.fit_panes()

    def _other(self) -> None:
        if self.in_quotes:
            self.in_quotes = self.typing = False
            self.fit_panes()
        else:
            self._enter_quotes()

    def _escape(self) -> None:
        if self.typing or self.typed:
            self.typing = False
            if self.typed:
                self._filter("")
            self._say()
        elif self.in_quotes:
            self._other()
        else:
            self._leave()

    def _leave(self) -> None:
        self._leaving()

    def _next_sort(self) -> None:
        self.question.sort = _SORTS[(_SORTS.index(self.question.sort) + 1) % len(_SORTS)]
        self.count()

    def _toggle_probable(self) -> None:
        self.question.sure_only = not self.question.sure_only
        self.count()

    def on_speaker_list_chosen(self) -> None:
        """A speaker was clicked."""
        self._enter_quotes()

    def on_entry_list_chosen(self) -> None:
        """A quote was clicked."""
        self._enter_quotes()
