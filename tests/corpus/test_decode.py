"""Every encoding a French corpus comes in is read right, and damage stays where it is."""

import subprocess
import sys
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.corpus.decode import BinaryData, decode

TEXT = (
    "L’été dernier, à Nîmes, l’élève a déclaré : « C’est très bien » – où çà ? Cœur… Le café coûte 12 €.\n"
    "Une fenêtre s’ouvre près du château ; « Dès Noël », répète-t-il. À bientôt.\n"
)
PLAIN = TEXT.translate(str.maketrans("’–…œ€", "'-.oF"))


@pytest.mark.parametrize(
    "encoding",
    [
        "utf-8",
        "utf-8-sig",
        "utf-16",
        "utf-16-le",
        "utf-16-be",
        "utf-32",
        "utf-32-le",
        "utf-32-be",
        "cp1252",
        "mac_roman",
    ],
)
def test_encodings(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == TEXT


@pytest.mark.parametrize("encoding", ["latin-1", "iso8859_15", "cp850", "cp437"])
def test_encodings_without_typographic_signs(encoding: str) -> None:
    text = PLAIN.replace("À", "A").replace(" À", " A")
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize(
    "text", ["un café", "Ça va ?", "À Paris, déjà", "L’accord est signé", "« Oui »", "naïf"]
)
@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman", "utf-8"])
def test_short_texts(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


def test_euro_and_oe_tell_latin_9() -> None:
    text = "Le cœur du marché vaut 12 €, l'œuvre 3 €."
    assert decode(text.encode("iso8859_15")) == text


def test_other_languages_of_western_europe() -> None:
    for text in (
        "Der Präsident sagt, die Straße sei größer.",
        "El niño comió mañana. ¿Qué pasó en la acción?",
    ):
        assert decode(text.encode("cp1252")) == text


def test_a_broken_byte_is_replaced_and_the_rest_stays() -> None:
    data = TEXT.encode()
    place = data.index("château".encode())
    broken = data[:place] + b"\xff" + data[place + 1 :] + b"\xe9"
    assert decode(broken) == TEXT.replace("château", "\ufffdhâteau") + "\ufffd"


def test_a_text_cut_inside_a_letter_stays_utf_8() -> None:
    data = TEXT.encode()[: TEXT.encode().index("château".encode()) + 3]
    assert decode(data).endswith("près du ch\ufffd")


def test_files_put_together_from_two_encodings_are_read_whole() -> None:
    assert decode(TEXT.encode() + PLAIN.encode("cp1252") * 3) == TEXT + PLAIN * 3


@pytest.mark.parametrize("wrong", ["cp1252", "latin-1"])
def test_text_encoded_twice_is_repaired(wrong: str) -> None:
    text = PLAIN.replace("à", "a").replace("À", "A")
    assert decode(text.encode().decode(wrong).encode()) == text


def test_only_the_lines_that_are_surely_wrong_are_repaired() -> None:
    twice = "déjà vu à l'école".encode().decode("latin-1")
    text = f"L'accent é est bon.\n{twice}\nOn lit « Ã© » à la place de é.\n"
    assert decode(text.encode()) == text.replace(twice, "déjà vu à l'école")


@pytest.mark.parametrize(
    "text", ["Âge : 30 ans, Ãa", "CHÂTEAU", "√2 et ‚Ä", "SÃO PAULO", "Â", "TÂCHE À FAIRE"]
)
def test_rightly_rare_letters_are_left(text: str) -> None:
    assert decode(text.encode()) == text


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7 text",
        b"\x89PNG\r\n\x1a\n",
        b"PK\x03\x04abc",
        bytes(range(256)) * 20,
        b"\0" * 500,
        b"\x01\x02\x03\x04" * 50,
    ],
)
def test_binaries_are_no_text(data: bytes) -> None:
    with pytest.raises(BinaryData):
        decode(data)


def test_a_hostile_text_is_still_a_text() -> None:
    text = "Bonjour\x00 \x1b]52;c;AAAA\x07 à tous \x9b31m.\n" * 5
    assert decode(text.encode()) == text


def test_the_slow_libraries_are_not_imported_for_utf_8() -> None:
    code = (
        "import sys; from reader.corpus.read import parse_article;"
        "parse_article('a', 'Été à Nîmes.'.encode());"
        "print([name for name in ('charset_normalizer', 'ftfy') if name in sys.modules])"
    )
    made = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert made.stdout.strip() == "[]"


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_are_a_text_or_a_binary(data: bytes) -> None:
    with suppress(BinaryData):
        assert isinstance(decode(data), str)


@settings(max_examples=200)
@given(st.text(max_size=200))
def test_utf_8_is_read_as_it_is_but_for_repairs(text: str) -> None:
    kept = "".join(sign for sign in text if sign.isalnum() and ord(sign) < 0x250 and sign not in "ÂÃâ")
    assert decode(("mot " + kept).encode()) == "mot " + kept
