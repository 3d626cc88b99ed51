"""Hostile names, texts and queries are shown as text, in every place, and obeyed in none."""

from reader.analysis.types import Analysis, EntityKind
from reader.library.interface import Skipped
from tests.tui.articles import make_article, mention, quotation
from tests.tui.memory_library import MemoryLibrary
from tests.tui.running import Running, running

MARKUP = "[Reportage] [/] [@click=app.bell()]x[/] [bold]gras[/bold]"
CODES = "\x1b]52;c;QUJD\x07 \x1b[31mrouge\x1b[0m \x9b2J \x00 \u202egnol\u202c \x1b]8;;http://x\x1b\\lien\x1b]8;;\x1b\\"
NEVER = ("\x1b", "\x07", "\x9b", "\x00", "\u202e", "\u202c", "\u2028")


def library() -> MemoryLibrary:
    article = make_article(
        "a\x1b]0;x\x07[/]\udce9\nb.txt",
        [f"Texte {MARKUP} et suite. « citation dite » par Nom."],
        title=f"{MARKUP} titre",
        source=f"[/] {CODES}",
        date="2024",
    )
    analysis = Analysis(
        (mention(article, "Nom", EntityKind.PERSON, name=f"{MARKUP} {CODES}"),),
        (quotation(article, "citation dite", None),),
    )
    found = MemoryLibrary([article], {article.path: analysis})
    found.left_out = [Skipped(f"{MARKUP}{CODES}", "binary")]
    return found


def check(run: Running, *visible: str) -> None:
    text = run.text()
    assert not [sign for sign in NEVER if sign in text]
    for words in visible:
        assert words in text


async def test_list_text_status_notices_help_and_reasons_show_brackets_and_no_codes() -> None:
    async with running(library(), (160, 40)) as run:
        check(run, "[Reportage] [/] [@click=app.bell()]x[/]", "Texte [Reportage]")
        await run.press("enter")
        await run.until(lambda: run.main.reading_pane.walker.analysis.mentions)
        await run.press("e")
        check(run, "person · [Reportage] [/]")
        run.main.notice(f"{MARKUP}{CODES}", problem=True)
        check(run, "[Reportage] [/]")
        await run.press("i")
        check(run, "[Reportage]")
        await run.press("escape", "question_mark", *"[/]")
        check(run, "/ [/]")
        await run.press("escape", "escape")


async def test_a_hostile_query_is_shown_as_text() -> None:
    from textual.events import Paste

    async with running(library(), (160, 40)) as run:
        await run.press("slash")
        run.main.search_bar.input.post_message(Paste(f"{MARKUP[:20]} {CODES[:14]}"))
        await run.until(lambda: run.main.rows.results is not None)
        check(run, "/ [Reportage] [/]")


async def test_looking_up_a_hostile_name_shows_it_as_text() -> None:
    async with running(library(), (160, 40)) as run:
        await run.press("enter")
        await run.until(lambda: run.main.reading_pane.walker.analysis.mentions)
        await run.press("e", "enter")
        await run.until(lambda: run.app.screen is not run.main)
        check(run, "[Reportage]")
