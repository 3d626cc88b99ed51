"""An article as a line of a table."""

from reader.analysis.types import Analysis, EntityKind, QuotationKind
from reader.corpus.article import Article
from reader.corpus.shown_path import shown_path

_NAMED = {
    "people": EntityKind.PERSON,
    "places": EntityKind.PLACE,
    "organizations": EntityKind.ORGANIZATION,
}
HEADINGS = ("path", "title", "date", "source", "language", "words", "quotations", "speakers", *_NAMED, "text")
"""What the columns hold; several names in a field are parted by ` | `."""


def article_row(article: Article, analysis: Analysis) -> list[object]:
    """The fields of `HEADINGS`; names in the order of the text, each once."""
    speakers = dict.fromkeys(said.speaker.name for said in analysis.quotations if said.speaker)
    own = [said for said in analysis.quotations if said.kind is not QuotationKind.INDIRECT]
    return [
        shown_path(article.path), article.title, str(article.date or ""), article.source or "",
        article.language, len(article.text.split()), len(own), " | ".join(speakers),
        *(" | ".join(names_of(analysis, kind)) for kind in _NAMED.values()), article.text,
    ]  # fmt: skip


def names_of(analysis: Analysis, kind: EntityKind) -> list[str]:
    """The names of one kind, in the order of the text, each once."""
    mentioned = (mention.entity for mention in analysis.mentions)
    return list(dict.fromkeys(entity.name for entity in mentioned if entity.kind is kind))
