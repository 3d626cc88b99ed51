"""Mapping by bytes gives what the slow functions give, for every text."""

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.corpus.byte_map import ByteMap
from reader.corpus.letters import letters_and_digits, spaced

WESTERN = "".join(bytes([number]).decode("cp1252", "ignore") for number in range(256))
texts = st.one_of(st.text(max_size=60), st.text(alphabet=WESTERN, max_size=60))
FUNCTIONS: list[Callable[[str], str]] = [
    str.casefold,
    str.lower,
    lambda text: text.replace("½", "1⁄2").replace("œ", "oe").replace("-", ""),
    lambda text: re.sub(r"\W", "", text),
]


@pytest.mark.parametrize("function", FUNCTIONS)
def test_the_map_of_a_function_is_the_function(function: Callable[[str], str]) -> None:
    fast = ByteMap(function)

    @given(texts)
    def is_the_same(text: str) -> None:
        assert fast(text) == function(text)

    is_the_same()
    assert fast(WESTERN) == function(WESTERN)


@given(texts)
def test_letters_and_digits_leave_nothing_else(text: str) -> None:
    assert letters_and_digits(text) == re.sub(r"[\W_]+", "", text).casefold()


@given(texts)
def test_spaced_text_splits_into_its_words(text: str) -> None:
    assert spaced(text).split() == re.findall(r"[^\W_]+", text)
