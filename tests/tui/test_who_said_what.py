"""Who said what: speakers, their quotes, and the articles they lead to and back from."""

from reader.analysis.types import Analysis, Quotation
from reader.library.interface import SpeakerSort
from reader.tui.commands import Where
from reader.tui.screens.same_words import SameWords
from reader.tui.screens.who_said_what import WhoSaidWhat
from tests.tui.articles import corpus, make_article, quotation
from tests.tui.memory_library import MemoryLibrary
from tests.tui.running import Running, running
from tests.tui.test_hostile import CODES, MARKUP, NEVER


def library() -> MemoryLibrary:
    """The test corpus, in which a second article carries what the mayor said, and adds to it."""
    articles, analyses = corpus(6)
    longer = make_article(
        "phare/reprise.txt",
        [
            "« Nous avons tenu parole devant toute la ville ce soir », a dit Inès Carvalho.",
            "« Nous avons tenu parole devant toute la ville ce matin », a repris Inès Carvalho.",
        ],
        title="La maire redit sa parole",
        date="2024-06-02",
        source="Le Phare",
    )
    analyses[longer.path] = Analysis(
        (),
        (
            quotation(longer, "Nous avons tenu parole devant toute la ville ce soir", "Inès Carvalho"),
            quotation(longer, "Nous avons tenu parole devant toute la ville ce matin", "Inès Carvalho"),
        ),
    )
    return MemoryLibrary([*articles, longer], analyses)


def view(run: Running) -> WhoSaidWhat:
    assert isinstance(run.app.screen, WhoSaidWhat)
    return run.app.screen


async def opened(run: Running) -> WhoSaidWhat:
    await run.press("W")
    await run.until(lambda: isinstance(run.app.screen, WhoSaidWhat) and run.app.screen.quotes.entries)
    return view(run)


async def test_speakers_stand_by_number_with_their_quotes_beside_them() -> None:
    async with running(library()) as run:
        screen = await opened(run)
        assert [row.name for row in screen.speaker_list.counts.rows] == ["Inès Carvalho", "Paul Estrade"]
        assert [row.sure for row in screen.speaker_list.counts.rows] == [True, False]
        assert "3 quotes by 2 speakers" in run.lines()[0]
        assert "Paul Estrade ?" in run.text()
        assert "tenu parole devant toute la ville" in run.text()
        assert "2024-06-02" in run.text()


async def test_enter_opens_the_article_at_the_quote_and_escape_comes_back_exactly() -> None:
    async with running(library()) as run:
        before = run.main.list_pane.selected_id
        screen = await opened(run)
        await run.press("enter", "j")
        place = (screen.quotes.selected, screen.quotes.top, screen.speaker_list.selected)
        entry = screen.quotes.entry
        assert entry is not None
        await run.press("enter")
        await run.until(lambda: isinstance(run.cursor(), Quotation))
        cursor = run.cursor()
        assert isinstance(cursor, Quotation)
        assert cursor.start == entry.start
        assert run.is_in(Where.READING)
        await run.press("escape")
        await run.until(lambda: run.app.screen is screen)
        assert (screen.quotes.selected, screen.quotes.top, screen.speaker_list.selected) == place
        assert screen.in_quotes
        await run.press("escape", "escape")
        await run.until(lambda: run.app.screen is run.main)
        assert run.main.list_pane.selected_id == before


async def test_typing_filters_speakers_and_then_quotes() -> None:
    async with running(library()) as run:
        screen = await opened(run)
        await run.press("slash", *"estr")
        await run.until(lambda: [row.name for row in screen.speaker_list.counts.rows] == ["Paul Estrade"])
        await run.press("enter")
        await run.until(lambda: "pas à la hauteur" in run.text())
        await run.press("escape")
        await run.until(lambda: len(screen.speaker_list.counts.rows) == 2)
        await run.press("g", "enter", "slash", *"SOIR")
        await run.until(lambda: len(screen.quotes.entries) == 1)
        await run.press("escape")
        await run.until(lambda: len(screen.quotes.entries) > 1)


async def test_probable_speakers_can_be_left_out_and_the_order_changed() -> None:
    async with running(library()) as run:
        screen = await opened(run)
        await run.press("p")
        await run.until(lambda: [row.name for row in screen.speaker_list.counts.rows] == ["Inès Carvalho"])
        await run.press("p", "S")
        await run.until(lambda: len(screen.speaker_list.counts.rows) == 2)
        assert screen.question.sort is SpeakerSort.NAME
        assert "by name" in run.lines()[0]


async def test_a_search_is_what_is_shown_while_there_is_one() -> None:
    async with running(library()) as run:
        await run.press("slash", *"reprise ville", "tab")
        await run.until(lambda: run.main.rows.results is not None)
        ids = run.main.rows.ids
        await run.press("W")
        await run.until(lambda: isinstance(run.app.screen, WhoSaidWhat))
        assert "reprise ville" in run.lines()[0]
        assert view(run).question.within == ids


async def test_one_pane_at_a_time_on_a_narrow_screen() -> None:
    for size in ((80, 24), (40, 12)):
        async with running(library(), size) as run:
            screen = await opened(run)
            assert not screen.right.display
            assert "Inès Carvalho" in run.text()
            await run.press("enter")
            assert not screen.speaker_list.display
            assert "tenu parole" in run.text()
            await run.pilot.resize_terminal(1, 1)
            await run.pilot.resize_terminal(120, 40)
            assert screen.speaker_list.display


async def test_enter_on_a_quotation_shows_who_else_reports_it() -> None:
    async with running(library()) as run:
        await run.press("slash", *"redit", "enter")
        await run.until(lambda: run.main.reading_pane.walker.analysis.quotations)
        await run.press("c", "enter")
        await run.until(lambda: isinstance(run.app.screen, SameWords))
        assert "ce soir" in run.text()
        assert "ce matin" in run.text()
        await run.press("enter")
        await run.until(lambda: run.app.screen is run.main)
        cursor = run.cursor()
        assert isinstance(cursor, Quotation)
        shown = run.main.reading_pane.shown
        assert shown is not None
        assert shown.article.text[cursor.start : cursor.end].endswith("ce matin »")


async def test_enter_on_a_quotation_that_nobody_else_reports_searches_its_speaker() -> None:
    async with running(library()) as run:
        await run.press("j", "enter")
        await run.until(lambda: run.main.reading_pane.walker.analysis.quotations)
        await run.press("c", "c", "enter")
        await run.until(lambda: run.main.searching.query == 'by:"Paul Estrade"')


async def test_hostile_names_and_words_are_shown_as_text() -> None:
    article = make_article("x\udce9.txt", [f"Ah. « Ceci {MARKUP} est dit » par Nom."], title=f"{MARKUP}")
    said = quotation(article, f"Ceci {MARKUP} est dit", "Nom")
    assert said.speaker is not None
    hostile = type(said.speaker)(f"{MARKUP}{CODES}", True, True, 0, 3)
    said = Quotation(said.start, said.end, said.content, said.kind, hostile, None)
    async with running(MemoryLibrary([article], {article.path: Analysis((), (said,))}), (160, 40)) as run:
        await opened(run)
        text = run.text()
        assert not [sign for sign in NEVER if sign in text]
        assert "[Reportage] [/] [@click=app.bell()]x[/]" in text
        await run.press("enter", "slash", *"[/]")
        assert "/ [/]" in run.lines()[0]
