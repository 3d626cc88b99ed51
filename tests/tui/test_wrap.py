"""Lines of text: never too wide, nothing lost, and broken where French breaks."""

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.tui.text.wrap import fit, wrap

TEXTS = st.text(alphabet="abc é«»?!:;,.\u00a0\u202f\n日本👍e\u0301'-", max_size=200)


def lines(text: str, width: int) -> list[str]:
    return [text[start:end] for start, end in wrap(text, 0, len(text), width)]


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.integers(2, 30))
def test_no_line_is_wider_than_asked_and_no_word_is_lost(text: str, width: int) -> None:
    wrapped = lines(text, width)
    assert all(cell_len(line) <= width for line in wrapped)
    assert "".join("".join(wrapped).split()) == "".join(text.split())


def test_a_sign_of_two_parts_keeps_to_the_word_before_it() -> None:
    assert lines("Vraiment oui ? Non", 12) == ["Vraiment", "oui ? Non"]
    assert lines("il dit « oui » fort", 12) == ["il dit", "« oui » fort"]


def test_no_line_breaks_at_a_no_break_space() -> None:
    assert lines("plus de 12\u00a0000 grues", 10) == ["plus de", "12\u00a0000", "grues"]


def test_a_word_wider_than_the_line_is_cut() -> None:
    assert lines("abcdefghij kl", 4) == ["abcd", "efgh", "ij", "kl"]


def test_newlines_are_kept() -> None:
    assert lines("un\n\ndeux", 10) == ["un", "", "deux"]


@settings(max_examples=100, deadline=None)
@given(TEXTS.map(lambda text: text.replace("\n", " ")), st.integers(1, 20))
def test_what_is_made_to_fit_fits(text: str, width: int) -> None:
    assert cell_len(fit(text, width)) <= width
