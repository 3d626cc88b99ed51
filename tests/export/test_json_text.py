"""JSON is exact, one line a row, and holds nothing that a terminal would obey."""

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.corpus.safe import safe_line
from reader.export.json_text import json_line

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=30),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


def test_french_is_readable() -> None:
    assert json_line({"title": "L'été « à vendre »"}) == '{"title": "L\'été « à vendre »"}'


def test_what_a_terminal_would_obey_is_escaped() -> None:
    assert json_line({"path": "a\x1b]0;x\x07\x9b\u202e"}) == '{"path": "a\\u001b]0;x\\u0007\\u009b\\u202e"}'


@given(st.dictionaries(st.text(max_size=5), VALUES, max_size=4))
@settings(max_examples=150)
def test_every_row_is_one_safe_line_that_reads_back(row: dict[str, Any]) -> None:
    line = json_line(row)
    assert "\n" not in line
    assert safe_line(line) == line
    assert json.loads(line) == row
