"""What is typed faster than the screen follows means the same as when it is typed slowly."""

from reader.tui.screens.choice import Choice, Option
from tests.tui.pseudo_terminal import Terminal
from tests.tui.running import library_of, running


def test_keys_behind_a_line_that_is_closed_go_to_what_is_below() -> None:
    terminal = Terminal("plain", size=(100, 30))
    try:
        terminal.until(lambda: terminal.shows("12 articles"))
        terminal.type("afirst words\rTbudget town\rj:star\ra" + "x" * 50 + "\r")
        terminal.until(lambda: terminal.shows("2/12"))
        terminal.until(lambda: sum("¶" in line for line in terminal.screen.display) == 2)
        terminal.type("k")
        terminal.until(lambda: terminal.shows("#budget #town"))
        assert terminal.shows("* ")
        terminal.type("q")
        assert terminal.ended() == 0
    finally:
        terminal.close()


def test_a_paste_without_brackets_that_holds_many_lines_is_no_crash() -> None:
    terminal = Terminal("plain", size=(100, 30))
    try:
        terminal.until(lambda: terminal.shows("12 articles"))
        terminal.type("aone\rtwo\rtree\r\r\rjs\r" * 5)
        terminal.read(1.0)
        terminal.type("\x03")
        assert terminal.ended() == 0
    finally:
        terminal.close()


async def test_a_screen_answers_once() -> None:
    async with running(library_of()) as run:
        answers: list[str | None] = []
        choice = Choice("which", [Option("one", "one")], run.main.marks)
        await run.app.push_screen(choice, answers.append)
        choice.dismiss("one")
        choice.dismiss("one")
        await run.pilot.pause()
        assert answers == ["one"]
        assert run.app.screen is run.main
