"""Whatever an article holds, an export of it is whole, means the same, and runs nothing: it is parsed back."""

import csv
import hashlib
import json
import re
from base64 import b64encode
from html.parser import HTMLParser
from io import StringIO

from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from reader.analysis.types import Analysis
from reader.corpus.article import Article, BlockKind
from reader.corpus.safe import safe_line
from reader.export.article_object import article_object
from reader.export.article_rows import HEADINGS
from reader.export.formats import Format, exported
from tests.export.made import hostile

ELEMENTS = {
    "html", "head", "meta", "title", "style", "body", "main", "article", "p", "span", "h1", "h2", "br", "details",
    "summary",
}  # fmt: skip
ATTRIBUTES = {"lang", "charset", "http-equiv", "content", "name", "class", "title"}
VOID = {"meta", "br"}
FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
articles = st.lists(hostile(), min_size=1, max_size=3)
Articles = list[tuple[Article, Analysis]]


class Page(HTMLParser):
    """What a browser would make of the page: elements, well nested or not, and the words of each block."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.elements: set[str] = set()
        self.attributes: set[str] = set()
        self.policy = self.style = ""
        self.blocks: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        self.attributes.update(name for name, _ in attrs)
        given = dict(attrs)
        if given.get("http-equiv") == "Content-Security-Policy":
            self.policy = given["content"] or ""
        if tag in ("p", "h2") and "article" in self.open and given.get("class") != "about":
            self.blocks.append("")
        if tag not in VOID:
            about = given.get("class") in ("about", "speaker")
            self.open.append(f"{tag} of ours" if about else tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() in (tag, f"{tag} of ours")

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] == "style":
            self.style += data
        elif {"p", "h2"} & set(self.open) and "span of ours" not in self.open and self.blocks:
            self.blocks[-1] += data

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")

    def handle_pi(self, data: str) -> None:
        raise AssertionError(f"an instruction: {data}")


@given(articles)
@settings(max_examples=120, deadline=None)
def test_html_has_only_our_elements_well_nested_and_all_the_words(found: Articles) -> None:
    page = Page("".join(exported(found, Format.HTML)))
    assert page.open == []
    assert page.elements <= ELEMENTS
    assert page.attributes <= ATTRIBUTES
    words = [_squeezed(one.text[block.start : block.end]) for one, _ in found for block in one.blocks]
    assert [_squeezed(block.removesuffix(" ")) for block in page.blocks] == words


def _squeezed(text: str) -> str:
    """Without spaces: the one before a speaker is ours."""
    return "".join(text.split())


@given(hostile())
@settings(max_examples=20, deadline=None)
def test_html_forbids_scripts_and_addresses_and_allows_its_own_style(one: tuple[Article, Analysis]) -> None:
    page = Page("".join(exported([one], Format.HTML)))
    digest = b64encode(hashlib.sha256(page.style.encode()).digest()).decode()
    assert (
        page.policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )
    assert "url(" not in page.style
    assert "@import" not in page.style


@given(articles)
@settings(max_examples=120, deadline=None)
def test_no_field_of_a_table_runs_however_a_spreadsheet_parts_them(found: Articles) -> None:
    written = "".join(exported(found, Format.CSV))
    rows = list(csv.reader(StringIO(written, newline="")))
    assert [len(row) for row in rows] == [len(HEADINGS)] * (len(found) + 1)
    parted = [field for row in rows for field in row]
    parted += [field for row in csv.reader(StringIO(written, newline=""), delimiter=";") for field in row]
    parted += re.split("[;\r\n]", written)
    assert not [field for field in parted if field.lstrip('" ').startswith(FORMULA)]


@given(articles)
@settings(max_examples=60, deadline=None)
def test_a_line_parted_by_tabs_is_an_article(found: Articles) -> None:
    lines = "".join(exported(found, Format.TSV)).split("\n")
    assert lines.pop() == ""
    assert [line.count("\t") for line in lines] == [len(HEADINGS) - 1] * (len(found) + 1)
    assert not [field for line in lines for field in line.split("\t") if field.startswith(FORMULA)]


@given(articles)
@settings(max_examples=60, deadline=None)
def test_json_reads_back_as_it_was(found: Articles) -> None:
    objects = [json.loads(json.dumps(article_object(*one))) for one in found]
    assert json.loads("".join(exported(found, Format.JSON))) == objects
    lines = "".join(exported(found, Format.JSON_LINES)).splitlines()
    assert [json.loads(line) for line in lines] == objects
    assert all(safe_line(line) == line for line in lines)


@given(articles)
@settings(max_examples=60, deadline=None)
def test_every_reference_is_whole(found: Articles) -> None:
    written = "".join(exported(found, Format.BIBTEX))
    entries = re.split(r"(?<=\n\})\n\n", written)
    assert entries.pop() == ""
    assert len(entries) == len(found)
    for entry in entries:
        assert re.match(r"@(article|misc)\{[a-z0-9-]+,\n", entry)
        depths = [0]
        for sign in re.findall(r"[{}]", entry):
            depths.append(depths[-1] + (1 if sign == "{" else -1))
        assert min(depths[1:-1]) >= 1
        assert depths[-1] == 0
        assert all(re.match(r"  [a-z]+ = (\{.*\}|[a-z]{3}),$", line) for line in entry.splitlines()[1:-1])


@given(articles)
@settings(max_examples=120, deadline=None)
def test_markdown_of_a_text_is_only_our_own(found: Articles) -> None:
    written = "".join(exported(found, Format.MARKDOWN))
    tokens = MarkdownIt("commonmark").enable("table").parse(written)
    kinds = {token.type for token in tokens}
    inner = {child.type for token in tokens for child in token.children or ()}
    assert kinds <= {
        "heading_open", "heading_close", "paragraph_open", "paragraph_close", "inline", "hr",
        "bullet_list_open", "bullet_list_close", "list_item_open", "list_item_close",
    }  # fmt: skip
    assert inner <= {"text", "text_special", "strong_open", "strong_close", "em_open", "em_close"}
    titles = [token for token in tokens if token.type == "heading_open" and token.tag == "h1"]
    assert len(titles) == len(found)
    shown = "".join(_squeezed(child.content) for token in tokens for child in token.children or ())
    for one, _ in found:
        for block in one.blocks:
            if block.kind is not BlockKind.BOILERPLATE:
                assert _squeezed(one.text[block.start : block.end]) in shown
