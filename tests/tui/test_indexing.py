"""The indexing beside the reading: progress is shown, new articles come in, and the reader's place stays."""

import threading
from collections.abc import Callable, Iterator

from reader.library.background import Event, Failed, Finished
from reader.library.interface import Status
from reader.library.progress import Progress
from tests.tui.articles import make_article
from tests.tui.memory_library import MemoryLibrary
from tests.tui.running import library_of, running


class Indexer:
    """Hands out events when it is told to."""

    def __init__(self, *events: Event) -> None:
        self._events = events
        self.go_on = threading.Semaphore(0)
        self.stopped = False
        self.runs = 0
        self.change = threading.Semaphore(0)

    def changes(self, stop: threading.Event, *, polling: bool) -> Iterator[int]:
        while not stop.is_set():
            if self.change.acquire(timeout=0.05):
                yield 1

    def interrupt(self) -> None:
        self.go_on.release()

    def events(self, *, whole: bool = True) -> Iterator[Event]:
        self.runs += 1
        for event in self._events:
            self.go_on.acquire(timeout=20)
            if self.stopped:
                return
            yield event

    def ask_to_stop(self) -> None:
        self.stopped = True
        self.go_on.release()


DONE = Finished(Status(13, 13, 13))


async def test_new_articles_come_in_and_the_place_stays() -> None:
    library, indexer = library_of(), Indexer(Progress("text", 5, 20), DONE)
    async with running(library, (140, 30), indexer=indexer) as run:
        await run.press("j", "j")
        selected = run.main.list_pane.selected_id
        library.articles[99] = make_article(
            "neuf.txt", ["Tout neuf."], title="Arrivé à l'instant", date="2026-01-01"
        )
        indexer.go_on.release()
        await run.until(lambda: "reading 5 of 20" in run.lines()[0])
        assert "Arrivé à l'instant" in run.text()
        assert run.main.list_pane.selected_id == selected
        indexer.go_on.release()
        await run.until(
            lambda: "13 articles · 13 unread" in run.lines()[0] and "reading" not in run.lines()[0]
        )


async def test_an_open_article_whose_file_went_is_told_and_stays_readable() -> None:
    library, indexer = library_of(), Indexer(DONE)
    async with running(library, indexer=indexer) as run:
        await run.press("enter")
        shown = run.main.list_pane.selected_id
        assert shown is not None
        del library.articles[shown]
        indexer.go_on.release()
        await run.until(lambda: "no longer in the folder" in run.main.footer_line.notice_text)
        assert run.main.reading_pane.shown is not None


async def test_a_search_says_how_much_is_searchable() -> None:
    indexer = Indexer(Progress("text", 5, 20), DONE)
    async with running(library_of(), indexer=indexer) as run:
        await run.press("slash", *"conseil")
        await run.until(lambda: run.main.rows.results is not None)
        indexer.go_on.release()
        await run.until(lambda: "reading 5 of 20" in run.main.search_bar.said.words)
        indexer.go_on.release()
        await run.until(lambda: "reading" not in run.main.search_bar.said.words)


async def test_a_search_shown_while_indexing_does_not_move_the_text() -> None:
    library, indexer = library_of(), Indexer(Progress("text", 5, 20), DONE)
    async with running(library, (120, 24), indexer=indexer) as run:
        await run.press("slash", *"conseil", "enter")
        await run.until(lambda: run.main.reading_pane.walker.matches)
        await run.press("space")
        place = run.main.reading_pane.place
        results = run.main.rows.results
        indexer.go_on.release()
        await run.until(lambda: run.main.rows.results is not results)
        await run.pilot.pause(0.3)
        assert run.main.reading_pane.place == place


async def test_a_failed_indexing_is_told_once_and_reading_goes_on() -> None:
    indexer = Indexer(Failed("the disk is full [/]"))
    async with running(library_of(), indexer=indexer) as run:
        indexer.go_on.release()
        await run.until(lambda: run.main.footer_line.notice_text == "Indexing stopped: the disk is full [/]")
        await run.press("j")
        assert run.main.list_pane.selected == 1


async def test_a_folder_that_cannot_be_read_is_not_called_empty() -> None:
    indexer = Indexer(Failed("the disk is full"))
    async with running(MemoryLibrary([]), indexer=indexer) as run:
        indexer.go_on.release()
        await run.until(lambda: "the disk is full; r tries again" in run.text())


async def test_an_empty_library_fills_while_one_waits() -> None:
    library, indexer = MemoryLibrary([]), Indexer(Progress("text", 1, 1), DONE)
    async with running(library, indexer=indexer) as run:
        await run.until(lambda: "Reading the folder" in run.text())
        library.articles[1] = make_article("neuf.txt", ["Tout neuf."], title="Arrivé à l'instant")
        indexer.go_on.release()
        await run.until(lambda: run.main.reading_pane.shown is not None)
        assert "Arrivé à l'instant" in run.text()


async def test_leaving_stops_the_indexing() -> None:
    indexer = Indexer(DONE)
    async with running(library_of(), indexer=indexer) as run:
        await run.press("q")
    assert indexer.stopped


async def test_an_article_that_comes_is_shown_and_the_place_stays() -> None:
    library, indexer = library_of(), Indexer(DONE)
    async with running(library, (140, 30), indexer=indexer) as run:
        await run.press("j", "j")
        selected = run.main.list_pane.selected_id
        indexer.go_on.release()
        await run.until(lambda: indexer.runs == 1 and not run.main.indexing.running)
        library.articles[99] = make_article(
            "neuf.txt", ["Neuf."], title="Arrivé à l'instant", date="2026-01-01"
        )
        indexer.change.release()
        await run.until(lambda: indexer.runs == 2)
        indexer.go_on.release()
        await run.until(lambda: "13 articles · 13 unread · 1 new" in run.lines()[0])
        assert "Arrivé à l'instant" in run.text()
        assert run.main.list_pane.selected_id == selected


async def test_a_change_while_the_folder_is_read_has_it_read_again() -> None:
    indexer = Indexer(Progress("text", 5, 20), DONE)
    async with running(library_of(), indexer=indexer) as run:
        indexer.change.release()
        await run.until(lambda: run.main.indexing._again)
        indexer.go_on.release()
        indexer.go_on.release()
        await run.until(lambda: indexer.runs == 2)


async def test_the_live_folder_can_be_off(set_settings: Callable[..., None]) -> None:
    set_settings({"live": "off"})
    indexer = Indexer(DONE)
    async with running(library_of(), indexer=indexer) as run:
        indexer.go_on.release()
        await run.until(lambda: indexer.runs == 1 and not run.main.indexing.running)
        indexer.change.release()
        await run.pilot.pause(0.6)
        assert indexer.runs == 1
