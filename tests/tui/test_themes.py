"""Themes: complete, legible, and the one that suits the terminal."""

import re
from pathlib import Path

import pytest

from reader.resources import resource_folder
from reader.tui.app import ReaderApp
from reader.tui.themes import choose_theme, theme_from_file, themes
from tests.tui.running import app_of, library_of, running

TEXTS = (
    "ink", "soft", "faint", "chosen", "person", "place", "organization", "product", "event", "date", "amount",
    "quote", "speaker", "key", "problem",
)  # fmt: skip


@pytest.mark.parametrize(
    ("name", "least"), [("dark", 4.5), ("light", 4.5), ("contrast", 7.0), ("contrast-light", 7.0)]
)
def test_every_text_has_the_contrast_of_wcag_aa_or_aaa(name: str, least: float) -> None:
    colors = themes()[name].variables
    for text in TEXTS:
        assert contrast(colors[text], colors["paper"]) >= least, text
    for text in ("ink", "quote", "person", "place", "organization", "product", "event", "date", "amount"):
        assert contrast(colors[text], colors["lifted"]) >= 4.5, text
    assert contrast(colors["hit"], colors["hit-paper"]) >= 4.5


def contrast(text: str, paper: str) -> float:
    """The contrast ratio of WCAG 2."""

    def luminance(color: str) -> float:
        parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        red, green, blue = (
            part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    first, second = sorted((luminance(text), luminance(paper)))
    return (second + 0.05) / (first + 0.05)


def test_all_themes_set_the_same_variables() -> None:
    known = themes()
    asked = set(re.findall(r"\$([\w-]+)", (resource_folder("styles") / "reader.tcss").read_text("utf-8")))
    for theme in known.values():
        assert asked <= set(theme.variables), theme.name


def test_no_colour_stands_outside_the_themes() -> None:
    sheet = (resource_folder("styles") / "reader.tcss").read_text("utf-8")
    assert not re.search(r"#[0-9a-fA-F]{3,8}\b(?!\s*\{)|rgb\(|ansi_", sheet)
    for file in Path(str(resource_folder("styles"))).parent.glob("reader/tui/**/*.py"):
        assert not re.search(r"#[0-9a-fA-F]{6}\b", file.read_text("utf-8")), file


@pytest.mark.parametrize(
    ("environ", "name"),
    [
        ({"TERM": "xterm-256color"}, "ansi"),
        ({"TERM": "xterm-256color", "COLORTERM": "truecolor"}, "dark"),
        ({"TERM": "xterm-256color", "COLORTERM": "truecolor", "COLORFGBG": "0;15"}, "light"),
        ({"TERM": "xterm-256color", "COLORTERM": "truecolor", "NO_COLOR": "1"}, "ansi"),
        ({"TERM": "linux", "COLORTERM": "truecolor"}, "ansi"),
    ],
)
def test_the_terminal_decides_the_theme(environ: dict[str, str], name: str) -> None:
    assert choose_theme(None, environ) == name
    assert choose_theme("light", environ) == "light"
    assert choose_theme("no such theme", environ) == name


def test_a_broken_theme_names_its_file(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    for content in (
        "", "colors = 3", "[colors", "[colors]\nprimary = 'red'", "\xff", "extends = 'no such'", "x = " + "[" * 5000,
        "extends = 'dark'\n[variables]\nink = 'no colour'", "extends = 'dark'\n[variables]\nsoft-style = 'loud'",
        "[colors]\nmauve = '#123456'\n[variables]\nink = '#000000'",
    ):  # fmt: skip
        file.write_bytes(content.encode("latin-1"))
        with pytest.raises(ValueError, match=r"mine\.toml"):
            theme_from_file(file, themes())


async def test_the_theme_is_chosen_by_looking_and_escape_returns_to_the_old_one() -> None:
    async with running(library_of(), theme="dark") as run:
        await run.press("t", "down")
        assert run.app.theme == "light"
        await run.press("escape")
        assert run.app.theme == "dark"
        await run.press("t", "home", "enter")
        assert run.app.theme == "ansi"
        await run.until(lambda: 'theme = "ansi"' in run.lines()[-1])


def config_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of themes of a user who has one."""
    folder = tmp_path / "themes"
    folder.mkdir()
    monkeypatch.setattr("reader.places.themes_folder", lambda: folder)
    return folder


async def test_a_theme_of_ones_own_says_what_differs_from_another_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = config_folder(tmp_path, monkeypatch)
    (folder / "sea.toml").write_text("extends = 'dark'\n[variables]\nkey = '#00ffcc'\n", "utf-8")
    async with running(library_of(), theme="sea") as run:
        assert run.app.theme == "sea"
        variables = run.app.current_theme.variables
        assert (variables["key"], variables["ink"]) == ("#00ffcc", themes()["dark"].variables["ink"])
        await run.press("t")
        assert "sea" in run.text()


async def test_a_broken_theme_is_one_notice_with_its_file_and_the_app_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = config_folder(tmp_path, monkeypatch)
    (folder / "mine.toml").write_text("[variables]\nink = 'no colour'\n[colors]\nprimary = 'x'", "utf-8")
    async with running(library_of(), theme="dark") as run:
        assert run.app.theme == "dark"
        await run.until(lambda: "mine.toml" in run.main.footer_line.notice_text)


async def test_a_theme_that_is_none_is_told_with_those_there_are() -> None:
    async with running(library_of(), theme="drak") as run:
        await run.until(lambda: "'drak'" in run.main.footer_line.notice_text)
        assert "dark" in run.main.footer_line.notice_text


async def test_no_color_leaves_the_styles_that_are_not_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app: ReaderApp = app_of(library_of(), theme="ansi")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause(0.3)
        segments = [segment for strip in app.screen._compositor.render_strips() for segment in strip]
        styles = [segment.style for segment in segments if segment.style is not None]
        assert not [s for s in styles if s.color is not None and not s.color.is_default]
        assert any(style.bold for style in styles)
