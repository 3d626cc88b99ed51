"""What is shown can neither steer the terminal nor hide."""

from unicodedata import category

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.corpus.read import parse_article
from reader.corpus.safe import MARKS_KEPT, safe_line, safe_text

anything = st.text(alphabet=st.characters(), max_size=200)


def test_clean_text_comes_back_as_it_is() -> None:
    text = "Été — « cœur », l’œuvre…\n\tÀ 10 h, 3 € ; naïf.\n"
    assert safe_text(text) == text


def test_escape_sequences_lose_what_makes_them_work() -> None:
    text = safe_text("a\x1b]52;c;aGk=\x07b\x1b[31mc\x9b2Jd\x00e\x7ff")
    assert text == "a]52;c;aGk=b[31mc2Jdef"


def test_what_turns_or_hides_text_is_dropped() -> None:
    assert safe_text("a\u202eb\u2066c\u200fd\u200be\ufefff\xadg\u2060h\U000e0041i") == "abcdefghi"


def test_joined_emoji_fall_apart_into_their_members() -> None:
    assert safe_text("👨\u200d👩\u200d👧 ❤\ufe0f") == "👨👩👧 ❤"


def test_every_line_end_is_one_newline() -> None:
    assert safe_text("a\r\nb\rc\u2028d\u2029e\x85f\x0bg\x0ch") == "a\nb\nc\nd\ne\nf\ng\nh"


def test_undecodable_bytes_of_names_are_shown_as_replacement() -> None:
    assert safe_line("caf\udce9.txt") == "caf\ufffd.txt"


def test_private_use_is_dropped() -> None:
    assert safe_text("\ue001menu\uf0b7 \U000f0000") == "menu "


def test_marks_in_a_row_are_limited() -> None:
    assert safe_text("e" + "\u0301" * 50) == "e" + "\u0301" * MARKS_KEPT
    assert safe_text("… — ‘‘‘‘‘‘‘‘ »»»»»»»") == "… — ‘‘‘‘‘‘‘‘ »»»»»»»"


def test_a_line_is_one_line() -> None:
    assert safe_line("a\nb\tc\r\nd") == "a b c d"


@settings(max_examples=200)
@given(anything)
def test_safe_text_is_safe_and_stays_so(text: str) -> None:
    made = safe_text(text)
    assert safe_text(made) == made
    assert not [sign for sign in made if category(sign) in {"Cc", "Cs", "Co"} and sign not in "\n\t"]
    assert not set(made) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c")


@settings(max_examples=100)
@given(anything)
def test_safe_line_holds_no_line_end(text: str) -> None:
    assert "\n" not in safe_line(text)
    assert len(safe_line(text).splitlines()) <= 1


@pytest.mark.parametrize("between", ["**", "*", "__", "<b>", "</b>", "<!-- -->", "`", "\\", "&#8203;"])
def test_marks_do_not_pile_up_where_markup_parted_them(between: str) -> None:
    marks = "\u0301" * MARKS_KEPT
    text = parse_article("a.txt", f"Mot e{marks}{between}{marks}{between} fin.".encode()).text
    assert safe_text(text) == text
