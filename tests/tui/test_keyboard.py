"""Keys: every one can be changed by the name of its command, and clashes are told in one line."""

from collections import Counter
from collections.abc import Callable

import pytest

from reader.tui.commands import BY_NAME, COMMANDS, PANES, keys_of
from reader.tui.key_names import key_label, key_name
from reader.tui.keyboard import PRESETS, resolved
from tests.tui.running import library_of, running


@pytest.mark.parametrize("preset", PRESETS)
def test_a_preset_gives_each_command_a_key_and_no_key_two(preset: str) -> None:
    keys, problems = resolved(preset, {})
    assert problems == ()
    assert set(PRESETS[preset]) <= set(BY_NAME)
    assert all(keys[command.name] for command in COMMANDS)
    for pane in PANES:
        given = Counter(key for command in COMMANDS if command.works_in(pane) for key in keys[command.name])
        assert [key for key, count in given.items() if count > 1] == []


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("?", "question_mark"), ("/", "slash"), ("Esc", "escape"), ("F5", "f5"), ("ctrl+x", "ctrl+x"),
        ("Ctrl+PgDn", "ctrl+pagedown"), ("A", "A"), ("é", "é"), ("question_mark", "question_mark"),
        ("space", "space"), ("+", "plus"), ("shift+tab", "shift+tab"),
    ],
)  # fmt: skip
def test_keys_are_understood_as_people_write_them(written: str, name: str) -> None:
    assert key_name(written) == name


@pytest.mark.parametrize("written", ["", "ctrl+h", "ctrl+m", "hyper+x", "two words", "f25", "\x1b"])
def test_keys_that_no_terminal_tells_are_refused(written: str) -> None:
    with pytest.raises(ValueError):
        key_name(written)


def test_what_the_reader_sets_goes_before_a_preset_and_the_registry() -> None:
    keys, problems = resolved("vim", {"star": ("u", "F5"), "zen": ("Z",)})
    assert keys["star"] == ("u", "f5")
    assert keys["zen"] == ("Z",)
    assert keys["quit_back"] == ("q",)
    assert keys["undo"] == ()
    (problem,) = problems
    assert "settings.toml" in problem
    assert "u (star, undo)" in problem


def test_one_key_set_twice_is_told_and_the_first_keeps_it() -> None:
    keys, problems = resolved("reader", {"star": ("f9",), "undo": ("f9", "x")})
    assert (keys["star"], keys["undo"]) == (("f9",), ("x",))
    assert len(problems) == 1
    assert "f9 (star, undo)" in problems[0]


def test_a_key_of_another_pane_is_no_clash() -> None:
    keys, problems = resolved("reader", {"entities": ("C",)})
    assert problems == ()
    assert keys["previous_quote"] == ("C",)


def test_no_key_at_all_is_allowed_and_silent() -> None:
    keys, problems = resolved("reader", {"unfold": (), "star": ("f",)})
    assert problems == ()
    assert keys["unfold"] == ()


def test_what_is_no_command_and_what_is_no_key_are_told_by_name() -> None:
    _, problems = resolved("reader", {"stars": ("s",), "star": ("hyper+s",)})
    assert ["'stars'" in problems[0], "star?" in problems[0], "'hyper+s'" in problems[1]] == [True] * 3


async def test_a_changed_key_works_is_shown_and_the_old_one_does_nothing(
    set_settings: Callable[..., None],
) -> None:
    set_settings({"keys": {"star": "f9", "next_article": ["f8", "é"]}})
    async with running(library_of()) as run:
        assert "f9 star" in run.lines()[-1]
        await run.press("s")
        assert run.main.footer_line.notice_text == ""
        await run.press("f9")
        await run.until(lambda: run.main.footer_line.notice_text == "Starred")
        await run.press("f8")
        assert run.main.list_pane.selected == 1
    assert keys_of("star") == ("f9",)


async def test_a_preset_is_the_keyboard_of_the_app(set_settings: Callable[..., None]) -> None:
    set_settings({"keyboard": "newsboat"})
    async with running(library_of()) as run:
        await run.press("N")
        await run.until(lambda: run.main.footer_line.notice_text in ("Marked read", "Marked unread"))


async def test_clashes_are_one_notice_that_names_keys_and_file(set_settings: Callable[..., None]) -> None:
    set_settings({"keys": {"star": "f9", "undo": "f9"}})
    async with running(library_of()) as run:
        await run.until(lambda: "f9 (star, undo)" in run.main.footer_line.notice_text)
        assert "settings.toml" in run.main.footer_line.notice_text


def test_labels_are_for_people() -> None:
    assert [key_label(key) for key in ("f9", "é", "right_curly_bracket")] == ["f9", "é", "}"]
