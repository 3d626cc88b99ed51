"""The documentation says and shows what the program says and shows."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from reader.library.search.grammar import FIELDS, STATES
from reader.tui.commands import BY_NAME

DOCS = Path(__file__).parents[1] / "docs"
PAGES = [DOCS.parent / "README.md", *sorted(DOCS.glob("*.md"))]


def check(*options: str) -> str:
    """What the generator finds that is not current."""
    done = subprocess.run(
        [sys.executable, DOCS / "generate.py", "--check", *options],
        capture_output=True, text=True, timeout=280, check=False,
    )  # fmt: skip
    return done.stderr


def test_generated_pages_are_current() -> None:
    assert check("--pages") == ""


def test_pictures_of_the_screens_are_current() -> None:
    assert check() == ""


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.name))
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text("utf-8")):
        assert (page.parent / target).exists(), target


def test_the_page_of_the_query_language_has_every_field_and_state() -> None:
    text = (DOCS / "query-language.md").read_text("utf-8")
    for name in FIELDS.values():
        assert f"`{name}:" in text, name
    for name in STATES.values():
        assert f"`is:{name}`" in text, name


def test_no_page_names_a_command_that_is_none() -> None:
    text = (DOCS / "keys.md").read_text("utf-8")
    assert set(re.findall(r"\| `([a-z_]{2,})` \|", text)) == set(BY_NAME)
