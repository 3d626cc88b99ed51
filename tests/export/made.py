"""Articles for the tests of exports: one that has everything, and any that hostile hands could write."""

from hypothesis import strategies as st

from reader.analysis.types import (
    Analysis,
    Entity,
    EntityKind,
    Mention,
    Quotation,
    QuotationKind,
    Span,
    Speaker,
)
from reader.corpus.article import Article, Block, BlockKind, Origin, PartialDate
from reader.corpus.safe import safe_line, safe_text
from tests.tui.articles import make_article, mention, quotation

FRAGMENTS = (
    "<script>alert(1)</script>", "</span>", "<img src=x onerror=alert(1)>", "&lt;", "&#x3C;b&#x3E;", '"', "'",
    "]]>", "<!--", "-->", "</style>", "javascript:alert(1)", "<a href='http://evil.example'>", "=1+1", "+1",
    "-1", "@SUM(A1)", "＝1", ";=cmd|'/c calc'!A1", "\t", "\n", "\r\n", ",", ";", '"""', "```", "![x](http://e)",
    "[x](javascript:a)", "# ", "1. ", "- ", "* * *", "---", "===", "> ", "    ", "|", "\\", "{", "}", "}}", "@article{",
    "%", "$x$", "~", "^", "\x1b[31m", "\u202e", "\u2028", "\udce9", "é", "«\u00a0", "\u00a0»", "🙂", "mot ",
)  # fmt: skip
texts = st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=8), max_size=8).map("".join)


def festival() -> tuple[Article, Analysis]:
    """An article with a title, names of three kinds, a sure and a probable speaker, and a comment form."""
    article = make_article(
        "gazette/fête.txt",
        [
            "Le maire de Valbrune, Luc Ferrand, a ouvert la fête. « Elle vivra », a-t-il promis.",
            "« On verra <bien> », a dit Anne Roy, de la Ligue.",
        ],
        title="La fête & ses comptes",
        date="2024-05-30",
        source="La Gazette",
        boilerplate="Laisser un commentaire\nvingt + dix =",
    )
    found = Analysis(
        (
            mention(article, "Valbrune", EntityKind.PLACE),
            mention(article, "Luc Ferrand", EntityKind.PERSON),
            mention(article, "Anne Roy", EntityKind.PERSON),
            mention(article, "la Ligue", EntityKind.ORGANIZATION, "Ligue"),
        ),
        (
            quotation(article, "Elle vivra", "Luc Ferrand"),
            quotation(article, "On verra <bien>", "Anne Roy", sure=False),
        ),
    )
    return article, found


@st.composite
def hostile(draw: st.DrawFn) -> tuple[Article, Analysis]:
    """An article of any text that a corpus may hold, with names and quotations anywhere in it."""
    blocks: list[Block] = []
    text = ""
    for words in draw(st.lists(texts, min_size=1, max_size=4)):
        words = safe_text(words).strip()
        if words:
            text += "\n\n" if text else ""
            kind = draw(st.sampled_from([kind for kind in BlockKind if kind is not BlockKind.TITLE]))
            blocks.append(Block(kind, len(text), len(text) + len(words)))
            text += words
    places = st.integers(0, len(text))
    spans = st.tuples(places, places).map(sorted)
    name = texts.map(safe_line)
    mentions: list[Mention] = []
    for start, end in sorted(draw(st.lists(spans, max_size=4))):
        if start < end and (not mentions or mentions[-1].end <= start):
            entity = Entity(draw(name), draw(st.sampled_from(list(EntityKind))))
            mentions.append(Mention(start, end, entity))
    quotations = []
    for start, end in sorted(draw(st.lists(spans, max_size=3))):
        if start < end:
            speaker = draw(st.none() | st.builds(Speaker, name, st.booleans(), st.booleans(), places, places))
            kind_of = draw(st.sampled_from(list(QuotationKind)))
            quotations.append(Quotation(start, end, Span(start, end), kind_of, speaker, None))
    article = Article(
        path=draw(texts) or "a", digest="", title=safe_line(draw(texts)).strip() or "x",
        title_origin=Origin.FRONT_MATTER,
        date=draw(st.sampled_from([None, PartialDate(2024), PartialDate(2024, 5, 30)])), date_origin=None,
        source=draw(st.none() | name), source_origin=None, language=draw(st.sampled_from(["fr", "en"])),
        text=text, blocks=tuple(blocks),
    )  # fmt: skip
    return article, Analysis(tuple(mentions), tuple(quotations))
