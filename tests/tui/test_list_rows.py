"""The two rows of an article: fixed columns, measured in cells, whatever the title."""

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.corpus.article import Origin, PartialDate
from reader.library.interface import Excerpt, Summary
from reader.tui.marks import ASCII, UNICODE, marks_for
from reader.tui.text.row import Columns, Row, Standing, list_rows

STANDING = Standing(read=False, starred=False, selected=False, active=True)


def summary(title: str, source: str | None = "Le Phare", lead: str = "Le chapeau.") -> Summary:
    return Summary(1, "a.txt", title, Origin.LINE, PartialDate(2024, 5), source, "fr", 300, lead, "key", 2)


def text(row: Row) -> str:
    return "".join(piece.text for piece in row)


def test_the_columns_stand_where_they_stand() -> None:
    first, second = list_rows(summary("Un titre court"), STANDING, Columns.of(60), UNICODE)
    assert text(first) == " 2024-05    Le Phare     ● Un titre court"
    assert text(second).startswith("            Le chapeau.")
    assert text(second).endswith("= 2 copies")


def test_a_long_title_goes_on_in_the_second_row() -> None:
    first, second = list_rows(
        summary("Un titre beaucoup trop long pour une seule ligne"), STANDING, Columns.of(50), UNICODE
    )
    assert text(first).endswith("● Un titre beaucoup trop")
    assert "long pour une seule" in text(second)


def test_a_title_that_gives_its_second_row_to_a_match_shows_that_it_goes_on() -> None:
    first, second = list_rows(
        summary("Un titre beaucoup trop long pour une seule ligne"), STANDING, Columns.of(50), UNICODE,
        Excerpt("les grues du port", ((4, 9),)),
    )  # fmt: skip
    assert text(first).endswith("● Un titre beaucoup tro…")
    assert "les grues du port" in text(second)


def test_a_narrow_list_puts_the_source_after_the_title() -> None:
    first, second = list_rows(summary("Un titre court"), STANDING, Columns.of(40, compact=True), UNICODE)
    assert text(first) == " ● Un titre court"
    assert text(second).endswith("– Le Phare")


def test_a_column_in_which_nothing_would_stand_is_left_out() -> None:
    undated = Columns.of(60, dated=False)
    first, second = list_rows(summary("Un titre court"), STANDING, undated, UNICODE)
    assert text(first) == " Le Phare     ● Un titre court"
    assert text(second).endswith("= 2 copies")
    bare = Columns.of(60, dated=False, sourced=False)
    _, second = list_rows(summary("Un titre court"), STANDING, bare, UNICODE)
    assert text(second).endswith("= 2 copies  – Le Phare")
    first, second = list_rows(summary("Un titre court", None), STANDING, bare, UNICODE)
    assert text(first) == " ● Un titre court"
    assert text(second).startswith("   Le chapeau.")
    assert text(second).endswith("= 2 copies")


def test_the_line_of_the_match_is_marked() -> None:
    excerpt = Excerpt("les grues du port", ((4, 9),))
    _, second = list_rows(summary("Titre"), STANDING, Columns.of(60), UNICODE, excerpt)
    assert [piece.text for piece in second if piece.style == "hit"] == ["grues"]


def test_read_and_starred_differ_by_sign() -> None:
    shown = {
        text(list_rows(summary("T"), Standing(read, starred, False, True), Columns.of(60), UNICODE)[0])[25]
        for read, starred in ((False, False), (True, False), (True, True))
    }
    assert shown == {"●", "·", "*"}


@settings(max_examples=150, deadline=None)
@given(
    st.text(max_size=120),
    st.text(max_size=40),
    st.text(max_size=120),
    st.integers(30, 120),
    st.booleans(),
    st.booleans(),
    st.booleans(),
    st.tuples(st.integers(0, 60), st.integers(0, 60)),
)
def test_no_row_is_wider_than_the_list(
    title: str,
    source: str,
    lead: str,
    width: int,
    compact: bool,
    dated: bool,
    sourced: bool,
    mark: tuple[int, int],
) -> None:
    start, end = sorted(min(place, len(lead)) for place in mark)
    excerpt = Excerpt(lead, ((start, end),)) if end > start else None
    columns = Columns.of(width, compact=compact, dated=dated, sourced=sourced)
    for row in list_rows(summary(title, source or None, lead), STANDING, columns, UNICODE, excerpt):
        assert cell_len(text(row)) <= width


def test_the_locale_decides_the_signs() -> None:
    assert marks_for({"LC_ALL": "C"}) is ASCII
    assert marks_for({"LANG": "POSIX"}) is ASCII
    assert marks_for({"LANG": "fr_FR.UTF-8"}) is UNICODE
    assert all(getattr(ASCII, name).isascii() for name in ASCII.__slots__)
