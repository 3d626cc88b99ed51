"""Notes on articles and passages, and tags."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reader.corpus.article import Article, BlockKind
from reader.corpus.safe import safe_line
from reader.language import N_, _, ngettext, number
from reader.library.shelf.marks import tags_of
from reader.library.shelf.notes import Note, new_note
from reader.tui.commands import Where, key_of
from reader.tui.messages import NotesListed
from reader.tui.text.noted import Placed
from reader.tui.text.wrap import fit

if TYPE_CHECKING:
    from reader.tui.screens.main import MainScreen

EDITOR_KEY = "ctrl+o"
_SHOWN_PASSAGE = 28


@dataclass(frozen=True, slots=True)
class _Subject:
    """What a note can be on: a passage of the article that is shown, or, without a place, the whole."""

    place: tuple[int, int] | None
    passage: str


class Noting:
    """Writes notes and tags, and lists them."""

    def __init__(self, screen: "MainScreen") -> None:
        self._screen = screen

    def commands(self) -> dict[str, Callable[[], object]]:
        """The commands of this subject."""
        return {"note": self.note, "notes": self.list_notes, "tag": self.tag}

    # --- notes ----------------------------------------------------------------------------------------------

    def note(self) -> None:
        """Asks for a note on what is under the cursor, the paragraph in sight, or the whole article."""
        summary = self._screen.list_pane.summary
        if summary is not None:
            self._ask(summary.content_key, self._subjects(summary.id))

    def _subjects(self, article_id: int) -> list[_Subject]:
        """What the note can be on, the most likely first."""
        pane = self._screen.reading_pane
        whole = _Subject(None, "")
        if self._screen.pane is not Where.READING or pane.shown is None or pane.shown.id != article_id:
            return [whole]
        article, walker = pane.shown.article, pane.walker
        places: list[tuple[int, int]] = []
        if walker.cursor is not None:
            places.append((walker.cursor.start, walker.cursor.end))
        if self._screen.searching.in_article and walker.match is not None:
            places.append(walker.match)
        subjects = [_Subject(place, article.text[slice(*place)]) for place in places]
        paragraph = _paragraph_at(article, pane.place)
        end = [_Subject(paragraph, article.text[slice(*paragraph)])] if paragraph is not None else []
        return [*subjects, whole, *end]

    def _ask(self, key: str, subjects: list[_Subject]) -> None:
        from reader.tui.screens.line_prompt import LinePrompt

        at = 0

        def label() -> str:
            return self._label(subjects[at])

        def turn() -> str:
            nonlocal at
            at = (at + 1) % len(subjects)
            return label()

        def answered(answer: tuple[str, str] | None) -> None:
            if answer is not None:
                self._write(key, subjects[at], *answer)

        before = self._there(key, subjects[at])
        hints = [("Enter", _("keep")), ("Ctrl+O", _("editor")), ("Esc", _("leave it"))]
        if len(subjects) > 1:
            hints.insert(1, ("Tab", _("on what")))
        prompt = LinePrompt(
            label(), before.words if before else "", hints, self._screen.marks,
            keys=(EDITOR_KEY,), on_tab=turn if len(subjects) > 1 else None,
        )  # fmt: skip
        self._screen.app.push_screen(prompt, answered)

    def _label(self, subject: _Subject) -> str:
        if subject.place is None:
            return _("note on the article:")
        marks = self._screen.marks
        words = fit(safe_line(subject.passage), _SHOWN_PASSAGE, marks.more)
        return _("note on {passage}:").format(passage=f"{marks.open_quote}{words}{marks.close_quote}")

    def _there(self, key: str, subject: _Subject) -> Note | None:
        """The note that stands on the same passage already, which is then changed."""
        for note in self._screen.shelf.notes.of(key):
            place = None if note.start is None or note.end is None else (note.start, note.end)
            if place == subject.place:
                return note
        return None

    def _write(self, key: str, subject: _Subject, how: str, typed: str) -> None:
        before = self._there(key, subject)
        if how == EDITOR_KEY:
            old = before.words if before is not None and "\n" in before.words else typed
            edited = self._screen.ways_out.edit_words(old)
            if edited is None:
                return
            typed = edited
        words = typed.strip()
        marks = self._screen.reader_marks
        if before is None and words:
            marks.put_note(new_note(key, words, subject.place, subject.passage))
            self._screen.notice(_("Noted; {key} lists all notes").format(key=key_of("notes")))
        elif before is not None and not words:
            marks.remove_note(before)
            self._screen.notice(_("Note taken away; {key} undoes it").format(key=key_of("undo")))
        elif before is not None and words != before.words:
            marks.put_note(
                replace(new_note(key, words, subject.place, subject.passage), id=before.id), before=before
            )
            self._screen.notice(_("Note changed; {key} undoes it").format(key=key_of("undo")))
        self.show()

    def placed(self, key: str, article: Article) -> tuple[Placed, ...]:
        """The notes on an article, where their passages stand in it now."""
        if not self._screen.reader_marks.is_noted(key):
            return ()
        return tuple(
            Placed(note.place_in(article.text), note.words) for note in self._screen.shelf.notes.of(key)
        )

    def show(self) -> None:
        """Shows notes and tags as they are now."""
        pane = self._screen.reading_pane
        self._screen.list_pane.redraw()
        if pane.shown is not None:
            key, article = pane.shown.content_key, pane.shown.article
            pane.annotate(self.placed(key, article), self._screen.reader_marks.tags(key))

    def list_notes(self) -> None:
        """All notes on articles of this folder, the latest first, in the thread of the searches."""
        screen = self._screen

        def collect() -> None:
            found = []
            for note in screen.shelf.notes.all():
                article_id = screen.library.find_content(note.content_key)
                summaries = screen.library.summaries([article_id]) if article_id is not None else []
                found.append((note, summaries[0] if summaries else None))
            screen.post_message(NotesListed(found))

        screen.worker.submit("notes", collect)

    def listed(self, message: NotesListed) -> None:
        """The notes are there: one is chosen, and its article opened at its passage."""
        from reader.tui.screens.choice import Choice, Option

        here = {note.id: (note, summary) for note, summary in message.found if summary is not None}
        elsewhere = len(message.found) - len(here)
        options = [
            Option(
                note.id, " ".join(note.words.split()), summary.title, f"{note.passage[:200]} {summary.path}"
            )
            for note, summary in here.values()
        ]
        count = len(here)
        title = ngettext("{count} note", "{count} notes", count).format(count=number(count))
        if not message.found:
            title = _("No notes yet; {key} writes one").format(key=key_of("note"))
        more = ngettext("{count} more on what is not in this folder", "{count} more on what is not in this folder",
                        elsewhere).format(count=number(elsewhere)) if elsewhere else ""  # fmt: skip

        def chosen(note_id: str | None) -> None:
            if note_id is not None:
                note, summary = here[note_id]
                self._screen.opening.open_at(summary.id, note.start)

        self._screen.app.push_screen(Choice(title, options, self._screen.marks, note=more), chosen)

    # --- tags -----------------------------------------------------------------------------------------------

    def tag(self) -> None:
        """Asks for the tags of the article, or for tags to add to (`-tag`: take off) all picked ones."""
        from reader.tui.screens.line_prompt import LinePrompt

        screen = self._screen
        keys = screen.picking.keys()
        if not keys:
            return
        one = len(keys) == 1
        there = " ".join(screen.reader_marks.tags(keys[0])) if one else ""

        def answered(answer: tuple[str, str] | None) -> None:
            if answer is not None:
                self._tag(keys, answer[1], exactly=one)

        known = " ".join(screen.reader_marks.all_tags()[:6])
        hints = [("Enter", _("keep")), ("Esc", _("leave it"))]
        if known:
            hints.insert(0, (_("in use:"), known))
        label = _("tags:") if one else _("tags for {count}, -tag takes off:").format(count=number(len(keys)))
        screen.app.push_screen(LinePrompt(label, f"{there} " if there else "", hints, screen.marks), answered)

    def _tag(self, keys: list[str], typed: str, *, exactly: bool) -> None:
        marks = self._screen.reader_marks
        words = typed.split()
        off = set(tags_of(" ".join(word[1:] for word in words if word.startswith("-"))))
        more = tags_of(" ".join(word for word in words if not word.startswith("-")))
        wanted = {
            key: tuple(sorted((set() if exactly else set(marks.tags(key)) - off) | set(more))) for key in keys
        }
        count = marks.set_tags(wanted, words=N_("tags"))
        if count:
            many = ngettext("Tags of {count} article kept", "Tags of {count} articles kept", count)
            self._screen.notice(many.format(count=number(count)) + _("; tag:name finds them"))
        self.show()


def _paragraph_at(article: Article, offset: int) -> tuple[int, int] | None:
    """The first paragraph that ends behind a place."""
    kinds = (BlockKind.PARAGRAPH, BlockKind.STANDFIRST, BlockKind.HEADING, BlockKind.CAPTION)
    for block in article.blocks:
        if block.kind in kinds and block.end > offset:
            return block.start, block.end
    return None
