"""What is kept or told in English, by a library, the system or the reader of TOML, is said in French too."""

import errno
import os
import tomllib

import pytest

from reader import language
from reader.corpus.skip_reasons import reason_words
from reader.library.naming.join_reasons import reason_words as join_words
from reader.system_words import os_words, toml_words


def test_what_was_told_in_english_is_told_in_french() -> None:
    language.use("fr")
    assert reason_words("empty") == "vide"
    assert reason_words("not a text file (.jpg)") == "n’est pas un fichier de texte (.jpg)"
    assert reason_words("cannot be read (Permission denied)") == "ne peut être lu (accès refusé)"
    assert (
        reason_words("cannot be read (Flux capacitor drained)") == "ne peut être lu (Flux capacitor drained)"
    )
    assert reason_words("{what}") == "{what}"
    assert join_words("an acronym of 3 names") == "un sigle de 3 noms"
    assert join_words("listed as another name of {0} [/]") == "connu comme un autre nom de {0} [/]"
    assert join_words("you say it is a person").endswith(": personne")
    language.use("en")
    assert reason_words("cannot be read (Permission denied)") == "cannot be read (Permission denied)"


@pytest.mark.parametrize(
    "code", [errno.EACCES, errno.ENOENT, errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO]
)
def test_errors_of_the_system_are_told_in_french(code: int) -> None:
    language.use("fr")
    assert os_words(OSError(code, os.strerror(code))) != os.strerror(code)
    assert os_words(OSError("no number")) == "no number"


@pytest.mark.parametrize(
    "text",
    [
        "a = ", "[keys", 'x = "abc', 'x = "a" y = 1', "x = 1\nx = 2", "d = 2024-13-45", "[k]\n[k]", "a = [1, 2",
        "é = 1", 'a = "\x01"', "a = {x=1", "a = {x=1, x=2}", 'a = "\\u12"', 'a = "\\q"', "a 1", "[[k]",
        "a.b = 1\n[a.b.c]", "a = {}\na.b = 1", "a = 'x", 'a = "\\ud800"',
    ],
)  # fmt: skip
def test_what_is_wrong_with_toml_is_told_in_french(text: str) -> None:
    with pytest.raises(tomllib.TOMLDecodeError) as raised:
        tomllib.loads(text)
    english = str(raised.value).partition(" (at")[0].split(" ")[0]
    language.use("fr")
    words = toml_words(raised.value)
    assert not words.startswith(english)
    assert words.endswith(")")
    assert " at " not in words
