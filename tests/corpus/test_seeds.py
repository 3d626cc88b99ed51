"""Five real articles come out as a reader expects them.  Needs the shared folder beside the checkout."""

import os
from pathlib import Path

import pytest

from reader.corpus.article import Article, BlockKind, Origin
from reader.corpus.read import read_article

SHARED = Path(os.environ.get("READER_SHARED", Path(__file__).parents[2] / ".." / "shared"))
SEEDS = SHARED / "seeds"
pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the shared folder is not there")


def seed(number: str) -> Article:
    (path,) = SEEDS.glob(f"{number}_*.txt")
    return read_article(SEEDS, path.name)


def texts(article: Article, kind: BlockKind) -> list[str]:
    return [article.text[block.start : block.end] for block in article.blocks if block.kind is kind]


def test_titles() -> None:
    titles = {number: seed(number) for number in ("000", "001", "002", "003", "004")}
    assert titles["000"].title.endswith("?")
    assert titles["003"].title.isupper()
    assert titles["004"].title.startswith("Sources : ")
    assert [article.title_origin for article in titles.values()] == [
        Origin.LINE, Origin.FIRST_SENTENCE, Origin.FIRST_SENTENCE, Origin.LINE, Origin.LINE,
    ]  # fmt: skip


def test_dates_and_sources() -> None:
    articles = [seed(number) for number in ("000", "001", "002", "003", "004")]
    assert [article.date and str(article.date) for article in articles] == [
        "2024-05",
        "2024-05",
        None,
        None,
        None,
    ]
    assert [article.source for article in articles] == ["AFP", None, None, "SenePlus", None]


def test_glued_sentences_are_parted() -> None:
    text = seed("001").text
    assert "cette source. Ce" in text
    assert 'russe. "Notre' in text


def test_what_is_not_the_article_is_told() -> None:
    article = seed("004")
    assert len(texts(article, BlockKind.BOILERPLATE)) == 2
    assert len(texts(article, BlockKind.CAPTION)) == 4
    assert len(texts(article, BlockKind.HEADING)) == 1
    assert len(texts(seed("000"), BlockKind.HEADING)) == 2
    assert texts(seed("000"), BlockKind.BYLINE) == ["(Avec AFP)"]
    assert "seneplus.com" not in seed("003").text
