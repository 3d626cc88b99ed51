"""Paths are printed so that no terminal obeys them, and are understood again."""

import os

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.corpus.safe import safe_line
from reader.corpus.shown_path import path_from, shown_path

NAMES = st.one_of(
    st.text(max_size=40),
    st.binary(max_size=40).map(os.fsdecode),
    st.lists(
        st.sampled_from(["\x1b]0;x\x07", "\\x1b", "\\", "é", "e\u0301\u0301", "\u202e", "/", "\udce9"])
    ).map("".join),
)


def test_an_ordinary_path_is_printed_as_it_is() -> None:
    assert shown_path("2024/05/l'été à Sète (1).txt") == "2024/05/l'été à Sète (1).txt"
    assert shown_path("back\\slash.txt") == "back\\slash.txt"


def test_bytes_that_are_not_utf8_are_printed_as_bytes() -> None:
    assert shown_path(os.fsdecode(b"caf\xe9.txt")) == "caf\\xe9.txt"


def test_what_a_terminal_would_obey_is_printed_as_its_code() -> None:
    assert shown_path("a\x1b[2Jb\n.txt") == "a\\x1b[2Jb\\x0a.txt"
    assert shown_path("a\u202eb") == "a\\u202eb"


@given(NAMES)
@settings(max_examples=200)
def test_what_is_printed_is_safe_and_means_the_same_path(name: str) -> None:
    shown = shown_path(name)
    assert safe_line(shown) == shown
    assert shown == name or path_from(shown) == name


@given(st.text(alphabet="\\xuU0123456789abcdef", max_size=30))
def test_any_argument_can_be_unescaped(argument: str) -> None:
    path_from(argument)
