"""Each format, byte for byte, of an article that has everything; and the choice of one by a file's name."""

from pathlib import Path

import pytest

from reader.export.formats import Format, exported, format_of
from tests.export.made import festival

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("form", Format, ids=str)
def test_each_format_is_as_it_was(form: Format) -> None:
    written = "".join(exported([festival()], form))
    if form is Format.HTML:
        written = written[written.index("<main>") :]  # the style before it is looked at, not compared
    golden = GOLDEN / f"festival{form.ending}"
    assert written == golden.read_bytes().decode("utf-8")


@pytest.mark.parametrize("form", Format, ids=str)
def test_no_article_makes_a_whole_file_too(form: Format) -> None:
    expected = {Format.JSON: "[]\n", Format.MARKDOWN: "", Format.JSON_LINES: "", Format.BIBTEX: ""}
    written = "".join(exported([], form))
    assert written == expected.get(form, written)
    if form is Format.HTML:
        assert written.endswith("</main>\n</body>\n</html>\n")


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("a.html", Format.HTML), ("A.HTM", Format.HTML), ("x.y.bib", Format.BIBTEX), ("a.jsonl", Format.JSON_LINES),
        ("a.ndjson", Format.JSON_LINES), ("notes.markdown", Format.MARKDOWN), ("a.pdf", None), ("a", None),
    ],
)  # fmt: skip
def test_the_ending_of_a_name_says_the_format(name: str, form: Format | None) -> None:
    assert format_of(name) is form


def test_keys_of_references_are_never_twice_the_same() -> None:
    written = "".join(exported([festival()] * 60, Format.BIBTEX))
    keys = [line.partition("{")[2] for line in written.splitlines() if line.startswith("@")]
    assert len(set(keys)) == 60
    assert keys[:2] == ["lagazette2024fete,", "lagazette2024fetea,"]
