"""What the panes and the threads tell the main screen, handed to whoever does something about it."""

from textual import on
from textual.screen import Screen
from textual.widgets import Input

from reader.language import _
from reader.tui import messages
from reader.tui.commands import Where
from reader.tui.doing.arranging import Arranging
from reader.tui.doing.exploring import Exploring
from reader.tui.doing.indexing import Indexing
from reader.tui.doing.listing import Listing
from reader.tui.doing.marking import Marking
from reader.tui.doing.moving import Moving
from reader.tui.doing.noting import Noting
from reader.tui.doing.opening import Opening
from reader.tui.doing.searching import Searching
from reader.tui.doing.visiting import Visiting
from reader.tui.doing.voices import Voices
from reader.tui.panes.footer_line import FINDING_KEYS, FOUND_KEYS, TYPING_KEYS, FooterLine
from reader.tui.panes.reading_pane import ReadingPane


class HearingScreen(Screen[None], inherit_bindings=False):
    """A screen that hears its panes and threads; whoever derives from it makes what is named here."""

    pane: Where
    reading_pane: ReadingPane
    footer_line: FooterLine
    arranging: Arranging
    exploring: Exploring
    indexing: Indexing
    listing: Listing
    marking: Marking
    moving: Moving
    noting: Noting
    opening: Opening
    searching: Searching
    visiting: Visiting
    voices: Voices

    def notice(self, words: str, *, problem: bool = False) -> None:
        """Says something in the last line for some seconds."""
        self.footer_line.notice(words, problem=problem)

    def on_resize(self) -> None:
        """Another size of the terminal."""
        self.arranging.arrange()

    def on_article_list_moved(self) -> None:
        """Another row is selected."""
        self.searching.moved()
        self.arranging.say_place()
        self.opening.preview_soon()

    def on_article_list_chosen(self) -> None:
        """A row was clicked."""
        self.searching.moved()
        self.opening.open_selected()

    def on_reading_pane_clicked(self) -> None:
        """The text was clicked."""
        if self.pane is Where.LIST and self.reading_pane.shown is not None:
            self.opening.other_pane()

    def on_reading_pane_changed(self) -> None:
        """Another place in the text."""
        self.exploring.settle()
        self.arranging.say_place()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self.searching.typed(event.value)

    def on_descendant_focus(self) -> None:
        """One types in the search box."""
        self.footer_line.typing(FINDING_KEYS if self.searching.in_article else TYPING_KEYS)

    def on_descendant_blur(self) -> None:
        """One no longer types."""
        self.footer_line.typing(FOUND_KEYS if self.searching.in_article and self.searching.wanted else ())
        self.searching.explain()

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self.searching.submit()

    def on_article_read(self, message: messages.ArticleRead) -> None:
        """An article is there."""
        self.opening.arrived(message)

    def on_article_gone(self, message: messages.ArticleGone) -> None:
        """An article is not there."""
        self.opening.gone(message)

    def on_article_analysed(self, message: messages.ArticleAnalysed) -> None:
        """Names and quotations are there."""
        self.opening.analysed(message)
        self.voices.settle()

    def on_search_done(self, message: messages.SearchDone) -> None:
        """A search is done."""
        self.searching.done(message)

    def on_unread_counted(self, message: messages.UnreadCounted) -> None:
        """The unread ones were counted."""
        self.arranging.unread = message.count
        self.arranging.say_counts()

    def on_unread_found(self, message: messages.UnreadFound) -> None:
        """The next unread one was looked for."""
        if message.row is None:
            self.notice(_("No unread article before") if message.before else _("No further unread article"))
        else:
            self.moving.to_row(message.row)

    def on_keys_collected(self, message: messages.KeysCollected) -> None:
        """All shown articles are to be marked."""
        self.marking.collected(message)

    def on_notes_listed(self, message: messages.NotesListed) -> None:
        """All notes are there."""
        self.noting.listed(message)

    def on_visit_known(self, message: messages.VisitKnown) -> None:
        """What is new since the last visit is known."""
        self.visiting.known(message)

    def on_folder_changed(self) -> None:
        """The folder changed."""
        self.indexing.changed()

    def on_indexing_moved(self, message: messages.IndexingMoved) -> None:
        """The indexing went on, or ended."""
        if message.problem:
            self.notice(_("Indexing stopped: {problem}").format(problem=message.problem), problem=True)
        self.listing.reload()
        self.arranging.say_progress(message.words, message.share)
        self.marking.count_soon()
        if message.ended and not message.problem:
            self.visiting.look(ended=True)
        if message.ended:
            self.indexing.ended()

    def on_work_failed(self, message: messages.WorkFailed) -> None:
        """Something went wrong in a thread."""
        self.notice(message.words, problem=True)

    def on_told(self, message: messages.Told) -> None:
        """A thread says something."""
        self.notice(message.words, problem=message.problem)

    def post_failure(self, error: Exception) -> None:
        """Tells of an error in a thread."""
        self.post_message(messages.WorkFailed(f"{type(error).__name__}: {error}"))
