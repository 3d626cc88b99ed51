"""What an article is found by: its words, and behind private-use characters the words of its fields.

A term is a folded word, or a mark and a folded word.  Because every field is spelt as terms, each operator
of the query language is looked up like any other word.  `fold` takes private-use characters out of texts and
queries, so that none can be mistaken for a mark.
"""

from reader.analysis.types import Analysis, EntityKind, QuotationKind
from reader.corpus.article import Article
from reader.library.search.folding import words

TITLE = "\ue000"
PERSON = "\ue001"
PLACE = "\ue002"
ORGANIZATION = "\ue003"
SAID = "\ue004"
BY = "\ue005"
SOURCE = "\ue006"
LANGUAGE = "\ue007"
ABOUT = "\ue008"
_BREAK = "\ue00f"  # stands between two stretches, so that no phrase reaches from one into the other

MARK_OF_FIELD = {
    "title": TITLE, "person": PERSON, "place": PLACE, "org": ORGANIZATION, "said": SAID, "by": BY,
    "source": SOURCE, "lang": LANGUAGE, "about": ABOUT,
}  # fmt: skip
"""The mark of each field of the query language that is looked up as terms."""

FIELDS_OF_ANALYSIS = frozenset({"person", "place", "org", "said", "by", "about"})
"""Fields that are only known once the article is analysed."""

FIELDS_OF_NAMES = ("person", "place", "org", "about")
"""Fields of what is named; `about` finds all of it, and alone what is no person, place or organization."""

_FIELD_OF_KIND = {
    EntityKind.PERSON: "person", EntityKind.PLACE: "place", EntityKind.ORGANIZATION: "org",
    EntityKind.PRODUCT: "about", EntityKind.EVENT: "about",
}  # fmt: skip


def text_terms(article: Article, text_words: list[str]) -> list[str]:
    """All terms of `article` but those of its analysis; `text_words` are the folded words of its text."""
    title_words = words(article.title)
    terms = [*text_words, _BREAK]
    if article.title not in article.text:
        terms += [*title_words, _BREAK]
    terms += _marked(TITLE, title_words)
    terms += _marked(LANGUAGE, [article.language])
    if article.source:
        terms += _marked(SOURCE, words(article.source))
    return terms


def analysis_terms(article: Article, analysis: Analysis) -> list[str]:
    """The terms of what `article` names and quotes."""
    terms: list[str] = []
    for field, name in named(analysis):
        name_words = words(name)
        terms += [*_marked(MARK_OF_FIELD[field], name_words), _BREAK]
        if field in FIELDS_OF_NAMES and field != "about":
            terms += [*_marked(ABOUT, name_words), _BREAK]
    for quotation in analysis.quotations:
        if quotation.kind is QuotationKind.INDIRECT:
            continue
        said = article.text[quotation.content.start : quotation.content.end]
        terms += [*_marked(SAID, words(said)), _BREAK]
    return terms


def named(analysis: Analysis) -> list[tuple[str, str]]:
    """(field, name) of whoever and whatever is named, and of every speaker, once each."""
    found: dict[tuple[str, str], None] = {}
    for mention in analysis.mentions:
        field = _FIELD_OF_KIND.get(mention.entity.kind)
        if field:
            found[field, mention.entity.name] = None
    for quotation in analysis.quotations:
        if quotation.speaker and quotation.kind is not QuotationKind.INDIRECT:
            found["by", quotation.speaker.name] = None
    return list(found)


def _marked(mark: str, some: list[str]) -> list[str]:
    return [mark + word for word in some]
