"""What is named in a few articles, in a library in memory."""

import sqlite3
from collections.abc import Iterable, Mapping
from pathlib import Path

from reader.analysis.types import Analysis, Entity, EntityKind, Mention
from reader.corpus.article import Article, Origin, PartialDate
from reader.library.naming import reading
from reader.library.naming.tables import create_tables
from reader.library.naming.types import Join
from reader.library.naming.writer import NamingWriter

NOWHERE = Path("/nonexistent/names.toml")
_LETTER = {"p": EntityKind.PERSON, "l": EntityKind.PLACE, "o": EntityKind.ORGANIZATION, "e": EntityKind.EVENT}


class SmallNaming:
    """Articles with their analyses, counted and joined."""

    def __init__(
        self, articles: Mapping[int, Article], analyses: Mapping[int, Analysis], corrections: Path = NOWHERE
    ) -> None:
        self.db = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        self.db.execute("CREATE TABLE articles (id INTEGER PRIMARY KEY, date TEXT)")
        create_tables(self.db)
        self.writer = NamingWriter(self.db, corrections)
        for number, article in articles.items():
            date = str(article.date) if article.date else None
            self.db.execute("INSERT INTO articles VALUES (?, ?)", (number, date))
            self.writer.add(number, article, analyses[number])
        self.writer.finish()

    def id(self, name: str, kind: EntityKind | None = None) -> int:
        """The entity of a name."""
        found = reading.entity_named(self.db, name, kind)
        assert found is not None, name
        return found

    def same(self, *names: str) -> bool:
        """Whether names are one entity."""
        return len({self.id(name) for name in names}) == 1

    def counts(self) -> dict[str, tuple[int, int]]:
        """Articles and mentions of every entity, by name."""
        found = reading.entities(self.db, reading.entity_ids(self.db, "", None))
        return {entity.name: (entity.articles, entity.mentions) for entity in found}

    def joins(self, name: str) -> list[Join]:
        """Why names were joined to that of `name`, or were not."""
        return reading.joins_of(self.db, self.id(name))


def analysed(*sentences: str, date: str | None = None) -> tuple[Article, Analysis]:
    """An article of sentences with marked names: `[p Jean Aubrac|Aubrac]` names the person so in that form."""
    text, mentions = "", []
    for sentence in sentences:
        rest = (" " if text else "") + sentence
        while "[" in rest:
            before, _, marked = rest.partition("[")
            inside, _, rest = marked.partition("]")
            name, _, form = inside[2:].partition("|")
            text += before
            start = len(text)
            text += form or name
            mentions.append(Mention(start, len(text), Entity(name, _LETTER[inside[0]])))
        text += rest
    when = PartialDate.parse(date) if date else None
    article = Article(
        path="a.txt", digest="0", title="t", title_origin=Origin.LINE, date=when,
        date_origin=Origin.LINE if when else None, source=None, source_origin=None, language="fr",
        text=text, blocks=(),
    )  # fmt: skip
    return article, Analysis(tuple(mentions), ())


def naming_of(made: Iterable[tuple[Article, Analysis]], corrections: Path = NOWHERE) -> SmallNaming:
    """Such articles, numbered from 1."""
    numbered = dict(enumerate(made, 1))
    return SmallNaming(
        {number: article for number, (article, _) in numbered.items()},
        {number: analysis for number, (_, analysis) in numbered.items()},
        corrections,
    )
