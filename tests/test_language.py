"""Languages: the one the reader asks for, and a French catalogue that is complete, current and well set."""

import ast
import re
import shutil
import string
from pathlib import Path
from types import ModuleType

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po

from reader import language
from tests.conftest import DOCS, load_catalogues


@pytest.mark.parametrize(
    ("environ", "wanted"),
    [
        ({}, []),
        ({"LANG": "fr_FR.UTF-8"}, ["fr"]),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "fr_CA"}, ["fr"]),
        ({"LANG": "fr_FR.UTF-8", "LC_ALL": "C"}, []),
        ({"LANG": "fr_FR.UTF-8", "LC_ALL": "POSIX", "LANGUAGE": "fr"}, []),
        ({"LANG": "C.UTF-8", "LANGUAGE": "fr"}, ["fr"]),
        ({"LANG": "de_DE", "LANGUAGE": "de:fr_BE@euro:en"}, ["de", "fr", "en", "de"]),
        ({"LANG": "fr-FR"}, ["fr"]),
    ],
)
def test_the_locale_says_which_language(environ: dict[str, str], wanted: list[str]) -> None:
    assert language.wanted_languages(environ) == wanted


def test_the_first_language_that_has_a_catalogue_is_spoken(french: None) -> None:
    assert language.use(None, {"LANGUAGE": "xx:fr", "LANG": "en_US"}) == "fr"
    assert language.use(None, {"LANGUAGE": "en:fr", "LANG": "en_US"}) == "en"
    assert language.use(None, {"LANG": "xx_XX"}) == "en"
    assert language.use("fr", {"LANG": "en_US"}) == "fr"
    assert language.languages() == ("en", "fr")


@pytest.mark.parametrize("content", [b"", b"\xde\x12\x04\x95broken", b"not a catalogue at all"])
def test_a_broken_catalogue_leaves_english(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "fr" / "LC_MESSAGES" / "reader.mo"
    file.parent.mkdir(parents=True)
    file.write_bytes(content)
    assert language.use("fr", {}, tmp_path) == "en"
    assert language._("Undone") == "Undone"


def test_numbers_are_written_as_the_language_does(french: None) -> None:
    assert language.number(36152) == "36\N{NO-BREAK SPACE}152"
    assert language.number(7) == "7"
    language.use("en")
    assert language.number(36152) == "36,152"


# --- the catalogues -----------------------------------------------------------------------------------------


def messages_of(file: Path) -> list[tuple[Message, list[tuple[str, str]]]]:
    """Each message with its pairs of English and words, one for each form of the plural."""
    with file.open("rb") as text:
        catalogue = read_po(text, locale=file.parts[-3])
    found = []
    for message in catalogue:
        if not message.id:
            continue
        ids = message.id if isinstance(message.id, (list, tuple)) else (message.id,)
        strings = message.string if isinstance(message.string, (list, tuple)) else (message.string,)
        found.append(
            (message, [(ids[min(at, len(ids) - 1)], words or "") for at, words in enumerate(strings)])
        )
    return found


CATALOGUES: ModuleType = load_catalogues()
FILES = CATALOGUES.catalogue_files()


def test_there_is_french() -> None:
    assert [file.parts[-3] for file in FILES] == ["fr"]


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.parts[-3]))
def test_a_catalogue_holds_all_that_the_source_says_and_nothing_else(file: Path, tmp_path: Path) -> None:
    copy = tmp_path / "fr" / "LC_MESSAGES" / "reader.po"
    copy.parent.mkdir(parents=True)
    shutil.copy(file, copy)
    missing = CATALOGUES.update_catalogue(copy)
    assert missing == [], "write their words by hand"
    said = {str(message.id) for message, _ in messages_of(file)}
    asked = {str(message.id) for message, _ in messages_of(copy)}
    assert said == asked, "run: python docs/catalogues.py"
    assert not [message.id for message, _ in messages_of(file) if message.fuzzy]


def places(words: str) -> list[str]:
    """The places to be filled in a text: `{name}`, and `%(name)s` of argparse."""
    found = (
        [name for _, name, _, _ in string.Formatter().parse(words) if name is not None]
        if "{" in words
        else []
    )
    return sorted(found + re.findall(r"%\(\w+\)[sdr]|%[sdr]", words))


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.parts[-3]))
def test_the_same_places_are_filled_in_every_language(file: Path) -> None:
    for message, pairs in messages_of(file):
        for english, words in pairs:
            formatted = "{" in english and not re.search(r"\{[^\w}]|\{\}|\{\w+\.\.", english)
            if formatted:
                assert places(words) == places(english), message.id
            assert english.startswith("\n") == words.startswith("\n"), message.id


def test_french_is_set_as_french_is() -> None:
    """No-break spaces before high signs and inside guillemets, and no straight apostrophe in a word."""
    (file,) = FILES
    for message, pairs in messages_of(file):
        for _, words in pairs:
            prose = "\n".join(line for line in words.split("\n") if not line.startswith("  "))
            prose = re.sub(r"`[^`]*`|«\N{NO-BREAK SPACE}", "", prose)
            assert not re.search(r"[\w»)] [;:!?»]|« ", prose), message.id
            assert not re.search(r"[^\W\d]'[^\W\d]", prose), message.id
            assert "..." not in prose, message.id


def test_no_words_are_hidden_where_they_are_not_found() -> None:
    """Within an f-string, gettext's tools see nothing."""
    for file in sorted((DOCS.parent / "reader").rglob("*.py")):
        for joined in ast.walk(ast.parse(file.read_text("utf-8"))):
            if not isinstance(joined, ast.JoinedStr):
                continue
            for call in ast.walk(joined):
                if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.args:
                    hidden = call.func.id in ("_", "N_", "ngettext") and isinstance(
                        call.args[0], ast.Constant
                    )
                    assert not hidden, f"{file}:{call.lineno}"
